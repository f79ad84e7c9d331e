/** What a sender says about getting messages at all. */
import type { Language, Sentence } from "../language.ts";
import { plainText } from "./gsm.ts";

/** In one of these languages; `carrier`: a word that the carrier itself knows and answers. Source: Twilio, "Opt-out keywords". */
export interface StopOrStart {
	readonly wish: "stop" | "start";
	readonly spokenTo: "carrier" | Language;
}

/** The wish in a message that is this one word; null for anything else. */
export function stopOrStart(body: string): StopOrStart | null {
	const word = body
		.trim()
		.replace(/[.!]+$/, "")
		.trim()
		.toUpperCase();
	return Object.hasOwn(words, word) ? (words[word] ?? null) : null;
}

/** The answer to a word that the carrier does not know. */
export function answerToWish(
	line: Sentence,
	wish: StopOrStart["wish"],
	language: Language,
): string {
	return plainText(answers[wish][language](line[language]));
}

const words: Readonly<Record<string, StopOrStart>> = Object.fromEntries([
	...each("stop", "carrier", [
		...["STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT"],
	]),
	...each("stop", "fi", ["LOPETA", "SEIS", "PERUUTA", "EI VIESTEJÄ"]),
	...each("stop", "sv", ["STOPP", "SLUTA", "AVSLUTA"]),
	...each("start", "carrier", ["START", "UNSTOP", "YES"]),
	...each("start", "fi", ["ALOITA", "JATKA"]),
	...each("start", "sv", ["STARTA", "BÖRJA"]),
]);

function each(
	wish: StopOrStart["wish"],
	spokenTo: StopOrStart["spokenTo"],
	keywords: readonly string[],
): [string, StopOrStart][] {
	return keywords.map((word) => [word, { wish, spokenTo }]);
}

const answers: Readonly<
	Record<
		StopOrStart["wish"],
		Readonly<Record<Language, (line: string) => string>>
	>
> = {
	stop: {
		fi: (line) =>
			`${line}: emme lähetä sinulle enää tekstiviestejä. Jos haluat niitä taas, lähetä ALOITA.`,
		sv: (line) =>
			`${line}: vi skickar dig inga fler sms. Vill du ha dem igen, skicka STARTA.`,
		en: (line) =>
			`${line}: we will not text you any more. To get messages again, send START.`,
	},
	start: {
		fi: (line) =>
			`${line}: lähetämme sinulle taas tekstiviestejä. Jos et halua niitä, lähetä LOPETA.`,
		sv: (line) =>
			`${line}: vi skickar dig sms igen. Vill du inte ha dem, skicka STOPP.`,
		en: (line) =>
			`${line}: we will text you again. If you do not want it, send STOP.`,
	},
};
