import type { Words } from "./en.ts";

export const fi: Words = {
	title: "Viestit",
	headline: {
		builtIn: "Kaikissa viesteissä on valmiit tekstit",
		own_one: "{{count}} teksti on omanne, muut ovat valmiita",
		own_other: "{{count}} tekstiä on omianne, muut ovat valmiita",
	},
	intro:
		"Nämä tekstit lähtevät itsestään tekstiviestinä ja sähköpostina. Muuta niitä, jos teillä sanottaisiin toisin.",
	languageOfTexts: "Tekstien kieli",
	languages: { fi: "suomi", sv: "ruotsi", en: "englanti" },
	audience: {
		technician: "Huoltomiehelle",
		office: "Asiakaspalvelulle ja esihenkilöille",
		tenant: "Asukkaalle",
	},
	own: "oma teksti",
	text: "Teksti",
	textHint:
		"Aaltosulkeissa on kohta, joka täytetään. Hakasulkeissa oleva jää pois, kun siihen ei ole tietoa.",
	insert: "Lisää",
	placeholders: {
		line: "linjan nimi",
		number: "vikailmoituksen numero",
		place: "osoite ja asunto",
		summary: "mikä on vialla",
		caller: "kuka soitti",
		at: "puhelun kellonaika",
		link: "linkki vikailmoitukseen",
	},
	preview: "Näin se saapuu",
	previewShort: "Kun paikkaa ja vikaa ei tiedetä",
	segments_one: "{{count}} tekstiviesti, {{characters}} merkkiä",
	segments_other: "{{count}} tekstiviestiä, {{characters}} merkkiä",
	cost: "noin {{cost}}",
	save: "Tallenna teksti",
	reset: "Palauta valmis teksti",
	saved: "Tallennettu.",
	wasReset: "Valmis teksti on taas käytössä.",
	unsaved: "tallentamatta",
	sample: "Vesi valuu keittiön katosta",
	trouble: "Tekstejä ei voi näyttää",
};
