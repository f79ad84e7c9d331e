import type { Language } from "../domain/language.ts";
import type { ImportKind } from "../domain/place/import.ts";
import { headText, type ReadCell } from "../spreadsheet/read-table.ts";

type Heads = Readonly<Record<Language, readonly string[]>>;

const address: Heads = {
	fi: ["Osoite", "katuosoite", "lähiosoite"],
	sv: ["Adress", "gatuadress"],
	en: ["Address", "street address", "street"],
};
const stairwell: Heads = {
	fi: ["Rappu", "porras", "porraskäytävä"],
	sv: ["Trappuppgång", "uppgång", "trappa"],
	en: ["Stairwell", "entrance", "staircase"],
};
const flat: Heads = {
	fi: [
		...["Huoneisto", "asunto", "huoneistonumero", "asunnon numero"],
		...["asuntonumero", "asunto numero", "huoneiston numero"],
	],
	sv: ["Lägenhet", "lägenhetsnummer", "lgh", "lgh nummer"],
	en: ["Flat", "apartment", "flat number", "apartment number"],
};

/** What stands at the head of a column, what is written by us first. */
const propertyHeads = {
	key: {
		fi: [
			...["Tunnus", "kohde", "kohdetunnus", "kohdenumero"],
			...["kiinteistötunnus", "kiinteistö", "kohteen tunnus"],
		],
		sv: [
			...["Beteckning", "fastighet", "fastighetsnummer", "objekt"],
			...["objektnummer", "fastighetsbeteckning", "nummer"],
		],
		en: [
			...["Key", "property", "property key", "property number"],
			...["id", "property id", "object"],
		],
	},
	address,
	postalCode: {
		fi: ["Postinumero"],
		sv: ["Postnummer"],
		en: ["Postal code", "postcode", "zip", "zip code"],
	},
	city: {
		fi: ["Kaupunki", "postitoimipaikka", "kunta"],
		sv: ["Ort", "postort", "stad", "kommun"],
		en: ["City", "town"],
	},
	area: {
		fi: ["Alue", "kaupunginosa"],
		sv: ["Område", "stadsdel"],
		en: ["Area", "district"],
	},
	stairwells: {
		fi: ["Raput", "portaat"],
		sv: ["Trappuppgångar", "uppgångar", "trappor"],
		en: ["Stairwells", "entrances"],
	},
	flats: {
		fi: ["Huoneistot", "asunnot"],
		sv: ["Lägenheter"],
		en: ["Flats", "apartments"],
	},
	serviceClass: {
		fi: ["Palveluluokka"],
		sv: ["Serviceklass"],
		en: ["Service class"],
	},
	latitude: {
		fi: ["Leveysaste"],
		sv: ["Latitud"],
		en: ["Latitude", "lat"],
	},
	longitude: {
		fi: ["Pituusaste"],
		sv: ["Longitud"],
		en: ["Longitude", "lon", "lng", "long"],
	},
	stairwell,
	flat,
} satisfies Record<string, Heads>;

const tenantHeads = {
	key: {
		fi: [
			...["Tunnus", "asukas", "asukasnumero", "asukastunnus"],
			...["asiakasnumero", "vuokralaisnumero"],
		],
		sv: [
			...["Beteckning", "hyresgäst", "hyresgästnummer", "kundnummer"],
			"nummer",
		],
		en: ["Key", "tenant", "tenant key", "tenant number", "id", "tenant id"],
	},
	name: {
		fi: ["Nimi", "asukkaan nimi"],
		sv: ["Namn", "hyresgästens namn"],
		en: ["Name", "tenant name"],
	},
	firstName: {
		fi: ["Etunimi", "etunimet"],
		sv: ["Förnamn"],
		en: ["First name", "given name"],
	},
	lastName: {
		fi: ["Sukunimi"],
		sv: ["Efternamn"],
		en: ["Last name", "surname", "family name"],
	},
	numbers: {
		fi: [
			...["Puhelin", "puhelinnumero", "puhelinnumerot", "puh", "numerot"],
			...["matkapuhelin", "kännykkä", "gsm"],
		],
		sv: [
			...["Telefon", "telefonnummer", "tel", "mobil", "mobiltelefon"],
			"mobilnummer",
		],
		en: [
			...["Phone", "phones", "phone number", "phone numbers", "numbers"],
			...["mobile", "mobile phone", "telephone"],
		],
	},
	language: { fi: ["Kieli"], sv: ["Språk"], en: ["Language"] },
	property: {
		fi: [
			...["Kohde", "kohdetunnus", "kohdenumero", "kohteen tunnus"],
			...["kiinteistötunnus", "kiinteistö"],
		],
		sv: [
			...["Fastighet", "fastighetsnummer", "objekt", "objektnummer"],
			"fastighetsbeteckning",
		],
		en: ["Property", "property key", "property number", "property id"],
	},
	address,
	stairwell,
	flat,
} satisfies Record<string, Heads>;

/** The name that we write at the head of a column. */
export function headOf(
	kind: ImportKind,
	column: string,
	language: Language,
): string {
	const heads: Readonly<Record<string, Heads>> =
		kind === "properties" ? propertyHeads : tenantHeads;
	return heads[column]?.[language][0] ?? column;
}

/** Without the number of several such columns; `nro` and `nr` are written out. */
function headInFull(cell: ReadCell): string {
	return headText(cell)
		.replace(/ ?\d$/, "")
		.replace(/[. ]+/g, " ")
		.replace(/nro$/, "numero")
		.replace(/nr$/, "nummer")
		.trim();
}

/** In which columns each thing stands, by the names at their head in any of the languages; several for numbers. */
export function columnsIn(
	kind: ImportKind,
	cells: readonly ReadCell[],
): ReadonlyMap<string, readonly number[]> {
	const heads: Readonly<Record<string, Heads>> =
		kind === "properties" ? propertyHeads : tenantHeads;
	const texts = cells.map(headInFull);
	return new Map(
		Object.entries(heads).flatMap(([column, { fi, sv, en }]) => {
			const names = [...fi, ...sv, ...en].map((name) => name.toLowerCase());
			const found = texts.flatMap((text, index) =>
				names.includes(text) ? [index] : [],
			);
			return found.length > 0 ? [[column, found] as const] : [];
		}),
	);
}
