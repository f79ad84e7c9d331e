/** What the messages are called. */
import type { Sentence } from "../language.ts";
import type { Purpose } from "./purposes.ts";

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
