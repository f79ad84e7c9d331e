import type { Sentence } from "../../domain/language.ts";

/** What the API says when it refuses something about properties and tenants. */
export const placeRefusals = {
	noSuchProperty: {
		fi: "Kohdetta ei ole. Etsi se luettelosta uudelleen.",
		sv: "Fastigheten finns inte. Sök upp den i listan på nytt.",
		en: "There is no such property. Look for it in the list again.",
	},
	noSuchTenant: {
		fi: "Asukasta ei ole. Etsi hänet luettelosta uudelleen.",
		sv: "Hyresgästen finns inte. Sök upp hen i listan på nytt.",
		en: "There is no such tenant. Look for them in the list again.",
	},
	changedMeanwhile: {
		fi: "Joku ehti muuttaa tietoja. Lataa ne uudelleen ja tee muutoksesi siihen, mitä nyt näet.",
		sv: "Någon hann ändra uppgifterna. Läs in dem på nytt och gör din ändring i det du ser då.",
		en: "Somebody was faster and changed this. Load it again and make your change to what you see then.",
	},
	keyTaken: {
		fi: "Tunnus on jo toisella. Valitse toinen tai muuta sitä, jolla se on.",
		sv: "Beteckningen används redan. Välj en annan, eller ändra den som har den.",
		en: "The key is taken. Choose another, or change the one that has it.",
	},
	noSuchServiceClass: {
		fi: "Palveluluokkaa ei ole. Valitse jokin asetuksissa olevista.",
		sv: "Serviceklassen finns inte. Välj en av dem i inställningarna.",
		en: "There is no such service class. Choose one of those in the settings.",
	},
	stillLivedIn: {
		fi: "Kohteessa on vielä asukkaita. Poista tai siirrä heidät ensin.",
		sv: "Det finns ännu hyresgäster i fastigheten. Ta bort eller flytta dem först.",
		en: "Tenants still live in the property. Remove or move them first.",
	},
} satisfies Record<string, Sentence>;

/** What was typed for a phone number, and is none. */
export function notANumber(text: string): Sentence {
	return {
		fi: `”${text}” ei ole puhelinnumero. Kirjoita se suuntanumeroineen, esimerkiksi 040 123 4567 tai +46 70 174 06 90.`,
		sv: `”${text}” är inget telefonnummer. Skriv det med riktnummer, till exempel 040 123 4567 eller +46 70 174 06 90.`,
		en: `“${text}” is not a phone number. Write it with its area code, such as 040 123 4567 or +46 70 174 06 90.`,
	};
}
