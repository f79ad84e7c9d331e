import fc from "fast-check";
import { DateTime } from "luxon";
import rrule from "rrule";
import { expand } from "../../../src/domain/rota/expand.ts";
import { readRule } from "../../../src/domain/rota/recurrence/rule.ts";
import {
	occurrencesAround,
	occurrencesOf,
} from "../../../src/domain/rota/recurrence.ts";
import {
	civilDate,
	clockOf,
	dayNumber,
	type ZoneClock,
} from "../../../src/domain/rota/wall-clock.ts";
import { utc } from "./vectors.ts";

const weekdays = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
const clock = clockOf("Europe/Helsinki") as ZoneClock;

function expandedUtc(rule: string, start: string, limit = 10) {
	const result = expand({
		zone: "Europe/Helsinki",
		start,
		rrule: rule,
		limit,
	});
	return result.kind === "expanded" ? result.instants.map(utc) : result.kind;
}

describe("clock changes", () => {
	test("a time that the clocks leap over is moved by the offset before", () => {
		expect(expandedUtc("FREQ=DAILY", "2026-03-28T03:30", 3)).toEqual([
			"2026-03-28T01:30:00Z",
			"2026-03-29T01:30:00Z",
			"2026-03-30T00:30:00Z",
		]);
	});
	test("a time that comes twice is the first of the two", () => {
		expect(expandedUtc("FREQ=DAILY", "2026-10-24T03:30", 3)).toEqual([
			"2026-10-24T00:30:00Z",
			"2026-10-25T00:30:00Z",
			"2026-10-26T01:30:00Z",
		]);
	});
	test("UNTIL is an instant, also in the hour that comes twice", () => {
		const rule = (until: string) => `FREQ=MINUTELY;INTERVAL=30;UNTIL=${until}`;
		expect(expandedUtc(rule("20261025T001500Z"), "2026-10-25T02:30")).toEqual([
			"2026-10-24T23:30:00Z",
			"2026-10-25T00:00:00Z",
		]);
	});
	test.each([
		["Africa/Casablanca", "2026-02-15T03:00"],
		["Australia/Lord_Howe", "2026-04-05T01:45"],
		["Pacific/Apia", "2011-12-30T10:00"],
		["America/St_Johns", "2026-11-01T01:30"],
		["Asia/Kathmandu", "2026-01-01T00:00"],
	])("%s keeps the wall clock at %s", (zone, text) => {
		const there = clockOf(zone) as ZoneClock;
		const instant = there.read(text) as number;
		const back = new Date(there.localOf(instant)).toISOString().slice(0, 16);
		const skipped = zone === "Pacific/Apia";
		expect(back).toBe(skipped ? "2011-12-31T10:00" : text);
	});
});

describe("the letter of RFC 5545", () => {
	test("positions count the whole period, also what lies before DTSTART in it", () => {
		expect(
			expandedUtc(
				"FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=2",
				"2026-01-15T08:00",
				2,
			),
		).toEqual(["2026-02-03T06:00:00Z", "2026-03-03T06:00:00Z"]);
		expect(
			expandedUtc(
				"FREQ=WEEKLY;BYDAY=MO,WE,FR;BYSETPOS=1",
				"2026-01-07T08:00",
				2,
			),
		).toEqual(["2026-01-12T06:00:00Z", "2026-01-19T06:00:00Z"]);
	});
	test("two positions that name one instance are counted once", () => {
		expect(
			expandedUtc(
				"FREQ=MONTHLY;BYMONTHDAY=5;BYSETPOS=1,-1;COUNT=3",
				"2026-01-05T08:00",
			),
		).toHaveLength(3);
	});
	test("a date alone as UNTIL includes that day", () => {
		expect(
			expandedUtc("FREQ=DAILY;UNTIL=20260103", "2026-01-01T23:00"),
		).toHaveLength(3);
	});
	test.each([
		["", "no-rule"],
		["WEEKLY", "no-rule"],
		["FREQ=FORTNIGHTLY", "bad-value"],
		["BYDAY=MO", "no-frequency"],
		["FREQ=WEEKLY;BYDY=MO", "unknown-part"],
		["FREQ=WEEKLY;FREQ=DAILY", "twice"],
		["FREQ=WEEKLY;INTERVAL=0", "bad-value"],
		["FREQ=WEEKLY;COUNT=-1", "bad-value"],
		["FREQ=WEEKLY;BYDAY=", "bad-value"],
		["FREQ=MONTHLY;BYMONTHDAY=0", "bad-value"],
		["FREQ=MONTHLY;BYMONTHDAY=32", "bad-value"],
		["FREQ=DAILY;UNTIL=20260230", "bad-value"],
		["FREQ=DAILY;COUNT=2;UNTIL=20260203", "until-and-count"],
		["FREQ=WEEKLY;BYDAY=1MO", "not-allowed"],
		["FREQ=WEEKLY;BYMONTHDAY=1", "not-allowed"],
		["FREQ=MONTHLY;BYWEEKNO=1", "not-allowed"],
		["FREQ=MONTHLY;BYYEARDAY=1", "not-allowed"],
		["FREQ=DAILY;BYSETPOS=1", "not-allowed"],
	])("%j is refused: %s", (text, kind) => {
		const reading = readRule(text);
		const kinds =
			reading.kind === "faulty" ? reading.faults.map((f) => f.kind) : [];
		expect(kinds).toContain(kind);
	});
});

describe("any rule costs little", () => {
	test.each([
		["FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31", []],
		["FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30", []],
		["FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=31;BYDAY=MO", []],
		["FREQ=MINUTELY;INTERVAL=999999999", null],
		["FREQ=SECONDLY", null],
		["FREQ=YEARLY;INTERVAL=999999999", null],
		["FREQ=HOURLY;BYDAY=MO;BYMONTH=2;BYMONTHDAY=29", null],
	])("%s", (rule, expected) => {
		const start = process.cpuUsage();
		const result = expandedUtc(rule, "2026-01-01T08:00");
		const { user } = process.cpuUsage(start);
		expect(user / 1000).toBeLessThan(5000);
		if (expected) expect(result).toEqual(expected);
	});
	test("an endless rule without a limit is refused", () => {
		const rule = {
			zone: "UTC",
			start: "2026-01-01T08:00",
			rrule: "FREQ=DAILY",
		};
		expect(expand(rule).kind).toBe("endless");
		const second = { ...rule, rrule: "FREQ=SECONDLY;COUNT=999999999" };
		expect(expand(second).kind).toBe("too-costly");
	});
});

const dateArbitrary = fc.integer({
	min: dayNumber(2020, 1, 1),
	max: dayNumber(2030, 12, 31),
});

const ruleArbitrary = fc
	.record({
		freq: fc.constantFrom("DAILY", "WEEKLY", "MONTHLY", "YEARLY"),
		interval: fc.integer({ min: 1, max: 5 }),
		months: fc.option(fc.subarray([1, 2, 3, 6, 10, 12], { minLength: 1 })),
		monthDays: fc.option(
			fc.subarray([1, 2, 15, 29, 31, -1, -3], { minLength: 1 }),
		),
		days: fc.option(fc.subarray(weekdays, { minLength: 1 })),
	})
	.map(({ freq, interval, months, monthDays, days }) =>
		[
			`FREQ=${freq}`,
			`INTERVAL=${interval}`,
			months && `BYMONTH=${months.join(",")}`,
			monthDays && freq !== "WEEKLY" && `BYMONTHDAY=${monthDays.join(",")}`,
			days && `BYDAY=${days.join(",")}`,
		]
			.filter(Boolean)
			.join(";"),
	);

/** The days a simple rule names, found by asking of each day of six years whether it fits: slow, and hard to get wrong. */
function daysByScan(text: string, start: number, end: number): number[] {
	const part = (name: string) =>
		new RegExp(`(?:^|;)${name}=([^;]*)`).exec(text)?.[1]?.split(",");
	const freq = part("FREQ")?.[0];
	const interval = Number(part("INTERVAL")?.[0] ?? 1);
	const months = part("BYMONTH")?.map(Number);
	const monthDays = part("BYMONTHDAY")?.map(Number);
	const days = part("BYDAY");
	const at = (day: number) => new Date(day * 86_400_000);
	const first = at(start);
	const monday = (day: number) => day - ((at(day).getUTCDay() + 6) % 7);
	const found: number[] = [];
	for (let day = start; day < end; day++) {
		const date = at(day);
		const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
		const periods = {
			DAILY: day - start,
			WEEKLY: (monday(day) - monday(start)) / 7,
			MONTHLY:
				(year - first.getUTCFullYear()) * 12 + month - first.getUTCMonth(),
			YEARLY: year - first.getUTCFullYear(),
		}[freq as "DAILY"];
		if (periods % interval !== 0) continue;
		if (months && !months.includes(month + 1)) continue;
		const length = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
		const inMonth = date.getUTCDate();
		if (
			monthDays &&
			!monthDays.includes(inMonth) &&
			!monthDays.includes(inMonth - length - 1)
		)
			continue;
		const weekday = weekdays[(date.getUTCDay() + 6) % 7] as string;
		if (days && !days.includes(weekday)) continue;
		const noDay = !days && !monthDays;
		if (noDay && freq === "WEEKLY" && date.getUTCDay() !== first.getUTCDay())
			continue;
		if (
			noDay &&
			(freq === "MONTHLY" || freq === "YEARLY") &&
			inMonth !== first.getUTCDate()
		)
			continue;
		if (noDay && freq === "YEARLY" && !months && month !== first.getUTCMonth())
			continue;
		found.push(day);
	}
	return found;
}

const millis = 86_400_000;

test("simple rules agree with a scan of every day", () => {
	fc.assert(
		fc.property(ruleArbitrary, dateArbitrary, (text, start) => {
			const end = start + 6 * 366;
			const reading = readRule(text);
			if (reading.kind === "faulty") throw new Error(text);
			const days: number[] = [];
			for (const { local, index } of occurrencesOf({
				rule: reading.rule,
				start: start * millis,
				clock,
				work: { left: 1_000_000 },
			})) {
				if (local >= end * millis) break;
				expect(index).toBe(days.length);
				days.push(local / millis);
			}
			expect(days).toEqual(daysByScan(text, start, end));
		}),
		{ numRuns: 150 },
	);
});

test("numbered weekdays, week numbers, year days and positions agree with rrule on dates without a zone", () => {
	const nth = fc
		.array(
			fc.tuple(
				fc.constantFrom(1, 2, 3, 4, -1, -2),
				fc.constantFrom(...weekdays),
			),
			{ minLength: 1, maxLength: 3 },
		)
		.map((days) => `BYDAY=${days.map(([n, day]) => `${n}${day}`).join(",")}`);
	const rules = fc.oneof(
		nth.map((days) => `FREQ=MONTHLY;${days}`),
		nth.map((days) => `FREQ=YEARLY;BYMONTH=3,6;${days}`),
		nth.map((days) => `FREQ=YEARLY;${days}`),
		fc
			.tuple(
				fc.constantFrom(2, 20, 51),
				fc.constantFrom(...weekdays),
				fc.constantFrom("MO", "SU"),
			)
			.map(
				([week, day, first]) =>
					`FREQ=YEARLY;BYWEEKNO=${week};BYDAY=${day};WKST=${first}`,
			),
		fc
			.subarray([1, 60, 100, 366, -1, -365], { minLength: 1 })
			.map((days) => `FREQ=YEARLY;BYYEARDAY=${days.join(",")}`),
		fc
			.tuple(
				fc.subarray(weekdays, { minLength: 2 }),
				fc.constantFrom(1, 2, -1, -2),
			)
			.map(
				([days, position]) =>
					`FREQ=MONTHLY;BYDAY=${days.join(",")};BYSETPOS=${position}`,
			),
		fc
			.tuple(
				fc.integer({ min: 1, max: 4 }),
				fc.subarray(weekdays, { minLength: 1 }),
				fc.constantFrom(...weekdays),
			)
			.map(
				([interval, days, first]) =>
					`FREQ=WEEKLY;INTERVAL=${interval};BYDAY=${days.join(",")};WKST=${first}`,
			),
	);
	fc.assert(
		fc.property(rules, dateArbitrary, (text, day) => {
			// From the first of a month on, no period of a monthly rule is cut, which is where rrule goes wrong.
			const date = civilDate(day);
			const start =
				dayNumber(date.year, text.includes("YEARLY") ? 1 : date.month, 1) *
				millis;
			const theirs = new rrule.RRule({
				...rrule.RRule.parseString(text),
				dtstart: new Date(start),
				count: 20,
			}).all();
			const ours = expand({
				zone: "UTC",
				start: new Date(start).toISOString(),
				rrule: text,
				limit: 20,
			});
			expect(ours).toEqual({
				kind: "expanded",
				instants: theirs.map((each) => each.getTime()),
			});
		}),
		{ numRuns: 150 },
	);
});

test("week numbers are those of ISO 8601, counted from either end of the year", () => {
	fc.assert(
		fc.property(
			fc.constantFrom(1, 2, 52, 53, -1, -52, -53),
			fc.constantFrom(...weekdays),
			fc.integer({ min: 1990, max: 2060 }),
			(week, weekday, year) => {
				const result = expand({
					zone: "UTC",
					start: "1980-01-01T00:00Z",
					rrule: `FREQ=YEARLY;BYWEEKNO=${week};BYDAY=${weekday}`,
					from: Date.UTC(year, 0, 1),
					to: Date.UTC(year + 1, 0, 1),
				});
				const expected: number[] = [];
				for (let day = 1; day <= 366; day++) {
					const date = DateTime.utc(year, 1, 1).plus({ days: day - 1 });
					const { weekNumber, weeksInWeekYear } = date;
					const number =
						week > 0 ? weekNumber : weekNumber - weeksInWeekYear - 1;
					const isDay = weekdays[date.weekday - 1] === weekday;
					if (date.year === year && isDay && number === week)
						expected.push(date.toMillis());
				}
				expect(result).toEqual({ kind: "expanded", instants: expected });
			},
		),
		{ numRuns: 100 },
	);
});

test("starting late gives the same occurrences and numbers as starting from the first", () => {
	fc.assert(
		fc.property(
			ruleArbitrary,
			dateArbitrary,
			fc.integer({ min: -100, max: 4000 }),
			fc.option(fc.integer({ min: 1, max: 200 })),
			(text, start, later, count) => {
				const reading = readRule(count ? `${text};COUNT=${count}` : text);
				if (reading.kind === "faulty") throw new Error(text);
				const from = (start + later) * millis + 1;
				const given = { rule: reading.rule, start: start * millis, clock };
				const all = until(
					occurrencesOf({ ...given, work: { left: 1e6 } }),
					from + 2000 * millis,
				);
				const late = until(
					occurrencesOf({ ...given, from, counted: true, work: { left: 1e6 } }),
					from + 2000 * millis,
				);
				expect(late).toEqual(all.filter(({ local }) => local >= from));
				const around = until(
					occurrencesAround({ ...given, from, work: { left: 1e6 } }),
					from + 2000 * millis,
				);
				const before = all.filter(({ local }) => local <= from).slice(-1);
				expect(around).toEqual([
					...before,
					...all.filter(({ local }) => local > from),
				]);
			},
		),
		{ numRuns: 200 },
	);
});

function until(
	occurrences: Iterable<{ readonly index: number; readonly local: number }>,
	end: number,
) {
	const list: { index: number; local: number }[] = [];
	for (const occurrence of occurrences) {
		if (occurrence.local > end) break;
		list.push(occurrence);
	}
	return list;
}

test("no text makes reading or expanding a rule throw or take long", () => {
	const piece = fc.oneof(
		fc.string({ maxLength: 12 }),
		fc.constantFrom(
			"FREQ=DAILY",
			"FREQ=SECONDLY",
			"INTERVAL=7",
			"BYDAY=-1FR",
			"BYSETPOS=-1",
			"BYHOUR=25",
			"COUNT=3",
			"UNTIL=20270101T000000Z",
			"BYMONTHDAY=31",
			"BYMONTH=2",
			"WKST=SU",
			"BYWEEKNO=53",
		),
	);
	fc.assert(
		fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
			const result = expand({
				zone: "Europe/Helsinki",
				start: "2026-01-31T03:30",
				rrule: pieces.join(";"),
				limit: 3,
			});
			expect(typeof result.kind).toBe("string");
		}),
		{ numRuns: 150 },
	);
}, 60_000);
