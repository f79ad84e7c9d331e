import {
	type KnownNumber,
	knownNumber,
} from "../rota-document/phone-number.ts";

/** Where a tenant's number is from, when it is written without a country and is none of the lines' own. */
const neighbours = ["Europe/Helsinki", "Europe/Stockholm"];

/** What a number may mean, as it is written. */
export interface NumberMeaning extends KnownNumber {
	/** Whether people of the zones write it so, and not only their neighbours. */
	readonly isOwn: boolean;
}

/**
 * What a phone number in any spelling may mean: one thing in international writing, in national writing one in each country where it is
 * a number, those of the zones first, then Finland and Sweden. A number of a service is meant only where it is no person's anywhere.
 */
export function meaningsOf(
	text: string,
	zones: readonly string[],
): NumberMeaning[] {
	const plain = text
		.normalize("NFKC")
		.replace(/\(0\)/g, "")
		.replace(/[\s/.‐-―-]/gu, " ")
		.trim();
	const found = new Map<string, NumberMeaning>();
	for (const zone of new Set([...zones, ...neighbours])) {
		const known = knownNumber(plain, zone);
		if (known && !found.has(known.number))
			found.set(known.number, { ...known, isOwn: zones.includes(zone) });
		// Written with its country, it is the same for everybody.
		if (/^(?:\+|00)/.test(plain)) break;
	}
	const all = [...found.values()];
	const ofPeople = all.filter(({ kind }) => kind !== "service");
	return ofPeople.length > 0 ? ofPeople : all;
}

/**
 * The number that was typed, E.164: of the zones' own countries where it is one there. Several where it may be one of several of them;
 * none when it is no number.
 */
export function typedNumbers(text: string, zones: readonly string[]): string[] {
	const meanings = meaningsOf(text, zones);
	const own = meanings.filter(({ isOwn }) => isOwn);
	return (own.length > 0 ? own : meanings.slice(0, 1)).map(
		({ number }) => number,
	);
}
