import type { Words } from "./en.ts";

export const fi: Words = {
	title: "Tilit",
	canSignIn_one: "Yksi henkilö voi kirjautua.",
	canSignIn_other: "{{count}} henkilöä voi kirjautua.",
	wait_one: "Yksi kutsu odottaa.",
	wait_other: "{{count}} kutsua odottaa.",
	alone:
		"Täällä ei ole vielä muita kuin sinä. Kutsu ne, jotka suunnittelevat listaa, ja ne, jotka päivystävät: jokainen saa linkin, jolla valitaan salasana.",
	invite: "Kutsu joku",
	who: "Kuka",
	role: "Rooli",
	seen: "Kirjautui viimeksi",
	never: "Ei vielä",
	factor: "Toinen tunnistautumistapa",
	factorOn: "Käytössä",
	factorOff: "Ei käytössä",
	state: "Tila",
	states: {
		active: "Käytössä",
		invited: "Kutsuttu",
		disabled: "Poissa käytöstä",
	},
	you: "sinä",
	menu: "Mitä tehdään tilille: {{name}}",
	edit: "Muuta nimeä tai roolia",
	newInvitation: "Tee uusi kutsu",
	resetLink: "Tee linkki uutta salasanaa varten",
	resetFactor: "Poista toinen tunnistautumistapa",
	disable: "Poista käytöstä",
	enable: "Ota taas käyttöön",
	close: "Sulje",
	form: {
		inviteTitle: "Kutsu joku",
		editTitle: "Muuta: {{name}}",
		email: "Sähköpostiosoite",
		emailHint:
			"Päivystäjällä sama kuin päivystyslistalla: siitä tiedetään, että he ovat sama henkilö.",
		name: "Nimi, kuten muut sen näkevät",
		role: "Rooli",
		language: "Kieli",
		invite: "Tee kutsu",
		roleEnds: "Kun rooli vaihtuu, pitää kirjautua uudelleen.",
	},
	roleSays: {
		technician:
			"Päivystää: näkee puhelut ja omat vuoronsa, vaihtaa niitä, ilmoittaa poissaolonsa.",
		office:
			"Vastaa puheluihin päivisin: lisäksi kysyy, kenelle soitettaisiin, ja pitää poissaoloja.",
		planner: "Lisäksi muuttaa ja julkaisee listaa ja ratkaisee vaihdot.",
		manager: "Lisäksi vie tunnit palkanlaskentaan.",
		admin: "Lisäksi hoitaa tilejä.",
	},
	link: {
		invitationTitle: "Kutsu: {{name}}",
		resetTitle: "Uusi salasana: {{name}}",
		sent: "Lähetimme sen osoitteeseen {{email}}. Voit myös antaa linkin itse.",
		failed:
			"Sähköpostia osoitteeseen {{email}} ei voitu lähettää. Anna linkki itse.",
		notSet:
			"Täältä ei lähetetä sähköpostia. Anna linkki itse viestillä, jonka vain {{name}} lukee.",
		once: "Se toimii yhden kerran, {{when}}, ja näytetään vain nyt.",
		label: "Linkki",
	},
	ask: {
		disable:
			"{{name}} kirjataan ulos kaikkialta eikä pääse sisään, ennen kuin otat tilin taas käyttöön. Päivystyslista pysyy ennallaan.",
		resetFactor:
			"{{name}} pääsee kerran sisään pelkällä salasanalla, ja jos rooli vaatii, uusi otetaan käyttöön heti. Varmista, että pyytäjä on todella {{name}}.",
	},
};
