/** Turns: who has a rotation when, cut to the windows that the layer shows through. */
import type { Because } from "./answer.ts";
import { readRule } from "./recurrence/rule.ts";
import { occurrencesAround, ruleWork } from "./recurrence.ts";
import type { PersonId, Rotation, Window } from "./rota.ts";
import type { Span } from "./track.ts";
import { dayMillis, readRotaTime, type ZoneClock } from "./wall-clock.ts";
import { joined, type Opening, openingsOf } from "./windows.ts";

/** A span of time in Unix milliseconds, with the clock of the rota's zone. */
export interface Stretch {
	readonly clock: ZoneClock;
	readonly from: number;
	readonly to: number;
	/** What windows were found to open: the same one mostly stands in several duties. */
	readonly openings: Map<string, readonly Opening[]>;
}

/** The turns of a rotation that touch the stretch, cut to its `during` windows. */
export function turnsOf(
	rotation: Rotation,
	stretch: Stretch,
	because: (person: PersonId) => Because,
): Span<PersonId>[] {
	const turns: Span<PersonId>[] = [];
	const { people } = rotation;
	for (const { index, start, end } of handoffsOf(rotation, stretch)) {
		const value = people[index % people.length];
		if (value === undefined) continue;
		const last = turns.at(-1);
		const begin = Math.max(start, last?.end ?? start);
		if (end > begin)
			turns.push({ start: begin, end, value, because: because(value) });
	}
	if (!rotation.during) return turns;
	const open = joined(
		rotation.during.map((window) => knownOpenings(window, stretch)),
	);
	return shared(turns, open);
}

function knownOpenings(
	window: Window,
	{ clock, from, to, openings }: Stretch,
): readonly Opening[] {
	const { rrule, start, end, since, until } = window;
	const key = [rrule, start, end, since, until].join("|");
	const known = openings.get(key) ?? openingsOf(window, clock, from, to);
	openings.set(key, known);
	return known;
}

interface Turn {
	readonly index: number;
	readonly start: number;
	readonly end: number;
}

/**
 * Turn k runs from occurrence k to the next one of the rule without its UNTIL or COUNT, which only say which turn is
 * the last. A turn without a successor runs on.
 */
function* handoffsOf(rotation: Rotation, stretch: Stretch): Generator<Turn> {
	const { clock, from, to } = stretch;
	const reading = readRule(rotation.rrule);
	const moment = readRotaTime(rotation.start);
	if (reading.kind === "faulty" || !moment) return;
	const { count, until, ...endless } = reading.rule;
	const work = { left: ruleWork };
	const series = {
		start:
			moment.kind === "local" ? moment.local : clock.localOf(moment.instant),
		clock,
		from: clock.localOf(from) - dayMillis,
		work,
	};
	let last = count === undefined ? Number.POSITIVE_INFINITY : count - 1;
	if (until) last = lastIndex({ ...series, rule: reading.rule }, stretch);
	let turn: { index: number; start: number } | null = null;
	for (const { index, local } of occurrencesAround({
		...series,
		rule: endless,
	})) {
		const instant = clock.instantOf(local);
		if (turn && instant > from)
			yield { index: turn.index, start: turn.start, end: instant };
		if (index > last || instant >= to) return;
		turn = { index, start: instant };
	}
	if (turn && work.left >= 0) yield { ...turn, end: to };
}

/** Index of the last occurrence of a rule that ends, as far as the stretch goes; -1 when it ended long before. */
function lastIndex(
	series: Parameters<typeof occurrencesAround>[0],
	{ clock, to }: Stretch,
): number {
	let last = -1;
	for (const { index, local } of occurrencesAround(series)) {
		last = index;
		if (local > clock.localOf(to)) break;
	}
	return last;
}

/** What two sorted lists of spans share, with the values of the first. */
function shared(
	turns: readonly Span<PersonId>[],
	open: readonly { readonly start: number; readonly end: number }[],
): Span<PersonId>[] {
	const result: Span<PersonId>[] = [];
	let first = 0;
	for (const turn of turns) {
		while (first < open.length && (open[first]?.end ?? 0) <= turn.start)
			first++;
		for (let index = first; index < open.length; index++) {
			const { start, end } = open[index] as { start: number; end: number };
			if (start >= turn.end) break;
			result.push({
				start: Math.max(start, turn.start),
				end: Math.min(end, turn.end),
				value: turn.value,
				because: turn.because,
			});
		}
	}
	return result;
}
