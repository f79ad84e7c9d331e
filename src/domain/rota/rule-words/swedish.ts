/** Rules in Swedish. */
import type { CivilDate } from "../wall-clock.ts";
import type { RuleDays, RuleSpeech } from "./speech.ts";
import { timeOfDay, weekdayRun, wordList } from "./word-list.ts";

const weekdays = [
	...["måndag", "tisdag", "onsdag", "torsdag"],
	...["fredag", "lördag", "söndag"],
];
const months = [
	...["januari", "februari", "mars", "april", "maj", "juni", "juli"],
	...["augusti", "september", "oktober", "november", "december"],
];
const ordinals = [
	...["första", "andra", "tredje", "fjärde", "femte", "sjätte", "sjunde"],
	...["åttonde", "nionde", "tionde", "elfte", "tolfte"],
];

const list = (words: readonly string[]) => wordList(words, "och");
const nth = (number: number) =>
	number === -1 ? "sista" : (ordinals[number - 1] ?? `${number}:e`);

/** Swedish counts days and weeks with "var" and months too: varje, varannan, var tredje. */
function every(interval: number, what: string): string {
	if (interval === 1) return `varje ${what}`;
	return interval === 2 ? `varannan ${what}` : `var ${nth(interval)} ${what}`;
}

const ofMonths = (interval: number) =>
	interval === 1 ? "i varje månad" : every(interval, "månad");

function daysOfWeek(numbers: readonly number[]): string {
	const run = weekdayRun(numbers);
	return run
		? `${weekdays[run.first]} till ${weekdays[run.last]}`
		: list(numbers.map((number) => weekdays[number] ?? ""));
}

function other(days: Exclude<RuleDays, { kind: "week" }>): string {
	switch (days.kind) {
		case "day":
			return every(days.interval, "dag");
		case "month-days": {
			const named = days.days.map(String);
			if (days.isLast) named.push("sista dagen");
			return `den ${list(named)} ${ofMonths(days.interval)}`;
		}
		case "month-weekday":
			return `den ${list(days.positions.map(nth))} ${weekdays[days.weekday]}en ${ofMonths(days.interval)}`;
		case "year":
			return `varje år den ${days.day} ${months[days.month - 1]}`;
	}
}

const dateText = ({ year, month, day }: CivilDate) =>
	`den ${day} ${months[month - 1]} ${year}`;

export const swedishSpeech: RuleSpeech = {
	each(days) {
		if (days.kind !== "week") return other(days);
		const { interval, weekdays: numbers } = days;
		if (numbers.length === 7 && interval === 1) return "varje dag";
		const named = daysOfWeek(numbers);
		if (numbers.length > 1 && interval > 1)
			return `${every(interval, "vecka")} på ${named}`;
		return weekdayRun(numbers)
			? `varje dag från ${named}`
			: every(interval, named);
	},
	on(days) {
		if (days.kind !== "week") return other(days);
		if (days.interval > 1)
			return `${every(days.interval, "vecka")} på ${daysOfWeek(days.weekdays)}`;
		return days.weekdays.length === 7 ? "varje dag" : daysOfWeek(days.weekdays);
	},
	at: (minutes) => `kl. ${list(minutes.map(timeOfDay))}`,
	span: (start, end) => `kl. ${start}–${end}`,
	hours: (interval) =>
		interval === 1 ? "varje timme" : `var ${nth(interval)} timme`,
	times: (count) => (count === 1 ? "en gång" : `${count} gånger`),
	since: (date) => `från ${dateText(date)}`,
	until: (date) => `till ${dateText(date)}`,
	nextDay: "(till nästa dag)",
	roundTheClock: "(24 h)",
};
