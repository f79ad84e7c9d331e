/** The text messages that the line sends: short, in the receiver's language, within the plain alphabet. */
import type { DateTime } from "luxon";
import type { Language, Sentence } from "../language.ts";
import { plainText } from "./gsm.ts";

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
}

export type Purpose =
	/** To who took the call: the ticket to go with it. */
	| "taken"
	/** To who would have been rung when the caller hung up. */
	| "missed"
	/** Nobody took the call, and there is a message. */
	| "voicemail"
	/** Nobody took the call, and there is no message. */
	| "unanswered"
	/** Still nobody has acknowledged it. */
	| "alarm"
	/** To the tenant. */
	| "receipt";

/** The words of one message. */
export function textOf(
	purpose: Purpose,
	told: Told,
	language: Language,
): string {
	return plainText(texts[purpose][language](partsOf(told, language)));
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

/** A message that came in, on its way to the person on duty. */
export function passedOn(
	line: Sentence,
	sender: string | null,
	body: string,
	language: Language,
): string {
	const from = sender ?? withheld[language];
	const words: Sentence = {
		fi: `${line.fi}: viesti numerosta ${from}: ${body}`,
		sv: `${line.sv}: meddelande från ${from}: ${body}`,
		en: `${line.en}: message from ${from}: ${body}`,
	};
	return plainText(words[language]).slice(0, longestText);
}

/** The reply to a person of the rota who acknowledged a ticket by text message. */
export function thanksForAcknowledging(
	number: string,
	language: Language,
): string {
	const words: Sentence = {
		fi: `Kiitos, ilmoitus ${number} on kuitattu sinulle.`,
		sv: `Tack, ärendet ${number} är kvitterat och ditt.`,
		en: `Thank you, ticket ${number} is acknowledged and yours.`,
	};
	return words[language];
}

/** Whether the sender asks for no more messages; the carrier itself sees to it. Source: Twilio, "Opt-out keywords". */
export function isOptOut(body: string): boolean {
	return /^\s*(stop|stopall|unsubscribe|cancel|end|quit|start|unstop|yes|help|info)\s*$/i.test(
		body,
	);
}

/** Whether a person of the rota says that they have it; the number of the ticket where they give one. */
export function acknowledgementIn(
	body: string,
): { readonly number: string | null } | null {
	const [, word, number] =
		/^\s*(ok|okej|kuittaan|kuittaus|kvitterar|kvittering|ack)\b\W*(\d{4}-\d{6,})?\s*[.!]?\s*$/i.exec(
			body,
		) ?? [];
	return word ? { number: number ?? null } : null;
}

/** Source: Twilio, "Message resource", Body. */
const longestText = 1_600;

interface Parts {
	readonly line: string;
	readonly number: string;
	readonly caller: string;
	readonly at: string;
	readonly link: string;
}

function partsOf(told: Told, language: Language): Parts {
	return {
		line: told.line[language],
		number: told.number,
		caller: told.caller ?? withheld[language],
		at: told.at.toFormat(language === "fi" ? "H.mm" : "HH:mm"),
		link: told.link,
	};
}

const withheld: Sentence = {
	fi: "salattu numero",
	sv: "dolt nummer",
	en: "withheld number",
};

type Texts = Readonly<Record<Language, (parts: Parts) => string>>;

const texts: Readonly<Record<Purpose, Texts>> = {
	taken: {
		fi: (p) =>
			`${p.line}: vikailmoitus ${p.number}, soittaja ${p.caller}. ${p.link}`,
		sv: (p) => `${p.line}: felanmälan ${p.number}, från ${p.caller}. ${p.link}`,
		en: (p) => `${p.line}: ticket ${p.number}, caller ${p.caller}. ${p.link}`,
	},
	missed: {
		fi: (p) =>
			`${p.line}: soittaja ${p.caller} katkaisi klo ${p.at} ennen kuin ehdit vastata. Soitathan takaisin. ${p.number} ${p.link}`,
		sv: (p) =>
			`${p.line}: ${p.caller} lade på kl. ${p.at} innan någon svarade. Ring gärna upp. ${p.number} ${p.link}`,
		en: (p) =>
			`${p.line}: ${p.caller} hung up at ${p.at} before anybody answered. Please call back. ${p.number} ${p.link}`,
	},
	voicemail: {
		fi: (p) =>
			`${p.line}: uusi viesti klo ${p.at}, soittaja ${p.caller}. Kuuntele ja soita takaisin. Kuittaa vastaamalla: OK ${p.number}. ${p.link}`,
		sv: (p) =>
			`${p.line}: nytt meddelande kl. ${p.at} från ${p.caller}. Lyssna och ring upp. Kvittera med svaret: OK ${p.number}. ${p.link}`,
		en: (p) =>
			`${p.line}: new voice message at ${p.at} from ${p.caller}. Listen and call back. To acknowledge, reply: OK ${p.number}. ${p.link}`,
	},
	unanswered: {
		fi: (p) =>
			`${p.line}: kukaan ei vastannut puheluun klo ${p.at}, soittaja ${p.caller}. Soita takaisin. Kuittaa vastaamalla: OK ${p.number}. ${p.link}`,
		sv: (p) =>
			`${p.line}: ingen svarade på samtalet kl. ${p.at} från ${p.caller}. Ring upp. Kvittera med svaret: OK ${p.number}. ${p.link}`,
		en: (p) =>
			`${p.line}: nobody answered the call at ${p.at} from ${p.caller}. Please call back. To acknowledge, reply: OK ${p.number}. ${p.link}`,
	},
	alarm: {
		fi: (p) =>
			`${p.line}: kukaan ei ole vielä kuitannut puhelua klo ${p.at}, soittaja ${p.caller}. Kuittaa vastaamalla: OK ${p.number}. ${p.link}`,
		sv: (p) =>
			`${p.line}: ingen har ännu kvitterat samtalet kl. ${p.at} från ${p.caller}. Kvittera med svaret: OK ${p.number}. ${p.link}`,
		en: (p) =>
			`${p.line}: nobody has acknowledged the call at ${p.at} from ${p.caller} yet. To acknowledge, reply: OK ${p.number}. ${p.link}`,
	},
	receipt: {
		fi: (p) =>
			`${p.line}: vikailmoituksesi numero on ${p.number}. Kiitos yhteydenotosta.`,
		sv: (p) =>
			`${p.line}: din felanmälan har nummer ${p.number}. Tack för att du hörde av dig.`,
		en: (p) =>
			`${p.line}: the number of your fault report is ${p.number}. Thank you for letting us know.`,
	},
};
