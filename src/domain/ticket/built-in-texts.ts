/** The words of each message, until an admin writes others. What stands in brackets is left out where it is not known. */
import type { Sentence } from "../language.ts";
import type { Purpose } from "./purposes.ts";

export const builtInTexts: Readonly<Record<Purpose, Sentence>> = {
	taken: {
		fi: "{line}: vikailmoitus {number}[, {place}], soittaja {caller}.[ {summary}.] {link}",
		sv: "{line}: felanmälan {number}[, {place}], från {caller}.[ {summary}.] {link}",
		en: "{line}: ticket {number}[, {place}], caller {caller}.[ {summary}.] {link}",
	},
	missed: {
		fi: "{line}: soittaja {caller}[ ({place})] katkaisi klo {at} ennen kuin ehdit vastata. Soitathan takaisin. {number} {link}",
		sv: "{line}: {caller}[ ({place})] lade på kl. {at} innan någon svarade. Ring gärna upp. {number} {link}",
		en: "{line}: {caller}[ ({place})] hung up at {at} before anybody answered. Please call back. {number} {link}",
	},
	voicemail: {
		fi: "{line}: uusi viesti klo {at}, soittaja {caller}[ ({place})]. Kuuntele ja soita takaisin. Kuittaa vastaamalla: OK {number}. {link}",
		sv: "{line}: nytt meddelande kl. {at} från {caller}[ ({place})]. Lyssna och ring upp. Kvittera med svaret: OK {number}. {link}",
		en: "{line}: new voice message at {at} from {caller}[ ({place})]. Listen and call back. To acknowledge, reply: OK {number}. {link}",
	},
	unanswered: {
		fi: "{line}: kukaan ei vastannut puheluun klo {at}, soittaja {caller}[ ({place})]. Soita takaisin. Kuittaa vastaamalla: OK {number}. {link}",
		sv: "{line}: ingen svarade på samtalet kl. {at} från {caller}[ ({place})]. Ring upp. Kvittera med svaret: OK {number}. {link}",
		en: "{line}: nobody answered the call at {at} from {caller}[ ({place})]. Please call back. To acknowledge, reply: OK {number}. {link}",
	},
	alarm: {
		fi: "{line}: kukaan ei ole vielä kuitannut puhelua klo {at}, soittaja {caller}[ ({place})]. Kuittaa vastaamalla: OK {number}. {link}",
		sv: "{line}: ingen har ännu kvitterat samtalet kl. {at} från {caller}[ ({place})]. Kvittera med svaret: OK {number}. {link}",
		en: "{line}: nobody has acknowledged the call at {at} from {caller}[ ({place})] yet. To acknowledge, reply: OK {number}. {link}",
	},
	"called-again": {
		fi: "{line}: {caller} soitti uudelleen klo {at}, vikailmoitus {number}[, {place}][: {summary}]. {link}",
		sv: "{line}: {caller} ringde igen kl. {at} om {number}[, {place}][: {summary}]. {link}",
		en: "{line}: {caller} called again at {at} about {number}[, {place}][: {summary}]. {link}",
	},
	assigned: {
		fi: "{line}: sinulle on vikailmoitus {number}[, {place}][: {summary}]. Kuittaa vastaamalla: OK {number}. {link}",
		sv: "{line}: du har fått felanmälan {number}[, {place}][: {summary}]. Kvittera med svaret: OK {number}. {link}",
		en: "{line}: ticket {number} is for you[, {place}][: {summary}]. To acknowledge, reply: OK {number}. {link}",
	},
	reminder: {
		fi: "{line}: vikailmoitus {number} odottaa yhä kuittaustasi[, {place}][: {summary}]. Kuittaa vastaamalla: OK {number}. {link}",
		sv: "{line}: felanmälan {number} väntar ännu på din kvittering[, {place}][: {summary}]. Kvittera med svaret: OK {number}. {link}",
		en: "{line}: ticket {number} still waits for you to acknowledge it[, {place}][: {summary}]. Reply: OK {number}. {link}",
	},
	unacknowledged: {
		fi: "{line}: vikailmoitusta {number} ei ole kuitattu[, {place}][: {summary}]. Katso, kuka sen hoitaa. {link}",
		sv: "{line}: felanmälan {number} är inte kvitterad[, {place}][: {summary}]. Se efter vem som tar den. {link}",
		en: "{line}: ticket {number} is not acknowledged[, {place}][: {summary}]. Please see who takes it. {link}",
	},
	overdue: {
		fi: "{line}: vikailmoituksen {number} määräaika on mennyt[, {place}][: {summary}]. Merkitse se valmiiksi tai kerro tilanne. {link}",
		sv: "{line}: tiden för felanmälan {number} har gått ut[, {place}][: {summary}]. Markera den som klar eller berätta läget. {link}",
		en: "{line}: ticket {number} is past its time[, {place}][: {summary}]. Please mark it done, or say how it stands. {link}",
	},
	"given-back": {
		fi: "{line}: vikailmoitus {number} palautettiin, ja se tarvitsee tekijän[, {place}][: {summary}]. Ota se vastaamalla: OK {number}. {link}",
		sv: "{line}: felanmälan {number} lämnades tillbaka och behöver någon[, {place}][: {summary}]. Ta den med svaret: OK {number}. {link}",
		en: "{line}: ticket {number} was given back and needs somebody[, {place}][: {summary}]. To take it, reply: OK {number}. {link}",
	},
	escalated: {
		fi: "{line}: kukaan ei ole kuitannut vikailmoitusta {number} muistutuksista huolimatta[, {place}][: {summary}]. Soittaja {caller} klo {at}. {link}",
		sv: "{line}: ingen har kvitterat felanmälan {number} trots påminnelser[, {place}][: {summary}]. Från {caller} kl. {at}. {link}",
		en: "{line}: nobody has acknowledged ticket {number} in spite of reminders[, {place}][: {summary}]. From {caller} at {at}. {link}",
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
