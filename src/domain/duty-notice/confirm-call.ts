/** The call in which the line asks whether somebody has their duty: what is said, what a key means, and what comes after it. */
import type { DateTime } from "luxon";
import type { Instruction, Spoken } from "../call/instructions.ts";
import type { Language, Sentence } from "../language.ts";
import type { DutyName } from "../rota/rota.ts";
import { dutyText } from "./duty-words.ts";
import { momentSaid, untilSaid } from "./times.ts";

export interface AskedDuty {
	readonly line: Sentence;
	readonly duty: DutyName;
	readonly start: DateTime;
	readonly end: DateTime | null;
}

/** How often somebody is rung before the office is alarmed. */
export const mostTries = 2;

/** From one try to the next. */
export const minutesBetweenTries = 5;

/** How long a phone rings; a voicemail box usually answers sooner, and presses nothing. */
export const ringSeconds = 30;

const waitSeconds = 8;

/** Says whose duty it is and asks for a key, twice; silence and voicemail boxes run to the end of it. */
export function askWhetherTheyHaveIt(
	asked: AskedDuty,
	now: DateTime,
	language: Language,
): Instruction[] {
	const greeting = say(greetingOf(asked, now, language), language);
	const question = say(questions[language], language);
	return [
		ask([greeting, question]),
		ask([question]),
		{ kind: "say", words: say(noKey[language], language) },
		{ kind: "hang-up" },
	];
}

export type DutyReply = "confirmed" | "declined";

/** What a key says; null is none of the two. */
export function replyOf(key: string | null): DutyReply | null {
	return key === "1" ? "confirmed" : key === "2" ? "declined" : null;
}

/** Said after a key, and once it is on record. */
export function afterReply(
	reply: DutyReply | null,
	language: Language,
): Instruction[] {
	if (reply === null)
		return [
			ask([say(questions[language], language)]),
			{ kind: "say", words: say(noKey[language], language) },
			{ kind: "hang-up" },
		];
	return [
		{ kind: "say", words: say(replies[reply][language], language) },
		{ kind: "hang-up" },
	];
}

/** Said when the key could not be put on record: nobody may think that it was. */
export function notRecorded(language: Language): Instruction[] {
	return [
		{ kind: "say", words: say(trouble[language], language) },
		{ kind: "hang-up" },
	];
}

/** How a try stands: what the carrier said of it, or null while it is not told. */
export interface AskedSoFar {
	readonly tries: number;
	readonly rungAt: DateTime | null;
	readonly outcome: string | null;
}

/**
 * What is to be done now about somebody who has not said yes or no. A try that the carrier never told the end of counts as
 * failed when the next one is due.
 */
export function nextTry(
	{ tries, rungAt, outcome }: AskedSoFar,
	now: DateTime,
): "ring" | "wait" | "give-up" {
	if (tries === 0 || !rungAt) return "ring";
	const isNext = now >= rungAt.plus({ minutes: minutesBetweenTries });
	if (tries < mostTries) return isNext ? "ring" : "wait";
	return outcome !== null || isNext ? "give-up" : "wait";
}

function ask(words: readonly Spoken[]): Instruction {
	return { kind: "ask", words, waitSeconds, leadsTo: { at: "screening" } };
}

function say(text: string, language: Language): Spoken {
	return { language, text };
}

function greetingOf(
	{ line, duty, start, end }: AskedDuty,
	now: DateTime,
	language: Language,
): string {
	const from = momentSaid(start, now, language);
	const until = untilSaid(end, now, language);
	const what = dutyText(duty, language);
	const words: Sentence = {
		fi: `Hei, tämä on ${line.fi}. Sinulla on ${what} ${from} alkaen${until && `, ${until}`}.`,
		sv: `Hej, det här är ${line.sv}. Du har ${what} från ${from}${until && ` ${until}`}.`,
		en: `Hello, this is ${line.en}. You have ${what} from ${from}${until && ` ${until}`}.`,
	};
	return words[language];
}

const questions: Sentence = {
	fi: "Jos vuoro on sinulla, paina 1. Jos et pääse, paina 2.",
	sv: "Tryck 1 om du har jouren. Tryck 2 om du inte kan.",
	en: "Press 1 if you have it. Press 2 if you cannot.",
};

const noKey: Sentence = {
	fi: "En kuullut vastausta. Soitan vielä kerran tai kerron toimistolle.",
	sv: "Jag hörde inget svar. Jag ringer en gång till eller säger till kontoret.",
	en: "I did not get an answer. I will call once more or tell the office.",
};

const replies: Readonly<Record<DutyReply, Sentence>> = {
	confirmed: {
		fi: "Kiitos, vuoro on vahvistettu. Hyvää vuoroa.",
		sv: "Tack, passet är bekräftat. Ha ett bra pass.",
		en: "Thank you, your shift is confirmed. Have a good one.",
	},
	declined: {
		fi: "Kiitos tiedosta. Kerron heti toimistolle, ja he etsivät toisen.",
		sv: "Tack för beskedet. Jag säger genast till kontoret, som hittar någon annan.",
		en: "Thank you for telling. I am letting the office know at once, and they will find somebody else.",
	},
};

const trouble: Sentence = {
	fi: "Pahoittelut, vastaustasi ei saatu talteen. Soitan kohta uudelleen.",
	sv: "Tyvärr kunde ditt svar inte sparas. Jag ringer snart igen.",
	en: "Sorry, your answer could not be saved. I will call again soon.",
};
