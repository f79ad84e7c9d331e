import {
	ago,
	briefTime,
	clockTime,
	fullTime,
	stopwatch,
	until,
	when,
	whenRoundly,
} from "../../src/console/times.ts";
import type { Language } from "../../src/domain/language.ts";

const reader = (language: Language) => ({ language, zone: "Europe/Helsinki" });
const helsinki = (local: string) => new Date(`${local}:00+02:00`);
/** A Saturday evening. */
const now = helsinki("2026-11-21T21:14");

test.each([
	["2026-11-21T23:00", "klo 23.00 asti", "till kl. 23:00", "until 23:00"],
	[
		"2026-11-22T08:00",
		"huomiseen klo 8.00 asti",
		"till i morgon kl. 08:00",
		"until tomorrow 08:00",
	],
	[
		"2026-11-23T08:00",
		"maanantaihin klo 8.00 asti",
		"till måndag kl. 08:00",
		"until Monday 08:00",
	],
	[
		"2026-11-25T08:00",
		"keskiviikkoon klo 8.00 asti",
		"till onsdag kl. 08:00",
		"until Wednesday 08:00",
	],
	[
		"2026-11-27T15:00",
		"perjantaihin klo 15.00 asti",
		"till fredag kl. 15:00",
		"until Friday 15:00",
	],
	[
		"2026-11-28T15:00",
		"28.11. klo 15.00 asti",
		"till den 28 november kl. 15:00",
		"until 28 November 15:00",
	],
	[
		"2027-01-01T00:00",
		"1.1.2027 klo 0.00 asti",
		"till den 1 januari 2027 kl. 00:00",
		"until 1 January 2027 00:00",
	],
])("until %s", (at, fi, sv, en) => {
	expect(until(helsinki(at), now, reader("fi"))).toBe(fi);
	expect(until(helsinki(at), now, reader("sv"))).toBe(sv);
	expect(until(helsinki(at), now, reader("en"))).toBe(en);
});

test.each([
	["2026-11-22T08:00", "huomenna klo 8", "i morgon kl. 8", "tomorrow at 8"],
	[
		"2026-11-23T08:30",
		"maanantaina klo 8.30",
		"på måndag kl. 08:30",
		"on Monday at 08:30",
	],
	[
		"2026-11-22T00:00",
		"huomenna klo 0.00",
		"i morgon kl. 00:00",
		"tomorrow at 00:00",
	],
	[
		"2026-12-28T08:00",
		"28.12. klo 8",
		"den 28 december kl. 8",
		"on 28 December at 8",
	],
])("the office opens %s", (at, fi, sv, en) => {
	expect(whenRoundly(helsinki(at), now, reader("fi"))).toBe(fi);
	expect(whenRoundly(helsinki(at), now, reader("sv"))).toBe(sv);
	expect(whenRoundly(helsinki(at), now, reader("en"))).toBe(en);
});

test.each([
	["2026-11-21T02:14", "tänään klo 2.14", "i dag kl. 02:14", "today at 02:14"],
	[
		"2026-11-20T23:59",
		"eilen klo 23.59",
		"i går kl. 23:59",
		"yesterday at 23:59",
	],
	[
		"2026-11-19T12:00",
		"19.11. klo 12.00",
		"den 19 november kl. 12:00",
		"on 19 November at 12:00",
	],
])("somebody called %s", (at, fi, sv, en) => {
	expect(when(helsinki(at), now, reader("fi"))).toBe(fi);
	expect(when(helsinki(at), now, reader("sv"))).toBe(sv);
	expect(when(helsinki(at), now, reader("en"))).toBe(en);
});

test("days are those of the line's own wall clock, on the nights of the clock change too", () => {
	const spring = new Date("2026-03-28T22:30:00Z");
	expect(when(new Date("2026-03-29T21:30:00Z"), spring, reader("en"))).toBe(
		"tomorrow at 00:30",
	);
	expect(when(new Date("2026-03-29T01:30:00Z"), spring, reader("en"))).toBe(
		"today at 04:30",
	);
});

test("lists are brief, and the whole is told in full", () => {
	expect(briefTime(helsinki("2026-11-21T02:14"), now, reader("fi"))).toBe(
		"2.14",
	);
	expect(briefTime(helsinki("2026-11-20T10:12"), now, reader("en"))).toBe(
		"Fri 10:12",
	);
	expect(briefTime(helsinki("2026-11-02T10:12"), now, reader("sv"))).toBe(
		"2 nov. 10:12",
	);
	expect(fullTime(now, reader("fi"))).toBe(
		"lauantaina 21. marraskuuta 2026 klo 21.14",
	);
	expect(fullTime(now, reader("sv"))).toBe("lördag 21 november 2026 kl. 21:14");
	expect(fullTime(now, reader("en"))).toBe("Saturday, 21 November 2026, 21:14");
	expect(clockTime(now, reader("fi"), "seconds")).toBe("21.14.00");
});

test.each([
	[0, "now", "0:00"],
	[59, "now", "0:59"],
	[60, "1 minute ago", "1:00"],
	[3_725, "1 hour ago", "1:02:05"],
	[90_000, "yesterday", "25:00:00"],
])("%d seconds ago", (seconds, words, shown) => {
	const at = new Date(now.getTime() - seconds * 1000);
	expect(ago(at, now, reader("en"))).toBe(words);
	expect(stopwatch(seconds)).toBe(shown);
});

test("the future is never ago", () => {
	const soon = new Date(now.getTime() + 5_000);
	expect(ago(soon, now, reader("en"))).toBe("now");
	expect(stopwatch(-3)).toBe("0:00");
});
