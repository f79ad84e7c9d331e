/** Tickets, their calls, messages and files: what an entry says of its actor, by action. */
import type { Sentence } from "../../language.ts";

export const ticketsActions = {
	"ticket-opened": {
		fi: "avasi vikailmoituksen",
		sv: "öppnade felanmälan",
		en: "opened the ticket",
	},
	"ticket-called-again": {
		fi: "sai uuden puhelun samasta vikailmoituksesta",
		sv: "fick ett nytt samtal i samma felanmälan",
		en: "got another call about the ticket",
	},
	"ticket-changed": {
		fi: "muutti vikailmoitusta",
		sv: "ändrade felanmälan",
		en: "changed the ticket",
	},
	"ticket-acknowledged": {
		fi: "kuittasi vikailmoituksen",
		sv: "kvitterade felanmälan",
		en: "acknowledged the ticket",
	},
	"ticket-assigned": {
		fi: "siirsi vikailmoituksen tekijälle",
		sv: "gav felanmälan till någon",
		en: "gave the ticket to somebody",
	},
	"ticket-started": {
		fi: "lähti matkaan",
		sv: "gav sig av",
		en: "set out",
	},
	"ticket-arrived": {
		fi: "tuli paikalle",
		sv: "kom fram",
		en: "came on site",
	},
	"ticket-finished": {
		fi: "merkitsi työn valmiiksi",
		sv: "markerade arbetet som klart",
		en: "marked the work as done",
	},
	"ticket-closed": {
		fi: "sulki vikailmoituksen",
		sv: "stängde felanmälan",
		en: "closed the ticket",
	},
	"ticket-reopened": {
		fi: "avasi vikailmoituksen uudelleen",
		sv: "öppnade felanmälan igen",
		en: "opened the ticket again",
	},
	"ticket-given-back": {
		fi: "palautti vikailmoituksen",
		sv: "lämnade tillbaka felanmälan",
		en: "gave the ticket back",
	},
	"ticket-merged": {
		fi: "yhdisti vikailmoituksen toiseen",
		sv: "slog ihop felanmälan med en annan",
		en: "merged the ticket into another",
	},
	"ticket-merged-in": {
		fi: "liitti tähän toisen vikailmoituksen",
		sv: "lade en annan felanmälan till denna",
		en: "merged another ticket into this one",
	},
	"ticket-split": {
		fi: "erotti tästä puheluita uuteen vikailmoitukseen",
		sv: "delade ut samtal till en ny felanmälan",
		en: "split calls off into a new ticket",
	},
	"ticket-split-off": {
		fi: "avasi vikailmoituksen toisesta erotetuista puheluista",
		sv: "öppnade felanmälan av samtal från en annan",
		en: "opened the ticket from calls of another",
	},
	"ticket-separated": {
		fi: "purki vikailmoitusten yhdistämisen",
		sv: "upphävde sammanslagningen",
		en: "took merged tickets apart",
	},
	"ticket-noted": {
		fi: "kirjoitti muistiinpanon",
		sv: "skrev en anteckning",
		en: "wrote a note",
	},
	"ticket-file-added": {
		fi: "lisäsi tiedoston",
		sv: "lade till en fil",
		en: "added a file",
	},
	"ticket-file-removed": {
		fi: "poisti tiedoston",
		sv: "tog bort en fil",
		en: "removed a file",
	},
	"ticket-escalated": {
		fi: "vei kuittaamattoman vikailmoituksen eteenpäin",
		sv: "förde den okvitterade felanmälan vidare",
		en: "took the unacknowledged ticket further",
	},
	"ticket-link-created": {
		fi: "antoi henkilökohtaisen linkin vikailmoitukseen",
		sv: "gav en personlig länk till felanmälan",
		en: "gave somebody a personal link to the ticket",
	},
	"ticket-link-ended": {
		fi: "lopetti henkilökohtaisen linkin vikailmoitukseen",
		sv: "avslutade en personlig länk till felanmälan",
		en: "ended somebody’s personal link to the ticket",
	},
	"tenant-call-started": {
		fi: "soitti asukkaalle linjan numerosta",
		sv: "ringde hyresgästen från linjens nummer",
		en: "called the tenant from the line’s number",
	},
	"tenant-call-ended": {
		fi: "päätti puhelun asukkaan kanssa",
		sv: "avslutade samtalet med hyresgästen",
		en: "ended the call with the tenant",
	},
	"call-recovered": {
		fi: "palautti puhelun puhelinyhtiön tiedoista",
		sv: "återställde ett samtal ur operatörens uppgifter",
		en: "recovered a call from the carrier’s records",
	},
	"recording-kept": {
		fi: "tallensi viestin",
		sv: "sparade ett meddelande",
		en: "kept a recording",
	},
	"recording-heard": {
		fi: "kuunteli viestin",
		sv: "lyssnade på ett meddelande",
		en: "listened to a recording",
	},
} satisfies Record<string, Sentence>;
