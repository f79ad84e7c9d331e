/** Rules in English. */
import type { CivilDate } from "../wall-clock.ts";
import type { RuleDays, RuleSpeech } from "./speech.ts";
import { timeOfDay, weekdayRun, wordList } from "./word-list.ts";

const weekdays = [
	...["Monday", "Tuesday", "Wednesday", "Thursday"],
	...["Friday", "Saturday", "Sunday"],
];
const months = [
	...["January", "February", "March", "April", "May", "June", "July"],
	...["August", "September", "October", "November", "December"],
];
const ordinals = [
	...["first", "second", "third", "fourth", "fifth", "sixth", "seventh"],
	...["eighth", "ninth", "tenth", "eleventh", "twelfth"],
];

const list = (words: readonly string[]) => wordList(words, "and");
const nth = (number: number) =>
	number === -1 ? "last" : (ordinals[number - 1] ?? withEnding(number));
const every = (interval: number, what: string) =>
	interval === 1 ? `every ${what}` : `every ${nth(interval)} ${what}`;
const ofMonths = (interval: number) =>
	interval === 1 ? "of each month" : `of ${every(interval, "month")}`;

function withEnding(number: number): string {
	const teen = number % 100 > 10 && number % 100 < 14;
	const ending = teen ? "th" : ["th", "st", "nd", "rd"][number % 10];
	return `${number}${ending ?? "th"}`;
}

function daysOfWeek(numbers: readonly number[]): string {
	const run = weekdayRun(numbers);
	return run
		? `${weekdays[run.first]} to ${weekdays[run.last]}`
		: list(numbers.map((number) => weekdays[number] ?? ""));
}

function other(days: Exclude<RuleDays, { kind: "week" }>): string {
	switch (days.kind) {
		case "day":
			return every(days.interval, "day");
		case "month-days": {
			const named = days.days.map(withEnding);
			if (days.isLast) named.push("last day");
			return `on the ${list(named)} ${ofMonths(days.interval)}`;
		}
		case "month-weekday":
			return `the ${list(days.positions.map(nth))} ${weekdays[days.weekday]} ${ofMonths(days.interval)}`;
		case "year":
			return `every year on ${days.day} ${months[days.month - 1]}`;
	}
}

const dateText = ({ year, month, day }: CivilDate) =>
	`${day} ${months[month - 1]} ${year}`;

export const englishSpeech: RuleSpeech = {
	each(days) {
		if (days.kind !== "week") return other(days);
		const { interval, weekdays: numbers } = days;
		if (numbers.length === 7 && interval === 1) return "every day";
		const named = daysOfWeek(numbers);
		if (numbers.length > 1 && interval > 1)
			return `${every(interval, "week")} on ${named}`;
		return weekdayRun(numbers)
			? `every day from ${named}`
			: every(interval, named);
	},
	on(days) {
		if (days.kind !== "week") return other(days);
		if (days.interval > 1)
			return `${every(days.interval, "week")} on ${daysOfWeek(days.weekdays)}`;
		return days.weekdays.length === 7 ? "every day" : daysOfWeek(days.weekdays);
	},
	at: (minutes) => list(minutes.map(timeOfDay)),
	span: (start, end) => `${start}–${end}`,
	hours: (interval) =>
		interval === 1 ? "every hour" : `every ${interval} hours`,
	times: (count) => (count === 1 ? "once" : `${count} times`),
	since: (date) => `from ${dateText(date)}`,
	until: (date) => `until ${dateText(date)}`,
	nextDay: "(until the next day)",
	roundTheClock: "(24 h)",
};
