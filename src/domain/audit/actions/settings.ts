/** Subjects, service classes, notices and messages: what an entry says of its actor, by action. */
import type { Sentence } from "../../language.ts";

export const settingsActions = {
	"subject-added": {
		fi: "lisäsi aiheen",
		sv: "lade till ett ämne",
		en: "added a subject",
	},
	"subject-changed": {
		fi: "muutti aihetta",
		sv: "ändrade ett ämne",
		en: "changed a subject",
	},
	"subject-retired": {
		fi: "poisti aiheen käytöstä",
		sv: "tog ett ämne ur bruk",
		en: "took a subject out of use",
	},
	"subject-brought-back": {
		fi: "otti aiheen takaisin käyttöön",
		sv: "tog ett ämne i bruk igen",
		en: "brought a subject back into use",
	},
	"service-class-added": {
		fi: "lisäsi palveluluokan",
		sv: "lade till en serviceklass",
		en: "added a service class",
	},
	"service-class-changed": {
		fi: "muutti palveluluokkaa",
		sv: "ändrade en serviceklass",
		en: "changed a service class",
	},
	"service-class-removed": {
		fi: "poisti palveluluokan",
		sv: "tog bort en serviceklass",
		en: "removed a service class",
	},
	"swap-approval-set": {
		fi: "päätti, tarvitsevatko vuoronvaihdot hyväksynnän",
		sv: "bestämde om passbyten behöver godkännas",
		en: "decided whether swaps need approval",
	},
	"duty-notices-changed": {
		fi: "muutti päivystysilmoitusten asetuksia",
		sv: "ändrade inställningarna för jourmeddelanden",
		en: "changed the settings of duty notices",
	},
	"notice-channel-chosen": {
		fi: "valitsi, miten päivystyksistä ilmoitetaan",
		sv: "valde hur jourer meddelas",
		en: "chose how to be told of duties",
	},
	"calendar-feed-created": {
		fi: "teki kalenterilinkin",
		sv: "skapade en kalenderlänk",
		en: "made a calendar feed",
	},
	"calendar-feed-revoked": {
		fi: "poisti kalenterilinkin käytöstä",
		sv: "drog in en kalenderlänk",
		en: "took a calendar feed out of use",
	},
	"message-text-changed": {
		fi: "muutti viestin sanoja",
		sv: "ändrade ett meddelandes ord",
		en: "changed the words of a message",
	},
	"message-text-reset": {
		fi: "palautti viestin alkuperäiset sanat",
		sv: "återställde ett meddelandes ord",
		en: "brought back the first words of a message",
	},
	"ticket-view-kept": {
		fi: "tallensi näkymän",
		sv: "sparade en vy",
		en: "kept a view",
	},
	"ticket-view-changed": {
		fi: "muutti näkymää",
		sv: "ändrade en vy",
		en: "changed a view",
	},
	"ticket-view-removed": {
		fi: "poisti näkymän",
		sv: "tog bort en vy",
		en: "removed a view",
	},
	"first-ticket-view-chosen": {
		fi: "valitsi näkymän, joka avautuu ensin",
		sv: "valde vyn som öppnas först",
		en: "chose the view that opens first",
	},
} satisfies Record<string, Sentence>;
