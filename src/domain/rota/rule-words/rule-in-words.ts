/** A recurrence rule as a person would say it: "every Friday 15:00". */
import type { Language } from "../../language.ts";
import { type Rule, readRule } from "../recurrence/rule.ts";
import type { RotaTime } from "../rota.ts";
import {
	civilDate,
	dayMillis,
	minuteMillis,
	readRotaTime,
	weekdayOf,
} from "../wall-clock.ts";
import { type RuleDays, type RuleSpeech, ruleSpeech } from "./speech.ts";

/**
 * The moments that a rule names, in words; `start` gives it its time of day, and its day where the rule names none. A rule
 * that is faulty, or too particular for a short sentence, is said as it is written.
 */
export function ruleInWords(
	rrule: string,
	start: RotaTime,
	language: Language,
): string {
	const reading = readRule(rrule);
	const moment = readRotaTime(start);
	if (reading.kind === "faulty" || !moment) return rrule;
	const local = localPart(start);
	if (local === null) return rrule;
	const { rule } = reading;
	const speech = ruleSpeech[language];
	if (rule.freq === "HOURLY") {
		const plain = isBare(rule) ? speech.hours(rule.interval) : null;
		return plain === null ? rrule : plain + ending(rule, speech);
	}
	const days = daysOf(rule, local);
	const times = timesOf(rule, local);
	if (!days || !times) return rrule;
	return `${speech.each(days)} ${speech.at(times)}${ending(rule, speech)}`;
}

/** The days alone, as the office's hours are told: "Monday to Thursday"; null when there are no short words for them. */
export function daysInWords(
	rrule: string,
	since: RotaTime,
	language: Language,
): string | null {
	const reading = readRule(rrule);
	const local = localPart(since);
	if (reading.kind === "faulty" || local === null) return null;
	const { rule } = reading;
	if (rule.byHour.length + rule.byMinute.length + rule.bySecond.length > 0)
		return null;
	const days = daysOf(rule, local);
	if (!days) return null;
	const speech = ruleSpeech[language];
	return speech.on(days) + ending(rule, speech);
}

/** What the wall clock of the rota shows then; an offset that is written beside it changes nothing about that. */
function localPart(text: RotaTime): number | null {
	const moment = readRotaTime(text.slice(0, 16));
	return moment?.kind === "local" ? moment.local : null;
}

const isBare = (rule: Rule) =>
	[
		...[rule.byMonth, rule.byWeekNo, rule.byYearDay, rule.byMonthDay],
		...[rule.byDay, rule.byHour, rule.byMinute, rule.bySecond, rule.bySetPos],
	].every((part) => part.length === 0);

/** What kind of days these are; null for those that have no short words. */
function daysOf(rule: Rule, start: number): RuleDays | null {
	if (rule.byWeekNo.length + rule.byYearDay.length + rule.bySetPos.length > 0)
		return null;
	const day = Math.floor(start / dayMillis);
	const { interval } = rule;
	if (rule.freq === "YEARLY") return yearDay(rule, day);
	if (rule.byMonth.length > 0) return null;
	if (rule.freq === "DAILY") return everyDay(rule);
	if (rule.freq === "WEEKLY") {
		const named = rule.byDay.map(({ weekday }) => weekday);
		const weekdays = named.length > 0 ? named : [weekdayOf(day)];
		return { kind: "week", interval, weekdays: inOrder(weekdays) };
	}
	return rule.freq === "MONTHLY" ? monthDays(rule, day) : null;
}

function everyDay(rule: Rule): RuleDays | null {
	if (rule.byMonthDay.length > 0) return null;
	if (rule.byDay.length === 0) return { kind: "day", interval: rule.interval };
	if (rule.interval > 1) return null;
	const weekdays = inOrder(rule.byDay.map(({ weekday }) => weekday));
	return { kind: "week", interval: 1, weekdays };
}

function monthDays(rule: Rule, day: number): RuleDays | null {
	const { interval, byDay, byMonthDay } = rule;
	if (byDay.length === 0) {
		const days = byMonthDay.length > 0 ? byMonthDay : [civilDate(day).day];
		if (days.some((each) => each < -1)) return null;
		const forward = days.filter((each) => each > 0);
		const isLast = days.includes(-1);
		return { kind: "month-days", interval, days: forward, isLast };
	}
	const weekday = byDay[0]?.weekday ?? 0;
	const positions = byDay.map(({ nth }) => nth ?? 0);
	const isOne = byDay.every((each) => each.weekday === weekday);
	const isShort = positions.every((nth) => nth === -1 || (nth > 0 && nth < 6));
	if (byMonthDay.length > 0 || !isOne || !isShort) return null;
	return { kind: "month-weekday", interval, weekday, positions };
}

function yearDay(rule: Rule, start: number): RuleDays | null {
	const { byDay, byMonth, byMonthDay, interval } = rule;
	const first = civilDate(start);
	if (byDay.length > 0 || byMonth.length > 1 || byMonthDay.length > 1)
		return null;
	if (interval > 1 || (byMonthDay.length > 0 && byMonth.length === 0))
		return null;
	const day = byMonthDay[0] ?? first.day;
	if (day < 1) return null;
	return { kind: "year", month: byMonth[0] ?? first.month, day };
}

/** Minutes from midnight, in order; null when the rule counts seconds or too many times to list. */
function timesOf(rule: Rule, start: number): number[] | null {
	if (rule.bySecond.length > 0) return null;
	const minutes = Math.floor((start % dayMillis) / minuteMillis);
	const hours =
		rule.byHour.length > 0 ? rule.byHour : [Math.floor(minutes / 60)];
	const within = rule.byMinute.length > 0 ? rule.byMinute : [minutes % 60];
	const times = hours.flatMap((hour) =>
		within.map((minute) => hour * 60 + minute),
	);
	return times.length > 4 ? null : times;
}

function ending({ count, until }: Rule, speech: RuleSpeech): string {
	if (count !== undefined) return `, ${speech.times(count)}`;
	if (!until) return "";
	return `, ${speech.until(civilDate(Math.floor(until.millis / dayMillis)))}`;
}

const inOrder = (numbers: readonly number[]) =>
	[...new Set(numbers)].sort((one, other) => one - other);
