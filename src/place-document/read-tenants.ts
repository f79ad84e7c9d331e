import { type Language, languages, type Sentence } from "../domain/language.ts";
import { stairwellPattern } from "../domain/place/flats.ts";
import type { ReadRow } from "../domain/place/import.ts";
import { placeReadings } from "../domain/place/place-query.ts";
import { tidy, tidyOrNull } from "../domain/place/property.ts";
import { mostNumbers, type TenantFields } from "../domain/place/tenant.ts";
import { eachRow, type Row, rowsIn } from "./cells.ts";
import { FileNumbers, type NumbersReading } from "./file-numbers.ts";
import { flatIn, type Reading } from "./read-properties.ts";
import {
	otherNumbers,
	rowWords,
	sameKey,
	strangeLanguage,
	strangeNumber,
	strangeStairwell,
	unknownProperty,
} from "./row-words.ts";

/** What the register knows that a file of tenants may refer to. */
export interface KnownPlaces {
	readonly properties: readonly {
		readonly id: string;
		readonly key: string;
		readonly address: string;
	}[];
	/** Whose national numbers are written. */
	readonly zones: readonly string[];
	/** Of the people on record, E.164: another country's number is a choice where some of them are from there. */
	readonly numbers: readonly string[];
}

/**
 * Reads tenants from CSV or XLSX, one a row; where they live is told by the property's key, or by its address.
 *
 * @param country calling code of the country whose people they are, for numbers that are written without one; null when the file tells.
 */
export async function readTenants(
	bytes: Uint8Array,
	{ properties, zones, numbers: known }: KnownPlaces,
	country: string | null = null,
): Promise<TenantsReading> {
	const read = await rowsIn("tenants", bytes);
	if (read.kind === "faulty") return read;
	const numbers = new FileNumbers(zones, country, known);
	await eachRow(read.rows, (row) => {
		for (const text of numbersWritten(row)) numbers.see(text);
	});
	const homes = homesBy(properties);
	const seen = new Map<string, number>();
	const rows: ReadRow<TenantFields>[] = [];
	await eachRow(read.rows, (row) => {
		const one = tenantIn(row, homes, numbers);
		const earlier = one.key === null ? undefined : seen.get(one.key);
		if (one.key !== null && earlier === undefined) seen.set(one.key, row.row);
		rows.push(
			earlier === undefined
				? one
				: { ...one, problems: [...one.problems, sameKey(earlier)] },
		);
	});
	return { ...read, rows, numbers: numbers.reading() };
}

type TenantsReading =
	| Extract<Reading<TenantFields>, { kind: "faulty" }>
	| (Extract<Reading<TenantFields>, { kind: "rows" }> & {
			/** null when no number of the file had a choice. */
			readonly numbers: NumbersReading | null;
	  });

/** By key and by address in small letters; null for an address that several share. */
type Homes = ReadonlyMap<string, string | null>;

function homesBy(properties: KnownPlaces["properties"]): Homes {
	const homes = new Map<string, string | null>();
	for (const { id, address } of properties) {
		const written = address.toLowerCase();
		homes.set(written, homes.has(written) ? null : id);
	}
	for (const { id, key } of properties) homes.set(key.toLowerCase(), id);
	return homes;
}

function tenantIn(
	row: Row,
	homes: Homes,
	numbers: FileNumbers,
): ReadRow<TenantFields> {
	const problems: Sentence[] = [];
	const remarks: Sentence[] = [];
	const key = tidyOrNull(row.text("key"));
	if (key === null) problems.push(rowWords.noKey);
	const name = row.has("name")
		? row.text("name")
		: tidy(`${row.text("firstName")} ${row.text("lastName")}`);
	if ((key ?? "").length > 60 || name.length > 200)
		problems.push(rowWords.tooLong);
	return {
		row: row.row,
		key,
		fields: {
			...(key !== null && { key }),
			name,
			...(row.has("numbers") && {
				numbers: numbersIn(row, numbers, problems, remarks),
			}),
			...(row.has("language") && {
				language: languageIn(row.text("language"), problems),
			}),
			...homeIn(row, homes, problems),
		},
		...{ problems, remarks },
	};
}

function numbersWritten(row: Row): string[] {
	return row
		.text("numbers")
		.split(/[,;|]| (?:tai|eller|or|ja|och|and) | \/ /i)
		.map((each) => each.trim())
		.filter(Boolean);
}

function numbersIn(
	row: Row,
	numbers: FileNumbers,
	problems: Sentence[],
	remarks: Sentence[],
): string[] {
	const read = numbersWritten(row).flatMap((text) => {
		const { number, others } = numbers.read(text);
		if (number === null) problems.push(strangeNumber(text.slice(0, 40)));
		if (number !== null && others.length > 0)
			remarks.push(otherNumbers(text, number, others));
		return number ?? [];
	});
	if (read.length > mostNumbers) problems.push(rowWords.tooManyNumbers);
	return read;
}

const languageNames: Readonly<Record<Language, readonly string[]>> = {
	fi: ["fi", "fin", "suomi", "finska", "finnish"],
	sv: ["sv", "se", "swe", "ruotsi", "svenska", "swedish"],
	en: ["en", "eng", "englanti", "engelska", "english"],
};

function languageIn(text: string, problems: Sentence[]): Language | null {
	if (text === "") return null;
	const [wanted = ""] = text.toLowerCase().split(/[-_]/);
	const found = languages.find((each) => languageNames[each].includes(wanted));
	if (!found) problems.push(strangeLanguage(text.slice(0, 40)));
	return found ?? null;
}

/** By the property's key or address; `Kiviparintie 2 B 12` in one cell says stairwell and flat too. */
function homeIn(
	row: Row,
	homes: Homes,
	problems: Sentence[],
): Partial<TenantFields> {
	if (!row.has("property") && !row.has("address")) return {};
	const written = tidy(row.text("property") || row.text("address"));
	const own = flatIn(row, problems);
	const stairwell = own?.stairwell ?? row.text("stairwell");
	if (stairwell !== "" && !stairwellPattern.test(stairwell))
		problems.push(strangeStairwell(stairwell.slice(0, 40)));
	if (written === "") return { property: null, stairwell: "", flat: "" };
	const found = foundHome(written, homes);
	if (!found) problems.push(unknownProperty(written.slice(0, 100)));
	return {
		property: found?.property ?? null,
		stairwell: stairwell || (found?.stairwell ?? ""),
		flat: own?.number ?? found?.flat ?? "",
	};
}

function foundHome(
	written: string,
	homes: Homes,
): { property: string; stairwell: string; flat: string } | null {
	for (const { words, stairwell, flat } of [
		{ words: [written.toLowerCase()], stairwell: null, flat: null },
		...placeReadings(written),
	]) {
		const property = homes.get(words.join(" "));
		if (property)
			return {
				property,
				stairwell: (stairwell ?? "").toUpperCase(),
				flat: flat ?? "",
			};
	}
	return null;
}
