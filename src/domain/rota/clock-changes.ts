/** The nights on which the clocks of a zone change. */
import { DateTime } from "luxon";
import { clockOf, dayMillis } from "./wall-clock.ts";

export interface ClockChange {
	/** The first instant of the new offset. */
	readonly at: DateTime;
	/** Positive when the clocks go forward, and the night is that much shorter. */
	readonly minutes: number;
}

/** Every clock change with `from < at <= to`, in order; none for an unknown zone. */
export function clockChangesIn(
	zone: string,
	{ from, to }: { readonly from: DateTime; readonly to: DateTime },
): ClockChange[] {
	const clock = clockOf(zone);
	if (!clock) return [];
	const offset = (instant: number) => clock.localOf(instant) - instant;
	const changes: ClockChange[] = [];
	const end = to.toMillis();
	for (let day = from.toMillis(); day < end; day += dayMillis) {
		let [before, after] = [day, Math.min(day + dayMillis, end)];
		const change = offset(after) - offset(before);
		if (change === 0) continue;
		const old = offset(before);
		while (after - before > 1) {
			const middle = Math.floor((before + after) / 2);
			if (offset(middle) === old) before = middle;
			else after = middle;
		}
		changes.push({
			at: DateTime.fromMillis(after, { zone }),
			minutes: change / 60_000,
		});
	}
	return changes;
}
