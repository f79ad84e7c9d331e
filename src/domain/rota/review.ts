/** What a publish would change, and what it would leave open: everything that the gate shows before it opens. */
import type { DateTime } from "luxon";
import type { Sentence } from "../language.ts";
import type { Absence } from "./absence.ts";
import type { CalendarCopies } from "./calendar/copy.ts";
import { clockChangesIn } from "./clock-changes.ts";
import { type Difference, differenceBetween } from "./difference.ts";
import type { HolidayCalendar } from "./holidays.ts";
import type { Problem } from "./problem.ts";
import { problemsOfPublish } from "./problems.ts";
import type { DutyName, Rota } from "./rota.ts";
import { type Shift, shiftsOf, type TimeSpan } from "./shifts.ts";
import { compileRota, type Timeline } from "./timeline.ts";
import { clockOf } from "./wall-clock.ts";

export interface ReviewInputs {
	readonly now: DateTime;
	/** Of the rota's country, at least to the end of the year after next; null when it keeps none. */
	readonly holidays: HolidayCalendar | null;
	readonly calendars?: CalendarCopies;
	/** Who is away when; default: nobody. */
	readonly absences?: readonly Absence[];
}

export interface Review {
	/** As of when. */
	readonly at: DateTime;
	/** Errors first; every warning needs a tick with a reason. */
	readonly problems: readonly Problem[];
	/** The hours that change hands in the next eight weeks; with a duty's name or `office`. */
	readonly changes: readonly Difference[];
	/** The nights on which rotas go wrong: always shown, changed or not. */
	readonly nights: readonly NightReview[];
}

/** Who has each duty over a night when the clocks change, or over a holiday's eve, in the coming year. */
export interface NightReview {
	readonly kind: "clocks-forward" | "clocks-back" | "eve";
	/** Of the holiday's eve. */
	readonly name: Sentence | null;
	/** From noon to noon; for an eve from its morning to the next morning. */
	readonly start: DateTime;
	readonly end: DateTime;
	readonly duties: Readonly<Record<DutyName, readonly Shift[]>>;
	readonly changes: readonly Difference[];
}

const reviewWeeks = 8;

/** The sight of the gate: as far ahead as hours that change hands are shown. */
export function reviewSpan(now: DateTime): TimeSpan {
	return { from: now, to: now.plus({ weeks: reviewWeeks }) };
}

/**
 * Compares what is published with what would be. Any value of the right shape is welcome; a rota whose zone is none has
 * problems and nothing else.
 *
 * @param before null when the line has no rota yet: then every hour changes hands.
 */
export function reviewOf(
	before: Rota | null,
	after: Rota,
	inputs: ReviewInputs,
): Review {
	const problems = problemsOfPublish(before, after, inputs);
	const at = inputs.now;
	if (!clockOf(after.zone)) return { at, problems, changes: [], nights: [] };
	const timelines = {
		before: compiled(before ?? blank(after), inputs),
		after: compiled(after, inputs),
	};
	return {
		at,
		problems,
		changes: changesIn(timelines, reviewSpan(inputs.now)),
		nights: nightsOf(after.zone, inputs).map((night) => ({
			...night,
			duties: Object.fromEntries(
				[...timelines.after.duties.keys()].map((duty) => [
					duty,
					shiftsOf(timelines.after, duty, { from: night.start, to: night.end }),
				]),
			),
			changes: changesIn(timelines, { from: night.start, to: night.end }),
		})),
	};
}

function compiled(rota: Rota, { now, holidays, calendars }: ReviewInputs) {
	return compileRota(rota, {
		from: now.minus({ days: 1 }),
		to: now.plus({ weeks: reviewWeeks }),
		holidays,
		...(calendars && { calendars }),
	});
}

/** A rota of the same duties that nobody has, in an office that is never open. */
function blank(rota: Rota): Rota {
	const duties = Object.keys(rota.duties).map((duty) => [duty, []]);
	return {
		...rota,
		hours: [],
		special: [],
		overrides: [],
		duties: Object.fromEntries(duties),
	};
}

function changesIn(
	{ before, after }: { readonly before: Timeline; readonly after: Timeline },
	span: TimeSpan,
): Difference[] {
	return differenceBetween(before, after, span);
}

type Night = Pick<NightReview, "kind" | "name" | "start" | "end">;

function nightsOf(zone: string, { now, holidays }: ReviewInputs): Night[] {
	const to = now.plus({ years: 1 });
	const changes = clockChangesIn(zone, { from: now, to }).map(
		({ at, minutes }): Night => {
			const midnight = at.startOf("day");
			return {
				kind: minutes > 0 ? "clocks-forward" : "clocks-back",
				name: null,
				start: midnight.minus({ days: 1 }).set({ hour: 12 }),
				end: midnight.set({ hour: 12 }),
			};
		},
	);
	const eves = (holidays?.holidays ?? [])
		.filter(({ kind }) => kind !== "public")
		.map(({ date, name }): Night => {
			const start = now.setZone(zone).set(dateParts(date)).startOf("day");
			return {
				kind: "eve",
				name,
				start: start.set({ hour: 6 }),
				end: start.plus({ days: 1 }).set({ hour: 6 }),
			};
		})
		.filter(({ start }) => start >= now && start < to);
	return [...changes, ...eves].sort(
		(one, other) => one.start.toMillis() - other.start.toMillis(),
	);
}

function dateParts(date: string) {
	const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
	return { year, month, day };
}
