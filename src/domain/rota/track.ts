/** A track: time cut into spans, each with a value and its reason, looked up by binary search. */
import { DateTime } from "luxon";
import type { Because } from "./answer.ts";
import { dayMillis } from "./wall-clock.ts";

/** From `start` (Unix milliseconds) to the start of the next cut. */
export interface Cut<Value> {
	readonly start: number;
	readonly value: Value;
	readonly because: Because;
}

/** `start <= t < end`, in Unix milliseconds. */
export interface Span<Value> extends Cut<Value> {
	readonly end: number;
}

export interface Track<Value> {
	readonly zone: string;
	readonly start: number;
	readonly end: number;
	readonly starts: Float64Array;
	readonly cuts: readonly Cut<Value>[];
	/** For each cut, when its value changes; `end` if not before. */
	readonly changes: Float64Array;
}

/** How far ahead a change is told; later ones are "not in sight". */
export const sightMillis = 400 * dayMillis;

/** Cuts must be sorted, begin at `start`, and be before `end`. */
export function trackOf<Value>(
	cuts: readonly Cut<Value>[],
	start: number,
	end: number,
	zone: string,
): Track<Value> {
	const starts = new Float64Array(cuts.length);
	const changes = new Float64Array(cuts.length);
	let change = end;
	for (let index = cuts.length - 1; index >= 0; index--) {
		const cut = cuts[index] as Cut<Value>;
		const next = cuts[index + 1];
		if (next && next.value !== cut.value) change = next.start;
		starts[index] = cut.start;
		changes[index] = change;
	}
	return { zone, start, end, starts, cuts, changes };
}

/** Index of the cut that holds an instant between `start` and `end`. */
export function cutAt(track: Track<unknown>, at: number): number {
	return lastAtOrBefore(track.starts, at);
}

/** Index of the last number that is not after `at`, of sorted numbers; 0 if all are. */
export function lastAtOrBefore(starts: Float64Array, at: number): number {
	let low = 0;
	let high = starts.length - 1;
	while (low < high) {
		const middle = (low + high + 1) >> 1;
		if ((starts[middle] as number) <= at) low = middle;
		else high = middle - 1;
	}
	return low;
}

/** When the value of a cut changes, as seen from `at`; null if not within 400 days. */
export function changeAfter(
	track: Track<unknown>,
	cut: number,
	at: number,
): DateTime | null {
	const change = track.changes[cut] as number;
	if (change >= track.end || change > at + sightMillis) return null;
	return DateTime.fromMillis(change, { zone: track.zone });
}

/** Whether `changeAfter` is the same for all instants of a cut. */
export function changesInSight(track: Track<unknown>, cut: number): boolean {
	const change = track.changes[cut] as number;
	const start = track.starts[cut] as number;
	return change >= track.end || change <= start + sightMillis;
}

/** The track between two instants as spans, neighbours with the same value joined; the first of the joined gives its reason. */
export function spansOf<Value>(
	track: Track<Value>,
	from: number,
	to: number,
): Span<Value>[] {
	const spans: Span<Value>[] = [];
	const end = Math.min(to, track.end);
	let start = Math.max(from, track.start);
	while (start < end) {
		const index = cutAt(track, start);
		const { value, because } = track.cuts[index] as Cut<Value>;
		const change = Math.min(track.changes[index] as number, end);
		spans.push({ start, end: change, value, because });
		start = change;
	}
	return spans;
}

/** Lays sorted spans that do not overlap over sorted cuts: where there is a span, it wins. Linear in both. */
export function overlaid<Value>(
	base: readonly Cut<Value>[],
	over: readonly Span<Value>[],
	end: number,
): Cut<Value>[] {
	const result: Cut<Value>[] = [];
	const origin = base[0]?.start ?? end;
	let index = 0;
	let position = origin;
	for (const span of over) {
		const [start, finish] = [
			Math.max(span.start, origin),
			Math.min(span.end, end),
		];
		if (finish <= start) continue;
		index = copied(base, index, position, start, result);
		push(result, { start, value: span.value, because: span.because });
		position = finish;
	}
	copied(base, index, position, end, result);
	return result;
}

/** Copies the base between two instants and returns the index to go on from. */
function copied<Value>(
	base: readonly Cut<Value>[],
	index: number,
	from: number,
	to: number,
	into: Cut<Value>[],
): number {
	let at = index;
	while (at + 1 < base.length && (base[at + 1] as Cut<Value>).start <= from)
		at++;
	for (let start = from; start < to; ) {
		const cut = base[at] as Cut<Value>;
		const { value, because } = cut;
		push(into, cut.start === start ? cut : { start, value, because });
		const next = base[at + 1];
		if (!next || next.start >= to) break;
		start = next.start;
		at++;
	}
	return at;
}

function push<Value>(into: Cut<Value>[], cut: Cut<Value>): void {
	const last = into.at(-1);
	if (last && last.value === cut.value && last.because === cut.because) return;
	into.push(cut);
}

/**
 * Changes the cuts between two instants in place; `change` gives the new value and reason, or null to leave a cut as it is.
 * Says whether anything was changed.
 */
export function recut<Value>(
	cuts: Cut<Value>[],
	start: number,
	end: number,
	trackEnd: number,
	change: (cut: Cut<Value>) => Omit<Cut<Value>, "start"> | null,
): boolean {
	const from = Math.max(start, cuts[0]?.start ?? end);
	const to = Math.min(end, trackEnd);
	if (to <= from) return false;
	const first = indexIn(cuts, from);
	const last = indexIn(cuts, to - 1);
	const parts: Cut<Value>[] = [];
	const add = (cut: Cut<Value>) => push(parts, cut);
	let changed = false;
	for (let index = first; index <= last; index++) {
		const cut = cuts[index] as Cut<Value>;
		const changes = change(cut);
		if (cut.start < from) add(cut);
		changed ||= changes !== null;
		const { value, because } = changes ?? cut;
		add({ start: Math.max(cut.start, from), value, because });
	}
	const after = cuts[last] as Cut<Value>;
	const next = cuts[last + 1]?.start ?? trackEnd;
	if (to < next) add({ start: to, value: after.value, because: after.because });
	if (changed) cuts.splice(first, last - first + 1, ...parts);
	return changed;
}

function indexIn(cuts: readonly Cut<unknown>[], at: number): number {
	let low = 0;
	let high = cuts.length - 1;
	while (low < high) {
		const middle = (low + high + 1) >> 1;
		if ((cuts[middle] as Cut<unknown>).start <= at) low = middle;
		else high = middle - 1;
	}
	return low;
}
