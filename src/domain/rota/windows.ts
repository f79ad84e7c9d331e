/** Windows: recurring spans of the wall clock, such as office hours and the hours of a layer. */

import { readRule } from "./recurrence/rule.ts";
import { occurrencesOf, ruleWork } from "./recurrence.ts";
import type { Window } from "./rota.ts";
import {
	dayMillis,
	readLocalDate,
	readLocalTime,
	type ZoneClock,
} from "./wall-clock.ts";

/** One opening of a window: the day number it starts on, and `start <= t < end` in Unix milliseconds. */
export interface Opening {
	readonly day: number;
	readonly start: number;
	readonly end: number;
}

/**
 * The openings of a window that touch `from <= t < to`, sorted. Both ends stay on the wall clock whatever the clocks do;
 * an opening that a clock change leaves without any length is left out, and so is everything of a window that cannot be read.
 */
export function openingsOf(
	window: Window,
	clock: ZoneClock,
	from: number,
	to: number,
): Opening[] {
	const reading = readRule(window.rrule);
	const since = readLocalDate(window.since ?? "1970-01-01");
	const until = window.until === undefined ? null : readLocalDate(window.until);
	const times = timesOf(window.start, window.end);
	if (reading.kind === "faulty" || since === null || !times) return [];
	if (window.until !== undefined && until === null) return [];

	const openings: Opening[] = [];
	const last = clock.localOf(to);
	for (const { local } of occurrencesOf({
		rule: reading.rule,
		start: since * dayMillis + times.start,
		clock,
		from: clock.localOf(from) - 3 * dayMillis,
		work: { left: ruleWork },
	})) {
		const day = Math.floor(local / dayMillis);
		if (local > last + dayMillis || (until !== null && day > until)) break;
		if (openings.at(-1)?.day === day) continue;
		const opening = openingOn(day, times, clock);
		if (opening && opening.end > from && opening.start < to)
			openings.push(opening);
	}
	return openings;
}

/** A window's or a special day's times as milliseconds from midnight; an end at or before the start is the next day's. */
export interface Times {
	readonly start: number;
	readonly end: number;
}

export function timesOf(start: string, end: string): Times | null {
	const [opens, closes] = [readLocalTime(start), readLocalTime(end)];
	if (opens === null || closes === null) return null;
	return { start: opens, end: closes <= opens ? closes + dayMillis : closes };
}

export function openingOn(
	day: number,
	times: Times,
	clock: ZoneClock,
): Opening | null {
	const midnight = day * dayMillis;
	const start = clock.instantOf(midnight + times.start);
	const end = clock.instantOf(midnight + times.end);
	return end > start ? { day, start, end } : null;
}

/** The openings of several windows, sorted, those that touch or overlap made one. */
export function joined(
	lists: readonly (readonly Opening[])[],
): readonly Opening[] {
	const [only] = lists;
	const openings =
		lists.length === 1 && only
			? only
			: lists.flat().sort((a, b) => a.start - b.start);
	const result: Opening[] = [];
	let last: Opening | undefined;
	for (const opening of openings) {
		if (last && opening.start <= last.end) {
			const { day, start } = last;
			last = { day, start, end: Math.max(last.end, opening.end) };
			result[result.length - 1] = last;
		} else {
			last = opening;
			result.push(opening);
		}
	}
	return result;
}
