/** The words of each message, until an admin writes others. What stands in brackets is left out where it is not known. */
import type { Sentence } from "../language.ts";
import type { Purpose } from "./purposes.ts";

/** Where and which ticket come first: a locked phone shows no more than the first words. */
export const builtInTexts: Readonly<Record<Purpose, Sentence>> = {
	taken: {
		fi: "[{place}, ]{number}: otit puhelun, soittaja {caller}.[ {summary}.] {line}: {link}",
		sv: "[{place}, ]{number}: du tog samtalet från {caller}.[ {summary}.] {line}: {link}",
		en: "[{place}, ]{number}: you took the call from {caller}.[ {summary}.] {line}: {link}",
	},
	missed: {
		fi: "[{place}, ]{number}: soittaja {caller} katkaisi klo {at} ennen kuin ehdit vastata. Soitathan takaisin. {line}: {link}",
		sv: "[{place}, ]{number}: {caller} lade på kl. {at} innan någon svarade. Ring gärna upp. {line}: {link}",
		en: "[{place}, ]{number}: {caller} hung up at {at} before anybody answered. Please call back. {line}: {link}",
	},
	voicemail: {
		fi: "[{place}, ]{number}: uusi viesti klo {at}, soittaja {caller}. Kuuntele ja soita takaisin. Kuittaa vastaamalla OK. {line}: {link}",
		sv: "[{place}, ]{number}: nytt meddelande kl. {at} från {caller}. Lyssna och ring upp. Kvittera genom att svara OK. {line}: {link}",
		en: "[{place}, ]{number}: new voice message at {at} from {caller}. Please listen and call back. To acknowledge, reply OK. {line}: {link}",
	},
	unanswered: {
		fi: "[{place}, ]{number}: kukaan ei vastannut puheluun klo {at}, soittaja {caller}. Soita takaisin. Kuittaa vastaamalla OK. {line}: {link}",
		sv: "[{place}, ]{number}: ingen svarade på samtalet kl. {at} från {caller}. Ring upp. Kvittera genom att svara OK. {line}: {link}",
		en: "[{place}, ]{number}: nobody answered the call at {at} from {caller}. Please call back. To acknowledge, reply OK. {line}: {link}",
	},
	alarm: {
		fi: "[{place}, ]{number}: puhelu klo {at} odottaa yhä kuittausta, soittaja {caller}. Kuittaa vastaamalla OK. {line}: {link}",
		sv: "[{place}, ]{number}: samtalet kl. {at} från {caller} väntar ännu på kvittering. Kvittera genom att svara OK. {line}: {link}",
		en: "[{place}, ]{number}: the call at {at} from {caller} still waits for somebody. To acknowledge, reply OK. {line}: {link}",
	},
	"called-again": {
		fi: "[{place}, ]{number}: soittaja {caller} soitti uudelleen klo {at}.[ {summary}.] {line}: {link}",
		sv: "[{place}, ]{number}: {caller} ringde igen kl. {at}.[ {summary}.] {line}: {link}",
		en: "[{place}, ]{number}: {caller} called again at {at}.[ {summary}.] {line}: {link}",
	},
	assigned: {
		fi: "[{place}, ]{number}[: {summary}]. Tämä on sinulle. Kuittaa vastaamalla OK. {line}: {link}",
		sv: "[{place}, ]{number}[: {summary}]. Den här är till dig. Kvittera genom att svara OK. {line}: {link}",
		en: "[{place}, ]{number}[: {summary}]. This one is for you. To acknowledge, reply OK. {line}: {link}",
	},
	reminder: {
		fi: "[{place}, ]{number}[: {summary}]. Tämä odottaa yhä kuittaustasi. Vastaa OK. {line}: {link}",
		sv: "[{place}, ]{number}[: {summary}]. Den här väntar ännu på din kvittering. Svara OK. {line}: {link}",
		en: "[{place}, ]{number}[: {summary}]. This still waits for you to acknowledge it. Reply OK. {line}: {link}",
	},
	unacknowledged: {
		fi: "[{place}, ]{number}[: {summary}]. Tätä ei ole kuitattu. Katso, kuka sen hoitaa. {line}: {link}",
		sv: "[{place}, ]{number}[: {summary}]. Den här är inte kvitterad. Se efter vem som tar den. {line}: {link}",
		en: "[{place}, ]{number}[: {summary}]. This is not acknowledged. Please see who takes it. {line}: {link}",
	},
	overdue: {
		fi: "[{place}, ]{number}[: {summary}]. Määräaika on mennyt. Merkitse työ valmiiksi tai kerro tilanne. {line}: {link}",
		sv: "[{place}, ]{number}[: {summary}]. Tiden har gått ut. Markera arbetet som klart eller berätta läget. {line}: {link}",
		en: "[{place}, ]{number}[: {summary}]. It is past its time. Please mark it done, or say how it stands. {line}: {link}",
	},
	"given-back": {
		fi: "[{place}, ]{number}[: {summary}]. Tämä palautettiin ja tarvitsee tekijän. Ota se vastaamalla OK. {line}: {link}",
		sv: "[{place}, ]{number}[: {summary}]. Den här lämnades tillbaka och behöver någon. Ta den genom att svara OK. {line}: {link}",
		en: "[{place}, ]{number}[: {summary}]. This was given back and needs somebody. To take it, reply OK. {line}: {link}",
	},
	escalated: {
		fi: "[{place}, ]{number}[: {summary}]. Kukaan ei ole kuitannut tätä muistutuksista huolimatta. Soittaja {caller} klo {at}. {line}: {link}",
		sv: "[{place}, ]{number}[: {summary}]. Ingen har kvitterat den här trots påminnelser. Från {caller} kl. {at}. {line}: {link}",
		en: "[{place}, ]{number}[: {summary}]. Nobody has acknowledged this in spite of reminders. From {caller} at {at}. {line}: {link}",
	},
	receipt: {
		fi: "{line}: vikailmoituksesi numero on {number}. Kiitos yhteydenotosta.",
		sv: "{line}: din felanmälan har nummer {number}. Tack för att du hörde av dig.",
		en: "{line}: the number of your fault report is {number}. Thank you for letting us know.",
	},
	"under-way": {
		fi: "{line}: olemme matkalla luoksesi, vikailmoitus {number}.",
		sv: "{line}: vi är på väg till dig, felanmälan {number}.",
		en: "{line}: we are on our way to you, fault report {number}.",
	},
	done: {
		fi: "{line}: vikailmoituksesi {number} on hoidettu. Jos vika jatkuu, soita meille uudelleen.",
		sv: "{line}: din felanmälan {number} är åtgärdad. Om felet är kvar, ring oss igen.",
		en: "{line}: your fault report {number} has been seen to. If it is not mended, please call us again.",
	},
};
