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
	previewIsOld: {
		fi: "Rekisteri tai tiedosto on muuttunut esikatselun jälkeen, joten mitään ei tehty. Katso tiedosto uudelleen.",
		sv: "Registret eller filen har ändrats sedan förhandsvisningen, så inget gjordes. Titta på filen på nytt.",
		en: "The register or the file has changed since the preview, so nothing was done. Look at the file again.",
	},
	cannotRemove: {
		fi: "Joltakin riviltä puuttuu tunnus, joten ei ole varmaa, ketkä puuttuvat. Korjaa rivit tai jätä puuttuvat paikoilleen.",
		sv: "Någon rad saknar beteckning, så det är inte säkert vilka som saknas. Rätta raderna, eller låt dem som saknas vara kvar.",
		en: "A row has no key, so it is not certain who is missing. Correct the rows, or leave those who are missing where they are.",
	},
	goneLivedIn: {
		fi: "Jossakin puuttuvassa kohteessa on vielä asukkaita. Tuo asukkaat ensin, tai jätä puuttuvat paikoilleen.",
		sv: "I någon av fastigheterna som saknas bor det ännu hyresgäster. Läs in hyresgästerna först, eller låt dem som saknas vara kvar.",
		en: "Tenants still live in a property that is missing. Take the tenants in first, or leave what is missing where it is.",
	},
} satisfies Record<string, Sentence>;

/** What was typed for a phone number, and could be one of several countries; `numbers` as people read them. */
export function severalNumbers(
	text: string,
	numbers: readonly string[],
): Sentence {
	const [last = "", ...rest] = [...numbers].reverse();
	const first = rest.reverse().join(", ");
	return {
		fi: `”${text}” voi olla ${first} tai ${last}. Kirjoita maanumero sen alkuun.`,
		sv: `”${text}” kan vara ${first} eller ${last}. Skriv det med landsnumret först.`,
		en: `“${text}” may be ${first} or ${last}. Write it with its country code first.`,
	};
}
