import fc from "fast-check";
import { DateTime } from "luxon";
import { languages } from "../../../src/domain/language.ts";
import {
	dueAt,
	dueOutOfOrder,
	mostDueMinutes,
	typedMinutes,
	writtenMinutes,
} from "../../../src/domain/ticket/due.ts";

const minutes = { emergency: 60, urgent: 240, normal: 1440, low: 10_080 };

test("it is due so many minutes of real time after the report, also when the clocks go forward", () => {
	const reported = DateTime.fromISO("2026-03-28T12:00", {
		zone: "Europe/Helsinki",
	});
	expect(dueAt(reported, "emergency", minutes).toISO()).toBe(
		"2026-03-28T13:00:00.000+02:00",
	);
	expect(dueAt(reported, "normal", minutes).toISO()).toBe(
		"2026-03-29T13:00:00.000+03:00",
	);
});

test("what is less urgent is never due sooner", () => {
	expect(dueOutOfOrder(minutes)).toBeNull();
	expect(dueOutOfOrder({ ...minutes, urgent: 60 })).toBeNull();
	expect(dueOutOfOrder({ ...minutes, normal: 239 })).toBe("normal");
	expect(dueOutOfOrder({ ...minutes, emergency: 1_000_000 })).toBe("urgent");
});

test.each([
	["30 min", 30],
	["1 h", 60],
	["1h", 60],
	["1,5 h", 90],
	["1.5 tuntia", 90],
	["2 tim", 120],
	["3 d", 4320],
	["3 vrk", 4320],
	["3 päivää", 4320],
	["1 dygn", 1440],
	["2 vk", 20_160],
	["2 veckor", 20_160],
	["1 d 12 h", 2160],
	[" 4 Hours ", 240],
	["90", null],
	["soon", null],
	["3 x", null],
	["-1 h", null],
	["1 h and a bit", null],
	["", null],
])("%j is understood as %j minutes", (text, expected) => {
	expect(typedMinutes(text)).toBe(expected);
});

test("what is written in any language is read back as the same", () => {
	fc.assert(
		fc.property(
			fc.integer({ min: 1, max: mostDueMinutes }),
			fc.constantFrom(...languages),
			(wanted, language) => {
				const written = writtenMinutes(wanted, language);
				expect([written, typedMinutes(written)]).toEqual([written, wanted]);
			},
		),
	);
	expect(languages.map((each) => writtenMinutes(20_160, each))).toEqual([
		"2 vk",
		"2 v",
		"2 w",
	]);
	expect(writtenMinutes(2160, "en")).toBe("1 d 12 h");
});
