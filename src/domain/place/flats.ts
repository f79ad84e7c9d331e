/** The flats of a property, and how people write many of them shortly. */

export interface Flat {
	/** Empty in a house without stairwells. */
	readonly stairwell: string;
	readonly number: string;
}

/** More flats than any one property has. */
export const mostFlats = 2_000;

/** How stairwells and flats are written: letters and digits, so that a list of them can be read back. */
export const stairwellPattern = /^[\p{L}\d]{1,6}$/u;
export const flatPattern = /^[\p{L}\d]{1,10}$/u;

/** One flat, with its stairwell in capitals; `B12` without a stairwell is the flat 12 of the stairwell B. */
export function flatOf(stairwell: string, number: string): Flat {
	const [, letters = "", digits = ""] =
		stairwell === "" ? (/^(\p{L}{1,6})(\d.*)$/u.exec(number) ?? []) : [];
	return letters
		? { stairwell: letters.toUpperCase(), number: digits }
		: { stairwell: stairwell.toUpperCase(), number };
}

/**
 * Reads flats as people list them: `A 1-20, B 21, 22` (a stairwell holds until the next one). What cannot be read is given back
 * as `strange`, and nothing of the rest is lost.
 */
export function flatsWritten(text: string): {
	readonly flats: readonly Flat[];
	readonly strange: readonly string[];
} {
	const flats: Flat[] = [];
	const strange: string[] = [];
	let stairwell = "";
	for (const part of text.split(/[,;\n]/)) {
		const written = part.trim();
		if (written === "") continue;
		const read = entryIn(written, stairwell);
		if (read === null) strange.push(written);
		else {
			flats.push(...read);
			stairwell = read[0]?.stairwell ?? stairwell;
		}
	}
	return { flats: inOrder(flats), strange };
}

/** `A 1-20, B 21-40`: the same flats, in order, as `flatsWritten` reads them again. */
export function flatsInWords(flats: readonly Flat[]): string {
	const runs: { stairwell: string; from: string; to: string }[] = [];
	for (const { stairwell, number } of inOrder(flats)) {
		const last = runs.at(-1);
		if (last?.stairwell === stairwell && follows(last.to, number))
			last.to = number;
		else runs.push({ stairwell, from: number, to: number });
	}
	return runs.map(runInWords).join(", ");
}

/** Each flat once, by stairwell and number as people count. */
export function inOrder(flats: readonly Flat[]): Flat[] {
	const byName = new Map(
		flats.map((flat) => [`${flat.stairwell} ${flat.number}`, flat]),
	);
	return [...byName.values()].sort(
		(a, b) => compare(a.stairwell, b.stairwell) || compare(a.number, b.number),
	);
}

/** Stairwells that are named, and those that flats are in, each once and in order. */
export function stairwellsOf(
	named: readonly string[],
	flats: readonly Flat[],
): string[] {
	const all = [...named, ...flats.map(({ stairwell }) => stairwell)];
	const known = all.map((each) => each.trim().toUpperCase()).filter(Boolean);
	return [...new Set(known)].sort(compare);
}

function entryIn(written: string, stairwell: string): Flat[] | null {
	const [from = "", to, ...more] = written.split(/\s*[-–]\s*/);
	const first = oneFlat(from, stairwell);
	if (first === null || more.length > 0) return null;
	if (to === undefined) return [first];
	const last = oneFlat(to, first.stairwell);
	return last?.stairwell === first.stairwell
		? range(first.stairwell, first.number, last.number)
		: null;
}

/** `A 12` or `A12`; `12` is in the stairwell that was named before. */
function oneFlat(written: string, stairwell: string): Flat | null {
	const [before = "", number, ...more] = written.split(/\s+/);
	if (more.length > 0) return null;
	if (number !== undefined)
		return stairwellPattern.test(before) && flatPattern.test(number)
			? flatOf(before, number)
			: null;
	if (!flatPattern.test(before)) return null;
	const own = flatOf("", before);
	return own.stairwell === "" ? flatOf(stairwell, before) : own;
}

function range(stairwell: string, from: string, to: string): Flat[] | null {
	const count = Number(to) - Number(from) + 1;
	if (!isPlain(from) || !isPlain(to) || count < 1 || count > mostFlats)
		return null;
	return Array.from({ length: count }, (_, index) =>
		flatOf(stairwell, String(Number(from) + index)),
	);
}

function follows(before: string, number: string): boolean {
	return (
		isPlain(before) && isPlain(number) && Number(before) + 1 === Number(number)
	);
}

function isPlain(number: string): boolean {
	return /^[1-9]\d{0,5}$/.test(number);
}

function runInWords({
	stairwell,
	from,
	to,
}: {
	readonly stairwell: string;
	readonly from: string;
	readonly to: string;
}): string {
	const before = stairwell === "" ? "" : `${stairwell} `;
	return before + (from === to ? from : `${from}-${to}`);
}

const { compare } = new Intl.Collator("fi", { numeric: true });
