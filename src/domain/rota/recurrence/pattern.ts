/** Which moments of one period (a year, a month, a week, a day) a rule names, once DTSTART has filled in what the rule leaves out. */
import {
	civilDate,
	dayMillis,
	dayNumber,
	daysInMonth,
	isLeapYear,
	weekdayOf,
} from "../wall-clock.ts";
import type { Rule, RuleDay } from "./rule.ts";

/** A rule with DTSTART: what is left out is taken from there, as RFC 5545 has it. */
export interface Pattern {
	readonly rule: Rule;
	/** DTSTART, a local moment in milliseconds. */
	readonly start: number;
	/** Counted in days where the rule is finer than daily: then `secondsIn` heeds the interval. */
	readonly period: "day" | "week" | "month" | "year";
	/** Every how many periods the rule acts. */
	readonly step: number;
	readonly months: ReadonlySet<number> | null;
	readonly monthDays: ReadonlySet<number> | null;
	readonly byDay: readonly RuleDay[];
	readonly hours: readonly number[];
	readonly minutes: readonly number[];
	readonly seconds: readonly number[];
	/** Seconds of the day of each occurrence, where the rule is not finer than daily. */
	readonly times: readonly number[];
}

const periods = {
	SECONDLY: "day",
	MINUTELY: "day",
	HOURLY: "day",
	DAILY: "day",
	WEEKLY: "week",
	MONTHLY: "month",
	YEARLY: "year",
} as const;

export function patternOf(rule: Rule, start: number): Pattern {
	const startDay = Math.floor(start / dayMillis);
	const date = civilDate(startDay);
	const second = Math.floor((start - startDay * dayMillis) / 1000);
	const { freq } = rule;
	const finer = isFinerThanDaily(rule);
	const noDay =
		rule.byDay.length + rule.byMonthDay.length + rule.byYearDay.length === 0;
	const yearly = freq === "YEARLY" && noDay;
	const weekNumbered = rule.byWeekNo.length > 0;
	const months =
		rule.byMonth.length > 0
			? rule.byMonth
			: yearly && !weekNumbered
				? [date.month]
				: null;
	const monthDays =
		rule.byMonthDay.length > 0
			? rule.byMonthDay
			: (freq === "MONTHLY" && noDay) || (yearly && !weekNumbered)
				? [date.day]
				: null;
	const weekday = (freq === "WEEKLY" || weekNumbered) && noDay;
	const or = (list: readonly number[], otherwise: number, all: boolean) =>
		list.length > 0 || all ? list : [otherwise];
	const hours = or(rule.byHour, Math.floor(second / 3600), finer);
	const minutes = or(
		rule.byMinute,
		Math.floor(second / 60) % 60,
		freq === "MINUTELY" || freq === "SECONDLY",
	);
	const seconds = or(rule.bySecond, second % 60, freq === "SECONDLY");
	return {
		rule,
		start,
		period: periods[freq],
		step: finer ? 1 : rule.interval,
		months: months && new Set(months),
		monthDays: monthDays && new Set(monthDays),
		byDay: weekday ? [{ weekday: weekdayOf(startDay) }] : rule.byDay,
		hours,
		minutes,
		seconds,
		times: finer ? [] : timesOf(hours, minutes, seconds),
	};
}

function timesOf(
	hours: readonly number[],
	minutes: readonly number[],
	seconds: readonly number[],
): number[] {
	return hours.flatMap((hour) =>
		minutes.flatMap((minute) =>
			seconds.map((second) => (hour * 60 + minute) * 60 + second),
		),
	);
}

export function isFinerThanDaily(rule: Rule): boolean {
	return ["HOURLY", "MINUTELY", "SECONDLY"].includes(rule.freq);
}

/** Whether each period that the rule acts in holds the same number of occurrences, so that they can be counted without being listed. */
export function isUniform({ rule, period, months, monthDays }: Pattern) {
	return (
		!isFinerThanDaily(rule) &&
		(period === "week" || (period === "day" && rule.byDay.length === 0)) &&
		!months &&
		!monthDays
	);
}

/** Number of the period that a day lies in; consecutive periods have consecutive numbers. */
export function periodOf(pattern: Pattern, day: number): number {
	if (pattern.period === "day") return day;
	if (pattern.period === "week")
		return Math.floor((day + 3 - pattern.rule.weekStart) / 7);
	const { year, month } = civilDate(day);
	return pattern.period === "month" ? year * 12 + month - 1 : year;
}

/** The period to look at after one that has been looked at; daily rules leap over the months that they do not name. */
export function periodAfter(pattern: Pattern, period: number): number {
	const { months, step } = pattern;
	if (pattern.period !== "day" || !months) return period + step;
	const { year, month } = civilDate(period);
	if (months.has(month)) return period + step;
	const nextMonth = dayNumber(
		month === 12 ? year + 1 : year,
		(month % 12) + 1,
		1,
	);
	return period + Math.ceil((nextMonth - period) / step) * step;
}

/** The days of a period that the rule names, in order, and how many days were looked at. */
export function daysIn(
	pattern: Pattern,
	period: number,
): { readonly days: readonly number[]; readonly looked: number } {
	if (pattern.period === "year") {
		const days: number[] = [];
		let looked = 1;
		for (let month = 1; month <= 12; month++) {
			if (pattern.months && !pattern.months.has(month)) continue;
			looked += collectMonth(pattern, period, month, days);
		}
		return { days, looked };
	}
	if (pattern.period === "month") {
		const days: number[] = [];
		const year = Math.floor(period / 12);
		const month = period - year * 12 + 1;
		if (pattern.months && !pattern.months.has(month))
			return { days, looked: 1 };
		return { days, looked: collectMonth(pattern, year, month, days) };
	}
	if (pattern.period === "day")
		return { days: names(pattern, period) ? [period] : [], looked: 1 };
	const first = period * 7 - 3 + pattern.rule.weekStart;
	const days: number[] = [];
	for (let day = first; day < first + 7; day++)
		if (names(pattern, day)) days.push(day);
	return { days, looked: 7 };
}

function collectMonth(
	pattern: Pattern,
	year: number,
	month: number,
	into: number[],
): number {
	const length = daysInMonth(year, month);
	const first = dayNumber(year, month, 1);
	for (let day = 1; day <= length; day++)
		if (namesDate(pattern, first + day - 1, year, month, day, length))
			into.push(first + day - 1);
	return length;
}

function names(pattern: Pattern, day: number): boolean {
	const { months, monthDays, rule, byDay } = pattern;
	if (!months && !monthDays && rule.byYearDay.length === 0)
		return namesWeekday(byDay, weekdayOf(day));
	const { year, month, day: date } = civilDate(day);
	const length = monthDays ? daysInMonth(year, month) : 31;
	return namesDate(pattern, day, year, month, date, length);
}

function namesDate(
	{ rule, period, months, monthDays, byDay }: Pattern,
	day: number,
	year: number,
	month: number,
	date: number,
	monthLength: number,
): boolean {
	if (months && !months.has(month)) return false;
	if (
		monthDays &&
		!monthDays.has(date) &&
		!monthDays.has(date - monthLength - 1)
	)
		return false;
	const yearDay = () => day - dayNumber(year, 1, 1) + 1;
	const yearLength = () => (isLeapYear(year) ? 366 : 365);
	if (
		rule.byYearDay.length > 0 &&
		!rule.byYearDay.includes(yearDay()) &&
		!rule.byYearDay.includes(yearDay() - yearLength() - 1)
	)
		return false;
	if (rule.byWeekNo.length > 0 && !inWeekNumber(rule, day, year)) return false;
	if (byDay.length === 0) return true;
	const weekday = weekdayOf(day);
	if (namesWeekday(byDay, weekday)) return true;
	const wholeYear = period === "year" && rule.byMonth.length === 0;
	return byDay.some(
		(item) =>
			item.nth !== undefined &&
			item.weekday === weekday &&
			isNth(
				item.nth,
				wholeYear ? yearDay() : date,
				wholeYear ? yearLength() : monthLength,
			),
	);
}

function namesWeekday(byDay: readonly RuleDay[], weekday: number): boolean {
	if (byDay.length === 0) return true;
	for (const item of byDay)
		if (item.weekday === weekday && item.nth === undefined) return true;
	return false;
}

/** Whether day `position` (from 1) of `length` is the nth of its weekday, counted from the end when negative. */
function isNth(nth: number, position: number, length: number): boolean {
	return nth > 0
		? Math.ceil(position / 7) === nth
		: Math.ceil((length - position + 1) / 7) === -nth;
}

/** Week 1 is the first with at least four days in the year (ISO 8601, but with the rule's own first day of the week). */
function inWeekNumber(rule: Rule, day: number, year: number): boolean {
	const weekOne = (of: number) => {
		const fourth = dayNumber(of, 1, 4);
		return fourth - ((weekdayOf(fourth) - rule.weekStart + 7) % 7);
	};
	const weekYear =
		day >= weekOne(year + 1) ? year + 1 : day < weekOne(year) ? year - 1 : year;
	const week = Math.floor((day - weekOne(weekYear)) / 7) + 1;
	const weeks = (weekOne(weekYear + 1) - weekOne(weekYear)) / 7;
	return (
		rule.byWeekNo.includes(week) || rule.byWeekNo.includes(week - weeks - 1)
	);
}
