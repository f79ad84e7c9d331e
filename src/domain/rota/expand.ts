/** A recurrence with its exceptions as a list of instants: what `RRULE`, `EXDATE` and `RDATE` mean together. */

import { type RuleFault, readRule } from "./recurrence/rule.ts";
import { type Occurrence, occurrencesOf, type Work } from "./recurrence.ts";
import type { RotaTime } from "./rota.ts";
import {
	clockOf,
	dayMillis,
	readRotaTime,
	type ZoneClock,
} from "./wall-clock.ts";

export interface Recurrence {
	readonly zone: string;
	/** DTSTART; with an offset it is turned to the zone's wall clock. It is an occurrence only if the rule names it. */
	readonly start: RotaTime;
	readonly rrule: string;
	readonly exdate?: readonly RotaTime[];
	readonly rdate?: readonly RotaTime[];
	/** Take the first so many. */
	readonly limit?: number | null;
	/** Instants in `from <= t < to`, in milliseconds. */
	readonly from?: number | null;
	readonly to?: number | null;
}

export type ExpansionResult =
	| { readonly kind: "expanded"; readonly instants: readonly number[] }
	| { readonly kind: "bad-zone" }
	| { readonly kind: "bad-rule"; readonly faults: readonly RuleFault[] }
	| { readonly kind: "bad-time"; readonly text: string }
	/** An endless rule without `limit` and without `to`. */
	| { readonly kind: "endless" }
	/** More than a million days and moments would have to be looked at. */
	| { readonly kind: "too-costly" };

const expandWork = 1_000_000;

/**
 * The instants of a recurrence, sorted, each once, in bounded work whatever the rule.
 * A rule that names no moment at all (30 February) expands to nothing.
 */
export function expand(recurrence: Recurrence): ExpansionResult {
	const clock = clockOf(recurrence.zone);
	if (!clock) return { kind: "bad-zone" };
	const reading = readRule(recurrence.rrule);
	if (reading.kind === "faulty")
		return { kind: "bad-rule", faults: reading.faults };
	const texts = [
		recurrence.start,
		...(recurrence.exdate ?? []),
		...(recurrence.rdate ?? []),
	];
	const wrong = texts.find((text) => clock.read(text) === null);
	if (wrong !== undefined) return { kind: "bad-time", text: wrong };
	const { rule } = reading;
	const limit = recurrence.limit ?? Number.POSITIVE_INFINITY;
	const to = recurrence.to ?? Number.POSITIVE_INFINITY;
	if (!rule.count && !rule.until && limit === Infinity && to === Infinity)
		return { kind: "endless" };

	const work: Work = { left: expandWork };
	const from = recurrence.from ?? Number.NEGATIVE_INFINITY;
	const start = localOf(recurrence.start, clock);
	const excluded = new Set(instantsOf(recurrence.exdate, clock));
	const added = instantsOf(recurrence.rdate, clock).filter(
		(instant) => !excluded.has(instant) && instant >= from && instant < to,
	);
	const found = new Set(added);
	let taken = 0;
	const occurrences: Iterable<Occurrence> = occurrencesOf({
		rule,
		start,
		clock,
		...(from > Number.NEGATIVE_INFINITY && { from: from - dayMillis }),
		work,
	});
	for (const { local } of occurrences) {
		const instant = clock.instantOf(local);
		if (instant >= to + dayMillis) break;
		if (instant < from || instant >= to || excluded.has(instant)) continue;
		found.add(instant);
		// Two wall-clock moments may be one instant, and an hour apart change places, on a clock-change night.
		if (++taken >= limit + 2) break;
	}
	const instants = [...found].sort((a, b) => a - b);
	if (work.left < 0 && instants.length > 0 && instants.length < limit)
		return { kind: "too-costly" };
	return {
		kind: "expanded",
		instants: limit === Infinity ? instants : instants.slice(0, limit),
	};
}

function localOf(text: RotaTime, clock: ZoneClock): number {
	const moment = readRotaTime(text);
	if (moment?.kind === "local") return moment.local;
	return clock.localOf(clock.read(text) ?? 0);
}

function instantsOf(
	texts: readonly RotaTime[] | undefined,
	clock: ZoneClock,
): number[] {
	return (texts ?? []).map((text) => clock.read(text) as number);
}
