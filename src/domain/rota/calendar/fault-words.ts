/** Why a calendar could not be read, and why an event could not, in words. */
import type { Sentence } from "../../language.ts";
import type { CalendarFailure, CalendarFault } from "./copy.ts";
import type { StrangeEntry, UnreadableEntry } from "./entry.ts";

const faults: Readonly<Record<CalendarFault, Sentence>> = {
	"bad-address": {
		fi: "osoite ei ole verkko-osoite",
		sv: "adressen är ingen webbadress",
		en: "its address is no web address",
	},
	"address-not-allowed": {
		fi: "osoite johtaa sisäverkkoon, josta kalentereita ei lueta",
		sv: "adressen leder till ett internt nät, och därifrån läses inga kalendrar",
		en: "its address leads into a private network, and calendars are not read from there",
	},
	"host-not-found": {
		fi: "palvelinta ei löydy",
		sv: "servern hittas inte",
		en: "its server cannot be found",
	},
	"no-answer": {
		fi: "palvelin ei vastannut ajoissa",
		sv: "servern svarade inte i tid",
		en: "its server did not answer in time",
	},
	"connection-failed": {
		fi: "palvelimeen ei saatu yhteyttä",
		sv: "det gick inte att nå servern",
		en: "its server could not be reached",
	},
	"not-secure": {
		fi: "palvelimen varmenne ei kelpaa",
		sv: "serverns certifikat är inte giltigt",
		en: "its server has no valid certificate",
	},
	status: {
		fi: "palvelin ei antanut kalenteria",
		sv: "servern lämnade inte ut kalendern",
		en: "its server did not hand it out",
	},
	"too-many-redirects": {
		fi: "palvelin ohjaa yhä uudelle osoitteelle",
		sv: "servern hänvisar vidare gång på gång",
		en: "its server keeps sending us on",
	},
	"too-big": {
		fi: "kalenteri on yli 2 Mt",
		sv: "kalendern är större än 2 MB",
		en: "it is larger than 2 MB",
	},
	"too-many-entries": {
		fi: "kalenterissa on liikaa tapahtumia",
		sv: "kalendern har för många händelser",
		en: "it has too many events",
	},
	"not-a-calendar": {
		fi: "osoitteesta ei tullut kalenteria vaan jotain muuta, ehkä kirjautumissivu",
		sv: "adressen gav ingen kalender utan något annat, kanske en inloggningssida",
		en: "what came was no calendar, perhaps a sign-in page",
	},
	"cut-short": {
		fi: "kalenteri katkesi kesken",
		sv: "kalendern bröts av på mitten",
		en: "it broke off half-way",
	},
};

/** A part of a sentence, without a full stop; with the server's status where that is the point. */
export function faultInWords({
	because,
	status,
}: Pick<CalendarFailure, "because" | "status">): Sentence {
	const { fi, sv, en } = faults[because];
	const code = status === null ? "" : ` (${status})`;
	return { fi: `${fi}${code}`, sv: `${sv}${code}`, en: `${en}${code}` };
}

export function isCalendarFault(name: string): name is CalendarFault {
	return Object.hasOwn(faults, name);
}

/** Why an event is nobody's shift, as a part of a sentence. */
export function strangenessInWords({
	because,
}: Pick<StrangeEntry, "because">): Sentence {
	return because === "nobody"
		? {
				fi: "se ei nimeä ketään päivystyslistan henkilöä",
				sv: "den nämner ingen person i jourschemat",
				en: "it names nobody of the rota",
			}
		: {
				fi: "se nimeää useamman kuin yhden henkilön",
				sv: "den nämner fler än en person",
				en: "it names more than one person",
			};
}

const unreadables: Readonly<Record<UnreadableEntry["because"], Sentence>> = {
	"no-time": {
		fi: "sen aika ei ole päivämäärä eikä kellonaika",
		sv: "dess tid är varken datum eller klockslag",
		en: "its time is neither a date nor a time",
	},
	"no-length": {
		fi: "sillä ei ole kestoa",
		sv: "den har ingen längd",
		en: "it has no length",
	},
	"unknown-zone": {
		fi: "sen aikavyöhykettä ei tunneta",
		sv: "dess tidszon är okänd",
		en: "its time zone is unknown",
	},
	"bad-rule": {
		fi: "sen toistosääntöä ei voi lukea",
		sv: "dess upprepning går inte att läsa",
		en: "the rule by which it recurs cannot be read",
	},
	broken: {
		fi: "se on rikki",
		sv: "den är trasig",
		en: "it is broken",
	},
};

/** Why an event could not be read, as a part of a sentence. */
export function unreadabilityInWords({
	because,
}: Pick<UnreadableEntry, "because">): Sentence {
	return unreadables[because];
}
