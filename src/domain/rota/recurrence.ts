/** Recurring moments on the wall clock: RFC 5545 rules expanded in order, in bounded work, and turned into instants by a zone's clock. */
import {
	daysIn,
	isFinerThanDaily,
	isUniform,
	type Pattern,
	patternOf,
	periodAfter,
	periodOf,
} from "./recurrence/pattern.ts";
import type { Rule, Until } from "./recurrence/rule.ts";
import { dayMillis, dayNumber, type ZoneClock } from "./wall-clock.ts";

/** One occurrence of a rule; `index` counts from 0 at the first. */
export interface Occurrence {
	readonly index: number;
	/** Wall-clock moment in milliseconds. */
	readonly local: number;
}

/**
 * How much may still be done: days looked at and moments listed. People type rules that never fire or
 * fire each second; when it is used up the expansion ends and `left` is negative.
 */
export interface Work {
	left: number;
}

/** Enough for four hundred years of days, after which the calendar repeats, or for fifty years of hours. */
export const ruleWork = 500_000;

const lastDay = dayNumber(9999, 12, 31);

export interface Expansion {
	readonly rule: Rule;
	/** DTSTART as a local moment. Counted only if it matches the rule. */
	readonly start: number;
	readonly clock: ZoneClock;
	/** Leave out what is before this local moment. */
	readonly from?: number;
	/** Whether `index` is to be right also when `from` is after `start`; COUNT sees to it in any case. */
	readonly counted?: boolean;
	readonly work: Work;
}

/** The occurrences of a rule in the order of the wall clock, endless if the rule is: take what you need. */
export function* occurrencesOf(expansion: Expansion): Generator<Occurrence> {
	const { rule, start, clock, work } = expansion;
	const from = Math.max(expansion.from ?? start, start);
	const pattern = patternOf(rule, start);
	const counted = expansion.counted === true || rule.count !== undefined;
	const first = periodOf(pattern, Math.floor(start / dayMillis));
	const end = periodOf(pattern, lastDay);
	// All periods of a uniform rule are like its first.
	const alike = isUniform(pattern) ? momentsIn(pattern, first, work) : null;
	const length = pattern.period === "week" ? 7 * dayMillis : dayMillis;
	let period = first;
	let index = 0;
	if (!counted || alike) {
		const ahead = periodOf(pattern, Math.floor(from / dayMillis)) - first;
		const steps = Math.floor(ahead / pattern.step);
		period = first + steps * pattern.step;
		if (counted && alike && steps > 0)
			index =
				alike.length * steps - alike.filter((local) => local < start).length;
	}
	for (; period <= end; period = periodAfter(pattern, period)) {
		const later = alike ? (period - first) * length : 0;
		if (alike) work.left -= 1 + alike.length;
		for (const moment of alike ?? momentsIn(pattern, period, work)) {
			const local = moment + later;
			if (local < start) continue;
			if (rule.count !== undefined && index >= rule.count) return;
			if (rule.until && isAfter(local, rule.until, clock)) {
				if (isAfter(local - dayMillis, rule.until, clock)) return;
				continue;
			}
			if (local >= from) yield { index, local };
			index++;
		}
		if (work.left < 0) return;
	}
}

/** The occurrence just before `from` where there is one, and all after it. */
export function* occurrencesAround(
	expansion: Expansion & { readonly from: number },
): Generator<Occurrence> {
	const pattern = patternOf(expansion.rule, expansion.start);
	const longest = { day: 1, week: 7, month: 31, year: 366 }[pattern.period];
	const endless = !expansion.rule.count && !expansion.rule.until;
	const back =
		endless && isUniform(pattern)
			? expansion.from - (pattern.step + 1) * longest * dayMillis
			: expansion.start;
	let before: Occurrence | null = null;
	for (const occurrence of occurrencesOf({
		...expansion,
		from: back,
		counted: true,
	})) {
		if (occurrence.local > expansion.from) {
			if (before) yield before;
			before = null;
			yield occurrence;
		} else before = occurrence;
	}
	if (before) yield before;
}

function isAfter(local: number, until: Until, clock: ZoneClock): boolean {
	return until.kind === "local"
		? local > until.millis
		: clock.instantOf(local) > until.millis;
}

/** All moments that the rule names in one period, sorted, BYSETPOS heeded; those before DTSTART are among them, for positions count them. */
function momentsIn(pattern: Pattern, period: number, work: Work): number[] {
	const { days, looked } = daysIn(pattern, period);
	work.left -= looked;
	const moments: number[] = [];
	const finer = isFinerThanDaily(pattern.rule);
	for (const day of days) {
		for (const second of finer ? secondsIn(pattern, day) : pattern.times)
			moments.push(day * dayMillis + second * 1000);
	}
	work.left -= moments.length;
	return finer ? moments : chosen(moments, pattern.rule.bySetPos);
}

const unitSeconds = { HOURLY: 3600, MINUTELY: 60, SECONDLY: 1 } as const;

/** The seconds of one day that a rule finer than daily names: its interval counts wall-clock hours, minutes or seconds from DTSTART. */
function secondsIn(pattern: Pattern, day: number): number[] {
	const { rule, hours, minutes, seconds } = pattern;
	const unit = unitSeconds[rule.freq as keyof typeof unitSeconds];
	const inDay = 86_400 / unit;
	const first = Math.floor(pattern.start / 1000 / unit);
	const behind = day * inDay - first;
	const skipped = behind <= 0 ? -behind : -behind % rule.interval;
	const result: number[] = [];
	for (
		let number = skipped < 0 ? skipped + rule.interval : skipped;
		number < inDay;
		number += rule.interval
	) {
		const second = number * unit;
		const minute = Math.floor(second / 60);
		if (hours.length > 0 && !hours.includes(Math.floor(minute / 60))) continue;
		if (unit < 3600 && minutes.length > 0 && !minutes.includes(minute % 60))
			continue;
		if (unit === 1) {
			if (seconds.length === 0 || seconds.includes(second % 60))
				result.push(second);
			continue;
		}
		const within = (unit === 3600 ? minutes : [0]).flatMap((each) =>
			seconds.map((last) => second + each * 60 + last),
		);
		result.push(...chosen(within, rule.bySetPos));
	}
	return result;
}

/** The positions of a sorted set that BYSETPOS names, each once even where two positions name it. */
function chosen(set: number[], positions: readonly number[]): number[] {
	if (positions.length === 0) return set;
	const wanted = new Set(
		positions.map((position) =>
			position > 0 ? position - 1 : set.length + position,
		),
	);
	return set.filter((_, index) => wanted.has(index));
}
