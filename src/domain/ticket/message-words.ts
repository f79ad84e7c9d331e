/** What became of a message, and what it is for, in words. */
import type { Sentence } from "../language.ts";
import type { Purpose } from "./purposes.ts";

/**
 * A message is `waiting` until it is handed over, also before it is sent once more; then it has the carrier's own word. `sent` is the
 * last word of an e-mail, `held` of what is kept and not sent, `received` of what came in.
 */
export function statusWords(status: string): Sentence {
	return statuses[status] ?? { fi: status, sv: status, en: status };
}

/** Whether it did not arrive, and will not. */
export function hasFailed(status: string): boolean {
	return ["failed", "undelivered", "canceled", "held"].includes(status);
}

const onTheWay: Sentence = {
	fi: "matkalla",
	sv: "på väg",
	en: "on its way",
};

const notArrived: Sentence = {
	fi: "ei mennyt perille",
	sv: "kom inte fram",
	en: "did not arrive",
};

const statuses: Readonly<Record<string, Sentence>> = {
	waiting: { fi: "odottaa lähetystä", sv: "väntar", en: "waiting" },
	accepted: onTheWay,
	scheduled: onTheWay,
	queued: onTheWay,
	sending: onTheWay,
	sent: { fi: "lähetetty", sv: "skickat", en: "sent" },
	delivered: { fi: "perillä", sv: "framme", en: "delivered" },
	partially_delivered: {
		fi: "osittain perillä",
		sv: "delvis framme",
		en: "partly delivered",
	},
	read: { fi: "luettu", sv: "läst", en: "read" },
	undelivered: notArrived,
	failed: notArrived,
	canceled: { fi: "peruttu", sv: "inställt", en: "cancelled" },
	held: { fi: "ei lähetetty", sv: "inte skickat", en: "not sent" },
	received: { fi: "vastaanotettu", sv: "mottaget", en: "received" },
};

/** What it is for; the purpose itself where it is not one of a ticket's. */
export function purposeWords(purpose: string): Sentence {
	return Object.hasOwn(purposeNames, purpose)
		? purposeNames[purpose as Purpose]
		: (others[purpose] ?? { fi: purpose, sv: purpose, en: purpose });
}

const others: Readonly<Record<string, Sentence>> = {
	inbound: { fi: "Saapunut", sv: "Inkommet", en: "Came in" },
	"passed-on": {
		fi: "Välitetty viesti",
		sv: "Vidarebefordrat",
		en: "Passed on",
	},
	"not-told": {
		fi: "Viesti ei mennyt perille",
		sv: "Ett meddelande kom inte fram",
		en: "A message did not arrive",
	},
};

export const purposeNames: Readonly<Record<Purpose, Sentence>> = {
	taken: {
		fi: "Puhelun ottaneelle",
		sv: "Till den som tog samtalet",
		en: "To who took the call",
	},
	missed: {
		fi: "Soittaja ehti katkaista",
		sv: "Den som ringde hann lägga på",
		en: "The caller hung up",
	},
	voicemail: {
		fi: "Kukaan ei vastannut, viesti jätetty",
		sv: "Ingen svarade, meddelande finns",
		en: "Nobody answered, a message was left",
	},
	unanswered: {
		fi: "Kukaan ei vastannut",
		sv: "Ingen svarade",
		en: "Nobody answered",
	},
	alarm: {
		fi: "Muistutus: puhelua ei ole kuitattu",
		sv: "Påminnelse: samtalet är inte kvitterat",
		en: "Reminder: the call is not acknowledged",
	},
	"called-again": {
		fi: "Soittaja soitti uudelleen",
		sv: "Ringde igen",
		en: "The caller called again",
	},
	assigned: {
		fi: "Vikailmoitus on sinulle",
		sv: "Felanmälan är din",
		en: "A ticket is for you",
	},
	reminder: {
		fi: "Muistutus: odottaa kuittaustasi",
		sv: "Påminnelse: väntar på din kvittering",
		en: "Reminder: waits for you",
	},
	unacknowledged: {
		fi: "Vikailmoitusta ei ole kuitattu",
		sv: "Felanmälan är inte kvitterad",
		en: "The ticket is not acknowledged",
	},
	overdue: {
		fi: "Määräaika on mennyt",
		sv: "Tiden har gått ut",
		en: "Past its time",
	},
	"given-back": {
		fi: "Vikailmoitus palautettiin",
		sv: "Felanmälan lämnades tillbaka",
		en: "The ticket was given back",
	},
	escalated: {
		fi: "Esihenkilölle: kukaan ei ole kuitannut",
		sv: "Till chefen: ingen har kvitterat",
		en: "To the manager: nobody has acknowledged it",
	},
	receipt: {
		fi: "Vikailmoituksen numero",
		sv: "Felanmälans nummer",
		en: "The ticket's number",
	},
	"under-way": {
		fi: "Olemme matkalla",
		sv: "Vi är på väg",
		en: "We are on our way",
	},
	done: { fi: "Vika on hoidettu", sv: "Felet är åtgärdat", en: "It is done" },
};
