import type { Sentence } from "../../domain/language.ts";

export const whatIfRefusals = {
	notThere: {
		fi: "Kysymystä ei ole. Joku on ehkä jo poistanut sen.",
		sv: "Frågan finns inte. Någon har kanske redan tagit bort den.",
		en: "There is no such what-if. Somebody may have removed it already.",
	},
	tooMany: {
		fi: "Kysymyksiä on jo niin monta kuin mahtuu. Poista ensin jokin vanha.",
		sv: "Det finns redan så många frågor som ryms. Ta först bort en gammal.",
		en: "There are as many what-ifs as fit already. Remove an old one first.",
	},
	yearlyIsLocal: {
		fi: "Joka vuosi kysyttävä aika kirjoitetaan ilman aikaeroa, esimerkiksi 2026-12-24T17:05.",
		sv: "En tid som frågas varje år skrivs utan tidsskillnad, till exempel 2026-12-24T17:05.",
		en: "A time that is asked every year is written without an offset, for example 2026-12-24T17:05.",
	},
	badZone: {
		fi: "Päivystyslistan aikavyöhykettä ei tunneta. Kirjoita esimerkiksi Europe/Helsinki.",
		sv: "Schemats tidszon är okänd. Skriv till exempel Europe/Helsinki.",
		en: "The rota's time zone is not known. Write one such as Europe/Helsinki.",
	},
} satisfies Record<string, Sentence>;
