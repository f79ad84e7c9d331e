/** How urgent a ticket is, in a word: the same one on every page, in every table and in every sentence. */
import type { Language, Sentence } from "../language.ts";
import type { Urgency } from "./ticket.ts";

/** As a label or a cell says it. */
export function urgencyWord(urgency: Urgency, language: Language): string {
	return words[urgency][language];
}

/** As it stands inside a sentence. */
export function urgencyInSentence(urgency: Urgency): Sentence {
	const { fi, sv, en } = words[urgency];
	return { fi: fi.toLowerCase(), sv: sv.toLowerCase(), en: en.toLowerCase() };
}

const words: Readonly<Record<Urgency, Sentence>> = {
	emergency: { fi: "Hätätyö", sv: "Akut", en: "Emergency" },
	urgent: { fi: "Kiireellinen", sv: "Brådskande", en: "Urgent" },
	normal: { fi: "Tavallinen", sv: "Normal", en: "Normal" },
	low: { fi: "Ei kiirettä", sv: "Ingen brådska", en: "Not urgent" },
};
