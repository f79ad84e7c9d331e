/** What only the person who is rung hears, and the key that proves that a human accepted. */
import type { Language } from "../language.ts";
import type { Caller } from "./caller.ts";
import type { Instruction } from "./instructions.ts";
import type { CallLine } from "./plan.ts";
import {
	type CallsAround,
	othersWords,
	placeAndCount,
} from "./whisper-place.ts";

export interface Whisper {
	readonly line: CallLine;
	readonly caller: Caller;
	/** What the caller speaks. */
	readonly callerLanguage: Language;
	/** What the person who is rung wants to hear. */
	readonly language: Language;
	/** Tickets of the same caller in the last 30 days; null when nobody could tell in time. */
	readonly earlierTickets: number | null;
	/** Where the caller lives and who has called around; null when nobody could tell in time. */
	readonly around: CallsAround | null;
}

/** How long the whisper waits for a key after its last word. */
export const whisperWaitSeconds = 8;

/**
 * Says who calls and asks for a key. It ends by hanging up, so that silence, and a voicemail that picked up,
 * never count as an answer.
 */
export function whisper(about: Whisper): Instruction[] {
	return [
		{
			kind: "ask",
			words: [{ language: about.language, text: whisperText(about) }],
			waitSeconds: whisperWaitSeconds,
			leadsTo: { at: "screening" },
		},
		{ kind: "hang-up" },
	];
}

/** Only 1 accepts: then the document is empty, and the carrier puts the two through. */
export function afterKey(key: string | null): Instruction[] {
	return accepts(key) ? [] : [{ kind: "hang-up" }];
}

/** Whether the key that was pressed in the whisper takes the call. */
export function accepts(key: string | null): boolean {
	return key === "1";
}

function whisperText(about: Whisper): string {
	const { language } = about;
	const parts = [
		incoming[language](about.line.name[language]),
		...whoCalls(about),
		speaks[language][about.callerLanguage],
		...howOften(about),
		choice[language],
	];
	return parts.join(" ");
}

/** Where they live says more than their number, which stands in the text message and on the ticket. */
function whoCalls({ language, caller, line, around }: Whisper): string[] {
	const place = around && placeAndCount(around, language);
	const number = callerWords(caller, line.number)[language];
	return around?.place
		? [place ?? number]
		: [number, ...(place ? [place] : [])];
}

/** What was said of this night already is not said of the month again. */
function howOften({ language, around, earlierTickets }: Whisper): string[] {
	const others = around && othersWords(around, language);
	const isTold = (around?.callsTonight ?? 0) > 1;
	return [
		...(others ? [others] : []),
		...(earlierTickets && !isTold ? [earlier[language](earlierTickets)] : []),
	];
}

function callerWords(
	caller: Caller,
	lineNumber: string,
): Readonly<Record<Language, string>> {
	if (caller.kind !== "number")
		return {
			fi: "Soittajan numero ei näy.",
			sv: "Numret är dolt.",
			en: "The caller's number is withheld.",
		};
	const digits = spokenNumber(caller.number, lineNumber);
	return {
		fi: `Soittajan numero on ${digits}.`,
		sv: `Numret är ${digits}.`,
		en: `The caller's number is ${digits}.`,
	};
}

/**
 * A number as it is read out digit by digit: the way people of the line's own country write it, and with 00 in front when it is
 * foreign. Speech engines read digits without spaces as one large number.
 */
export function spokenNumber(number: string, lineNumber: string): string {
	const home = ["+358", "+46"].find((code) => lineNumber.startsWith(code));
	const dialled =
		home && number.startsWith(home)
			? `0${number.slice(home.length)}`
			: `00${number.slice(1)}`;
	return [...dialled].join(" ");
}

const incoming: Readonly<Record<Language, (line: string) => string>> = {
	fi: (line) => `Vikapuhelu: ${line}.`,
	sv: (line) => `Felanmälan: ${line}.`,
	en: (line) => `Fault call: ${line}.`,
};

const speaks: Readonly<Record<Language, Readonly<Record<Language, string>>>> = {
	fi: {
		fi: "Soittaja puhuu suomea.",
		sv: "Soittaja puhuu ruotsia.",
		en: "Soittaja puhuu englantia.",
	},
	sv: {
		fi: "Den som ringer talar finska.",
		sv: "Den som ringer talar svenska.",
		en: "Den som ringer talar engelska.",
	},
	en: {
		fi: "The caller speaks Finnish.",
		sv: "The caller speaks Swedish.",
		en: "The caller speaks English.",
	},
};

const earlier: Readonly<Record<Language, (count: number) => string>> = {
	fi: (count) =>
		count === 1
			? "Samasta numerosta on soitettu kuukauden aikana kerran aiemmin."
			: `Samasta numerosta on soitettu kuukauden aikana ${count} kertaa aiemmin.`,
	sv: (count) =>
		count === 1
			? "Samma nummer har ringt en gång tidigare den här månaden."
			: `Samma nummer har ringt ${count} gånger tidigare den senaste månaden.`,
	en: (count) =>
		count === 1
			? "The same number has called once before in the last month."
			: `The same number has called ${count} times before in the last month.`,
};

const choice: Readonly<Record<Language, string>> = {
	fi: "Ota puhelu painamalla 1. Jos et voi ottaa puhelua, paina 2.",
	sv: "Tryck 1 för att ta samtalet. Tryck 2 om du inte kan.",
	en: "To take the call, press 1. If you cannot take it, press 2.",
};
