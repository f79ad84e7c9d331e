import type { Words } from "./en.ts";

export const sv: Words = {
	title: "Meddelanden",
	headline: {
		builtIn: "Alla meddelanden har de färdiga texterna",
		own_one: "{{count}} text är er egen, resten är färdiga",
		own_other: "{{count}} texter är era egna, resten är färdiga",
	},
	intro:
		"De här texterna går ut av sig själva, som sms och e-post. Ändra dem där ni skulle säga det på ett annat sätt.",
	languageOfTexts: "Texternas språk",
	languages: { fi: "finska", sv: "svenska", en: "engelska" },
	audience: {
		technician: "Till teknikern",
		office: "Till kundtjänsten och cheferna",
		tenant: "Till hyresgästen",
	},
	own: "egen text",
	text: "Text",
	textHint:
		"Inom klammer står det som fylls i. Det som står inom hakparentes utelämnas när inget är känt.",
	insert: "Lägg till",
	placeholders: {
		line: "linjens namn",
		number: "felanmälans nummer",
		place: "adress och lägenhet",
		summary: "vad som är fel",
		caller: "vem som ringde",
		at: "klockslag för samtalet",
		link: "länk till felanmälan",
	},
	preview: "Så här kommer det fram",
	previewShort: "När plats och fel inte är kända",
	segments_one: "{{count}} sms, {{characters}} tecken",
	segments_other: "{{count}} sms, {{characters}} tecken",
	cost: "ungefär {{cost}}",
	save: "Spara texten",
	reset: "Tillbaka till den färdiga texten",
	saved: "Sparat.",
	wasReset: "Den färdiga texten gäller igen.",
	unsaved: "inte sparad",
	sample: "Vatten rinner från kökstaket",
	trouble: "Texterna kan inte visas",
};
