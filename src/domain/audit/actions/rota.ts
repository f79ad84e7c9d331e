/** Rota, swaps, absences and duties: what an entry says of its actor, by action. */
import type { Sentence } from "../../language.ts";

export const rotaActions = {
	"rota-published": {
		fi: "julkaisi päivystyslistan version",
		sv: "publicerade en version av jourschemat",
		en: "published a version of the rota",
	},
	"swap-offered": {
		fi: "tarjosi vuoroaan toiselle",
		sv: "erbjöd någon annan sitt pass",
		en: "offered a shift to somebody else",
	},
	"swap-accepted": {
		fi: "lupautui ottamaan vuoron",
		sv: "tog emot passet",
		en: "said yes to taking the shift",
	},
	"swap-declined": {
		fi: "ei ottanut tarjottua vuoroa",
		sv: "tackade nej till passet",
		en: "said no to the offered shift",
	},
	"swap-approved": {
		fi: "hyväksyi vuoronvaihdon",
		sv: "godkände passbytet",
		en: "approved the swap",
	},
	"swap-refused": {
		fi: "ei hyväksynyt vuoronvaihtoa",
		sv: "godkände inte passbytet",
		en: "did not approve the swap",
	},
	"swap-withdrawn": {
		fi: "perui tarjouksensa",
		sv: "drog tillbaka sitt erbjudande",
		en: "withdrew the offer",
	},
	"swap-undone": {
		fi: "perui vuoronvaihdon",
		sv: "upphävde passbytet",
		en: "undid the swap",
	},
	"swap-fixed": {
		fi: "korjasi vuoronvaihdon",
		sv: "rättade passbytet",
		en: "corrected the swap",
	},
	"swap-expired": {
		fi: "antoi vaihtotarjouksen raueta",
		sv: "lät erbjudandet om byte gå ut",
		en: "let the offer of a swap expire",
	},
	"swap-died": {
		fi: "lopetti vuoronvaihdon, koska vuoroa ei enää ole",
		sv: "avslutade passbytet, för passet finns inte längre",
		en: "ended the swap, because the shift is no longer there",
	},
	"swap-moved": {
		fi: "siirsi vuoronvaihdon vuoron mukana",
		sv: "flyttade passbytet med passet",
		en: "moved the swap with the shift",
	},
	"absence-recorded": {
		fi: "merkitsi poissaolon",
		sv: "antecknade en frånvaro",
		en: "recorded an absence",
	},
	"absence-changed": {
		fi: "muutti poissaoloa",
		sv: "ändrade en frånvaro",
		en: "changed an absence",
	},
	"absence-removed": {
		fi: "poisti poissaolon",
		sv: "tog bort en frånvaro",
		en: "removed an absence",
	},
	"duty-asked": {
		fi: "kysyi, onko päivystäjä valmiina",
		sv: "frågade om den som har jour är beredd",
		en: "asked whether whoever is next has the duty",
	},
	"duty-confirmed": {
		fi: "vahvisti ottavansa päivystyksen",
		sv: "bekräftade jouren",
		en: "confirmed the duty",
	},
	"duty-declined": {
		fi: "ilmoitti, ettei voi päivystää",
		sv: "meddelade att jouren inte går",
		en: "said that they cannot take the duty",
	},
	"duty-unanswered": {
		fi: "ei saanut vahvistusta päivystykselle",
		sv: "fick ingen bekräftelse på jouren",
		en: "got no confirmation of the duty",
	},
	"duty-withdrawn": {
		fi: "perui kysymyksen päivystyksestä",
		sv: "drog tillbaka frågan om jouren",
		en: "withdrew the question about the duty",
	},
	"duty-alarm-acknowledged": {
		fi: "kuittasi hälytyksen vahvistamattomasta päivystyksestä",
		sv: "kvitterade larmet om en obekräftad jour",
		en: "acknowledged the alarm about an unconfirmed duty",
	},
	"calendar-failed": {
		fi: "ei saanut luettua kalenteria",
		sv: "kunde inte läsa kalendern",
		en: "could not read the calendar",
	},
	"calendar-read": {
		fi: "sai taas luettua kalenterin",
		sv: "kunde läsa kalendern igen",
		en: "could read the calendar again",
	},
	"what-if-kept": {
		fi: "tallensi mitä jos -kysymyksen",
		sv: "sparade en vad händer om-fråga",
		en: "kept a what-if",
	},
	"what-if-changed": {
		fi: "muutti mitä jos -kysymystä",
		sv: "ändrade en vad händer om-fråga",
		en: "changed a what-if",
	},
	"what-if-removed": {
		fi: "poisti mitä jos -kysymyksen",
		sv: "tog bort en vad händer om-fråga",
		en: "removed a what-if",
	},
} satisfies Record<string, Sentence>;
