/** Whose turn a rotation's is, and how it stays theirs when the rotation changes. */
import type { DateTime } from "luxon";
import { holdsByLayer } from "../because.ts";
import { type Rule, readRule } from "../recurrence/rule.ts";
import { occurrencesAround, occurrencesOf, ruleWork } from "../recurrence.ts";
import type { LocalTime, PersonId, RotaTime, Rotation } from "../rota.ts";
import { turnsOf } from "../turns.ts";
import {
	clockOf,
	dayMillis,
	readRotaTime,
	type ZoneClock,
} from "../wall-clock.ts";

/** In Unix milliseconds. */
export interface Turn {
	readonly person: PersonId;
	readonly start: number;
	readonly end: number;
}

const daysSeen = [40, 400, 4000];

/**
 * The turn of now, if there is one, and those after it, each until the handoff, whatever `during` hides; at most so many.
 * Empty for a rotation that cannot be read.
 */
export function turnsFrom(
	rotation: Rotation,
	zone: string,
	now: DateTime,
	most: number,
): readonly Turn[] {
	const clock = clockOf(zone);
	if (!clock) return [];
	const { during: _, ...whole } = rotation;
	const from = now.toMillis();
	let turns: readonly Turn[] = [];
	for (const days of daysSeen) {
		const stretch = {
			clock,
			from,
			to: from + days * dayMillis,
			openings: new Map(),
		};
		const spans = turnsOf(whole, stretch, (person) =>
			holdsByLayer("rotation", "", person),
		);
		turns = spans.map(({ start, end, value }) => ({
			person: value,
			start,
			end,
		}));
		if (turns.length > most) break;
	}
	return turns.slice(0, most);
}

/** Who has the turn at an instant; null before the first one, after the last, and for a rotation that cannot be read. */
export function turnHolder(
	rotation: Rotation,
	zone: string,
	now: DateTime,
): PersonId | null {
	const [turn] = turnsFrom(rotation, zone, now, 1);
	return turn && turn.start <= now.toMillis() ? turn.person : null;
}

/**
 * The rotation begun at another of its handoffs, so that the person has the turn of now and the order stays as written.
 * Where that cannot be (it has only just begun, or counts its turns) the order is turned round instead. Unchanged when
 * the person does not stand in it or no turn is going on.
 */
export function withTurnOf(
	rotation: Rotation,
	person: PersonId,
	zone: string,
	now: DateTime,
): Rotation {
	const clock = clockOf(zone);
	const series = clock && seriesOf(rotation, clock);
	if (!series || !rotation.people.includes(person)) return rotation;
	const present = presentIndex(series, now);
	if (present === null) return rotation;
	const { people } = rotation;
	const later = (place: number) =>
		(((present - place) % people.length) + people.length) % people.length;
	const shift = Math.min(
		...people.flatMap((each, place) => (each === person ? [later(place)] : [])),
	);
	if (shift === 0) return rotation;
	if (shift > present || series.rule.count !== undefined)
		return {
			...rotation,
			people: people.map(
				(_, index) =>
					people[(index - shift + people.length) % people.length] as PersonId,
			),
		};
	const work = { left: ruleWork };
	for (const { index, local } of occurrencesOf({ ...series, work }))
		if (index === shift) return { ...rotation, start: localText(local) };
	return rotation;
}

/**
 * The rotation with another rule, or another time of day for its handoffs. Its start moves to the first moment that the rule
 * names from then on, as a start must be one; whoever is to keep the turn of now keeps it. A rule that cannot be read is
 * taken as it is.
 */
export function withHandoff(
	rotation: Rotation,
	handoff: { readonly rrule: string; readonly time: LocalTime },
	keep: PersonId | null,
	zone: string,
	now: DateTime,
): Rotation {
	const next: Rotation = {
		...rotation,
		rrule: handoff.rrule,
		start: `${rotation.start.slice(0, 10)}T${handoff.time}`,
	};
	const clock = clockOf(zone);
	const series = clock && seriesOf(next, clock);
	if (!series) return { ...rotation, rrule: handoff.rrule };
	const work = { left: ruleWork };
	const first = occurrencesOf({ ...series, work }).next().value;
	if (!first) return { ...rotation, rrule: handoff.rrule };
	const matched = { ...next, start: localText(first.local) };
	return keep === null ? matched : withTurnOf(matched, keep, zone, now);
}

interface Series {
	readonly rule: Rule;
	readonly start: number;
	readonly clock: ZoneClock;
}

function seriesOf(
	{ rrule, start }: Pick<Rotation, "rrule" | "start">,
	clock: ZoneClock,
): Series | null {
	const reading = readRule(rrule);
	const moment = readRotaTime(start);
	if (reading.kind === "faulty" || !moment) return null;
	const local =
		moment.kind === "local" ? moment.local : clock.localOf(moment.instant);
	return { rule: reading.rule, start: local, clock };
}

/** Which turn is going on, counted from 0; null when none is. */
function presentIndex(series: Series, now: DateTime): number | null {
	const { count: _, until: __, ...endless } = series.rule;
	const instant = now.toMillis();
	let present: number | null = null;
	for (const { index, local } of occurrencesAround({
		...series,
		rule: endless,
		from: series.clock.localOf(instant) - dayMillis,
		work: { left: ruleWork },
	})) {
		if (series.clock.instantOf(local) > instant) break;
		present = index;
	}
	return present;
}

function localText(local: number): RotaTime {
	return new Date(local).toISOString().slice(0, 16);
}
