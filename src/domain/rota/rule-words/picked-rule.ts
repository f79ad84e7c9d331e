/** The rules that can be put together by picking, and how they are written. */
import { readRule } from "../recurrence/rule.ts";
import type { RotaTime } from "../rota.ts";
import {
	civilDate,
	dayMillis,
	readRotaTime,
	weekdayOf,
} from "../wall-clock.ts";

/** Weekdays are 0 for Monday to 6; `nth` is 1 to 5, or -1 for the last one; a month's day is 1 to 31, or -1. */
export type PickedRule =
	| { readonly every: "day"; readonly interval: number }
	| {
			readonly every: "week";
			readonly interval: number;
			readonly weekdays: readonly number[];
	  }
	| {
			readonly every: "month-weekday";
			readonly interval: number;
			readonly nth: number;
			readonly weekday: number;
	  }
	| {
			readonly every: "month-day";
			readonly interval: number;
			readonly days: readonly number[];
	  };

const names = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

/** The rule as RFC 5545 writes it; it names its days, so that it means the same whenever it starts. */
export function rruleOf(picked: PickedRule): string {
	const interval = picked.interval > 1 ? `;INTERVAL=${picked.interval}` : "";
	switch (picked.every) {
		case "day":
			return `FREQ=DAILY${interval}`;
		case "week": {
			const days = [...picked.weekdays].sort((one, other) => one - other);
			return `FREQ=WEEKLY${interval};BYDAY=${days.map((day) => names[day]).join(",")}`;
		}
		case "month-weekday":
			return `FREQ=MONTHLY${interval};BYDAY=${picked.nth}${names[picked.weekday]}`;
		case "month-day":
			return `FREQ=MONTHLY${interval};BYMONTHDAY=${picked.days.join(",")}`;
	}
}

/** What was picked to make this rule; null for a rule that cannot be picked, which is then edited as text. */
export function pickedRuleOf(
	rrule: string,
	start: RotaTime,
): PickedRule | null {
	const reading = readRule(rrule);
	const moment = readRotaTime(start.slice(0, 16));
	if (reading.kind === "faulty" || moment?.kind !== "local") return null;
	const { rule } = reading;
	const { interval, byDay, byMonthDay } = rule;
	const others = [
		...[rule.byMonth, rule.byWeekNo, rule.byYearDay, rule.byHour],
		...[rule.byMinute, rule.bySecond, rule.bySetPos],
	];
	if (others.some((part) => part.length > 0)) return null;
	if (rule.count !== undefined || rule.until) return null;
	const day = Math.floor(moment.local / dayMillis);
	if (rule.freq === "DAILY" && byDay.length + byMonthDay.length === 0)
		return { every: "day", interval };
	if (rule.freq === "WEEKLY") {
		const named = byDay.map(({ weekday }) => weekday).sort((a, b) => a - b);
		const weekdays = named.length > 0 ? named : [weekdayOf(day)];
		return { every: "week", interval, weekdays };
	}
	if (rule.freq !== "MONTHLY") return null;
	if (byDay.length === 0) {
		const days = byMonthDay.length > 0 ? byMonthDay : [civilDate(day).day];
		return days.every((each) => each >= -1)
			? { every: "month-day", interval, days }
			: null;
	}
	const [only] = byDay;
	const nth = only?.nth ?? 0;
	if (byDay.length > 1 || byMonthDay.length > 0 || !only) return null;
	if (nth !== -1 && (nth < 1 || nth > 5)) return null;
	return { every: "month-weekday", interval, nth, weekday: only.weekday };
}
