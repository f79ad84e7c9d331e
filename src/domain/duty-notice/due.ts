/** Which notices are due: a day before a shift, at each handoff, at a gap, and the call that asks for a key. */
import type { DateTime } from "luxon";
import type { PersonId } from "../rota/rota.ts";
import { type DutyShift, type HeldShift, isHeld } from "./duty-shift.ts";
import { beforeQuiet, quietSpanAt } from "./quiet-hours.ts";
import type { DutyNoticeSettings } from "./settings.ts";

export type DutyNotice =
	| { readonly kind: "reminder"; readonly shift: HeldShift }
	| { readonly kind: "confirm"; readonly shift: HeldShift }
	| {
			readonly kind: "begins";
			readonly shift: HeldShift;
			/** Who had it until now. */
			readonly before: PersonId | null;
	  }
	| {
			readonly kind: "over";
			readonly shift: HeldShift & { readonly end: DateTime };
			/** Who has it from now on. */
			readonly after: PersonId | null;
	  }
	| {
			/** Somebody had it, and now nobody has, which was not the intention. */
			readonly kind: "gap";
			readonly shift: DutyShift;
			readonly before: PersonId;
	  };

/** A notice with the span in which it is worth telling. */
export interface PlannedNotice {
	readonly at: DateTime;
	/** From here on it is long past. */
	readonly until: DateTime;
	readonly notice: DutyNotice;
}

/** Of each duty the shifts in their order, without holes. */
export type ShiftsOfDuties = readonly (readonly DutyShift[])[];

/**
 * Everything that the shifts ask for, in no order. A shift that was moved or given away asks anew by where it stands now; what was told of
 * it before is known by its start.
 */
export function plannedNotices(
	duties: ShiftsOfDuties,
	settings: DutyNoticeSettings,
): PlannedNotice[] {
	return duties.flatMap((shifts) =>
		shifts.flatMap((shift, index) => [
			...(isHeld(shift) && !shift.startsBefore ? ahead(shift, settings) : []),
			...(index > 0
				? atHandoff(shifts[index - 1] as DutyShift, shift, settings)
				: []),
		]),
	);
}

/**
 * What is to be told at this instant; asked again a moment later it names the same, until it is long past: who tells remembers
 * what was told.
 */
export function noticesDue(
	duties: ShiftsOfDuties,
	settings: DutyNoticeSettings,
	now: DateTime,
): PlannedNotice[] {
	return plannedNotices(duties, settings)
		.filter(({ at, until }) => at <= now && now < until)
		.filter(({ notice }) => !canWait(notice, settings, now));
}

/** The next thing that somebody is told, after this instant. */
export function nextNotice(
	duties: ShiftsOfDuties,
	settings: DutyNoticeSettings,
	now: DateTime,
): PlannedNotice | null {
	const coming = plannedNotices(duties, settings).filter(
		({ at, notice }) => at > now && notice.kind !== "gap",
	);
	coming.sort((one, other) => one.at.toMillis() - other.at.toMillis());
	return coming[0] ?? null;
}

function ahead(shift: HeldShift, settings: DutyNoticeSettings) {
	const { dayBefore, confirmCall, quiet } = settings;
	const planned: PlannedNotice[] = [];
	if (dayBefore.on)
		planned.push({
			at: beforeQuiet(hoursBefore(shift.start, dayBefore.hours), quiet),
			until: shift.start,
			notice: { kind: "reminder", shift },
		});
	if (confirmCall.on)
		planned.push({
			at: beforeQuiet(
				shift.start.minus({ minutes: confirmCall.minutesBefore }),
				quiet,
			),
			until: shift.start.plus({ minutes: 30 }),
			notice: { kind: "confirm", shift },
		});
	return planned;
}

function atHandoff(
	before: DutyShift,
	after: DutyShift,
	{ atHandoff: told }: DutyNoticeSettings,
): PlannedNotice[] {
	const at = after.start;
	const until = notAfter(at.plus({ hours: 1 }), after.end);
	const planned: PlannedNotice[] = [];
	if (told && isHeld(before) && before.end) {
		const shift = { ...before, end: before.end };
		planned.push({
			...{ at, until: at.plus({ hours: 1 }) },
			notice: { kind: "over", shift, after: after.person },
		});
	}
	if (told && isHeld(after))
		planned.push({
			...{ at, until },
			notice: { kind: "begins", shift: after, before: before.person },
		});
	if (isHeld(before) && !isHeld(after) && !after.intended)
		planned.push({
			...{ at, until: notAfter(at.plus({ hours: 12 }), after.end) },
			notice: { kind: "gap", shift: after, before: before.person },
		});
	return planned;
}

/** What comes late on a quiet night waits for the morning, unless that is too late; and nobody is rung earlier than need be. */
function canWait(
	{ kind, shift }: DutyNotice,
	{ quiet, confirmCall }: DutyNoticeSettings,
	now: DateTime,
): boolean {
	if (kind !== "reminder" && kind !== "confirm") return false;
	const night = quietSpanAt(now.setZone(shift.start.zone), quiet);
	if (night === null) return false;
	const minutes = confirmCall.minutesBefore;
	if (kind === "confirm" && now < shift.start.minus({ minutes })) return true;
	return shift.start > night.end.plus({ hours: 1 });
}

/** Whole days are counted on the wall clock: 24 hours before 15.00 is 15.00 the day before, in a clock-change night too. */
function hoursBefore(start: DateTime, hours: number): DateTime {
	return start
		.minus({ days: Math.floor(hours / 24) })
		.minus({ hours: hours % 24 });
}

function notAfter(at: DateTime, end: DateTime | null): DateTime {
	return end !== null && end < at ? end : at;
}
