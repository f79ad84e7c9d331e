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

const known = new WeakMap<TimeSpan, readonly DateTime[]>();

/** The midnights of the days in view; worked out once for a view, for calendar sums are slow. */
export function daysIn(view: TimeSpan): readonly DateTime[] {
	let days = known.get(view);
	if (!days) {
		days = daysOf(view);
		known.set(view, days);
	}
	return days;
}

function daysOf({ from, to }: TimeSpan): DateTime[] {
	const days: DateTime[] = [];
	for (let day = from; day < to; day = day.plus({ days: 1 })) days.push(day);
	return days;
}

/** From where to where in per cent of the view, cut to it. */
export function cutTo(view: TimeSpan, start: number, end: number) {
	const left = Math.max(0, placeIn(view, start));
	return { left, width: Math.min(100, placeIn(view, end)) - left };
}

/** The same for a style. */
export function partOf(view: TimeSpan, start: number, end: number) {
	const { left, width } = cutTo(view, start, end);
	return { left: `${left}%`, width: `${width}%` };
}

/** Where an instant stands in the view, in per cent of its length. */
export function placeIn(view: TimeSpan, millis: number): number {
	const from = view.from.toMillis();
	return ((millis - from) / (view.to.toMillis() - from)) * 100;
}
