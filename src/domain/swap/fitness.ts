/** Whether a person can have a shift: who is away, has another duty at once, or would get too little rest. */
import type { DateTime } from "luxon";
import { type Absence, isAbsent } from "../rota/absence.ts";
import type { DutyName, PersonId } from "../rota/rota.ts";
import type { Timeline } from "../rota/timeline.ts";
import { spansOf } from "../rota/track.ts";
import { dayMillis, hourMillis } from "../rota/wall-clock.ts";
import type { SwapShift } from "./swap.ts";

/** The daily rest of Directive 2003/88/EC, article 3. */
const leastRest = 11 * hourMillis;

/** Time that somebody is on duty, in Unix milliseconds. */
export interface BusySpan {
	readonly start: number;
	readonly end: number;
}

export type Fitness =
	| { readonly kind: "fit" }
	/** Can be, and a planner should say so: less than 11 hours before or after it. */
	| { readonly kind: "short-rest" }
	| {
			readonly kind: "unfit";
			readonly because: "absent" | "double-booked";
	  };

/** When a person has any duty, around a span: far enough for their rest before and after it to be told. */
export function busyAround(
	timeline: Timeline,
	person: PersonId,
	{ start, end }: BusySpan,
): BusySpan[] {
	const margin = 2 * dayMillis;
	return [...timeline.duties.values()].flatMap((track) =>
		spansOf(track, start - margin, end + margin)
			.filter(({ value }) => value === person)
			.map((span) => ({ start: span.start, end: span.end })),
	);
}

/** What is left of busy time when a span of it is given away. */
export function withoutSpan(
	busy: readonly BusySpan[],
	gone: BusySpan,
): BusySpan[] {
	return busy.flatMap((span) =>
		[
			{ start: span.start, end: Math.min(span.end, gone.start) },
			{ start: Math.max(span.start, gone.end), end: span.end },
		].filter(({ start, end }) => start < end),
	);
}

/**
 * Whether somebody who is busy at other times can have the span too. Two duties at once are one too many, whichever they
 * are: one phone cannot be rung for both.
 */
export function fitnessFor(
	busy: readonly BusySpan[],
	span: BusySpan,
	isAway: boolean,
): Fitness {
	if (isAway) return { kind: "unfit", because: "absent" };
	if (busy.some(({ start, end }) => start < span.end && end > span.start))
		return { kind: "unfit", because: "double-booked" };
	const rests = busy.map(({ start, end }) =>
		start >= span.end ? start - span.end : span.start - end,
	);
	return rests.some((rest) => rest > 0 && rest < leastRest)
		? { kind: "short-rest" }
		: { kind: "fit" };
}

export interface FitnessInputs {
	readonly timeline: Timeline;
	readonly absences: readonly Absence[];
	/** When the person is on duty on other lines; default: never. */
	readonly elsewhere?: readonly BusySpan[];
	/** What they give away by the same swap. */
	readonly gives?: SwapShift;
}

/** The same for a person of a rota and a shift of it. */
export function fitnessOf(
	person: PersonId,
	shift: Pick<SwapShift, "start" | "end">,
	{ timeline, absences, elsewhere = [], gives }: FitnessInputs,
): Fitness {
	const span = spanOf(shift);
	const here = busyAround(timeline, person, span);
	const left = gives ? withoutSpan(here, spanOf(gives)) : here;
	const { zone } = timeline.rota;
	const isAway = isAbsent(absences, person, span, zone);
	return fitnessFor([...left, ...elsewhere], span, isAway);
}

export function spanOf({
	start,
	end,
}: {
	readonly start: DateTime;
	readonly end: DateTime;
}): BusySpan {
	return { start: start.toMillis(), end: end.toMillis() };
}

/** Whether the person has the duty from the first to the last instant of the span. */
export function holdsAll(
	timeline: Timeline,
	duty: DutyName,
	person: PersonId,
	{ start, end }: BusySpan,
): boolean {
	const track = timeline.duties.get(duty);
	if (!track || end <= start) return false;
	const spans = spansOf(track, start, end);
	return (
		spans.every(({ value }) => value === person) &&
		spans.reduce((sum, span) => sum + span.end - span.start, 0) === end - start
	);
}

/** Who could take a shift: the duty's colleagues without whoever has it, the rested ones first. */
export function candidatesFor(
	shift: SwapShift,
	giver: PersonId,
	inputs: Pick<FitnessInputs, "timeline" | "absences"> & {
		readonly elsewhere: (person: PersonId) => readonly BusySpan[];
	},
): { person: PersonId; fitness: Exclude<Fitness, { kind: "unfit" }> }[] {
	const found = colleaguesOf(inputs.timeline, shift.duty)
		.filter((person) => person !== giver)
		.flatMap((person) => {
			const elsewhere = inputs.elsewhere(person);
			const fitness = fitnessOf(person, shift, { ...inputs, elsewhere });
			return fitness.kind === "unfit" ? [] : [{ person, fitness }];
		});
	const rested = ({ fitness }: (typeof found)[number]) =>
		fitness.kind === "fit" ? 0 : 1;
	return found.sort((one, other) => rested(one) - rested(other));
}

/** Everybody whom the duty's layers name, or who has it by an override, in the order of the rota's people; all people where it names none. */
export function colleaguesOf(
	{ rota, duties }: Timeline,
	duty: DutyName,
): PersonId[] {
	const named = new Set<PersonId | null>();
	for (const layer of rota.duties[duty] ?? []) {
		if ("rotation" in layer)
			for (const person of layer.rotation.people) named.add(person);
		if ("shifts" in layer)
			for (const { person } of layer.shifts) named.add(person);
	}
	for (const { value } of duties.get(duty)?.cuts ?? []) named.add(value);
	const people = Object.keys(rota.people);
	const those = people.filter((person) => named.has(person));
	return those.length > 0 ? those : people;
}
