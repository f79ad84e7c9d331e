import { DateTime } from "luxon";
import type { LocalDate } from "../domain/rota/rota.ts";
import type { TimeSpan } from "../domain/rota/shifts.ts";

/** First and last day, both included. */
export interface Days {
	readonly first: LocalDate;
	readonly last: LocalDate;
}

const longestDays = 731;

/** The days of two instants, on the wall clock of their zone. */
export function daysFrom(first: DateTime, last: DateTime): Days {
	return { first: first.toISODate() ?? "", last: last.toISODate() ?? "" };
}

/** From the first midnight to the one after the last day; null when that is no span, or too long a one. */
export function spanOf({ first, last }: Days, zone: string): TimeSpan | null {
	const from = DateTime.fromISO(first, { zone });
	const to = DateTime.fromISO(last, { zone }).plus({ days: 1 });
	if (!from.isValid || !to.isValid || to <= from) return null;
	return to.diff(from, "days").days <= longestDays ? { from, to } : null;
}
