/** The text messages that the line sends: short, in the receiver's language, within the plain alphabet. */
import type { DateTime } from "luxon";
import type { Language, Sentence } from "../language.ts";
import { builtInTexts } from "./built-in-texts.ts";
import { oneLine, plainText, segmentsOf } from "./gsm.ts";
import { stopOrStart } from "./opt-out.ts";
import { type Purpose, rulesOf } from "./purposes.ts";
import { filledIn, problemsIn, type Values } from "./templates.ts";

/** What a message tells of its ticket. */
export interface Told {
	readonly line: Sentence;
	readonly number: string;
	/** null when withheld. */
	readonly caller: string | null;
	/** Of the arrival, in the line's zone. */
	readonly at: DateTime;
	/** Where the ticket can be read. */
	readonly link: string;
	/** As it is said; null when it is not known. */
	readonly place: string | null;
	/** What is wrong, as somebody typed it. */
	readonly summary: string | null;
}

/** Texts that an admin wrote over the built-in ones. */
export type OwnTexts = Readonly<
	Partial<Record<Purpose, Partial<Record<Language, string>>>>
>;

/**
 * The words of one message, in the plain alphabet. What somebody typed never makes more than two text messages of it: the summary is
 * shortened first, then the place. A text of the admin's own that cannot be sent gives way to the built-in one.
 */
export function textOf(
	purpose: Purpose,
	told: Told,
	language: Language,
	own: OwnTexts = {},
): string {
	return textFrom(templateOf(purpose, language, own), told, language);
}

/** The same for words that are not kept yet. */
export function textFrom(
	template: string,
	told: Told,
	language: Language,
): string {
	let text = "";
	for (const longest of lengths) {
		const values = valuesOf(told, language, longest);
		text = plainText(filledIn(template, values));
		if (segmentsOf(text) <= 2) break;
	}
	return text;
}

/** The subject of the same as an e-mail; one line, whatever anybody typed. */
export function subjectOf(
	purpose: Purpose,
	{ line, number, place }: Told,
	language: Language,
): string {
	const words = [line[language], subjects[purpose]?.[language], number, place];
	return oneLine(words.filter((each) => each).join(", "), 150);
}

/** The words as they are kept, built in or the admin's own. */
export function templateOf(
	purpose: Purpose,
	language: Language,
	own: OwnTexts,
): string {
	const written = own[purpose]?.[language];
	return written !== undefined &&
		problemsIn(written, rulesOf(purpose)).length === 0
		? written
		: builtInTexts[purpose][language];
}

/** The reply to a text message that came in. */
export function thanksForText(
	line: Sentence,
	number: string,
	language: Language,
): string {
	const words: Sentence = {
		fi: `${line.fi}: kiitos viestistä, se on välitetty päivystäjälle. Kiireellisessä viassa soita ${number}. Hengenvaarassa 112.`,
		sv: `${line.sv}: tack, ditt meddelande har skickats till jouren. Är det brådskande, ring ${number}. Vid livsfara 112.`,
		en: `${line.en}: thank you, your message has been passed on to the person on duty. If it is urgent, call ${number}. Danger to life: 112.`,
	};
	return plainText(words[language]);
}

/** The same to a colleague, whose reply was none of the words that do something. */
export function thanksToColleague(language: Language): string {
	const words: Sentence = {
		fi: "Viestisi on välitetty. Voit myös vastata: OK (kuittaan), MATKALLA, PAIKALLA tai VALMIS ja mitä teit.",
		sv: "Ditt meddelande har skickats vidare. Du kan också svara: OK (jag tar den), PÅ VÄG, PÅ PLATS eller KLAR och vad du gjorde.",
		en: "Your message has been passed on. You can also reply: OK (I have it), ON MY WAY, ON SITE, or DONE and what you did.",
	};
	return plainText(words[language]);
}

/**
 * A message that came in, on its way to the person on duty; from a colleague by their name. A personal link in it stays with whom it was
 * sent to.
 */
export function passedOn(
	line: Sentence,
	sender: string | null,
	written: string,
	language: Language,
): string {
	const from = sender ?? withheld[language];
	const body = written.replace(/\/t\/[\w-]{22}/g, "/t/...");
	const words: Sentence = {
		fi: `${line.fi}: viesti numerosta ${from}: ${body}`,
		sv: `${line.sv}: meddelande från ${from}: ${body}`,
		en: `${line.en}: message from ${from}: ${body}`,
	};
	return plainText(words[language]).slice(0, longestText);
}

/** Whether it is about the messages themselves, and not for a person to read. Source: Twilio, "Opt-out keywords". */
export function isOptOut(body: string): boolean {
	return stopOrStart(body) !== null || /^\s*(help|info)\s*$/i.test(body);
}

/** Source: Twilio, "Message resource", Body. */
const longestText = 1_600;

/** So long may the summary and the place be, tried in turn until the text fits. */
const lengths = [
	{ summary: 80, place: 60 },
	{ summary: 50, place: 60 },
	{ summary: 25, place: 60 },
	{ summary: 0, place: 60 },
	{ summary: 0, place: 30 },
	{ summary: 0, place: 0 },
];

function valuesOf(
	told: Told,
	language: Language,
	longest: { readonly summary: number; readonly place: number },
): Values {
	return {
		line: oneLine(told.line[language], 40),
		number: told.number,
		caller: oneLine(told.caller ?? withheld[language], 30),
		at: told.at.toFormat(language === "fi" ? "H.mm" : "HH:mm"),
		link: told.link,
		place: oneLine(told.place ?? "", longest.place),
		// The template sets its own full stop.
		summary: oneLine(
			(told.summary ?? "").replace(/[.\s]+$/, ""),
			longest.summary,
		),
	};
}

const withheld: Sentence = {
	fi: "salattu numero",
	sv: "dolt nummer",
	en: "withheld number",
};

/** Beside the line and the number, where the reader has to do something. */
const subjects: Partial<Readonly<Record<Purpose, Sentence>>> = {
	voicemail: { fi: "uusi viesti", sv: "nytt meddelande", en: "new message" },
	unanswered: {
		fi: "kukaan ei vastannut",
		sv: "ingen svarade",
		en: "nobody answered",
	},
	alarm: {
		fi: "kukaan ei ole kuitannut",
		sv: "ingen har kvitterat",
		en: "nobody has acknowledged it",
	},
	"called-again": {
		fi: "soittaja soitti uudelleen",
		sv: "ringde igen",
		en: "called again",
	},
	assigned: { fi: "sinulle", sv: "till dig", en: "for you" },
	reminder: {
		fi: "odottaa kuittaustasi",
		sv: "väntar på din kvittering",
		en: "waits for you",
	},
	unacknowledged: {
		fi: "ei kuitattu",
		sv: "inte kvitterad",
		en: "not acknowledged",
	},
	overdue: {
		fi: "määräaika on mennyt",
		sv: "tiden har gått ut",
		en: "past its time",
	},
	"given-back": {
		fi: "palautettiin",
		sv: "lämnades tillbaka",
		en: "given back",
	},
	escalated: {
		fi: "kukaan ei ole kuitannut",
		sv: "ingen har kvitterat",
		en: "nobody has acknowledged it",
	},
};
