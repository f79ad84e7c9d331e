/** Absences: when a person of a rota is away, and so cannot have a duty. */
import type { LocalDate, LocalTime, PersonId } from "./rota.ts";
import {
	clockOf,
	dayMillis,
	readLocalDate,
	readLocalTime,
} from "./wall-clock.ts";

export const absenceKinds = ["holiday", "sick", "other"] as const;

export type AbsenceKind = (typeof absenceKinds)[number];

export interface Absence {
	readonly id: string;
	readonly line: string;
	readonly person: PersonId;
	/** Being sick is health data: who may not see everybody's absences is only told `away`. */
	readonly kind: AbsenceKind | "away";
	/** Both dates are inclusive, and local to the rota's zone. */
	readonly from: LocalDate;
	readonly to: LocalDate;
	/** On the first date; default: midnight. */
	readonly fromTime?: LocalTime;
	/** On the last date; default: its end. */
	readonly toTime?: LocalTime;
	readonly note?: string;
}

/** `start <= t < end`, in Unix milliseconds. */
export interface AbsentSpan {
	readonly start: number;
	readonly end: number;
}

/** When somebody is away, as instants; null when dates, times or zone are none, or the end is not after the beginning. */
export function absentSpan(
	absence: Pick<Absence, "from" | "to" | "fromTime" | "toTime">,
	zone: string,
): AbsentSpan | null {
	const clock = clockOf(zone);
	const from = readLocalDate(absence.from);
	const to = readLocalDate(absence.to);
	const fromTime = readLocalTime(absence.fromTime ?? "00:00");
	const toTime = readLocalTime(absence.toTime ?? "24:00");
	if (!clock || from === null || to === null) return null;
	if (fromTime === null || toTime === null) return null;
	const start = clock.instantOf(from * dayMillis + fromTime);
	const end = clock.instantOf(to * dayMillis + toTime);
	return end > start ? { start, end } : null;
}

/** The person's absences that touch the span. */
export function absencesOf(
	absences: readonly Absence[],
	person: PersonId,
	span: AbsentSpan,
	zone: string,
): Absence[] {
	return absences.filter((absence) => {
		if (absence.person !== person) return false;
		const away = absentSpan(absence, zone);
		return away !== null && away.start < span.end && away.end > span.start;
	});
}

/** Whether the person is away at any instant of the span: then nothing new may be planned for them in it. */
export function isAbsent(
	absences: readonly Absence[],
	person: PersonId,
	span: AbsentSpan,
	zone: string,
): boolean {
	return absencesOf(absences, person, span, zone).length > 0;
}
