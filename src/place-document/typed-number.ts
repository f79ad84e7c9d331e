import {
	callingCode,
	holderOfPhone,
	phoneNumber,
} from "../rota-document/phone-number.ts";

/** Where a tenant's number is from, when it is written without a country and is none of the lines' own. */
const neighbours = ["Europe/Helsinki", "Europe/Stockholm"];

/** What a number may mean, as it is written. */
export interface NumberMeaning {
	/** E.164. */
	readonly number: string;
	/** Of its country, as it stands behind the `+`. */
	readonly code: string;
	/** Whether people of the zones write it so, and not only their neighbours. */
	readonly isOwn: boolean;
	readonly isMobile: boolean;
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
	const found = new Map<string, NumberMeaning & { isOfPerson: boolean }>();
	for (const zone of new Set([...zones, ...neighbours])) {
		const number = phoneNumber(plain, zone);
		if (number === null || found.has(number)) continue;
		const holder = holderOfPhone(number);
		found.set(number, {
			...{ number, code: callingCode(number) ?? "" },
			...{ isOwn: zones.includes(zone), isMobile: holder === "mobile" },
			isOfPerson: holder !== "service",
		});
	}
	const all = [...found.values()];
	const ofPeople = all.filter(({ isOfPerson }) => isOfPerson);
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
