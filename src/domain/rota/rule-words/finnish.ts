/** Rules in Finnish. */
import type { CivilDate } from "../wall-clock.ts";
import type { RuleDays, RuleSpeech } from "./speech.ts";
import { timeOfDay, weekdayRun, wordList } from "./word-list.ts";

const plain = [
	...["maanantai", "tiistai", "keskiviikko", "torstai"],
	...["perjantai", "lauantai", "sunnuntai"],
];
const on = plain.map((name) => `${name}na`);
const from = plain.map((name) => `${name}sta`);
const to = [
	...["maanantaihin", "tiistaihin", "keskiviikkoon", "torstaihin"],
	...["perjantaihin", "lauantaihin", "sunnuntaihin"],
];
const nominative = [
	...["toinen", "kolmas", "neljäs", "viides", "kuudes", "seitsemäs"],
	...["kahdeksas", "yhdeksäs", "kymmenes", "yhdestoista", "kahdestoista"],
];
const genitive = [
	...["toisen", "kolmannen", "neljännen", "viidennen", "kuudennen"],
	...["seitsemännen", "kahdeksannen", "yhdeksännen", "kymmenennen"],
	...["yhdennentoista", "kahdennentoista"],
];
const essive = [
	...["ensimmäisenä", "toisena", "kolmantena", "neljäntenä", "viidentenä"],
];

const list = (words: readonly string[]) => wordList(words, "ja");
const every = (interval: number, what: string) =>
	interval === 1
		? `joka ${what}`
		: `joka ${nominative[interval - 2] ?? `${interval}.`} ${what}`;
const ofMonths = (interval: number) =>
	interval === 1
		? "joka kuukauden"
		: `joka ${genitive[interval - 2] ?? `${interval}.`} kuukauden`;
const nth = (number: number) =>
	number === -1 ? "viimeisenä" : (essive[number - 1] ?? `${number}.`);

function daysOfWeek(numbers: readonly number[]): string {
	const run = weekdayRun(numbers);
	return run
		? `${from[run.first]} ${to[run.last]}`
		: list(numbers.map((number) => on[number] ?? ""));
}

function other(days: Exclude<RuleDays, { kind: "week" }>): string {
	switch (days.kind) {
		case "day":
			return every(days.interval, "päivä");
		case "month-days": {
			const named = days.days.map((day) => `${day}.`);
			if (days.isLast) named.push("viimeisenä");
			return `${ofMonths(days.interval)} ${list(named)} päivänä`;
		}
		case "month-weekday":
			return `${ofMonths(days.interval)} ${list(days.positions.map(nth))} ${on[days.weekday]}`;
		case "year":
			return `joka vuosi ${days.day}.${days.month}.`;
	}
}

/** A full stop and no leading zero: 8.00. */
const clock = (time: string) => time.replace(/^0(?=\d)/, "").replace(":", ".");
const dateText = ({ year, month, day }: CivilDate) => `${day}.${month}.${year}`;

export const finnishSpeech: RuleSpeech = {
	each(days) {
		if (days.kind !== "week") return other(days);
		const { interval, weekdays: numbers } = days;
		if (numbers.length === 7 && interval === 1) return "joka päivä";
		if (interval === 1 && !weekdayRun(numbers))
			return `joka ${list(numbers.map((number) => plain[number] ?? ""))}`;
		if (interval === 1) return `joka päivä ${daysOfWeek(numbers)}`;
		return numbers.length === 1
			? every(interval, plain[numbers[0] ?? 0] ?? "")
			: `${every(interval, "viikko")} ${daysOfWeek(numbers)}`;
	},
	on(days) {
		if (days.kind !== "week") return other(days);
		if (days.interval > 1)
			return `${every(days.interval, "viikko")} ${daysOfWeek(days.weekdays)}`;
		return days.weekdays.length === 7
			? "joka päivä"
			: daysOfWeek(days.weekdays);
	},
	at: (minutes) =>
		`klo ${list(minutes.map((minute) => clock(timeOfDay(minute))))}`,
	span: (start, end) => `klo ${clock(start)}–${clock(end)}`,
	hours: (interval) =>
		interval === 1 ? "joka tunti" : `${interval} tunnin välein`,
	times: (count) => (count === 1 ? "kerran" : `${count} kertaa`),
	since: (date) => `${dateText(date)} alkaen`,
	until: (date) => `${dateText(date)} asti`,
	nextDay: "(seuraavaan päivään)",
	roundTheClock: "(24 h)",
};
