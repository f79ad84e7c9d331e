/** The rota compiled for a span of time, so that who has it at an instant is a look-up and never a rule to expand. */
import type { DateTime } from "luxon";
import type { Answer, DutyAnswer } from "./answer.ts";
import {
	applyOverrides,
	type CalendarCopies,
	layerCuts,
	type Stretch,
} from "./coverage.ts";
import type { HolidayCalendar } from "./holidays.ts";
import { officeCuts } from "./office.ts";
import type { DutyName, PersonId, Rota } from "./rota.ts";
import { stepsOf } from "./routing.ts";
import {
	type Cut,
	changeAfter,
	cutAt,
	sightMillis,
	type Track,
	trackOf,
} from "./track.ts";
import { clockOf } from "./wall-clock.ts";

export interface Timeline {
	readonly rota: Rota;
	/** Answers are given for `from <= t < to`, in the rota's zone. */
	readonly from: DateTime;
	readonly to: DateTime;
	readonly office: Track<boolean>;
	readonly duties: ReadonlyMap<DutyName, Track<PersonId | null>>;
	/** Indexes of the overrides that change nothing within the span and the 400 days after it. */
	readonly idleOverrides: readonly number[];
}

export interface TimelineInputs {
	readonly from: DateTime;
	readonly to: DateTime;
	/** Should reach 400 days beyond `to`; years that it does not cover have no holidays by law. */
	readonly holidays: HolidayCalendar | null;
	/** A calendar layer without a copy here covers nothing. */
	readonly calendars?: CalendarCopies;
}

/**
 * Compiles a rota for the instants between `from` and `to`, and for 400 days more so that `until` can be told at each
 * of them. Parts that are in error (a rule that cannot be read, an unknown name) cover nothing: ask `problemsIn` first.
 * Throws a RangeError only when the zone is none or the span ends before it starts.
 */
export function compileRota(rota: Rota, inputs: TimelineInputs): Timeline {
	const clock = clockOf(rota.zone);
	if (!clock)
		throw new RangeError(
			`"${rota.zone}" is no time zone; write one such as Europe/Helsinki`,
		);
	const from = inputs.from.toMillis();
	const to = inputs.to.toMillis() + sightMillis;
	if (!(inputs.to >= inputs.from) || Number.isNaN(from + to))
		throw new RangeError("a timeline must not end before it starts");
	const stretch: Stretch = { clock, from, to };
	const cuts = new Map<DutyName, Cut<PersonId | null>[]>();
	for (const duty of Object.keys(rota.duties))
		cuts.set(duty, layerCuts(rota, duty, stretch, inputs.calendars ?? {}));
	const idleOverrides = applyOverrides(rota, cuts, stretch);
	const office = officeCuts(rota, clock, from, to, inputs.holidays);
	return {
		rota,
		from: inputs.from.setZone(rota.zone),
		to: inputs.to.setZone(rota.zone),
		office: trackOf(office, from, to, rota.zone),
		duties: new Map(
			[...cuts].map(([duty, list]) => [
				duty,
				trackOf(list, from, to, rota.zone),
			]),
		),
		idleOverrides,
	};
}

/** Whether the timeline can be asked about an instant. */
export function covers(timeline: Timeline, at: DateTime): boolean {
	const millis = at.toMillis();
	return millis >= timeline.from.toMillis() && millis < timeline.to.toMillis();
}

/**
 * What the rota says about one instant. Pure, and quick: a binary search for the office and for each duty.
 * Throws a RangeError for an instant outside the timeline; compile another one for it.
 */
export function answerAt(timeline: Timeline, at: DateTime): Answer {
	if (!covers(timeline, at))
		throw new RangeError(
			`the timeline covers ${timeline.from.toISO()} to ${timeline.to.toISO()} and not ${at.toISO()}; compile one that does`,
		);
	const { rota, office } = timeline;
	const millis = at.toMillis();
	const cut = cutAt(office, millis);
	const { value: open, because } = office.cuts[cut] as Cut<boolean>;
	const duties: Record<DutyName, DutyAnswer> = {};
	for (const [duty, track] of timeline.duties)
		duties[duty] = dutyAnswer(track, millis);
	return {
		at,
		office: { open, until: changeAfter(office, cut, millis), because },
		duties,
		steps: stepsOf(
			rota,
			open ? rota.routing.open : rota.routing.closed,
			(duty) =>
				timeline.duties.has(duty) ? (duties[duty]?.person ?? null) : null,
		),
	};
}

function dutyAnswer(track: Track<PersonId | null>, millis: number): DutyAnswer {
	const cut = cutAt(track, millis);
	const { value, because } = track.cuts[cut] as Cut<PersonId | null>;
	return { person: value, until: changeAfter(track, cut, millis), because };
}
