/** The hours of the night in which nobody is reminded of anything. */
import type { DateTime } from "luxon";
import type { LocalTime } from "../rota/rota.ts";
import type { DutyNoticeSettings } from "./settings.ts";

type QuietHours = DutyNoticeSettings["quiet"];

/** The quiet hours around the instant, by the wall clock of its zone; null when it is not in any. */
export function quietSpanAt(
	at: DateTime,
	{ from, to }: QuietHours,
): { readonly start: DateTime; readonly end: DateTime } | null {
	const days = [at.minus({ days: 1 }), at];
	for (const day of days) {
		const start = atTime(day, from);
		const end = atTime(to > from ? day : day.plus({ days: 1 }), to);
		if (from !== to && start <= at && at < end) return { start, end };
	}
	return null;
}

/** The same instant, or half an hour before the quiet hours that it lies in. */
export function beforeQuiet(at: DateTime, quiet: QuietHours): DateTime {
	return quietSpanAt(at, quiet)?.start.minus({ minutes: 30 }) ?? at;
}

/** The instant of a time of day on the date of another instant. */
export function atTime(day: DateTime, time: LocalTime): DateTime {
	const [hour = 0, minute = 0] = time.split(":").map(Number);
	return day.set({ hour, minute, second: 0, millisecond: 0 });
}
