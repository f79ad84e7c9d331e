/** Wall-clock dates and times as plain numbers, and how a zone's clock turns them into instants. */
import { IANAZone } from "luxon";
import type { LocalDate, LocalTime, RotaTime } from "./rota.ts";

export const minuteMillis = 60_000;
export const hourMillis = 3_600_000;
export const dayMillis = 86_400_000;

/** A date of the proleptic Gregorian calendar. */
export interface CivilDate {
	readonly year: number;
	/** 1–12. */
	readonly month: number;
	readonly day: number;
}

/**
 * Days from 1970-01-01 to a date.
 * Arithmetic of eras of 400 years (146,097 days) that begin on 1 March, so that a leap day comes last: no `Date` is made.
 */
export function dayNumber(year: number, month: number, day: number): number {
	const y = month > 2 ? year : year - 1;
	const era = Math.floor(y / 400);
	const yearOfEra = y - era * 400;
	const dayOfYear =
		Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
	const dayOfEra =
		yearOfEra * 365 +
		Math.floor(yearOfEra / 4) -
		Math.floor(yearOfEra / 100) +
		dayOfYear;
	return era * 146_097 + dayOfEra - 719_468;
}

/** The date that is `day` days after 1970-01-01. */
export function civilDate(day: number): CivilDate {
	const shifted = day + 719_468;
	const era = Math.floor(shifted / 146_097);
	const dayOfEra = shifted - era * 146_097;
	const yearOfEra = Math.floor(
		(dayOfEra -
			Math.floor(dayOfEra / 1460) +
			Math.floor(dayOfEra / 36_524) -
			Math.floor(dayOfEra / 146_096)) /
			365,
	);
	const dayOfYear =
		dayOfEra -
		(365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
	const fromMarch = Math.floor((5 * dayOfYear + 2) / 153);
	const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
	return {
		year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
		month,
		day: dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1,
	};
}

/** Monday is 0, Sunday 6. */
export function weekdayOf(day: number): number {
	return (((day + 3) % 7) + 7) % 7;
}

export function isLeapYear(year: number): boolean {
	return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

export function daysInMonth(year: number, month: number): number {
	if (month === 2) return isLeapYear(year) ? 29 : 28;
	return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Day number of `2026-12-24`; null when it is no date of the calendar between the years 1900 and 9999. */
export function readLocalDate(text: LocalDate): number | null {
	const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
	if (!parts) return null;
	const [year, month, day] = parts.slice(1).map(Number) as [
		number,
		number,
		number,
	];
	if (year < 1900 || month < 1 || month > 12) return null;
	if (day < 1 || day > daysInMonth(year, month)) return null;
	return dayNumber(year, month, day);
}

/** `2026-12-24` of a day number. */
export function localDateOf(day: number): LocalDate {
	return new Date(day * dayMillis).toISOString().slice(0, 10);
}

/** Milliseconds from midnight of `08:00`; `24:00` is a whole day; null when it is no time of day. */
export function readLocalTime(text: LocalTime): number | null {
	const parts = /^(\d{2}):(\d{2})$/.exec(text);
	if (!parts) return null;
	const minutes = Number(parts[1]) * 60 + Number(parts[2]);
	if (Number(parts[2]) > 59 || minutes > 24 * 60) return null;
	return minutes * minuteMillis;
}

/** A moment on the wall clock (as if it were UTC) or, where an offset was written, an instant; both in milliseconds. */
export type MomentReading =
	| { readonly kind: "local"; readonly local: number }
	| { readonly kind: "instant"; readonly instant: number };

const rotaTime =
	/^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?(?:(Z)|([+-])(\d{2})(?::?(\d{2}))?)?$/i;

/** Reads `2026-01-02T15:00`, with seconds, an offset or `Z` if need be; null when it is neither. Fractions of a second are dropped. */
export function readRotaTime(text: RotaTime): MomentReading | null {
	const parts = rotaTime.exec(text);
	if (!parts) return null;
	const day = readLocalDate(parts[1] as string);
	const time = readLocalTime(parts[2] as string);
	const seconds = Number(parts[3] ?? 0);
	if (day === null || time === null || seconds > 59) return null;
	if (time === dayMillis && seconds > 0) return null;
	const local = day * dayMillis + time + seconds * 1000;
	if (parts[4]) return { kind: "instant", instant: local };
	if (!parts[5]) return { kind: "local", local };
	const [hours, minutes] = [Number(parts[6]), Number(parts[7] ?? 0)];
	if (hours > 15 || minutes > 59) return null;
	const ahead = (hours * 60 + minutes) * minuteMillis;
	return {
		kind: "instant",
		instant: parts[5] === "-" ? local + ahead : local - ahead,
	};
}

/** The clock of one zone. Local moments are milliseconds as if the wall clock showed UTC; instants are Unix milliseconds. */
export interface ZoneClock {
	readonly zone: string;
	/**
	 * The instant of a local moment. One that does not exist is moved by the offset before the jump
	 * (03:30 in Helsinki's spring night is 04:30 summer time); one that happens twice is the first of the two.
	 */
	instantOf(local: number): number;
	localOf(instant: number): number;
	/** The instant of a date-time of the rota; null when the text is none. */
	read(text: RotaTime): number | null;
}

const clocks = new Map<string, ZoneClock>();

/** The clock of an IANA zone; null when there is no such zone. */
export function clockOf(zone: string): ZoneClock | null {
	const known = clocks.get(zone);
	if (known) return known;
	if (zone.length > 64 || !IANAZone.isValidZone(zone)) return null;
	const clock = clockWith(zone, offsets(IANAZone.create(zone)));
	clocks.set(zone, clock);
	return clock;
}

/** The clock that goes ahead of UTC by so many milliseconds at each instant. */
export function clockWith(
	zone: string,
	offsetAt: (instant: number) => number,
): ZoneClock {
	const instantOf = (local: number): number => {
		const before = offsetAt(local - dayMillis);
		const after = offsetAt(local + dayMillis);
		const first = local - before;
		if (before === after || offsetAt(first) === before) return first;
		const second = local - after;
		return offsetAt(second) === after ? second : first;
	};
	return {
		zone,
		instantOf,
		localOf: (instant) => instant + offsetAt(instant),
		read(text) {
			const moment = readRotaTime(text);
			if (!moment) return null;
			return moment.kind === "instant"
				? moment.instant
				: instantOf(moment.local);
		},
	};
}

/** A week in which the offset is `before` until `change` and `after` from then on. */
interface Week {
	readonly before: number;
	readonly change: number;
	readonly after: number;
}

const weekMillis = 7 * dayMillis;

/** The offsets of a zone in milliseconds, asked of luxon once a week of the calendar and remembered: asking it each time is 50 times slower. */
function offsets(zone: IANAZone): (instant: number) => number {
	const weeks = new Map<number, Week>();
	const asked = (instant: number) =>
		Math.round(zone.offset(instant) * minuteMillis);
	const weekOf = (number: number): Week => {
		const start = number * weekMillis;
		const before = asked(start);
		const after = asked(start + weekMillis);
		let [same, changed] = [start, start + weekMillis];
		while (before !== after && changed - same > 1) {
			const middle = Math.floor((same + changed) / 2);
			if (asked(middle) === before) same = middle;
			else changed = middle;
		}
		return { before, change: changed, after };
	};
	return (instant) => {
		const number = Math.floor(instant / weekMillis);
		let week = weeks.get(number);
		if (!week) {
			week = weekOf(number);
			if (weeks.size > 20_000) weeks.clear();
			weeks.set(number, week);
		}
		return instant < week.change ? week.before : week.after;
	};
}
