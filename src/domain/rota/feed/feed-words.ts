/** What the events of a calendar feed say. */
import type { Language, Sentence } from "../../language.ts";
import type { FeedSubject, PlannedShift } from "./feed-shifts.ts";

export interface FeedNames {
	readonly line: Sentence;
	/** Of a person. */
	readonly nameOf: (person: string) => string;
	/** Where the rota can be looked at. */
	readonly link: string;
}

/** Name of the whole calendar. */
export function feedTitle(
	subject: FeedSubject,
	{ line, nameOf }: FeedNames,
	language: Language,
): string {
	const who = subject.kind === "person" ? nameOf(subject.id) : subject.id;
	return `${dutyWord[language]}: ${who} – ${line[language]}`;
}

export function eventTitle(
	{ kind }: FeedSubject,
	{ duty, person, tentative }: PlannedShift,
	{ line, nameOf }: FeedNames,
	language: Language,
): string {
	const who = kind === "person" ? dutyWord[language] : nameOf(person);
	const still = tentative ? ` (${mayChangeBriefly[language]})` : "";
	return `${who}: ${duty} – ${line[language]}${still}`;
}

export function eventDescription(
	{ because, tentative }: PlannedShift,
	{ link }: FeedNames,
	language: Language,
): string {
	const sentences = [
		because.says[language],
		...(tentative ? [mayChange[language]] : []),
		link,
	];
	return sentences.join("\n");
}

export function alarmText(
	{ duty }: PlannedShift,
	{ line }: FeedNames,
	language: Language,
): string {
	return {
		fi: `Vuorosi alkaa: ${duty} – ${line.fi}`,
		sv: `Ditt pass börjar: ${duty} – ${line.sv}`,
		en: `Your shift begins: ${duty} – ${line.en}`,
	}[language];
}

const dutyWord: Sentence = { fi: "Päivystys", sv: "Jour", en: "On duty" };

const mayChangeBriefly: Sentence = {
	fi: "voi vielä muuttua",
	sv: "kan ännu ändras",
	en: "may still change",
};

const mayChange: Sentence = {
	fi: "Vuoro on yli kahdeksan viikon päässä ja voi vielä muuttua.",
	sv: "Passet är mer än åtta veckor bort och kan ännu ändras.",
	en: "The shift is more than eight weeks away and may still change.",
};
