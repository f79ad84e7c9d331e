/** Which turn of the new rota is the one that a swap was about. */
import { dayMillis } from "../rota/wall-clock.ts";
import type { BusySpan } from "./fitness.ts";

/** Further than a week away it is another turn, not the same one moved; an hour more for a change of the clocks. */
const farthest = 7 * dayMillis + 3_600_000;

/**
 * Finds what became of a span of one person's turns. A whole turn becomes the turn that it shares most time with, or else
 * the nearest one that was not there before; a part of a turn only what the person still has of it; one that has begun
 * only loses from its end.
 */
export function matchedTurn({
	span,
	isRunning,
	before,
	after,
}: {
	readonly span: BusySpan;
	readonly isRunning: boolean;
	/** The person's turns around the span, in the old rota and in the new. */
	readonly before: readonly BusySpan[];
	readonly after: readonly BusySpan[];
}): BusySpan | null {
	const shared = after
		.map((turn) => ({
			turn,
			start: Math.max(turn.start, span.start),
			end: Math.min(turn.end, span.end),
		}))
		.filter(({ start, end }) => end > start)
		.sort((one, other) => other.end - other.start - (one.end - one.start));
	if (isRunning) {
		const still = shared.find(({ start }) => start === span.start);
		return still ? { start: still.start, end: still.end } : null;
	}
	const isWhole = before.some((turn) => isSame(turn, span));
	const [most] = shared;
	if (most) return isWhole ? most.turn : { start: most.start, end: most.end };
	return isWhole ? nearestNew(span, before, after) : null;
}

function nearestNew(
	span: BusySpan,
	before: readonly BusySpan[],
	after: readonly BusySpan[],
): BusySpan | null {
	const distance = (turn: BusySpan) => Math.abs(turn.start - span.start);
	const [nearest] = after
		.filter((turn) => !before.some((each) => isSame(each, turn)))
		.filter((turn) => distance(turn) <= farthest)
		.sort((one, other) => distance(one) - distance(other));
	return nearest ?? null;
}

function isSame(one: BusySpan, other: BusySpan): boolean {
	return one.start === other.start && one.end === other.end;
}
