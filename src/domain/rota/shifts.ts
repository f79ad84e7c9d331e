/** What a compiled rota says about a span of time: shifts, office hours, gaps, the week ahead. */
import { DateTime } from "luxon";
import type { Because } from "./answer.ts";
import type { DutyName, PersonId } from "./rota.ts";
import type { Timeline } from "./timeline.ts";
import { spansOf } from "./track.ts";

/** `from <= t < to`. */
export interface TimeSpan {
	readonly from: DateTime;
	readonly to: DateTime;
}

export interface Shift {
	readonly start: DateTime;
	readonly end: DateTime;
	/** null is a gap. */
	readonly person: PersonId | null;
	readonly because: Because;
}

export interface OfficeSpan {
	readonly start: DateTime;
	readonly end: DateTime;
	readonly because: Because;
}

export interface Gap extends OfficeSpan {
	readonly duty: DutyName;
	/** An override made it on purpose. */
	readonly intended: boolean;
}

/** The shifts of a duty, cut to the span: joined up, without holes, gaps with `person: null`. Empty for an unknown duty. */
export function shiftsOf(
	timeline: Timeline,
	duty: DutyName,
	{ from, to }: TimeSpan,
): Shift[] {
	const track = timeline.duties.get(duty);
	if (!track) return [];
	return spansOf(track, from.toMillis(), to.toMillis()).map((span) => ({
		...ends(timeline, span),
		person: span.value,
		because: span.because,
	}));
}

/** The spans in which the office is open, joined up and cut to the span asked for. */
export function openSpans(
	timeline: Timeline,
	{ from, to }: TimeSpan,
): OfficeSpan[] {
	return spansOf(timeline.office, from.toMillis(), to.toMillis())
		.filter((span) => span.value)
		.map((span) => ({ ...ends(timeline, span), because: span.because }));
}

/** The gaps of all duties, by duty and then by time; an intended one and an unintended one beside it are told apart. */
export function gapsIn(timeline: Timeline, { from, to }: TimeSpan): Gap[] {
	const gaps: Gap[] = [];
	for (const [duty, track] of timeline.duties) {
		const start = Math.max(from.toMillis(), track.start);
		const end = Math.min(to.toMillis(), track.end);
		for (const [
			index,
			{ value, because, start: cutStart },
		] of track.cuts.entries()) {
			const cutEnd = track.starts[index + 1] ?? track.end;
			if (value !== null || cutEnd <= start || cutStart >= end) continue;
			const span = {
				start: Math.max(cutStart, start),
				end: Math.min(cutEnd, end),
			};
			const intended = because.kind === "intended-gap";
			gaps.push({ duty, intended, because, ...ends(timeline, span) });
		}
	}
	return gaps;
}

/** All that is planned for the seven days (of the wall clock) from an instant on. */
export interface WeekAhead {
	readonly office: readonly OfficeSpan[];
	readonly duties: Readonly<Record<DutyName, readonly Shift[]>>;
	readonly gaps: readonly Gap[];
}

export function weekAhead(timeline: Timeline, at: DateTime): WeekAhead {
	const from = at.setZone(timeline.rota.zone);
	const span = { from, to: from.plus({ weeks: 1 }) };
	return {
		office: openSpans(timeline, span),
		duties: Object.fromEntries(
			[...timeline.duties.keys()].map((duty) => [
				duty,
				shiftsOf(timeline, duty, span),
			]),
		),
		gaps: gapsIn(timeline, span),
	};
}

function ends(
	{ rota }: Timeline,
	span: { readonly start: number; readonly end: number },
) {
	const zone = { zone: rota.zone };
	return {
		start: DateTime.fromMillis(span.start, zone),
		end: DateTime.fromMillis(span.end, zone),
	};
}
