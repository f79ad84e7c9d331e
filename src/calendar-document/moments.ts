import type { RotaTime } from "../domain/rota/rota.ts";
import {
	dayMillis,
	dayNumber,
	daysInMonth,
	hourMillis,
	minuteMillis,
	type ZoneClock,
} from "../domain/rota/wall-clock.ts";

/** A date or date-time of a calendar, on its own wall clock. */
export interface Moment {
	/** Milliseconds as if the clock showed UTC; midnight for a date. */
	readonly local: number;
	readonly isDate: boolean;
	readonly isUtc: boolean;
}

/** Reads `20261224T150000`, `20261224T150000Z`, `20261224` and the same with dashes and colons; null for anything else. */
export function readMoment(text: string): Moment | null {
	const parts =
		/^(\d{4})-?(\d{2})-?(\d{2})(?:T(\d{2}):?(\d{2})(?::?(\d{2}))?(Z)?)?$/i.exec(
			text.trim(),
		);
	if (!parts) return null;
	const [year, month, day, hour, minute, second] = parts
		.slice(1, 7)
		.map((part) => Number(part ?? 0)) as [
		number,
		number,
		number,
		number,
		number,
		number,
	];
	if (year < 1600 || month < 1 || month > 12) return null;
	if (day < 1 || day > daysInMonth(year, month)) return null;
	if (hour > 24 || minute > 59 || second > 60) return null;
	const time = hour * hourMillis + minute * minuteMillis + second * 1000;
	return {
		local: dayNumber(year, month, day) * dayMillis + time,
		isDate: parts[4] === undefined,
		isUtc: parts[7] !== undefined,
	};
}

/** A length as iCalendar writes it: days and weeks are of the wall clock, the rest is exact. */
export interface Length {
	readonly days: number;
	readonly exact: number;
}

/** Reads `P1W`, `P1DT12H`, `PT30M`; null for anything else, and for one that goes backwards. */
export function readLength(text: string): Length | null {
	const parts =
		/^\+?P(?:(\d{1,4})W)?(?:(\d{1,5})D)?(?:T(?:(\d{1,5})H)?(?:(\d{1,6})M)?(?:(\d{1,8})S)?)?$/i.exec(
			text.trim(),
		);
	if (!parts) return null;
	const [weeks, days, hours, minutes, seconds] = parts
		.slice(1)
		.map((part) => Number(part ?? 0)) as [
		number,
		number,
		number,
		number,
		number,
	];
	return {
		days: weeks * 7 + days,
		exact: hours * hourMillis + minutes * minuteMillis + seconds * 1000,
	};
}

/** A local moment as a rota writes it: an instant where the calendar names a zone, else local to the rota's. */
export function rotaTimeOf(local: number, clock: ZoneClock | null): RotaTime {
	if (!clock) return short(new Date(local).toISOString());
	return `${short(new Date(clock.instantOf(local)).toISOString())}Z`;
}

function short(iso: string): string {
	return iso.replace(/(?::00)?\.000Z$/, "");
}
