/** What the office is told when a technician did not get a message. */
import type { Language } from "../language.ts";
import { oneLine, plainText } from "./gsm.ts";
import type { Told } from "./texts.ts";

interface Who {
	readonly name: string;
	/** E.164. */
	readonly phone: string;
}

/** Who did not get what, and what to do about it; in the plain alphabet. */
export function notToldText(told: Told, who: Who, language: Language): string {
	const line = oneLine(told.line[language], 40);
	const place = told.place === null ? "" : ` (${oneLine(told.place, 60)})`;
	const name = oneLine(who.name, 40);
	const { number, link } = told;
	const words = {
		fi: `${line}: ${name} ei saanut viestiä vikailmoituksesta ${number}${place}. Soita hänelle: ${who.phone}. ${link}`,
		sv: `${line}: ${name} fick inte meddelandet om felanmälan ${number}${place}. Ring: ${who.phone}. ${link}`,
		en: `${line}: ${name} did not get the text about ticket ${number}${place}. Please ring ${who.phone}. ${link}`,
	};
	return plainText(words[language]);
}

/** The same as the subject of an e-mail. */
export function notToldSubject(
	{ number }: Told,
	who: Who,
	language: Language,
): string {
	const words = {
		fi: `${number}: ${who.name} ei saanut viestiä`,
		sv: `${number}: ${who.name} fick inte meddelandet`,
		en: `${number}: ${who.name} did not get the text`,
	};
	return oneLine(words[language], 150);
}
