import type { Words } from "./en.ts";

export const fi: Words = {
	title: "Kirjaudu sisään",
	email: "Sähköpostiosoite",
	password: "Salasana",
	showPassword: "Näytä tai piilota salasana",
	signIn: "Kirjaudu sisään",
	with: "Kirjaudu: {{name}}",
	or: "tai",
	byCommand:
		"Koneen ylläpitäjä pääsee sisään myös komennolla `npx faultline sign-in`.",
	demo: {
		title: "Astu esittelyyn",
		sentence: "Kaikki täällä ovat keksittyjä. Yksi painallus, ja olet sisällä:",
		as: {
			technician: "huoltomies {{name}}",
			office: "toimiston {{name}}",
			planner: "suunnittelija {{name}}",
			manager: "päällikkö {{name}}",
			admin: "ylläpitäjä {{name}}",
		},
		own: "Tai omalla tilillä",
	},
	refused: {
		"no-account":
			"Sähköpostiosoitteellasi ei ole täällä tiliä. Pyydä ylläpitäjältä kutsu.",
		"not-verified":
			"{{name}} ei vahvista sähköpostiosoitettasi, joten emme tiedä, onko se sinun. Kirjaudu salasanalla.",
		disabled: "Tilisi on poistettu käytöstä. Kysy ylläpitäjältä.",
		failed: "Se ei onnistunut. Yritä uudelleen tai kirjaudu salasanalla.",
		provider: "Toinen palvelu",
	},
	code: {
		title: "Vielä yksi vaihe",
		sentence:
			"Kirjoita kuusi numeroa, jotka todennussovelluksesi näyttää juuri nyt.",
		label: "Koodi",
		recoverySentence:
			"Kirjoita jokin varakoodeista, jotka otit talteen. Jokainen toimii yhden kerran.",
		recoveryLabel: "Varakoodi",
		useRecovery: "Puhelin ei ole mukana",
		useApp: "Käytä sittenkin sovellusta",
		confirm: "Jatka",
		back: "Takaisin alkuun",
	},
	forgotten: {
		link: "Unohditko salasanan?",
		title: "Uusi salasana",
		sentence: "Lähetämme linkin sähköpostiisi. Se toimii tunnin ajan.",
		send: "Lähetä linkki",
		sent: "Jos osoitteella {{email}} on tili, linkki on matkalla. Katso sähköpostisi, myös roskapostit.",
		askAdmin:
			"Täältä ei lähetetä sähköpostia. Pyydä ylläpitäjältä linkki, jolla valitset uuden salasanan.",
		back: "Takaisin kirjautumiseen",
	},
	choose: {
		loading: "Hetki …",
		resetTitle: "Valitse uusi salasana",
		resetSentence: "Tilille {{email}}.",
		resetButton: "Tallenna salasana",
		resetDone: "Salasana on tallennettu. Kirjaudu nyt sillä.",
		invitationTitle: "Tervetuloa, {{name}}",
		invitationSentence:
			"Kirjaudut osoitteella {{email}} ja salasanalla, jonka valitset tässä.",
		invitationButton: "Tallenna ja kirjaudu",
		name: "Nimesi, kuten muut sen näkevät",
		language: "Kielesi",
		password: "Uusi salasana",
		hint: "Vähintään {{count}} merkkiä. Muutama sana peräkkäin on helppo muistaa ja vaikea arvata.",
		missing_one: "Vielä yksi merkki.",
		missing_other: "Vielä {{count}} merkkiä.",
		tooLong: "Liian pitkä: enintään {{count}} merkkiä.",
		tooCommon: "Liian helppo arvata: tällaisia kokeillaan ensin.",
		namesYou:
			"Liian helppo arvata: siinä on lähinnä oma nimesi tai osoitteesi.",
		good: "Tämä kelpaa.",
	},
};
