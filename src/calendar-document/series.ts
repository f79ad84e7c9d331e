import { readRule } from "../domain/rota/recurrence/rule.ts";
import { occurrencesOf, type Work } from "../domain/rota/recurrence.ts";
import {
	clockOf,
	dayMillis,
	type ZoneClock,
} from "../domain/rota/wall-clock.ts";
import type { Length } from "./moments.ts";
import type { AtClock, CalendarEvent } from "./read-event.ts";
import type { Span } from "./zones.ts";

/** An event and what was changed about some of its occurrences, the change meant last coming last. */
export interface Series<Event extends CalendarEvent> {
	readonly main: Event;
	readonly changed: readonly Event[];
}

export interface SeriesOccurrence<Event> {
	/** The one that describes it: the main event or a change. */
	readonly event: Event;
	/** On the event's own wall clock. */
	readonly start: number;
	readonly end: number;
}

/** Six a day for as long as calendars are read ahead: more are no shifts. */
const mostOccurrences = 5_000;

/** A floating time may be as far from UTC as this. */
const floatMillis = dayMillis;

/**
 * The occurrences of a series that touch the span: DTSTART, RRULE and RDATE without EXDATE, each as the change for it
 * alone has it, else as the last change for it and all after it. null when the rule cannot be read or costs too much.
 */
export function occurrencesOfSeries<Event extends CalendarEvent>(
	{ main, changed }: Series<Event>,
	span: Span,
	work: Work,
): SeriesOccurrence<Event>[] | null {
	const single = new Map<number, Event>();
	const onwards: { from: number; event: Event }[] = [];
	for (const event of changed) {
		if (!event.instead) continue;
		const at = onClockOf(main, event.instead);
		if (event.instead.andAllAfter) onwards.push({ from: at, event });
		else single.set(at, event);
	}
	onwards.sort((one, other) => one.from - other.from);
	const starts = startsOf(main, marginOf(main, onwards), span, work);
	if (!starts) return null;
	const found: SeriesOccurrence<Event>[] = [];
	for (const at of starts) {
		if (single.has(at)) continue;
		const change = onwards.findLast(({ from }) => from <= at);
		const event = change?.event ?? main;
		const start = change ? change.event.start + at - change.from : at;
		found.push(occurrence(event, start));
	}
	for (const event of single.values())
		found.push(occurrence(event, event.start));
	return found.filter(
		({ event, start, end }) =>
			!event.cancelled && touches(event, start, end, span),
	);
}

function occurrence<Event extends CalendarEvent>(
	event: Event,
	start: number,
): SeriesOccurrence<Event> {
	return { event, start, end: endOf(start, event.length, event.clock) };
}

/** Days are of the wall clock, hours exact. */
function endOf(
	start: number,
	{ days, exact }: Length,
	clock: ZoneClock | null,
): number {
	const local = start + days * dayMillis;
	if (!clock || exact === 0) return local + exact;
	return clock.localOf(clock.instantOf(local) + exact);
}

function touches(
	{ clock }: CalendarEvent,
	start: number,
	end: number,
	{ from, to }: Span,
): boolean {
	if (clock) return clock.instantOf(end) > from && clock.instantOf(start) < to;
	return end > from - floatMillis && start < to + floatMillis;
}

/** How far outside the span an occurrence may begin and yet, moved or long as it is, touch it. */
function marginOf(
	main: CalendarEvent,
	onwards: readonly { readonly from: number; readonly event: CalendarEvent }[],
): number {
	const moved = onwards.map(({ from, event }) => Math.abs(event.start - from));
	const long = [main, ...onwards.map(({ event }) => event)].map(
		({ length }) => length.days * dayMillis + length.exact,
	);
	return Math.max(0, ...moved) + Math.max(...long) + 2 * floatMillis;
}

/** Where the series begins each time, before any change, around the span. */
function startsOf(
	{ start, clock, rule, added, left }: CalendarEvent,
	margin: number,
	span: Span,
	work: Work,
): number[] | null {
	const starts = new Set<number>([start]);
	if (rule !== null) {
		const reading = readRule(rule);
		if (reading.kind === "faulty") return null;
		const local = clock ?? (clockOf("UTC") as ZoneClock);
		const { rule: read } = reading;
		const series = { start, clock: local, work };
		const counted =
			read.count !== undefined && !namesFirst({ ...series, rule: read })
				? { ...read, count: read.count - 1 }
				: read;
		if (counted.count !== 0)
			for (const { local } of occurrencesOf({
				...series,
				rule: counted,
				from: span.from - margin,
			})) {
				if (local > span.to + margin) break;
				if (starts.size > mostOccurrences) return null;
				starts.add(local);
			}
		if (work.left < 0) return null;
	}
	for (const each of added) starts.add(onClockOf({ clock }, each));
	const days = new Set<number>();
	for (const each of left) {
		const local = onClockOf({ clock }, each);
		starts.delete(local);
		// Some programs leave out whole days of an event that has a time.
		if (each.moment.isDate) days.add(Math.floor(local / dayMillis));
	}
	return [...starts].filter(
		(local) => !days.has(Math.floor(local / dayMillis)),
	);
}

/** Whether the rule names DTSTART; where it does not, DTSTART is one more, and COUNT counts it. */
function namesFirst(expansion: Parameters<typeof occurrencesOf>[0]): boolean {
	for (const { local } of occurrencesOf(expansion))
		return local === expansion.start;
	return false;
}

/** A moment on the wall clock of the series. */
function onClockOf(
	{ clock }: Pick<CalendarEvent, "clock">,
	{ moment, clock: own }: AtClock,
): number {
	if (!clock || !own || clock === own) return moment.local;
	return clock.localOf(own.instantOf(moment.local));
}
