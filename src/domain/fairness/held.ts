/** Which rota held when: a plan that was changed on the way is the sum of its versions, each for its own time. */
import type { DateTime } from "luxon";
import type { CalendarCopies } from "../rota/calendar/copy.ts";
import type { HolidayCalendar } from "../rota/holidays.ts";
import type { DutyName, PersonId, Rota } from "../rota/rota.ts";
import type { TimeSpan } from "../rota/shifts.ts";
import { compileRota, type Timeline } from "../rota/timeline.ts";
import { type Span, spansOf } from "../rota/track.ts";
import { dayMillis } from "../rota/wall-clock.ts";

/** A rota with what it means besides what is written in it. */
export interface KnownRota {
	readonly rota: Rota;
	/** At least to 400 days after the time that is asked about; null when the rota keeps none. */
	readonly holidays: HolidayCalendar | null;
	readonly calendars?: CalendarCopies;
}

/** A timeline that held from one instant to another, in Unix milliseconds. */
export interface HeldTimeline {
	readonly timeline: Timeline;
	readonly holidays: HolidayCalendar | null;
	readonly from: number;
	readonly to: number;
}

/** How far back a timeline is compiled beyond its time, so that a layer which comes once a month is known to be there. */
const backMillis = 35 * dayMillis;

/** One rota for the whole span, as if it always had been and always would be. */
export function plannedTimelines(
	known: KnownRota,
	{ from, to }: TimeSpan,
): HeldTimeline[] {
	const [start, end] = [from.toMillis(), to.toMillis()];
	return start < end ? [compiled(known, start, end, from)] : [];
}

/**
 * The versions that were in force in a span, each for its time: from its publish to the next one's. Before the first publish
 * nobody held anything, so that time is in no piece.
 *
 * @param versions in the order of their publishing.
 */
export function heldTimelines(
	versions: readonly (KnownRota & { readonly publishedAt: DateTime })[],
	{ from, to }: TimeSpan,
): HeldTimeline[] {
	return versions.flatMap((version, index) => {
		const next = versions[index + 1];
		const start = Math.max(version.publishedAt.toMillis(), from.toMillis());
		const end = Math.min(
			next?.publishedAt.toMillis() ?? Number.POSITIVE_INFINITY,
			to.toMillis(),
		);
		return start < end ? [compiled(version, start, end, from)] : [];
	});
}

function compiled(
	{ rota, holidays, calendars }: KnownRota,
	from: number,
	to: number,
	like: DateTime,
): HeldTimeline {
	const instant = (millis: number) => like.plus(millis - like.toMillis());
	const timeline = compileRota(rota, {
		from: instant(from - backMillis),
		to: instant(to),
		holidays,
		...(calendars && { calendars }),
	});
	return { timeline, holidays, from, to };
}

/** The duties that any of the timelines knows. */
export function dutiesOf(pieces: readonly HeldTimeline[]): DutyName[] {
	return [
		...new Set(pieces.flatMap(({ timeline }) => [...timeline.duties.keys()])),
	];
}

/** Who had a duty from when to when, over all pieces: one who had it before and after a change of the rota had it once. */
export function heldSpans(
	pieces: readonly HeldTimeline[],
	duty: DutyName,
): Span<PersonId | null>[] {
	const spans: Span<PersonId | null>[] = [];
	for (const { timeline, from, to } of pieces) {
		const track = timeline.duties.get(duty);
		for (const span of track ? spansOf(track, from, to) : []) {
			const last = spans.at(-1);
			if (last?.end === span.start && last.value === span.value)
				spans[spans.length - 1] = { ...last, end: span.end };
			else spans.push(span);
		}
	}
	return spans;
}

/** The name of a person, by the newest rota that has them; their id where none does. */
export function nameIn(pieces: readonly HeldTimeline[], id: PersonId): string {
	for (const { timeline } of [...pieces].reverse())
		if (Object.hasOwn(timeline.rota.people, id))
			return timeline.rota.people[id]?.name ?? id;
	return id;
}
