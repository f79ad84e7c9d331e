import type { Sentence } from "../domain/language.ts";
import { mostFlats } from "../domain/place/flats.ts";
import { mostNumbers } from "../domain/place/tenant.ts";
import { readableNumber } from "../rota-document/phone-number.ts";

/** More rows than a file of properties or tenants has. */
export const mostRows = 20_000;

/** What is wrong with a file of properties or tenants, or with one row of it, and what to do. */
export const rowWords = {
	empty: {
		fi: "Tiedosto on tyhjä.",
		sv: "Filen är tom.",
		en: "The file is empty.",
	},
	unreadable: {
		fi: "Tiedostoa ei voi lukea. Tallenna se uudelleen muodossa .xlsx tai .csv.",
		sv: "Filen går inte att läsa. Spara den igen som .xlsx eller .csv.",
		en: "The file cannot be read. Save it again as .xlsx or .csv.",
	},
	oldExcel: {
		fi: "Tiedosto on vanhaa Excel-muotoa tai salasanan takana. Tallenna se muodossa .xlsx ilman salasanaa.",
		sv: "Filen är i ett gammalt Excel-format eller skyddad av ett lösenord. Spara den som .xlsx utan lösenord.",
		en: "The file is in an old format of Excel, or behind a password. Save it as .xlsx without one.",
	},
	tooLarge: {
		fi: "Taulukko on liian suuri. Jaa se osiin, joissa on enintään 20 000 riviä.",
		sv: "Tabellen är för stor. Dela den i delar med högst 20 000 rader.",
		en: "The table is too large. Divide it into parts of at most 20,000 rows.",
	},
	noPropertyColumns: {
		fi: "Sarakkeita ei löydy. Otsikkorivillä pitää olla ainakin tunnus ja osoite.",
		sv: "Kolumnerna hittas inte. Rubrikraden ska ha åtminstone beteckning och adress.",
		en: "The columns are not found. The head row has to say at least key and address.",
	},
	noTenantColumns: {
		fi: "Sarakkeita ei löydy. Otsikkorivillä pitää olla ainakin tunnus ja nimi.",
		sv: "Kolumnerna hittas inte. Rubrikraden ska ha åtminstone beteckning och namn.",
		en: "The columns are not found. The head row has to say at least key and name.",
	},
	noRows: {
		fi: "Otsikkorivin alla ei ole yhtään riviä.",
		sv: "Det finns inga rader under rubrikraden.",
		en: "There are no rows below the head row.",
	},
	noKey: {
		fi: "Tunnus puuttuu. Anna riville oma tunnus, jolla se löytyy seuraavallakin kerralla.",
		sv: "Beteckning saknas. Ge raden en egen beteckning, så att den hittas också nästa gång.",
		en: "The key is missing. Give the row a key of its own, by which it is found the next time, too.",
	},
	noAddress: {
		fi: "Osoite puuttuu. Kirjoita katuosoite.",
		sv: "Adressen saknas. Skriv gatuadressen.",
		en: "The address is missing. Write the street address.",
	},
	noName: {
		fi: "Nimi puuttuu. Kirjoita asukkaan nimi.",
		sv: "Namnet saknas. Skriv hyresgästens namn.",
		en: "The name is missing. Write the tenant's name.",
	},
	tooLong: {
		fi: "Jokin solu on liian pitkä: tunnuksessa on enintään 60 merkkiä, osoitteessa ja nimessä 200.",
		sv: "Någon cell är för lång: en beteckning har högst 60 tecken, en adress eller ett namn 200.",
		en: "A cell is too long: a key has at most 60 letters, an address or a name 200.",
	},
	tooManyFlats: {
		fi: `Kohteella voi olla enintään ${mostFlats} huoneistoa. Jaa se useammaksi kohteeksi.`,
		sv: `En fastighet kan ha högst ${mostFlats} lägenheter. Dela den i flera fastigheter.`,
		en: `A property has at most ${mostFlats} flats. Divide it into several.`,
	},
	tooManyNumbers: {
		fi: `Asukkaalla voi olla enintään ${mostNumbers} numeroa.`,
		sv: `En hyresgäst kan ha högst ${mostNumbers} nummer.`,
		en: `A tenant has at most ${mostNumbers} numbers.`,
	},
	noPlace: {
		fi: "Koordinaatit eivät käy. Kirjoita ne asteina, esimerkiksi 60,2246 ja 25,0716.",
		sv: "Koordinaterna går inte att använda. Skriv dem i grader, till exempel 60,2246 och 25,0716.",
		en: "The coordinates do not work. Write them in degrees, such as 60.2246 and 25.0716.",
	},
} satisfies Record<string, Sentence>;

export function sameKey(row: number): Sentence {
	return {
		fi: `Sama tunnus on rivillä ${row}. Jätä vain toinen niistä.`,
		sv: `Samma beteckning finns på rad ${row}. Lämna bara den ena.`,
		en: `The same key stands in row ${row}. Leave only one of the two.`,
	};
}

export function otherThan(row: number): Sentence {
	return {
		fi: `Sama kohde on rivillä ${row} toisin tiedoin. Kirjoita kaikille sen riveille samat.`,
		sv: `Samma fastighet har andra uppgifter på rad ${row}. Skriv samma på alla dess rader.`,
		en: `Row ${row} says something else of the same property. Write the same in all its rows.`,
	};
}

export function strangeFlat(text: string): Sentence {
	return {
		fi: `”${text}” ei ole huoneisto. Kirjoita esimerkiksi B 12 tai A 1-20.`,
		sv: `”${text}” är ingen lägenhet. Skriv till exempel B 12 eller A 1-20.`,
		en: `“${text}” is no flat. Write B 12 or A 1-20, for example.`,
	};
}

export function strangeStairwell(text: string): Sentence {
	return {
		fi: `”${text}” ei ole rappu. Kirjoita enintään kuusi kirjainta tai numeroa, esimerkiksi B.`,
		sv: `”${text}” är ingen trappuppgång. Skriv högst sex bokstäver eller siffror, till exempel B.`,
		en: `“${text}” is no stairwell. Write at most six letters or digits, such as B.`,
	};
}

export function strangeNumber(text: string): Sentence {
	return {
		fi: `”${text}” ei ole puhelinnumero. Kirjoita se suuntanumeroineen, esimerkiksi 040 123 4567 tai +46 70 174 06 90.`,
		sv: `”${text}” är inget telefonnummer. Skriv det med riktnummer, till exempel 040 123 4567 eller +46 70 174 06 90.`,
		en: `“${text}” is no phone number. Write it with its area code, such as 040 123 4567 or +46 70 174 06 90.`,
	};
}

/** A number that could be of several countries, as it is read. */
export function otherNumbers(
	text: string,
	number: string,
	others: readonly string[],
): Sentence {
	const [as, could] = [
		readableNumber(number),
		others.map(readableNumber).join(", "),
	];
	return {
		fi: `${text} on ${as}; voisi olla myös ${could}.`,
		sv: `${text} är ${as}; kunde också vara ${could}.`,
		en: `${text} is ${as}; it could be ${could} as well.`,
	};
}

export function strangeLanguage(text: string): Sentence {
	return {
		fi: `”${text}” ei ole kieli, jota linja puhuu. Kirjoita fi, sv tai en.`,
		sv: `”${text}” är inget språk som linjen talar. Skriv fi, sv eller en.`,
		en: `“${text}” is no language that the line speaks. Write fi, sv or en.`,
	};
}

export function unknownClass(text: string): Sentence {
	return {
		fi: `Palveluluokkaa ”${text}” ei ole. Valitse jokin asetuksissa olevista, tai lisää se sinne.`,
		sv: `Serviceklassen ”${text}” finns inte. Välj en av dem i inställningarna, eller lägg till den där.`,
		en: `There is no service class “${text}”. Choose one of those in the settings, or add it there.`,
	};
}

export function unknownProperty(text: string): Sentence {
	return {
		fi: `Kohdetta ”${text}” ei ole. Tuo kohteet ensin, tai korjaa kohteen tunnus tai osoite.`,
		sv: `Fastigheten ”${text}” finns inte. Läs in fastigheterna först, eller rätta beteckningen eller adressen.`,
		en: `There is no property “${text}”. Take the properties in first, or correct its key or address.`,
	};
}
