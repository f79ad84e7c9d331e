/** Until when a fault is to be seen to. */
import type { DateTime } from "luxon";
import type { Language } from "../language.ts";
import { type Urgency, urgencies } from "./ticket.ts";

/** From the report until it is due, by urgency. */
export type DueMinutes = Readonly<Record<Urgency, number>>;

/** When it is due: so many minutes of real time after the report, nights and holidays counted. */
export function dueAt(
	openedAt: DateTime,
	urgency: Urgency,
	minutes: DueMinutes,
): DateTime {
	return openedAt.plus({ milliseconds: minutes[urgency] * 60_000 });
}

/** A year: what is due later than that is not due. */
export const mostDueMinutes = 366 * 1440;

/** The first urgency that would be due sooner than a more urgent one; null when all are in order. */
export function dueOutOfOrder(minutes: DueMinutes): Urgency | null {
	const later = urgencies.slice(1).find((urgency, i) => {
		const before = urgencies[i];
		return before !== undefined && minutes[urgency] < minutes[before];
	});
	return later ?? null;
}

/** In the reader's own short units, the largest that come out even: `3 d`, `1 d 12 h`; `typedMinutes` reads it back. */
export function writtenMinutes(minutes: number, language: Language): string {
	const words = shortUnits[language];
	const parts: string[] = [];
	let left = Math.round(minutes);
	const sizes = left % weekMinutes === 0 ? [weekMinutes, ...days] : days;
	for (const size of sizes) {
		const count = Math.floor(left / size);
		if (count > 0) parts.push(`${count} ${words[size]}`);
		left -= count * size;
	}
	return parts.length > 0 ? parts.join(" ") : `0 ${words[1]}`;
}

/** Minutes of a text such as `1 h`, `1,5 vrk` or `2 d 12 h`, in the units of any language; null when it cannot be read. */
export function typedMinutes(text: string): number | null {
	const typed = text.trim().toLowerCase();
	if (!/^(\d+([.,]\d+)?\s*\p{L}+\.?\s*)+$/u.test(typed)) return null;
	let minutes = 0;
	for (const [, count = "", unit = ""] of typed.matchAll(
		/(\d+(?:[.,]\d+)?)\s*(\p{L}+)/gu,
	)) {
		const size = unitSizes.find(([pattern]) => pattern.test(unit))?.[1];
		if (size === undefined) return null;
		minutes += Number(count.replace(",", ".")) * size;
	}
	return Math.round(minutes);
}

const weekMinutes = 7 * 1440;
const days = [1440, 60, 1] as const;

const shortUnits: Readonly<Record<Language, Readonly<Record<number, string>>>> =
	{
		fi: { [weekMinutes]: "vk", 1440: "vrk", 60: "h", 1: "min" },
		sv: { [weekMinutes]: "v", 1440: "d", 60: "h", 1: "min" },
		en: { [weekMinutes]: "w", 1440: "d", 60: "h", 1: "min" },
	};

const unitSizes: readonly (readonly [RegExp, number])[] = [
	[/^(min|mins|minutes?|minuuttia?|minut|minuter)$/, 1],
	[/^(h|hr|hrs|hours?|t|tuntia?|tunti|tim|timmar|timme)$/, 60],
	[
		/^(d|days?|pv|päivää?|päivä|vrk|vuorokautta|vuorokausi|dygn|dag|dagar)$/,
		1440,
	],
	[/^(w|weeks?|vk|viikkoa?|viikko|v|vecka|veckor)$/, weekMinutes],
];
