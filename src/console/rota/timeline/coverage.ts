import type { DateTime } from "luxon";
import { type Gap, gapsIn } from "../../../domain/rota/shifts.ts";
import type { Timeline } from "../../../domain/rota/timeline.ts";

/** What is covered from now on, for the page's first line. */
export interface Coverage {
	/** From when on a duty that somebody had has nobody for good; null when not before the timeline ends. */
	readonly until: DateTime | null;
	/** Gaps that nobody wanted, before that and in order of time. */
	readonly gaps: readonly Gap[];
	/** Nobody ever has any duty. */
	readonly isEmpty: boolean;
}

export function coverageOf(timeline: Timeline, now: DateTime): Coverage {
	const { to } = timeline;
	const gaps = gapsIn(timeline, { from: now, to }).filter(
		({ intended }) => !intended,
	);
	const isForGood = ({ end }: Gap) => end >= to;
	const isWhole = (gap: Gap) => gap.start <= now && isForGood(gap);
	const never = new Set(gaps.filter(isWhole).map(({ duty }) => duty));
	const endless = gaps.filter((gap) => isForGood(gap) && !never.has(gap.duty));
	const until = endless.reduce<DateTime | null>(
		(first, { start }) => (first === null || start < first ? start : first),
		null,
	);
	return {
		until,
		gaps: gaps
			.filter((gap) => !endless.includes(gap))
			.filter(({ start }) => until === null || start < until)
			.sort((a, b) => a.start.toMillis() - b.start.toMillis()),
		isEmpty: never.size === timeline.duties.size,
	};
}
