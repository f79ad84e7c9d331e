/** What somebody who types a place may mean: an address, and perhaps a stairwell and a flat after it. */

/** One way to read what was typed. */
export interface PlaceReading {
	/** Parts of the address, area or key, in small letters; at least one. */
	readonly words: readonly string[];
	/** null: any. */
	readonly stairwell: string | null;
	readonly flat: string | null;
}

/** All ways to read it: all of it an address first, then those that say more: `kivipar 2 b 12` may be the flat 12 of the stairwell B. */
export function placeReadings(typed: string): PlaceReading[] {
	const words = wordsIn(typed);
	const readings: PlaceReading[] =
		words.length > 0 ? [{ words, stairwell: null, flat: null }] : [];
	const read = (
		count: number,
		stairwell: string | null,
		flat: string | null,
	) => {
		const rest = words.slice(0, words.length - count);
		if (rest.some((word) => /\p{L}{2}/u.test(word)))
			readings.push({ words: rest, stairwell, flat });
	};
	const [last = "", before = ""] = words.toReversed();
	const [, letters = "", digits = ""] =
		/^(\p{L}{1,2})(\d+\p{L}?)$/u.exec(last) ?? [];
	if (isStairwell(before) && isFlat(last)) read(2, before, last);
	if (letters) read(1, letters, digits);
	if (isFlat(last)) read(1, null, last);
	if (/^\p{L}{1,2}$/u.test(last)) read(1, last, null);
	return readings;
}

/** In small letters, without the words that people put before a flat. */
export function wordsIn(typed: string): string[] {
	return typed
		.normalize("NFC")
		.toLowerCase()
		.split(/[\s,;]+/)
		.map((word) => word.replace(/\.$/, ""))
		.filter((word) => word !== "" && !beforeFlats.has(word))
		.slice(0, mostWords);
}

const mostWords = 10;

const beforeFlats = new Set(
	["as", "asunto", "huoneisto", "rappu", "porras", "lgh", "lägenhet"].concat([
		"uppgång",
		"trappa",
		"flat",
		"stairwell",
	]),
);

function isStairwell(word: string): boolean {
	return /^(\p{L}{1,2}\d?|\d{1,2})$/u.test(word);
}

function isFlat(word: string): boolean {
	return /^\d{1,4}\p{L}?$/u.test(word);
}
