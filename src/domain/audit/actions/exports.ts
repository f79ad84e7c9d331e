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
	"data-exported": {
		fi: "vei numeron tiedot tiedostoon",
		sv: "exporterade det som finns om ett nummer",
		en: "exported what is kept about a number",
	},
	"audit-exported": {
		fi: "vei muutoslokin tiedostoon",
		sv: "exporterade ändringsloggen",
		en: "exported the audit log",
	},
	"backup-made": {
		fi: "teki varmuuskopion",
		sv: "gjorde en säkerhetskopia",
		en: "made a backup",
	},
	"backup-restored": {
		fi: "palautti varmuuskopion",
		sv: "återställde en säkerhetskopia",
		en: "restored a backup",
	},
} satisfies Record<string, Sentence>;
