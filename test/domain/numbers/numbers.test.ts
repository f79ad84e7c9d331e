import { DateTime } from "luxon";
import {
	promptShare,
	wholeWeek,
} from "../../../src/domain/numbers/call-numbers.ts";
import { numberSheets } from "../../../src/domain/numbers/number-sheets.ts";
import { spanBefore } from "../../../src/domain/numbers/number-span.ts";

const at = (text: string) =>
	DateTime.fromISO(text, { zone: "Europe/Helsinki" });

test.each([
	["a month", "2026-11-01", "2026-12-01", "month", "2026-10-01"],
	["January", "2026-01-01", "2026-02-01", "month", "2025-12-01"],
	["a week", "2026-11-02", "2026-11-09", "days", "2026-10-26"],
	[
		"a span over a clock change",
		"2026-10-20",
		"2026-10-30",
		"days",
		"2026-10-10",
	],
	["a month so far", "2026-11-01", "2026-11-20", "days", "2026-10-13"],
	["a day", "2026-11-20", "2026-11-21", "days", "2026-11-19"],
])("what %s is compared with", (_, from, to, kind, begins) => {
	const before = spanBefore({ from: at(from), to: at(to) });
	expect(before.kind).toBe(kind);
	expect(before.span.from.toISODate()).toBe(begins);
	expect(before.span.to.toISODate()).toBe(from);
});

const within = [
	{ seconds: 10, calls: 1 },
	{ seconds: 30, calls: 3 },
];

test("the share of calls that were answered soon", () => {
	expect(promptShare({ calls: 4, within })).toBe(0.75);
	expect(promptShare({ calls: 0, within: [] })).toBeNull();
});

test("a whole week has its empty hours too", () => {
	const week = wholeWeek([{ weekday: 7, hour: 23, calls: 2, answered: 1 }]);
	expect(week).toHaveLength(7);
	expect(week.map((day) => day.length)).toEqual(Array(7).fill(24));
	expect(week[6]?.[23]).toEqual({
		...{ weekday: 7, hour: 23 },
		...{ calls: 2, answered: 1 },
	});
	expect(week[0]?.[0]).toMatchObject({ calls: 0 });
});

test.each([["fi"], ["sv"], ["en"]] as const)(
	"as sheets in %s: every figure, every hour of the week, everybody",
	(language) => {
		const [figures, hours, people] = numberSheets(
			{
				all: {
					calls: 4,
					outcomes: {
						...{ answered: 3, abandoned: 1 },
						...{ voicemail: 0, unanswered: 0, failed: 0 },
					},
					blocked: 0,
					answerSeconds: { median: 12, ninetieth: 28.5 },
					within,
				},
				hours: [{ weekday: 1, hour: 2, calls: 4, answered: 3 }],
				people: [
					{
						...{ line: "a", person: "kalle", name: "Kalle", calls: 3 },
						...{ talkSeconds: 90, median: 12, ninetieth: 28.5 },
					},
				],
			},
			language,
		);
		expect(figures.rows.map(([, value]) => value)).toEqual([
			...[4, 3, 1, 0, 0, 0, 0],
			...[12, 28.5, 1, 3],
		]);
		expect(hours.rows).toHaveLength(168);
		expect(people.rows).toEqual([["a", "Kalle", 3, 12, 28.5, 1.5]]);
		for (const { head, rows } of [figures, hours, people])
			for (const row of rows) expect(row).toHaveLength(head.length);
	},
);
