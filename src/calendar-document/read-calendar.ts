import type { CalendarFault } from "../domain/rota/calendar/copy.ts";
import type {
	CalendarEntry,
	UnreadableBecause,
	UnreadableEntry,
} from "../domain/rota/calendar/entry.ts";
import { clockOf, type ZoneClock } from "../domain/rota/wall-clock.ts";
import { lineValue, partsOf } from "./calendar-text.ts";
import { rotaTimeOf } from "./moments.ts";
import { type CalendarEvent, readEvent, titleIn } from "./read-event.ts";
import { occurrencesOfSeries, type Series } from "./series.ts";
import { type Span, zonesOf } from "./zones.ts";

export type CalendarReading =
	| {
			readonly kind: "read";
			/** By their beginning. */
			readonly entries: readonly CalendarEntry[];
			readonly unreadable: readonly UnreadableEntry[];
	  }
	| { readonly kind: "faulty"; readonly because: CalendarFault };

const mostEntries = 10_000;
const mostUnreadable = 100;
/** For all events of a calendar together: days looked at and moments listed. */
const calendarWork = 1_000_000;

/**
 * Reads a calendar in iCalendar (RFC 5545): every event that touches the span, recurring ones each time. Takes any text
 * whatever, in bounded work, and never throws; an event that cannot be read is told, and the others are read all the same.
 */
export function readCalendar(text: string, span: Span): CalendarReading {
	const parts = partsOf(text);
	if (parts.kind === "faulty") return parts;
	const utc = clockOf("UTC") as ZoneClock;
	const clockNamed = zonesOf(parts.zones, span);
	const unreadable: UnreadableEntry[] = [];
	const refuse = (lines: readonly string[], because: UnreadableBecause) => {
		if (unreadable.length < mostUnreadable)
			unreadable.push(unreadableEntry(lines, because));
	};
	const events: (CalendarEvent & { readonly lines: readonly string[] })[] = [];
	for (const part of parts.events) {
		if (part.name === "broken") refuse(part.lines, "broken");
		else if ("properties" in part) {
			const reading = readEvent(part, clockNamed, utc);
			if (reading.kind === "event")
				events.push({ ...reading.event, lines: part.lines });
			else refuse(part.lines, reading.because);
		}
	}
	const work = { left: calendarWork };
	const entries: CalendarEntry[] = [];
	for (const series of seriesOf(events)) {
		const found = occurrencesOfSeries(series, span, work);
		if (found === null) {
			refuse(series.main.lines, "bad-rule");
			continue;
		}
		for (const { event, start, end } of found)
			entries.push({
				title: event.title,
				start: rotaTimeOf(start, event.clock),
				end: rotaTimeOf(end, event.clock),
				guests: event.guests,
			});
		if (entries.length > mostEntries)
			return { kind: "faulty", because: "too-many-entries" };
	}
	entries.sort((one, other) => (one.start < other.start ? -1 : 1));
	return { kind: "read", entries, unreadable };
}

/** Events of one UID belong together; of two that stand for the same, the one with the higher SEQUENCE, or the later one, is meant. */
function seriesOf<Event extends CalendarEvent>(
	events: readonly Event[],
): Series<Event>[] {
	const byUid = new Map<string, Event[]>();
	for (const [index, event] of events.entries()) {
		const uid = event.uid ?? `without ${index}`;
		const same = byUid.get(uid);
		if (same) same.push(event);
		else byUid.set(uid, [event]);
	}
	return [...byUid.values()].flatMap((same) => {
		const ordered = same.sort((one, other) => one.sequence - other.sequence);
		const main = ordered.findLast(({ instead }) => !instead);
		const changed = ordered.filter(({ instead }) => instead);
		// Whoever is invited to one occurrence only gets that alone.
		if (!main)
			return changed.map((each) => ({ main: alone(each), changed: [] }));
		return [{ main, changed }];
	});
}

function alone<Event extends CalendarEvent>(event: Event): Event {
	return { ...event, instead: null };
}

function unreadableEntry(
	lines: readonly string[],
	because: UnreadableBecause,
): UnreadableEntry {
	return {
		title: titleIn(lines),
		time: (lineValue(lines, "DTSTART") ?? "").slice(0, 40),
		because,
	};
}
