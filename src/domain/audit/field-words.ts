/** What the fields of an entry are called. */
import type { Language, Sentence } from "../language.ts";

const words: Readonly<Record<string, Sentence>> = {
	"": { fi: "kaikki", sv: "allt", en: "all of it" },
	status: { fi: "tila", sv: "status", en: "status" },
	state: { fi: "tila", sv: "status", en: "state" },
	assignee: { fi: "tekijä", sv: "ansvarig", en: "who has it" },
	summary: { fi: "kuvaus", sv: "beskrivning", en: "what is wrong" },
	subject: { fi: "aihe", sv: "ämne", en: "subject" },
	urgency: { fi: "kiireellisyys", sv: "brådska", en: "urgency" },
	property: { fi: "kohde", sv: "fastighet", en: "property" },
	stairwell: { fi: "rappu", sv: "trappa", en: "stairwell" },
	flat: { fi: "asunto", sv: "lägenhet", en: "flat" },
	tenant: { fi: "asukas", sv: "hyresgäst", en: "tenant" },
	labels: { fi: "merkinnät", sv: "etiketter", en: "labels" },
	costs: { fi: "laskutetaan", sv: "debiteras", en: "to be billed" },
	dueAt: { fi: "määräaika", sv: "förfaller", en: "due" },
	mergedInto: { fi: "yhdistetty", sv: "hopslagen med", en: "merged into" },
	address: { fi: "osoite", sv: "adress", en: "address" },
	name: { fi: "nimi", sv: "namn", en: "name" },
	role: { fi: "rooli", sv: "roll", en: "role" },
	language: { fi: "kieli", sv: "språk", en: "language" },
	disabled: { fi: "suljettu", sv: "stängt", en: "disabled" },
	by: { fi: "millä", sv: "med", en: "by" },
	issuer: { fi: "tunnistaja", sv: "leverantör", en: "provider" },
	version: { fi: "versio", sv: "version", en: "version" },
	line: { fi: "linja", sv: "linje", en: "line" },
	duty: { fi: "päivystys", sv: "jour", en: "duty" },
	format: { fi: "muoto", sv: "format", en: "format" },
	from: { fi: "alkaen", sv: "från", en: "from" },
	to: { fi: "asti", sv: "till", en: "to" },
	kind: { fi: "laji", sv: "slag", en: "kind" },
	call: { fi: "puhelu", sv: "samtal", en: "call" },
	calls: { fi: "puhelut", sv: "samtal", en: "calls" },
	arrivedAt: { fi: "saapui", sv: "kom", en: "arrived" },
	recording: { fi: "viesti", sv: "meddelande", en: "recording" },
	file: { fi: "tiedosto", sv: "fil", en: "file" },
	minutes: { fi: "minuutit", sv: "minuter", en: "minutes" },
	names: { fi: "nimet", sv: "namn", en: "names" },
	note: { fi: "muistiinpano", sv: "anteckning", en: "note" },
};

/** The path of a field as it is said; what has no words is told by its own names. */
export function fieldInWords(field: string, language: Language): string {
	return field
		.split(".")
		.map((name) =>
			Object.hasOwn(words, name) ? words[name]?.[language] : name,
		)
		.join(" › ");
}
