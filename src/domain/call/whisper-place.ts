/** What the whisper says of where the caller lives and of the calls around this one: "Kiviparintie 2 B 12, third call tonight." */
import type { DateTime } from "luxon";
import type { Language } from "../language.ts";

export interface CallsAround {
	/** As it is said: `Kiviparintie 2 B 12`; null when it is not known. */
	readonly place: string | null;
	/** Calls of the same number in the twelve hours up to this one, this one included; null when withheld. */
	readonly callsTonight: number | null;
	/** Others who called from the same stairwell, or house, in the same hours. */
	readonly othersTonight: number | null;
	readonly isSameStairwell: boolean;
	readonly isNight: boolean;
}

/** Whether people call this time the night; `at` is in the line's zone. */
export function isNightAt(at: DateTime): boolean {
	return at.hour >= 21 || at.hour < 7;
}

/** The place and the count as one sentence, as far as they are known; null when there is nothing to say. */
export function placeAndCount(
	{ place, callsTonight, isNight }: CallsAround,
	language: Language,
): string | null {
	const count =
		callsTonight !== null && callsTonight > 1
			? nthCall[language](callsTonight, isNight)
			: null;
	const said = [place, count].filter((part) => part !== null).join(", ");
	return said === "" ? null : `${capital(said)}.`;
}

/** That others nearby have called too: a fault of more than one flat; null when none has. */
export function othersWords(
	{ othersTonight, isSameStairwell }: CallsAround,
	language: Language,
): string | null {
	if (!othersTonight) return null;
	return others[language](othersTonight, isSameStairwell);
}

const nthCall: Readonly<
	Record<Language, (count: number, isNight: boolean) => string>
> = {
	fi: (count, isNight) =>
		`${ordinals.fi[count - 1] ?? `${count}.`} puhelu ${isNight ? "tänä yönä" : "tänään"}`,
	sv: (count, isNight) =>
		`${ordinals.sv[count - 1] ?? `${count}:e`} samtalet i ${isNight ? "natt" : "dag"}`,
	en: (count, isNight) =>
		`${ordinals.en[count - 1] ?? `${count}${englishEnding(count)}`} call ${isNight ? "tonight" : "today"}`,
};

const ordinals = {
	fi: [
		...["ensimmäinen", "toinen", "kolmas", "neljäs", "viides"],
		...["kuudes", "seitsemäs", "kahdeksas", "yhdeksäs", "kymmenes"],
	],
	sv: [
		...["första", "andra", "tredje", "fjärde", "femte"],
		...["sjätte", "sjunde", "åttonde", "nionde", "tionde"],
	],
	en: [
		...["first", "second", "third", "fourth", "fifth"],
		...["sixth", "seventh", "eighth", "ninth", "tenth"],
	],
} as const;

const others: Readonly<
	Record<Language, (count: number, isSameStairwell: boolean) => string>
> = {
	fi: (count, isSameStairwell) => {
		const where = isSameStairwell ? "Samasta rapusta" : "Samasta talosta";
		return count === 1
			? `${where} on soittanut yksi muu.`
			: `${where} on soittanut ${numbers.fi[count - 1] ?? count} muuta.`;
	},
	sv: (count, isSameStairwell) => {
		const where = isSameStairwell
			? "från samma trappuppgång"
			: "från samma hus";
		return count === 1
			? `En annan ${where} har ringt.`
			: `${capital(numbers.sv[count - 1] ?? String(count))} andra ${where} har ringt.`;
	},
	en: (count, isSameStairwell) => {
		const where = `from the same ${isSameStairwell ? "stairwell" : "house"}`;
		return count === 1
			? `One other ${where} has called.`
			: `${capital(numbers.en[count - 1] ?? String(count))} others ${where} have called.`;
	},
};

const numbers = {
	fi: [
		...["yksi", "kaksi", "kolme", "neljä", "viisi"],
		...["kuusi", "seitsemän", "kahdeksan", "yhdeksän", "kymmenen"],
	],
	sv: [
		...["en", "två", "tre", "fyra", "fem"],
		...["sex", "sju", "åtta", "nio", "tio"],
	],
	en: [
		...["one", "two", "three", "four", "five"],
		...["six", "seven", "eight", "nine", "ten"],
	],
} as const;

function englishEnding(count: number): string {
	const isTeen = count % 100 > 10 && count % 100 < 14;
	return isTeen ? "th" : (["th", "st", "nd", "rd"][count % 10] ?? "th");
}

function capital(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}
