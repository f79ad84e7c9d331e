/** What somebody changed on a ticket, from what to what. */
import { type Language, languages, type Sentence } from "../language.ts";
import { type Urgency, urgencies } from "./ticket.ts";
import { urgencyInSentence } from "./urgency-words.ts";

/** What stands in a sentence for an id; null where there is nothing of that id any more. */
export interface HistoryNames {
	/** Path in the tree: `Water › Leak`. */
	readonly subject: (id: string) => Sentence | null;
	readonly property: (id: string) => string | null;
	readonly tenant: (id: string) => string | null;
	/** An instant on the wall clock of whoever reads. */
	readonly instant: (iso: string, language: Language) => string;
}

type Fields = Readonly<Record<string, unknown>>;

/** `Maija Meikäläinen changed the urgency: normal, now urgent; the flat: none, now 12.` */
export function changesInWords(
	actor: string,
	before: Fields,
	after: Fields,
	names: HistoryNames,
): Sentence {
	const fields = Object.keys(fieldNames).filter(
		(field) => field in after && !isSame(before[field], after[field]),
	);
	return inEach((language) => {
		const now = { fi: "nyt", sv: "nu", en: "now" }[language];
		const parts = fields.map((field) => {
			const from = said(field, before[field], names)[language];
			const to = said(field, after[field], names)[language];
			return `${fieldNames[field]?.[language]}: ${from}, ${now} ${to}`;
		});
		const did = { fi: "muutti", sv: "ändrade", en: "changed" }[language];
		return parts.length > 0
			? `${actor} ${did} ${parts.join("; ")}.`
			: `${actor} ${did}.`;
	});
}

const fieldNames: Readonly<Record<string, Sentence>> = {
	summary: { fi: "kuvausta", sv: "beskrivningen", en: "the summary" },
	subject: { fi: "aihetta", sv: "ämnet", en: "the subject" },
	urgency: {
		fi: "kiireellisyyttä",
		sv: "hur bråttom det är",
		en: "the urgency",
	},
	property: { fi: "kohdetta", sv: "fastigheten", en: "the property" },
	stairwell: { fi: "rappua", sv: "trappuppgången", en: "the stairwell" },
	flat: { fi: "asuntoa", sv: "lägenheten", en: "the flat" },
	tenant: { fi: "asukasta", sv: "hyresgästen", en: "the tenant" },
	labels: { fi: "tunnisteita", sv: "etiketterna", en: "the labels" },
	costs: { fi: "laskutusta", sv: "faktureringen", en: "the billing" },
	dueAt: { fi: "määräaikaa", sv: "tidsfristen", en: "the due time" },
};

function said(field: string, value: unknown, names: HistoryNames): Sentence {
	if (isNothing(value)) return nothing;
	switch (field) {
		case "subject":
			return names.subject(String(value)) ?? same(String(value));
		case "urgency":
			return urgencies.includes(value as Urgency)
				? urgencyInSentence(value as Urgency)
				: same(String(value));
		case "property":
			return orRemoved(names.property(String(value)));
		case "tenant":
			return orRemoved(names.tenant(String(value)));
		case "costs":
			return value === true ? billed : notBilled;
		case "dueAt":
			return inEach((language) => names.instant(String(value), language));
		default:
			return same(Array.isArray(value) ? value.join(", ") : String(value));
	}
}

function isSame(before: unknown, after: unknown): boolean {
	return isNothing(before)
		? isNothing(after)
		: JSON.stringify(before) === JSON.stringify(after);
}

function isNothing(value: unknown): boolean {
	return (
		value === null ||
		value === undefined ||
		value === "" ||
		(Array.isArray(value) && value.length === 0)
	);
}

const nothing: Sentence = { fi: "ei mitään", sv: "inget", en: "none" };
const billed: Sentence = {
	fi: "asukkaan maksettava",
	sv: "hyresgästen betalar",
	en: "the tenant pays",
};
const notBilled: Sentence = {
	fi: "ei laskuteta",
	sv: "faktureras inte",
	en: "not billed",
};

function orRemoved(name: string | null): Sentence {
	return name === null
		? { fi: "poistettu", sv: "borttagen", en: "removed" }
		: same(name);
}

function same(words: string): Sentence {
	return inEach(() => words);
}

function inEach(say: (language: Language) => string): Sentence {
	return Object.fromEntries(
		languages.map((language) => [language, say(language)]),
	) as Sentence;
}
