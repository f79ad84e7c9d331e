/** What was taken out of the service: what an entry says of its actor, by action. */
import type { Sentence } from "../../language.ts";

export const exportsActions = {
	"standby-pay-exported": {
		fi: "vei päivystyskorvaukset tiedostoon",
		sv: "exporterade jourersättningarna",
		en: "exported standby pay",
	},
	"rota-exported": {
		fi: "vei päivystyslistan tiedostoon",
		sv: "exporterade jourschemat",
		en: "exported the rota",
	},
	"tickets-exported": {
		fi: "vei vikailmoituksia tiedostoon",
		sv: "exporterade felanmälningar",
		en: "exported tickets",
	},
	"numbers-exported": {
		fi: "vei luvut tiedostoon",
		sv: "exporterade siffrorna",
		en: "exported the numbers",
	},
	"audit-exported": {
		fi: "vei muutoslokin tiedostoon",
		sv: "exporterade ändringsloggen",
		en: "exported the audit log",
	},
	"data-request-answered": {
		fi: "vei numeron tiedot tietopyyntöä varten",
		sv: "tog ut det som finns om ett nummer för en begäran",
		en: "took out what is kept about a number, for a data request",
	},
	"properties-exported": {
		fi: "vei kohteet tiedostoon",
		sv: "exporterade fastigheterna",
		en: "exported the properties",
	},
	"tenants-exported": {
		fi: "vei asukkaat tiedostoon",
		sv: "exporterade hyresgästerna",
		en: "exported the tenants",
	},
} satisfies Record<string, Sentence>;
