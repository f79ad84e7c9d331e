import type { DateTime } from "luxon";
import {
	type DutyNotice,
	nextNotice,
	noticesDue,
} from "../../../src/domain/duty-notice/due.ts";
import type { DutyShift } from "../../../src/domain/duty-notice/duty-shift.ts";
import {
	type DutyNoticeSettings,
	defaultSettings,
} from "../../../src/domain/duty-notice/settings.ts";
import { at } from "../rota/rotas.ts";

const ringing: DutyNoticeSettings = {
	...defaultSettings,
	confirmCall: { on: true, minutesBefore: 30 },
};

/** `kalle 2026-03-06T15:00`, each until the next; the last has no end in sight. */
function duty(...turns: string[]): DutyShift[] {
	const read = turns.map((turn) => turn.split(" "));
	return read.map(([person = "", start = ""], index) => {
		const next = read[index + 1]?.[1];
		return {
			duty: "technician",
			person: person.startsWith("-") ? null : person,
			start: at(start),
			end: next ? at(next) : null,
			intended: person === "-intended",
			startsBefore: index === 0,
		};
	});
}

function told(
	shifts: DutyShift[],
	now: DateTime | string,
	settings = defaultSettings,
): string[] {
	const instant = typeof now === "string" ? at(now) : now;
	return noticesDue([shifts], settings, instant).map(({ notice }) =>
		inWords(notice),
	);
}

function inWords(notice: DutyNotice): string {
	const who = notice.shift.person ?? "nobody";
	if (notice.kind === "begins")
		return `${who} begins after ${notice.before ?? "nobody"}`;
	if (notice.kind === "over")
		return `${who} over, then ${notice.after ?? "nobody"}`;
	return `${who} ${notice.kind}`;
}

const week = duty(
	"kalle 2026-03-06T15:00",
	"liisa 2026-03-13T15:00",
	"pekka 2026-03-20T15:00",
);

describe("a day before", () => {
	test.each([
		["a minute too early", "2026-03-12T14:59", []],
		["at the same hour of the day before", "2026-03-12T15:00", ["liisa"]],
		["after a pause", "2026-03-12T18:30", ["liisa"]],
		["in a quiet night it can wait for the morning", "2026-03-12T23:00", []],
		["in the morning", "2026-03-13T07:00", ["liisa"]],
		["a minute before it begins", "2026-03-13T14:59", ["liisa"]],
	])("%s", (_, now, people) => {
		expect(told(week, now)).toEqual(people.map((one) => `${one} reminder`));
	});

	test("whole days are those of the wall clock, over both clock changes", () => {
		const spring = duty("kalle 2026-03-01T00:00", "liisa 2026-03-29T15:00");
		expect(told(spring, "2026-03-28T14:59")).toEqual([]);
		expect(told(spring, "2026-03-28T15:00")).toEqual(["liisa reminder"]);
		const autumn = duty("kalle 2026-10-01T00:00", "liisa 2026-10-25T15:00");
		expect(told(autumn, "2026-10-24T14:59")).toEqual([]);
		expect(told(autumn, "2026-10-24T15:00")).toEqual(["liisa reminder"]);
	});

	test("what would come in the night comes half an hour before the quiet hours", () => {
		const night = duty("kalle 2026-03-01T00:00", "liisa 2026-03-14T03:00");
		expect(told(night, "2026-03-12T20:29")).toEqual([]);
		expect(told(night, "2026-03-12T20:30")).toEqual(["liisa reminder"]);
		const spring = duty("kalle 2026-03-01T00:00", "liisa 2026-03-30T03:30");
		expect(told(spring, "2026-03-28T20:30")).toEqual(["liisa reminder"]);
	});

	test("a shift that begins in the night itself is told of in spite of it", () => {
		const night = duty("kalle 2026-03-01T00:00", "liisa 2026-03-14T03:00");
		expect(told(night, "2026-03-14T01:00")).toEqual(["liisa reminder"]);
	});

	test("without quiet hours the night is like the day", () => {
		const quiet = { from: "00:00", to: "00:00" };
		expect(
			told(week, "2026-03-12T23:00", { ...defaultSettings, quiet }),
		).toEqual(["liisa reminder"]);
	});

	test("other hours, or not at all", () => {
		const six = { ...defaultSettings, dayBefore: { on: true, hours: 6 } };
		expect(told(week, "2026-03-13T08:59", six)).toEqual([]);
		expect(told(week, "2026-03-13T09:00", six)).toEqual(["liisa reminder"]);
		const off = { ...defaultSettings, dayBefore: { on: false, hours: 24 } };
		expect(told(week, "2026-03-12T15:00", off)).toEqual([]);
	});

	test("a shift that was moved asks by where it stands now, one that was given away by whose it is", () => {
		const moved = duty("kalle 2026-03-06T15:00", "liisa 2026-03-14T15:00");
		expect(told(moved, "2026-03-12T15:00")).toEqual([]);
		expect(told(moved, "2026-03-13T15:00")).toEqual(["liisa reminder"]);
		const given = duty("kalle 2026-03-06T15:00", "sanna 2026-03-13T15:00");
		expect(told(given, "2026-03-12T15:00")).toEqual(["sanna reminder"]);
	});
});

describe("at the handoff", () => {
	test.each([
		["not yet", "2026-03-13T14:59", ["liisa reminder"]],
		[
			"both are told",
			"2026-03-13T15:00",
			["kalle over, then liisa", "liisa begins after kalle"],
		],
		[
			"within the hour",
			"2026-03-13T15:59",
			["kalle over, then liisa", "liisa begins after kalle"],
		],
		["what is long past stays untold", "2026-03-13T16:00", []],
	])("%s", (_, now, expected) => {
		expect(told(week, now)).toEqual(expected);
	});

	test("in the hour that comes twice each handoff is told at its own instant", () => {
		const first = at("2026-10-25T03:30:00+03:00");
		const second = at("2026-10-25T03:30:00+02:00");
		const [before, after] = duty(
			"kalle 2026-10-01T00:00",
			"liisa 2026-10-25T03:30:00+02:00",
		);
		const shifts = [before, after] as DutyShift[];
		expect(told(shifts, first)).toEqual(["liisa reminder"]);
		expect(told(shifts, second)).toEqual([
			"kalle over, then liisa",
			"liisa begins after kalle",
		]);
	});

	test("nobody takes over: who had it hears so, and the office is alarmed for half a day", () => {
		const gap = duty(
			"kalle 2026-03-06T15:00",
			"- 2026-03-13T15:00",
			"pekka 2026-03-15T15:00",
		);
		expect(told(gap, "2026-03-13T15:00")).toEqual([
			"kalle over, then nobody",
			"nobody gap",
		]);
		expect(told(gap, "2026-03-14T02:59")).toEqual(["nobody gap"]);
		expect(told(gap, "2026-03-14T03:00")).toEqual([]);
		expect(told(gap, "2026-03-15T15:00")).toEqual([
			"pekka begins after nobody",
		]);
	});

	test("a gap on purpose alarms nobody, and one alarms also where handoffs are not told", () => {
		const meant = duty("kalle 2026-03-06T15:00", "-intended 2026-03-13T15:00");
		expect(told(meant, "2026-03-13T15:00")).toEqual([
			"kalle over, then nobody",
		]);
		const gap = duty("kalle 2026-03-06T15:00", "- 2026-03-13T15:00");
		const off = { ...defaultSettings, atHandoff: false };
		expect(told(gap, "2026-03-13T15:00", off)).toEqual(["nobody gap"]);
	});

	test("what began before anybody looked is no handoff", () => {
		const [first] = week;
		expect(told([first as DutyShift], "2026-03-06T15:00")).toEqual([]);
	});
});

describe("the call that asks", () => {
	test.each([
		["half an hour before", "2026-03-13T14:30", true],
		["a minute too early", "2026-03-13T14:29", false],
		["a little late", "2026-03-13T15:29", true],
		["too late to matter", "2026-03-13T15:30", false],
	])("%s", (_, now, isAsked) => {
		const asked = told(week, now, ringing).includes("liisa confirm");
		expect(asked).toBe(isAsked);
	});

	test("early in the morning it comes the evening before", () => {
		const morning = duty("kalle 2026-03-01T00:00", "liisa 2026-03-13T07:15");
		expect(told(morning, "2026-03-12T20:30", ringing)).toContain(
			"liisa confirm",
		);
	});

	test("a shift that comes up in the night rings nobody before its own half hour", () => {
		const night = duty("kalle 2026-03-01T00:00", "liisa 2026-03-13T06:00");
		expect(told(night, "2026-03-13T02:00", ringing)).toEqual([
			"liisa reminder",
		]);
		expect(told(night, "2026-03-13T05:30", ringing)).toContain("liisa confirm");
	});

	test("nobody is rung unless the line says so", () => {
		expect(told(week, "2026-03-13T14:30")).toEqual(["liisa reminder"]);
	});
});

test("what comes next is known by its hour", () => {
	const next = nextNotice([week], defaultSettings, at("2026-03-10T12:00"));
	expect(next?.at).toEqual(at("2026-03-12T15:00"));
	expect(next && inWords(next.notice)).toBe("liisa reminder");
	const last = nextNotice([week], defaultSettings, at("2026-03-20T15:00"));
	expect(last).toBeNull();
});
