/** What becomes of swaps when their rota changes: each stays, moves along with its shift, or dies and says why. */
import { DateTime } from "luxon";
import type { Sentence } from "../language.ts";
import { type Absence, isAbsent } from "../rota/absence.ts";
import type { CalendarCopies } from "../rota/calendar/copy.ts";
import { writtenTime } from "../rota/edits/written-time.ts";
import type { DutyName, Override, PersonId, Rota } from "../rota/rota.ts";
import { compileRota, type Timeline } from "../rota/timeline.ts";
import { spansOf } from "../rota/track.ts";
import { clockOf, dayMillis, minuteMillis } from "../rota/wall-clock.ts";
import {
	type BusySpan,
	busyAround,
	fitnessFor,
	holdsAll,
	spanOf,
	withoutSpan,
} from "./fitness.ts";
import { matchedTurn } from "./matched-turn.ts";
import {
	firstStart,
	isLiving,
	lastEnd,
	legsOf,
	overridesOf,
	type Swap,
	type SwapLeg,
	type SwapShift,
} from "./swap.ts";
import { deathInWords } from "./words.ts";

export interface FollowInputs {
	readonly now: DateTime;
	readonly calendars?: CalendarCopies;
	readonly absences?: readonly Absence[];
}

export interface Followed {
	/** As it is from now on. */
	readonly swap: Swap;
	readonly from: readonly SwapShift[];
	readonly to: readonly SwapShift[];
}

export interface Died {
	/** As it was. */
	readonly swap: Swap;
	readonly because: Sentence;
}

export interface FollowedSwaps {
	/** The new rota with its swaps' overrides moved along or taken away. */
	readonly rota: Rota;
	readonly followed: readonly Followed[];
	readonly died: readonly Died[];
}

/**
 * Has the line's living swaps follow a change of its rota. A shift that the giver has as before leaves its swap alone; one
 * that begins or ends at other times takes the swap along; where the giver no longer has it, or either of the two has left
 * the rota, the swap dies and its override goes. What was worked before `now` stays as it was.
 *
 * @param swaps in the order they were made; those that are over are left alone.
 */
export function followSwaps(given: {
	readonly before: Rota;
	readonly after: Rota;
	readonly swaps: readonly Swap[];
	readonly inputs: FollowInputs;
}): FollowedSwaps {
	const { before, swaps, inputs } = given;
	let rota = given.after;
	const followed: Followed[] = [];
	const died: Died[] = [];
	const living = swaps.filter((swap) => isLiving(swap, inputs.now));
	if (!clockOf(rota.zone)) return { rota, followed, died };
	for (const swap of living) {
		const fate = fateOf(swap, before, rota, inputs);
		if (fate.kind === "stays") continue;
		if (fate.kind === "dies") {
			rota = withoutOverrides(rota, swap.overrides, inputs.now);
			died.push({ swap, because: fate.because });
			continue;
		}
		const moved = movedSwap(swap, fate.to, rota.zone);
		rota = withOverridesMoved(rota, swap.overrides, moved.overrides);
		followed.push({
			swap: moved,
			from: legsOf(swap).map(({ shift }) => shift),
			to: fate.to,
		});
	}
	return { rota, followed, died };
}

type Fate =
	| { readonly kind: "stays" }
	| { readonly kind: "moves"; readonly to: readonly SwapShift[] }
	| { readonly kind: "dies"; readonly because: Sentence };

function fateOf(
	swap: Swap,
	before: Rota,
	after: Rota,
	inputs: FollowInputs,
): Fate {
	for (const person of [swap.giver, swap.taker ?? swap.asked])
		if (person !== null && !Object.hasOwn(after.people, person))
			return dies("left", before, person);
	if (placesOf(after, swap.overrides).includes(-1))
		return dies("removed", before, swap.giver);
	const legs = legsOf(swap);
	const duties = legs.map(({ shift }) => shift.duty);
	if (sameDuties(before, after, duties)) return { kind: "stays" };
	const was = laidBare(before, swap, inputs);
	const is = laidBare(after, swap, inputs);
	const to: SwapShift[] = [];
	for (const leg of legs) {
		const shift = shiftAfter(leg, was, is, inputs.now);
		if (!shift) return dies("gone", after, leg.from);
		to.push(shift);
	}
	const moves = legs.some(({ shift }, index) => !isSame(shift, to[index]));
	if (!moves) return { kind: "stays" };
	for (const [index, leg] of legs.entries()) {
		const shift = to[index];
		const other = to[1 - index];
		if (!shift || leg.to === null || isSame(leg.shift, shift)) continue;
		if (!isFree(leg.to, shift, is, inputs.absences ?? [], other))
			return dies("taker-cannot", after, leg.to);
	}
	return { kind: "moves", to };
}

function dies(
	because: Parameters<typeof deathInWords>[0],
	rota: Rota,
	person: PersonId,
): Fate {
	const name = rota.people[person]?.name ?? person;
	return { kind: "dies", because: deathInWords(because, name) };
}

/** The rota as it would be without the swap, around its shifts. */
function laidBare(
	rota: Rota,
	swap: Swap,
	{ calendars }: FollowInputs,
): Timeline {
	const own = new Set(placesOf(rota, swap.overrides));
	const margin = { days: 40 };
	return compileRota(
		{
			...rota,
			hours: [],
			overrides: (rota.overrides ?? []).filter((_, index) => !own.has(index)),
		},
		{
			from: firstStart(swap).minus(margin),
			to: lastEnd(swap).plus(margin),
			holidays: null,
			...(calendars && { calendars }),
		},
	);
}

/** Where the shift of a leg is in the new rota; null when its giver no longer has it. */
function shiftAfter(
	{ shift, from: giver }: SwapLeg,
	was: Timeline,
	is: Timeline,
	now: DateTime,
): SwapShift | null {
	const span = spanOf(shift);
	const start = Math.max(span.start, now.toMillis());
	if (span.end <= start) return shift;
	const left = { start, end: span.end };
	if (holdsAll(is, shift.duty, giver, left)) return shift;
	if (holdsBothEnds(is, shift.duty, giver, left)) return shift;
	const found = matchedTurn({
		span: left,
		isRunning: start > span.start,
		before: turnsAround(was, shift.duty, giver, left),
		after: turnsAround(is, shift.duty, giver, left),
	});
	if (!found) return null;
	const millis = now.toMillis();
	if (found.end <= millis) return null;
	const soonest = Math.ceil(millis / minuteMillis) * minuteMillis;
	const { zone } = is.rota;
	const at = (instant: number) => DateTime.fromMillis(instant, { zone });
	const hasBegun = start > span.start;
	return {
		duty: shift.duty,
		start: hasBegun ? shift.start : at(Math.max(found.start, soonest)),
		end: at(found.end),
	};
}

/** Somebody else has a piece in the middle: the swap's override leaves it alone anyway. */
function holdsBothEnds(
	timeline: Timeline,
	duty: DutyName,
	person: PersonId,
	{ start, end }: BusySpan,
): boolean {
	const track = timeline.duties.get(duty);
	if (!track) return false;
	const spans = spansOf(track, start, end);
	return spans.at(0)?.value === person && spans.at(-1)?.value === person;
}

function turnsAround(
	timeline: Timeline,
	duty: DutyName,
	person: PersonId,
	{ start, end }: BusySpan,
): BusySpan[] {
	const track = timeline.duties.get(duty);
	if (!track) return [];
	const margin = 31 * dayMillis;
	return spansOf(track, start - margin, end + margin)
		.filter(({ value }) => value === person)
		.map((span) => ({ start: span.start, end: span.end }));
}

function isFree(
	person: PersonId,
	shift: SwapShift,
	timeline: Timeline,
	absences: readonly Absence[],
	gives: SwapShift | undefined,
): boolean {
	const span = spanOf(shift);
	const here = busyAround(timeline, person, span);
	const busy = gives ? withoutSpan(here, spanOf(gives)) : here;
	const isAway = isAbsent(absences, person, span, timeline.rota.zone);
	return fitnessFor(busy, span, isAway).kind !== "unfit";
}

function isSame(one: SwapShift, other: SwapShift | undefined): boolean {
	return (
		other !== undefined &&
		one.start.toMillis() === other.start.toMillis() &&
		one.end.toMillis() === other.end.toMillis()
	);
}

/** The quick way: where nothing that these duties are made of has changed, neither have their shifts. */
function sameDuties(
	before: Rota,
	after: Rota,
	duties: readonly DutyName[],
): boolean {
	const made = (rota: Rota) =>
		JSON.stringify([
			rota.zone,
			...duties.map((duty) => rota.duties[duty]),
			(rota.overrides ?? []).filter(({ duty }) => duties.includes(duty)),
		]);
	return made(before) === made(after);
}

/** Indexes of the overrides in the rota, found by what they do; -1 for one that is not there. Of equal ones each is another. */
export function placesOf(rota: Rota, overrides: readonly Override[]): number[] {
	const clock = clockOf(rota.zone);
	const key = ({ duty, person, instead, start, end }: Override) =>
		JSON.stringify([
			...[duty, person, instead ?? null],
			...[clock?.read(start) ?? start, clock?.read(end) ?? end],
		]);
	const keys = (rota.overrides ?? []).map(key);
	const found = new Set<number>();
	return overrides.map((override) => {
		const wanted = key(override);
		const index = keys.findIndex(
			(each, place) => each === wanted && !found.has(place),
		);
		if (index >= 0) found.add(index);
		return index;
	});
}

/** The rota without these overrides; of one that has begun, what is past stays. */
export function withoutOverrides(
	rota: Rota,
	overrides: readonly Override[],
	now: DateTime,
): Rota {
	const gone = new Set(placesOf(rota, overrides));
	const clock = clockOf(rota.zone);
	const left = (rota.overrides ?? []).flatMap((override, index) => {
		if (!gone.has(index)) return [override];
		const start = clock?.read(override.start) ?? Number.POSITIVE_INFINITY;
		const end = clock?.read(override.end) ?? Number.NEGATIVE_INFINITY;
		const until = now.startOf("minute").toMillis();
		if (start >= until) return [];
		return [
			end <= until
				? override
				: { ...override, end: writtenTime(until, rota.zone) },
		];
	});
	const { overrides: _, ...rest } = rota;
	return left.length > 0 ? { ...rest, overrides: left } : rest;
}

function withOverridesMoved(
	rota: Rota,
	from: readonly Override[],
	to: readonly Override[],
): Rota {
	if (from.length === 0) return rota;
	const places = placesOf(rota, from);
	const overrides = (rota.overrides ?? []).map((override, index) => {
		const place = places.indexOf(index);
		return (place < 0 ? undefined : to[place]) ?? override;
	});
	return { ...rota, overrides };
}

function movedSwap(swap: Swap, to: readonly SwapShift[], zone: string): Swap {
	const [shift = swap.shift, inReturn] = to;
	const moved = { ...swap, shift, inReturn: inReturn ?? swap.inReturn };
	if (swap.state !== "done") return moved;
	const why = swap.overrides[0]?.why ?? "";
	return { ...moved, overrides: overridesOf(moved, zone, why) };
}
