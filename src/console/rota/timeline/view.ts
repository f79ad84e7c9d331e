import type { DateTime } from "luxon";
import type { TimeSpan } from "../../../domain/rota/shifts.ts";

export const scales = ["day", "week", "month", "quarter"] as const;

/** How much is in view: a day, a week, five weeks, twelve weeks. */
export type Scale = (typeof scales)[number];

const weeksOf = { week: 1, month: 5, quarter: 12 } as const;

/** What is in view when a day is looked at: that day, or whole weeks from its Monday on. */
export function spanInView(day: DateTime, scale: Scale): TimeSpan {
	if (scale === "day") {
		const from = day.startOf("day");
		return { from, to: from.plus({ days: 1 }) };
	}
	const from = day.startOf("week");
	return { from, to: from.plus({ weeks: weeksOf[scale] }) };
}

/** The day to look at for the next view, or the one before. */
export function turned(day: DateTime, scale: Scale, by: 1 | -1): DateTime {
	return scale === "day"
		? day.plus({ days: by })
		: day.plus({ weeks: by * weeksOf[scale] });
}

/** The midnights of the days in view. */
export function daysIn({ from, to }: TimeSpan): DateTime[] {
	const days: DateTime[] = [];
	for (let day = from; day < to; day = day.plus({ days: 1 })) days.push(day);
	return days;
}

/** Where an instant stands in the view, in per cent of its length. */
export function placeIn(view: TimeSpan, millis: number): number {
	const from = view.from.toMillis();
	return ((millis - from) / (view.to.toMillis() - from)) * 100;
}
