/** The rota compiled for a span of time, so that who has it at an instant is a look-up and never a rule to expand. */
import type { DateTime } from "luxon";
import type { Answer, Because, DutyAnswer } from "./answer.ts";
import type { CalendarCopies } from "./calendar/copy.ts";
import { applyOverrides, layerCuts } from "./coverage.ts";
import type { HolidayCalendar } from "./holidays.ts";
import { KnownParts } from "./known-parts.ts";
import { officeCuts } from "./office.ts";
import type { DutyName, PersonId, Rota } from "./rota.ts";
import { type PlannedRouting, plannedRouting, stepsOf } from "./routing.ts";
import {
	type Cut,
	changeAfter,
	changesInSight,
	cutAt,
	lastAtOrBefore,
	sightMillis,
	type Track,
	trackOf,
} from "./track.ts";
import type { Stretch } from "./turns.ts";
import { clockOf } from "./wall-clock.ts";

type DutyTrack = Track<PersonId | null>;

export interface Timeline {
	readonly rota: Rota;
	/** Answers are given for `from <= t < to`, in the rota's zone. */
	readonly from: DateTime;
	readonly to: DateTime;
	readonly office: Track<boolean>;
	readonly duties: ReadonlyMap<DutyName, DutyTrack>;
	/** Indexes of the overrides that change nothing within the span and the 400 days after it. */
	readonly idleOverrides: readonly number[];
	readonly lookUp: LookUp;
}

/** What `answerAt` looks things up in. */
interface LookUp {
	readonly from: number;
	readonly to: number;
	/** Every instant at which something changes, the office or any duty. */
	readonly changes: Float64Array;
	/** What holds from each of those instants on, as far as it was asked for before. */
	readonly states: (State | undefined)[];
	readonly open: PlannedRouting;
	readonly closed: PlannedRouting;
}

/** An answer without its instant. */
type State = Omit<Answer, "at">;

export interface TimelineInputs {
	readonly from: DateTime;
	readonly to: DateTime;
	/** Should reach 400 days beyond `to`; years that it does not cover have no holidays by law. */
	readonly holidays: HolidayCalendar | null;
	/** A calendar layer without a copy here covers nothing. */
	readonly calendars?: CalendarCopies;
	/** What an earlier compilation worked out; what comes of the very same values is taken from there. */
	readonly known?: KnownParts;
}

const noCalendars: CalendarCopies = {};

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
	const stretch: Stretch = { clock, from, to, openings: new Map() };
	const {
		holidays,
		calendars = noCalendars,
		known = new KnownParts(),
	} = inputs;
	const cuts = new Map<DutyName, Cut<PersonId | null>[]>();
	for (const [duty, layers] of Object.entries(rota.duties)) {
		const source = [layers, rota.people, calendars, clock, from, to];
		const covered = known.part(`duty ${duty}`, source, () =>
			layerCuts(rota, duty, stretch, calendars),
		);
		cuts.set(duty, [...covered]);
	}
	const idleOverrides = applyOverrides(rota, cuts, stretch);
	const { hours, special } = rota;
	const officeTrack = known.part(
		"office",
		[hours, special, rota.holidays, holidays, clock, from, to],
		() =>
			trackOf(officeCuts(rota, clock, from, to, holidays), from, to, rota.zone),
	);
	const duties = new Map(
		[...cuts].map(([duty, list]) => [duty, trackOf(list, from, to, rota.zone)]),
	);
	return {
		rota,
		from: inputs.from.setZone(rota.zone),
		to: inputs.to.setZone(rota.zone),
		office: officeTrack,
		duties,
		idleOverrides,
		lookUp: {
			from,
			to: inputs.to.toMillis(),
			changes: merged(
				[officeTrack, ...duties.values()].map(({ starts }) => starts),
			),
			states: [],
			open: plannedRouting(rota, rota.routing.open, [...duties.keys()]),
			closed: plannedRouting(rota, rota.routing.closed, [...duties.keys()]),
		},
	};
}

/** The numbers of sorted lists as one sorted list, each number once. */
function merged(lists: readonly Float64Array[]): Float64Array {
	if (lists.length <= 1) return lists[0] ?? new Float64Array();
	const middle = lists.length >> 1;
	const one = merged(lists.slice(0, middle));
	const other = merged(lists.slice(middle));
	const all = new Float64Array(one.length + other.length);
	let [i, j, length] = [0, 0, 0];
	while (i < one.length || j < other.length) {
		const first = one[i] ?? Number.POSITIVE_INFINITY;
		const second = other[j] ?? Number.POSITIVE_INFINITY;
		if (first <= second) i++;
		if (second <= first) j++;
		all[length++] = Math.min(first, second);
	}
	return all.slice(0, length);
}

/** Whether the timeline can be asked about an instant. */
export function covers({ lookUp }: Timeline, at: DateTime): boolean {
	const millis = at.toMillis();
	return millis >= lookUp.from && millis < lookUp.to;
}

/**
 * What the rota says about one instant. Pure, and quick: one binary search; sentences and `until` are made when they
 * are first read, and answers about one stretch of time share them.
 * Throws a RangeError for an instant outside the timeline; compile another one for it.
 */
export function answerAt(timeline: Timeline, at: DateTime): Answer {
	if (!covers(timeline, at))
		throw new RangeError(
			`the timeline covers ${timeline.from.toISO()} to ${timeline.to.toISO()} and not ${at.toISO()}; compile one that does`,
		);
	const { changes, states } = timeline.lookUp;
	const millis = at.toMillis();
	const index = lastAtOrBefore(changes, millis);
	const known = states[index];
	const { office, duties, steps } = known ?? stateAt(timeline, millis, index);
	return { at, office, duties, steps };
}

/** Works the state out; it is remembered unless `until` depends on the very instant, because a change is barely in sight. */
function stateAt(timeline: Timeline, at: number, index: number): State {
	const { office, duties, lookUp } = timeline;
	const cut = cutAt(office, at);
	let lasting = changesInSight(office, cut);
	const { value: open, because } = office.cuts[cut] as Cut<boolean>;
	const dutyAnswers: Record<DutyName, DutyAnswer> = {};
	const holders: (PersonId | null)[] = [];
	for (const [duty, track] of duties) {
		const cut = cutAt(track, at);
		const { value, because } = track.cuts[cut] as Cut<PersonId | null>;
		holders.push(value);
		dutyAnswers[duty] = withUntil({ person: value, because }, track, cut, at);
		lasting &&= changesInSight(track, cut);
	}
	const state: State = {
		office: withUntil({ open, because }, office, cut, at),
		duties: dutyAnswers,
		steps: stepsOf(open ? lookUp.open : lookUp.closed, holders),
	};
	if (lasting) lookUp.states[index] = state;
	return state;
}

/** Adds `until`; its `DateTime` is made when it is first read, for that takes longer than all the rest of an answer. */
function withUntil<Part extends { readonly because: Because }>(
	{ because, ...part }: Part,
	track: Track<unknown>,
	cut: number,
	at: number,
) {
	let until: DateTime | null | undefined;
	return {
		...part,
		get until() {
			if (until === undefined) until = changeAfter(track, cut, at);
			return until;
		},
		because,
	};
}
