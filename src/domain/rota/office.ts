/** When the office is open and why: hours, holidays and eves, special days. */
import type { Because } from "./answer.ts";
import {
	asWritten,
	closedByHoliday,
	closedBySpecial,
	openBySpecial,
	openByWindow,
	outsideHours,
} from "./because.ts";
import type { HolidayCalendar } from "./holidays.ts";
import type { Rota } from "./rota.ts";
import { type Cut, overlaid, type Span } from "./track.ts";
import { dayMillis, readLocalDate, type ZoneClock } from "./wall-clock.ts";
import { type Opening, openingOn, openingsOf, timesOf } from "./windows.ts";

/** Open (true) or closed between two instants. `special` beats everything on its date, a holiday or listed eve keeps windows that start on it shut. */
export function officeCuts(
	rota: Rota,
	clock: ZoneClock,
	from: number,
	to: number,
	holidays: HolidayCalendar | null,
): Cut<boolean>[] {
	const closedDays = closedDaysOf(rota, holidays);
	const specialDays = specialDaysOf(rota);
	const days = daysAround(clock, from, to);
	let cuts: Cut<boolean>[] = [
		{ start: from, value: false, because: outsideHours() },
	];
	const closed = [...closedDays]
		.filter(([day]) => days.has(day))
		.map(([day, because]) => wholeDay(day, because, clock));
	cuts = overlaid(cuts, sorted(closed), to);
	for (const [index, window] of rota.hours.entries()) {
		const because = openByWindow(`hours[${index}]`, window.start, window.end);
		const open = openingsOf(window, clock, from, to)
			.filter(({ day }) => !closedDays.has(day) && !specialDays.has(day))
			.map((opening) => openSpan(opening, because));
		cuts = overlaid(cuts, sorted(open), to);
	}
	for (const [day, index] of [...specialDays].sort(([a], [b]) => a - b))
		if (days.has(day)) cuts = specialCuts(rota, index, day, cuts, clock, to);
	return cuts;
}

function specialCuts(
	rota: Rota,
	index: number,
	day: number,
	base: Cut<boolean>[],
	clock: ZoneClock,
	to: number,
): Cut<boolean>[] {
	const special = rota.special?.[index];
	if (!special) return base;
	const where = `special[${index}]`;
	const shut = wholeDay(day, closedBySpecial(where, special.why), clock);
	let cuts = overlaid(base, [shut], to);
	for (const { start, end } of special.open) {
		const times = timesOf(start, end);
		const opening = times && openingOn(day, times, clock);
		if (!opening) continue;
		const because = openBySpecial(where, start, end, special.why);
		cuts = overlaid(cuts, [openSpan(opening, because)], to);
	}
	return cuts;
}

/** Day number of each closed day with the reason; the first reason of a day stays. */
export function closedDaysOf(
	rota: Pick<Rota, "holidays">,
	holidays: HolidayCalendar | null,
): Map<number, Because> {
	const closed = new Map<number, Because>();
	const rules = rota.holidays;
	if (!rules) return closed;
	for (const [index, { date, name }] of (rules.also ?? []).entries()) {
		const day = readLocalDate(date);
		if (day !== null && !closed.has(day))
			closed.set(
				day,
				closedByHoliday("holiday", `holidays.also[${index}]`, asWritten(name)),
			);
	}
	for (const { date, name, kind } of holidays?.holidays ?? []) {
		const day = readLocalDate(date);
		if (day === null) continue;
		if (kind === "public")
			closed.set(day, closedByHoliday("holiday", "holidays.country", name));
		else if (rules.eves?.includes(kind) && !closed.has(day))
			closed.set(day, closedByHoliday("eve", "holidays.eves", name));
	}
	for (const { date } of rules.except ?? []) {
		const day = readLocalDate(date);
		if (day !== null) closed.delete(day);
	}
	return closed;
}

/** Day number of each special day with its place in the list; where a date stands twice, the last one. */
function specialDaysOf(rota: Rota): Map<number, number> {
	const days = new Map<number, number>();
	for (const [index, { date }] of (rota.special ?? []).entries()) {
		const day = readLocalDate(date);
		if (day !== null) days.set(day, index);
	}
	return days;
}

function daysAround(clock: ZoneClock, from: number, to: number) {
	const first = Math.floor(clock.localOf(from) / dayMillis) - 2;
	const last = Math.floor(clock.localOf(to) / dayMillis) + 1;
	return { has: (day: number) => day >= first && day <= last };
}

function wholeDay(
	day: number,
	because: Because,
	clock: ZoneClock,
): Span<boolean> {
	return {
		start: clock.instantOf(day * dayMillis),
		end: clock.instantOf((day + 1) * dayMillis),
		value: false,
		because,
	};
}

function openSpan({ start, end }: Opening, because: Because): Span<boolean> {
	return { start, end, value: true, because };
}

/** Sorted, an earlier span ending where the next begins. */
function sorted(spans: readonly Span<boolean>[]): Span<boolean>[] {
	const ordered = [...spans].sort((a, b) => a.start - b.start);
	return ordered.map((span, index) => ({
		...span,
		end: Math.min(span.end, ordered[index + 1]?.start ?? span.end),
	}));
}
