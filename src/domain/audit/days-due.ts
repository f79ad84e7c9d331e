/** Which days of a line are to be compared with the carrier's records. */
import { DateTime } from "luxon";
import type { LocalDate } from "../rota/rota.ts";

/** As far back as missed nights are caught up. */
const mostDaysBack = 30;

/**
 * From the line's first day, or thirty days back, to yesterday: those that are not compared yet, and yesterday in any case. Days that
 * got a call after they were compared come again, however long ago they were.
 */
export function daysToCompare(asked: {
	readonly now: DateTime;
	readonly zone: string;
	/** When the line was first published: what its number did before that is not ours. */
	readonly since: DateTime;
	readonly compared: ReadonlySet<LocalDate>;
	readonly late: readonly LocalDate[];
}): LocalDate[] {
	const today = asked.now.setZone(asked.zone).startOf("day");
	const first = DateTime.max(
		asked.since.setZone(asked.zone).startOf("day"),
		today.minus({ days: mostDaysBack }),
	);
	const days = new Set(asked.late);
	for (let day = first; day < today; day = day.plus({ days: 1 })) {
		const date = day.toISODate() ?? "";
		const isYesterday = day.plus({ days: 1 }) >= today;
		if (isYesterday || !asked.compared.has(date)) days.add(date);
	}
	return [...days].sort();
}

/** One day of the line, from midnight to midnight on its own wall clock, and not before its beginning. */
export function spanOfDay(
	day: LocalDate,
	zone: string,
	since: DateTime,
): { readonly from: DateTime; readonly to: DateTime } {
	const start = DateTime.fromISO(day, { zone });
	return {
		from: DateTime.max(start, since),
		to: start.plus({ days: 1 }),
	};
}
