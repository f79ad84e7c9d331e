import type { Sentence } from "../domain/language.ts";

/** What is wrong with a file of shifts, or with one row of it, and what to do. */
export const fileWords = {
	empty: {
		fi: "Tiedosto on tyhjä.",
		sv: "Filen är tom.",
		en: "The file is empty.",
	},
	unreadable: {
		fi: "Tiedostoa ei voi lukea. Tallenna se uudelleen muodossa .xlsx, .csv tai .ics.",
		sv: "Filen går inte att läsa. Spara den igen som .xlsx, .csv eller .ics.",
		en: "The file cannot be read. Save it again as .xlsx, .csv or .ics.",
	},
	oldExcel: {
		fi: "Tiedosto on vanhaa Excel-muotoa tai salasanan takana. Tallenna se muodossa .xlsx ilman salasanaa.",
		sv: "Filen är i ett gammalt Excel-format eller skyddad av ett lösenord. Spara den som .xlsx utan lösenord.",
		en: "The file is in an old format of Excel, or behind a password. Save it as .xlsx without one.",
	},
	tooLarge: {
		fi: "Taulukko on liian suuri. Jätä siihen vain vuorot, enintään 5 000 riviä.",
		sv: "Tabellen är för stor. Lämna bara passen kvar, högst 5 000 rader.",
		en: "The table is too large. Leave nothing but the shifts in it, at most 5,000 rows.",
	},
	noHead: {
		fi: "Sarakkeita ei löydy. Ensimmäisellä rivillä pitää lukea henkilö, alku ja loppu, tai henkilö, päivä, alku ja loppu.",
		sv: "Kolumnerna hittas inte. Den första raden ska ha person, start och slut, eller person, datum, start och slut.",
		en: "The columns are not found. The first row has to say person, start and end, or person, date, start and end.",
	},
	noRows: {
		fi: "Tiedostossa ei ole yhtään vuoroa.",
		sv: "Filen har inga pass.",
		en: "There are no shifts in the file.",
	},
	noPerson: {
		fi: "Henkilö puuttuu.",
		sv: "Person saknas.",
		en: "The person is missing.",
	},
	noStart: {
		fi: "Alkuaika puuttuu.",
		sv: "Starttid saknas.",
		en: "The start is missing.",
	},
	noEnd: {
		fi: "Loppuaika puuttuu.",
		sv: "Sluttid saknas.",
		en: "The end is missing.",
	},
	noTime: {
		fi: "Kellonaika puuttuu: kirjoita sekä päivä että kellonaika.",
		sv: "Klockslag saknas: skriv både datum och klockslag.",
		en: "The time of day is missing: write both date and time.",
	},
	endsBefore: {
		fi: "Vuoro päättyy ennen kuin alkaa.",
		sv: "Passet slutar innan det börjar.",
		en: "The shift ends before it begins.",
	},
	several: {
		fi: "Nimi sopii useampaan kuin yhteen henkilöön. Kirjoita koko nimi, tunnus tai sähköposti.",
		sv: "Namnet passar på fler än en person. Skriv hela namnet, id eller e-post.",
		en: "The name fits more than one person. Write the whole name, the id or the e-mail address.",
	},
} satisfies Record<string, Sentence>;

export function unknownPerson(text: string): Sentence {
	return {
		fi: `"${text}" ei ole päivystyslistassa. Korjaa nimi, tai lisää henkilö ensin listaan.`,
		sv: `"${text}" finns inte i jourschemat. Rätta namnet, eller lägg först till personen i schemat.`,
		en: `"${text}" is not in the rota. Correct the name, or first add the person to the rota.`,
	};
}

export function notATime(text: string): Sentence {
	return {
		fi: `"${text}" ei ole päivä ja kellonaika. Kirjoita esimerkiksi 24.12.2026 15:00.`,
		sv: `"${text}" är inte datum och klockslag. Skriv till exempel 2026-12-24 15:00.`,
		en: `"${text}" is no date and time. Write 2026-12-24 15:00, for example.`,
	};
}

export function skippedTime(
	text: string,
	choices: readonly string[],
): Sentence {
	const [before = "", after = ""] = choices.map(readable);
	const shown = readable(text);
	return {
		fi: `Kelloa siirretään: aikaa ${shown} ei ole. Kirjoita ${before} tai ${after}.`,
		sv: `Klockan ställs om: tiden ${shown} finns inte. Skriv ${before} eller ${after}.`,
		en: `The clocks change: ${shown} does not exist. Write ${before} or ${after}.`,
	};
}

export function doubleTime(text: string, choices: readonly string[]): Sentence {
	const [first = "", second = ""] = choices;
	const shown = readable(text);
	return {
		fi: `Kelloa siirretään: aika ${shown} tulee kahdesti. Kirjoita ensimmäinen ${first} tai toinen ${second}.`,
		sv: `Klockan ställs om: tiden ${shown} kommer två gånger. Skriv den första ${first} eller den andra ${second}.`,
		en: `The clocks change: ${shown} comes twice. Write the first, ${first}, or the second, ${second}.`,
	};
}

export function overlaps(row: number): Sentence {
	return {
		fi: `Vuoro menee päällekkäin rivin ${row} kanssa.`,
		sv: `Passet överlappar rad ${row}.`,
		en: `The shift overlaps that of row ${row}.`,
	};
}

function readable(text: string): string {
	return text.replace("T", " ");
}
