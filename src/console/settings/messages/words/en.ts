export const en = {
	title: "Messages",
	headline: {
		builtIn: "All messages have the built-in words",
		own_one: "{{count}} text is your own, the rest are built in",
		own_other: "{{count}} texts are your own, the rest are built in",
	},
	intro:
		"These texts go out by themselves, by text message and e-mail. Change them where your people and tenants would say it otherwise.",
	languageOfTexts: "Language of the texts",
	languages: { fi: "Finnish", sv: "Swedish", en: "English" },
	audience: {
		technician: "To the technician",
		office: "To the office and the managers",
		tenant: "To the tenant",
	},
	own: "your own words",
	text: "Text",
	textHint:
		"In braces stands what is filled in. What stands in square brackets is left out when nothing is known for it.",
	insert: "Put in",
	placeholders: {
		line: "name of the line",
		number: "number of the ticket",
		place: "address and flat",
		summary: "what is wrong",
		caller: "who called",
		at: "time of the call",
		link: "link to the ticket",
	},
	preview: "As it is received",
	previewShort: "When place and fault are not known",
	segments_one: "{{count}} text message, {{characters}} characters",
	segments_other: "{{count}} text messages, {{characters}} characters",
	cost: "about {{cost}}",
	save: "Save the text",
	reset: "Back to the built-in text",
	saved: "Saved.",
	wasReset: "The built-in text holds again.",
	unsaved: "not saved yet",
	sample: "Water runs from the kitchen ceiling",
	trouble: "The texts cannot be shown",
};

export type Words = typeof en;
