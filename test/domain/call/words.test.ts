import { DateTime } from "luxon";
import {
	callerOf,
	callerText,
	e164Of,
} from "../../../src/domain/call/caller.ts";
import {
	comingNext,
	greeting,
	languageMenu,
	nobodyReached,
	puttingThrough,
	thanksForMessage,
	voicemailPrompt,
} from "../../../src/domain/call/prompts.ts";
import {
	afterKey,
	spokenNumber,
	type Whisper,
	whisper,
} from "../../../src/domain/call/whisper.ts";
import { isNightAt } from "../../../src/domain/call/whisper-place.ts";
import { languages } from "../../../src/domain/language.ts";
import { line } from "./line.ts";

test.each([
	["+358401234567", "+358401234567"],
	["358401234567", "+358401234567"],
	["00358 40 123-4567", "+358401234567"],
	["anonymous", null],
	["Anonymous", null],
	["Unknown", null],
	["RESTRICTED", null],
	["", null],
	["   ", null],
	["+266696687", null],
	["+8656696", null],
	["client:lift", "client:lift"],
	["sip:1@example.org", "sip:1@example.org"],
	["0401234567", "0401234567"],
	["112", "112"],
	[`a\0b${"x".repeat(200)}`, `ab${"x".repeat(98)}`],
])("the caller %j is on record as %j", (from, text) => {
	expect(callerText(callerOf(from))).toBe(text);
});

test("reading a caller again gives the same caller", () => {
	for (const from of ["+358401234567", "anonymous", "client:lift", "0401", ""])
		expect(callerOf(callerText(callerOf(from)) ?? "")).toEqual(callerOf(from));
});

test.each(["", "abc", "+", "12", "+0123456789", "1".repeat(16)])(
	"%j is no E.164 number",
	(text) => expect(e164Of(text)).toBeNull(),
);

test("every prompt speaks every language and ends as a sentence does", () => {
	for (const language of languages)
		for (const spoken of [
			...greeting(line, language),
			...puttingThrough(line, language),
			...comingNext(line, language),
			...voicemailPrompt(line, language),
			...thanksForMessage(line, language),
			...nobodyReached(line, language),
		])
			expect(spoken).toEqual({
				language,
				text: expect.stringMatching(/[.!]$/),
			});
});

test("the menu offers the line's languages in their order", () => {
	expect(languageMenu({ ...line, languages: ["sv", "en"] })).toEqual([
		{ language: "sv", text: "För svenska, tryck 1." },
		{ language: "en", text: "For English, press 2." },
	]);
});

test.each([
	["+358401234567", "0 4 0 1 2 3 4 5 6 7"],
	["+46701740690", "0 0 4 6 7 0 1 7 4 0 6 9 0"],
])("%s is read out as %s", (number, spoken) => {
	expect(spokenNumber(number, "+358942721234")).toBe(spoken);
});

describe("the whisper", () => {
	const about = {
		line,
		caller: callerOf("+358401234567"),
		callerLanguage: "sv",
		language: "en",
		earlierTickets: 2,
		around: null,
	} as const;

	test("tells who calls, in the callee's language, and hangs up on silence", () => {
		const [ask, end, ...more] = whisper(about);
		expect(ask).toMatchObject({ kind: "ask", leadsTo: { at: "screening" } });
		expect(JSON.stringify(ask)).toMatch(
			/Fault call: Test line\. The caller's number is 0 4 0 .* speaks Swedish\. .* called 2 times before .* press 1/,
		);
		expect(end).toEqual({ kind: "hang-up" });
		expect(more).toEqual([]);
	});

	test("knows all languages, and callers without a number", () => {
		for (const language of languages)
			for (const from of ["anonymous", "+358401234567"])
				for (const earlierTickets of [null, 0, 1, 5])
					expect(
						JSON.stringify(
							whisper({
								...about,
								language,
								earlierTickets,
								caller: callerOf(from),
							}),
						),
					).toMatch(/1/);
	});

	test.each([
		["1", []],
		["2", [{ kind: "hang-up" }]],
		["", [{ kind: "hang-up" }]],
		["11", [{ kind: "hang-up" }]],
		[null, [{ kind: "hang-up" }]],
	])("the key %j leads to %j", (key, instructions) => {
		expect(afterKey(key)).toEqual(instructions);
	});

	const nothing = {
		...{ place: null, callsTonight: 1, othersTonight: null },
		...{ isSameStairwell: false, isNight: true },
	};
	const home = {
		...nothing,
		...{ place: "Kiviparintie 2 B 12", isSameStairwell: true },
	};
	const said = (language: "fi" | "sv" | "en", around: Whisper["around"]) =>
		JSON.stringify(whisper({ ...about, language, around }));

	test.each([
		["fi", "Kiviparintie 2 B 12, kolmas puhelu tänä yönä."],
		["sv", "Kiviparintie 2 B 12, tredje samtalet i natt."],
		["en", "Kiviparintie 2 B 12, third call tonight."],
	] as const)(
		"says where the caller lives and how often they have called, in %s",
		(language, words) => {
			const heard = said(language, { ...home, callsTonight: 3 });
			expect(heard).toContain(words);
			expect(heard).not.toMatch(/0 4 0|before|aiemmin|tidigare/);
		},
	);

	test.each([
		["fi", 12, false, "12. puhelu tänään."],
		["sv", 2, false, "andra samtalet i dag."],
		["en", 12, false, "12th call today."],
		["en", 22, true, "22nd call tonight."],
		["en", 10, true, "tenth call tonight."],
	] as const)(
		"in %s call number %d, at night: %s, is %j",
		(language, callsTonight, isNight, words) => {
			expect(said(language, { ...home, callsTonight, isNight })).toContain(
				`12, ${words}`,
			);
		},
	);

	test.each([
		["fi", 1, true, "Samasta rapusta on soittanut yksi muu."],
		["fi", 2, false, "Samasta talosta on soittanut kaksi muuta."],
		["sv", 1, true, "En annan från samma trappuppgång har ringt."],
		["sv", 2, true, "Två andra från samma trappuppgång har ringt."],
		["en", 1, false, "One other from the same house has called."],
		["en", 2, true, "Two others from the same stairwell have called."],
		["en", 11, true, "11 others from the same stairwell have called."],
	] as const)(
		"in %s tells of %d others",
		(language, othersTonight, isSameStairwell, words) => {
			expect(
				said(language, { ...home, othersTonight, isSameStairwell }),
			).toContain(words);
		},
	);

	test("of a first call from a known place only the place is new", () => {
		expect(said("en", home)).toContain(
			"Kiviparintie 2 B 12. The caller speaks Swedish. The same number has called 2 times before",
		);
	});

	test("where nobody knows the place, the number is read out and the count after it", () => {
		expect(said("en", { ...nothing, callsTonight: 2 })).toMatch(
			/number is 0 4 0 [\d ]+\. Second call tonight\. The caller speaks/,
		);
		expect(said("en", nothing)).toBe(said("en", null));
	});
});

test.each([
	["2026-03-03T02:00", true],
	["2026-03-03T06:59", true],
	["2026-03-03T07:00", false],
	["2026-03-03T20:59", false],
	["2026-03-03T21:00", true],
])("%s is at night: %s", (at, isNight) => {
	expect(isNightAt(DateTime.fromISO(at, { zone: "Europe/Helsinki" }))).toBe(
		isNight,
	);
});
