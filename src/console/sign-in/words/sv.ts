import type { Words } from "./en.ts";

export const sv: Words = {
	title: "Logga in",
	email: "E-postadress",
	password: "Lösenord",
	showPassword: "Visa eller dölj lösenordet",
	signIn: "Logga in",
	with: "Logga in med {{name}}",
	or: "eller",
	byCommand:
		"Den som sköter datorn kommer också in med `npx faultline sign-in`.",
	demo: {
		title: "Kliv in i demon",
		sentence: "Alla här är påhittade. Ett klick och du är inne:",
		as: {
			technician: "teknikern {{name}}",
			office: "{{name}} på kontoret",
			planner: "planeraren {{name}}",
			manager: "chefen {{name}}",
			admin: "administratören {{name}}",
		},
		own: "Eller med ett eget konto",
	},
	refused: {
		"no-account":
			"Det finns inget konto med din e-postadress här. Be administratören om en inbjudan.",
		"not-verified":
			"{{name}} går inte i god för din e-postadress, så vi kan inte veta att den är din. Logga in med lösenord.",
		disabled: "Ditt konto är avstängt. Fråga administratören.",
		failed: "Det gick inte. Försök igen eller logga in med lösenord.",
		provider: "Den andra tjänsten",
	},
	code: {
		title: "Ett steg till",
		sentence: "Skriv de sex siffrorna som din autentiseringsapp visar just nu.",
		label: "Kod",
		recoverySentence:
			"Skriv en av reservkoderna som du sparade. Varje kod gäller en gång.",
		recoveryLabel: "Reservkod",
		useRecovery: "Jag har inte telefonen med mig",
		useApp: "Använd appen ändå",
		confirm: "Fortsätt",
		back: "Tillbaka till början",
	},
	forgotten: {
		link: "Glömt lösenordet?",
		title: "Ett nytt lösenord",
		sentence:
			"Vi skickar en länk till din e-postadress. Den gäller i en timme.",
		send: "Skicka länken",
		sent: "Om {{email}} har ett konto är länken på väg. Titta i din e-post, också i skräpposten.",
		askAdmin:
			"Ingen e-post skickas härifrån. Be administratören om en länk; med den väljer du ett nytt lösenord.",
		back: "Tillbaka till inloggningen",
	},
	choose: {
		loading: "Ett ögonblick …",
		resetTitle: "Välj ett nytt lösenord",
		resetSentence: "För kontot {{email}}.",
		resetButton: "Spara lösenordet",
		resetDone: "Lösenordet är sparat. Logga nu in med det.",
		invitationTitle: "Välkommen, {{name}}",
		invitationSentence:
			"Du loggar in med {{email}} och lösenordet som du väljer här.",
		invitationButton: "Spara och logga in",
		name: "Ditt namn, som andra ser det",
		language: "Ditt språk",
		password: "Nytt lösenord",
		hint: "Minst {{count}} tecken. Några ord efter varandra är lätta att minnas och svåra att gissa.",
		missing_one: "Ett tecken till.",
		missing_other: "{{count}} tecken till.",
		tooLong: "För långt: högst {{count}} tecken.",
		tooCommon: "För lätt att gissa: sådana provas först.",
		namesYou:
			"För lätt att gissa: det är mest ditt eget namn eller din adress.",
		good: "Det här duger.",
	},
};
