/** The shifts that a calendar feed of a person or of a duty holds. */
import type { DateTime } from "luxon";
import type { Because } from "../answer.ts";
import { reviewSpan } from "../review.ts";
import type { DutyName, PersonId } from "../rota.ts";
import { shiftsOf } from "../shifts.ts";
import type { Timeline } from "../timeline.ts";

export type FeedSubject =
	| { readonly kind: "person"; readonly id: PersonId }
	| { readonly kind: "duty"; readonly id: DutyName };

export interface PlannedShift {
	readonly duty: DutyName;
	readonly person: PersonId;
	readonly start: DateTime;
	readonly end: DateTime;
	readonly because: Because;
	/** Nobody has looked so far ahead at a publish: it may still change. */
	readonly tentative: boolean;
}

/** From four weeks back to 400 days ahead. */
export function feedWindow(now: DateTime): { from: DateTime; to: DateTime } {
	return { from: now.minus({ weeks: 4 }), to: now.plus({ days: 400 }) };
}

/**
 * From when to when the rota has to be compiled for a feed: beyond the window, so that shifts are told with their true
 * ends, and cut where the cut moves once a year or month, not each day.
 */
export function feedTimelineSpan(now: DateTime): {
	from: DateTime;
	to: DateTime;
} {
	const { from, to } = feedWindow(now);
	return {
		from: from.startOf("year").minus({ years: 1 }),
		to: to.startOf("month").plus({ months: 3 }),
	};
}

/** By their beginning. A shift is TENTATIVE when it begins later than the gate looks ahead. */
export function feedShifts(
	timeline: Timeline,
	subject: FeedSubject,
	now: DateTime,
): PlannedShift[] {
	const at = now.setZone(timeline.rota.zone);
	const window = feedWindow(at);
	const published = reviewSpan(at).to;
	return [...timeline.duties.keys()]
		.filter((duty) => subject.kind === "person" || subject.id === duty)
		.flatMap((duty) =>
			shiftsOf(timeline, duty, feedTimelineSpan(at)).flatMap((shift) => {
				const { person, start, end, because } = shift;
				if (person === null || end <= window.from || start >= window.to)
					return [];
				if (subject.kind === "person" && subject.id !== person) return [];
				const tentative = start >= published;
				return [{ duty, person, start, end, because, tentative }];
			}),
		)
		.sort((one, other) => one.start.toMillis() - other.start.toMillis());
}
