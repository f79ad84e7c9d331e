import { DateTime } from "luxon";
import type { LocalDate } from "../../../domain/rota/rota.ts";
import type { TimeSpan } from "../../../domain/rota/shifts.ts";

export const spanKinds = ["year", "last", "next", "custom"] as const;

export type SpanKind = (typeof spanKinds)[number];

/** First and last day, both included. */
export interface Days {
	readonly first: LocalDate;
	readonly last: LocalDate;
}

const longestDays = 731;

/** The days that a kind of span means now, in the rota's zone. */
export function daysOf(
	kind: Exclude<SpanKind, "custom">,
	now: Date,
	zone: string,
): Days {
	const today = DateTime.fromJSDate(now, { zone }).startOf("day");
	const days = (first: DateTime, last: DateTime) => ({
		first: first.toISODate() ?? "",
		last: last.toISODate() ?? "",
	});
	switch (kind) {
		case "year":
			return days(today.startOf("year"), today.endOf("year"));
		case "last":
			return days(today.minus({ weeks: 12 }), today.minus({ days: 1 }));
		case "next":
			return days(today, today.plus({ weeks: 12 }).minus({ days: 1 }));
	}
}

/** From the first midnight to the one after the last day; null when that is no span, or too long a one. */
export function spanOf({ first, last }: Days, zone: string): TimeSpan | null {
	const from = DateTime.fromISO(first, { zone });
	const to = DateTime.fromISO(last, { zone }).plus({ days: 1 });
	if (!from.isValid || !to.isValid || to <= from) return null;
	return to.diff(from, "days").days <= longestDays ? { from, to } : null;
}
