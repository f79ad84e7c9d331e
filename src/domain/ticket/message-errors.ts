/** What it means that a message did not arrive, by the carrier's codes. */
import type { Sentence } from "../language.ts";

/** The code in what is kept of a failure: `30003`, or `21610: Attempt to send …`. */
export function codeIn(error: string | null): string | null {
	return /^(\d{5})\b/.exec(error ?? "")?.[1] ?? null;
}

/** Whether it may well arrive when it is sent once more. Source: Twilio, "Error and Warning Dictionary". */
export function isPassing(error: string | null): boolean {
	return passing.has(codeIn(error) ?? "");
}

/** Whether the receiver has told the carrier that they want none. */
export function isOptedOut(error: string | null): boolean {
	return codeIn(error) === "21610";
}

/** Whether no text message will ever arrive at this number. */
export function takesNoTexts(error: string | null): boolean {
	return withoutTexts.has(codeIn(error) ?? "");
}

/** Why a message is held back: kept and shown, and not sent. */
export const heldBecause = ["opted-out", "no-texts", "fixed-line"] as const;

export type HeldBecause = (typeof heldBecause)[number];

// 30001 queue overflow, 30003 unreachable handset, 30008 unknown error, 30017 carrier congestion.
const passing = new Set(["30001", "30003", "30008", "30017"]);

// 21614 not a mobile number, 21635 a landline, 30006 landline or unreachable carrier.
const withoutTexts = new Set(["21614", "21635", "30006"]);

/** Why it did not arrive, for people; null where it did, or nobody says. */
export function errorWords(error: string | null): Sentence | null {
	if (error === null) return null;
	const known = words[codeIn(error) ?? error];
	return known ?? { fi: error, sv: error, en: error };
}

const words: Readonly<Record<string, Sentence>> = {
	"opted-out": {
		fi: "vastaanottaja ei halua tekstiviestejä",
		sv: "mottagaren vill inte ha sms",
		en: "the receiver wants no text messages",
	},
	"no-texts": {
		fi: "numeroon ei voi lähettää tekstiviestejä",
		sv: "numret kan inte ta emot sms",
		en: "the number takes no text messages",
	},
	"fixed-line": {
		fi: "lankapuhelin ei ota vastaan tekstiviestejä",
		sv: "en fast telefon tar inte emot sms",
		en: "a fixed line takes no text messages",
	},
	"21211": {
		fi: "numero ei ole oikea puhelinnumero",
		sv: "det är inget riktigt telefonnummer",
		en: "it is not a real phone number",
	},
	"21408": {
		fi: "viestejä tähän maahan ei ole sallittu puhelinyhtiön asetuksissa",
		sv: "meddelanden till det landet är inte tillåtna i operatörens inställningar",
		en: "messages to this country are not allowed in the carrier's settings",
	},
	"21610": {
		fi: "vastaanottaja ei halua tekstiviestejä",
		sv: "mottagaren vill inte ha sms",
		en: "the receiver wants no text messages",
	},
	"21614": {
		fi: "numeroon ei voi lähettää tekstiviestejä",
		sv: "numret kan inte ta emot sms",
		en: "the number takes no text messages",
	},
	"30001": {
		fi: "puhelinyhtiö oli ruuhkautunut",
		sv: "operatören hade för mycket att göra",
		en: "the carrier was too busy",
	},
	"30003": {
		fi: "puhelin oli kiinni tai kuuluvuusalueen ulkopuolella",
		sv: "telefonen var avstängd eller utan täckning",
		en: "the phone was switched off or out of reach",
	},
	"30005": {
		fi: "numero ei ole käytössä",
		sv: "numret är inte i bruk",
		en: "the number is not in use",
	},
	"30006": {
		fi: "numeroon ei voi lähettää tekstiviestejä",
		sv: "numret kan inte ta emot sms",
		en: "the number takes no text messages",
	},
	"30007": {
		fi: "puhelinyhtiö suodatti viestin pois",
		sv: "operatören filtrerade bort meddelandet",
		en: "the carrier filtered the message out",
	},
	"30008": {
		fi: "puhelinyhtiö ei kertonut syytä",
		sv: "operatören sade inte varför",
		en: "the carrier did not say why",
	},
	"SMTP_URL is not set": {
		fi: "sähköpostipalvelinta ei ole asetettu",
		sv: "ingen e-postserver är angiven",
		en: "no mail server is set",
	},
};
