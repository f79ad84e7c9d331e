import type { Sentence } from "../../domain/language.ts";

export const calendarRefusals = {
	noSuchFeed: {
		fi: "Kalenteriosoitetta ei ole, tai se on jo peruttu.",
		sv: "Kalenderadressen finns inte eller är redan återkallad.",
		en: "There is no such calendar address, or it is already revoked.",
	},
	noSuchSubject: {
		fi: "Päivystyslistassa ei ole tätä henkilöä tai päivystystä.",
		sv: "Jourschemat har ingen sådan person eller jour.",
		en: "The rota has no such person or duty.",
	},
	othersFeed: {
		fi: "Voit tehdä osoitteen vain omalle kalenterillesi. Tilisi sähköpostin pitää olla sama kuin päivystyslistassa.",
		sv: "Du kan bara skapa en adress till din egen kalender. Kontots e-postadress måste vara densamma som i jourschemat.",
		en: "You can make an address for your own calendar only. Your account's e-mail address must be the one in the rota.",
	},
	noSuchDuty: {
		fi: "Päivystyslistassa ei ole tätä päivystystä.",
		sv: "Jourschemat har ingen sådan jour.",
		en: "The rota has no such duty.",
	},
} satisfies Record<string, Sentence>;
