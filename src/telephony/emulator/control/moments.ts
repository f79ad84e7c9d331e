import type { DateTime } from "luxon";

export const moments = ["office-hours", "tonight", "weekend"] as const;

/** A time of day that a newcomer wants to call at. */
export type Moment = (typeof moments)[number];

/**
 * The next such moment on the wall clock of `now`'s zone: a weekday at 10, an evening at 22, a Saturday at 14.
 * Never earlier than today; what has begun today counts.
 */
export function momentAfter(now: DateTime, moment: Moment): DateTime {
	const [hour, isThatDay] = days[moment];
	let day = now.startOf("day");
	while (!isThatDay(day)) day = day.plus({ days: 1 });
	return day.set({ hour });
}

const days: Readonly<
	Record<Moment, readonly [number, (day: DateTime) => boolean]>
> = {
	"office-hours": [10, (day) => day.weekday <= 5],
	tonight: [22, () => true],
	weekend: [14, (day) => day.weekday === 6],
};
