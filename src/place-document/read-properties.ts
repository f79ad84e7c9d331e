import type { Sentence } from "../domain/language.ts";
import {
	type Flat,
	flatOf,
	flatPattern,
	flatsWritten,
	mostFlats,
	stairwellPattern,
} from "../domain/place/flats.ts";
import type { ReadRow } from "../domain/place/import.ts";
import { type PropertyFields, tidyOrNull } from "../domain/place/property.ts";
import { eachRow, type Row, rowsIn } from "./cells.ts";
import {
	otherThan,
	rowWords,
	strangeFlat,
	strangeStairwell,
	unknownClass,
} from "./row-words.ts";

export interface ServiceClassNames {
	readonly id: string;
	readonly names: Sentence;
}

export type Reading<Fields> =
	| {
			readonly kind: "rows";
			readonly rows: readonly ReadRow<Fields>[];
			/** Heads of columns that mean nothing to us, as they are written. */
			readonly ignored: readonly string[];
			/** Which sheet was read, where a workbook has several. */
			readonly sheet: string | null;
	  }
	| { readonly kind: "faulty"; readonly problem: Sentence };

/**
 * Reads properties from CSV or XLSX: one row a property with its flats listed, or one row a flat, in which case the rows of one key are
 * one property. Nothing is guessed; what cannot be read is told with the row and what to do.
 */
export async function readProperties(
	bytes: Uint8Array,
	classes: readonly ServiceClassNames[],
): Promise<Reading<PropertyFields>> {
	const read = await rowsIn("properties", bytes);
	if (read.kind === "faulty") return read;
	const byKey = new Map<string, ReadRow<PropertyFields>>();
	const rows: ReadRow<PropertyFields>[] = [];
	await eachRow(read.rows, (row) => {
		const one = propertyIn(row, classes);
		const earlier = one.key === null ? undefined : byKey.get(one.key);
		if (!earlier || !row.has("flat")) {
			const twice = earlier && { ...one, problems: [otherThan(earlier.row)] };
			rows.push(twice ?? one);
			if (one.key !== null && !earlier) byKey.set(one.key, one);
		} else {
			const both = together(earlier, one);
			rows[rows.indexOf(earlier)] = both;
			byKey.set(both.key ?? "", both);
		}
	});
	return { ...read, rows };
}

function propertyIn(
	row: Row,
	classes: readonly ServiceClassNames[],
): ReadRow<PropertyFields> {
	const problems: Sentence[] = [];
	const key = tidyOrNull(row.text("key"));
	if (key === null) problems.push(rowWords.noKey);
	const text = (column: "area" | "city") =>
		row.has(column) ? { [column]: tidyOrNull(row.text(column)) } : {};
	const fields: Partial<PropertyFields> = {
		...(key !== null && { key }),
		address: row.text("address"),
		...text("city"),
		...text("area"),
		...(row.has("postalCode") && { postalCode: postalCodeIn(row) }),
		...homesIn(row, problems),
		...(row.has("serviceClass") && {
			serviceClass: classIn(row.text("serviceClass"), classes, problems),
		}),
		...placeOnMap(row, problems),
	};
	const texts = [fields.address, fields.area, fields.city, fields.postalCode];
	if (
		(key ?? "").length > 60 ||
		texts.some((each) => (each ?? "").length > 200)
	)
		problems.push(rowWords.tooLong);
	return { row: row.row, key, fields, problems };
}

/** A workbook keeps 00920 as the number 920, and writes it so into a text. */
function postalCodeIn(row: Row): string | null {
	const text = tidyOrNull(row.text("postalCode"));
	return text && /^\d{3,4}$/.test(text) ? text.padStart(5, "0") : text;
}

function homesIn(row: Row, problems: Sentence[]): Partial<PropertyFields> {
	const isListed = row.has("flats") || row.has("flat");
	const listed = flatsWritten(row.text("flats"));
	problems.push(
		...listed.strange.slice(0, 3).map((text) => strangeFlat(text.slice(0, 40))),
	);
	const stairwells = row
		.text(row.has("stairwells") ? "stairwells" : "stairwell")
		.split(/[,;]/)
		.map((each) => each.trim())
		.filter(Boolean);
	const wrong = stairwells.find((each) => !stairwellPattern.test(each));
	if (wrong) problems.push(strangeStairwell(wrong.slice(0, 40)));
	const own = flatIn(row, problems);
	const flats = own ? [...listed.flats, own] : listed.flats;
	if (flats.length > mostFlats) problems.push(rowWords.tooManyFlats);
	return {
		...(isListed && { flats }),
		...((isListed || row.has("stairwells") || row.has("stairwell")) && {
			stairwells: wrong ? [] : stairwells,
		}),
	};
}

/** Of a file with one row a flat. */
export function flatIn(row: Row, problems: Sentence[]): Flat | null {
	const number = flatWritten(row);
	const stairwell = row.text("stairwell");
	if (number === "") return null;
	const [, before = "", after = ""] = /^(\S+)\s+(\S+)$/.exec(number) ?? [];
	const [letters, digits] =
		stairwell === "" && before !== "" ? [before, after] : [stairwell, number];
	if (
		flatPattern.test(digits) &&
		(letters === "" || stairwellPattern.test(letters))
	)
		return flatOf(letters, digits);
	problems.push(strangeFlat(number.slice(0, 40)));
	return null;
}

/** Without the word that says it is one, and without the number of the house, which the address ends with. */
function flatWritten(row: Row): string {
	const text = row
		.text("flat")
		.replace(/^(?:as|asunto|huoneisto|lgh|lägenhet|flat)\b\.?\s*/iu, "");
	const [, house = "", rest = ""] = /^(\S+)\s+(\S+\s+\S+)$/.exec(text) ?? [];
	return house !== "" && row.text("address").endsWith(` ${house}`)
		? rest
		: text;
}

function classIn(
	text: string,
	classes: readonly ServiceClassNames[],
	problems: Sentence[],
): string | null {
	if (text === "") return null;
	const wanted = text.toLowerCase();
	const found = classes.find(({ id, names }) =>
		[id, names.fi, names.sv, names.en].some(
			(each) => each.toLowerCase() === wanted,
		),
	);
	if (!found) problems.push(unknownClass(text.slice(0, 60)));
	return found?.id ?? null;
}

function placeOnMap(row: Row, problems: Sentence[]): Partial<PropertyFields> {
	if (!row.has("latitude") || !row.has("longitude")) return {};
	const [latitude, longitude] = (["latitude", "longitude"] as const).map(
		(column) => degreesIn(row.text(column)),
	);
	const isWrong =
		[latitude, longitude].some((each) => Number.isNaN(each)) ||
		(latitude === null) !== (longitude === null) ||
		Math.abs(latitude ?? 0) > 90 ||
		Math.abs(longitude ?? 0) > 180;
	if (isWrong) problems.push(rowWords.noPlace);
	return isWrong
		? {}
		: { latitude: latitude ?? null, longitude: longitude ?? null };
}

/** null for an empty cell, NaN for what is no number. */
function degreesIn(text: string): number | null {
	return text === "" ? null : Number(text.replace(",", "."));
}

/** Two rows of one property: its flats are those of both, and all else has to be the same. */
function together(
	first: ReadRow<PropertyFields>,
	next: ReadRow<PropertyFields>,
): ReadRow<PropertyFields> {
	const { flats: some = [], stairwells: here = [], ...rest } = first.fields;
	const { flats: more = [], stairwells: there = [], ...others } = next.fields;
	const isSame = JSON.stringify(rest) === JSON.stringify(others);
	// Put in order once, when all rows are together.
	const flats = [...some, ...more];
	const tooMany = flats.length > mostFlats ? [rowWords.tooManyFlats] : [];
	return {
		...first,
		fields: {
			...{ ...rest, flats },
			stairwells: [...new Set([...here, ...there])],
		},
		problems: [
			...first.problems,
			...next.problems,
			...(isSame ? [] : [otherThan(next.row)]),
			...tooMany,
		],
	};
}
