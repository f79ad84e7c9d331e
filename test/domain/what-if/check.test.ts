import type { Rota } from "../../../src/domain/rota/rota.ts";
import {
	checkWhatIfs,
	whatIfProblems,
} from "../../../src/domain/what-if/check.ts";
import {
	instantOf,
	type SavedWhatIf,
} from "../../../src/domain/what-if/saved-what-if.ts";
import { holidaysOf } from "../../../src/rota-document/holidays-by-law.ts";
import { line } from "../call/line.ts";
import { at, rotaWith, zone } from "../rota/rotas.ts";

const kept: SavedWhatIf = {
	id: "one",
	name: "Christmas Eve",
	at: "2026-12-24T17:05",
	yearly: false,
	caller: null,
	expects: { kind: "rings", steps: [["liisa"], ["sanna"], ["aino"]] },
};

/** Everybody has a phone of their own. */
function rota(changes: Partial<Rota> = {}): Rota {
	const people = Object.entries(rotaWith().people).map(
		([id, person], index) =>
			[id, { ...person, phone: `+35840100000${index}` }] as const,
	);
	return rotaWith({ people: Object.fromEntries(people), ...changes });
}

function checked(
	whatIfs: readonly SavedWhatIf[],
	of = rota(),
	now = "2026-11-21T12:00",
) {
	return checkWhatIfs(of, whatIfs, {
		now: at(now),
		holidays: holidaysOf(of, at(now), at(now)),
		setting: {
			line,
			blocked: ["+358401009666"],
			ourNumbers: [line.number],
		},
	});
}

const holds = (expects: SavedWhatIf["expects"], changes = {}, of = rota()) =>
	checked([{ ...kept, expects, ...changes }], of).map((each) => each.holds);

describe("a kept what-if", () => {
	test("holds as long as the same people are rung in the same order", () => {
		expect(holds(kept.expects)).toEqual([true]);
		expect(holds({ kind: "rings", steps: [["sanna"], ["liisa"]] })).toEqual([
			false,
		]);
		expect(holds({ kind: "rings", steps: [["liisa", "sanna"]] })).toEqual([
			false,
		]);
	});

	test("does not mind the order of those who ring together", () => {
		const of = rota({
			routing: {
				open: [],
				closed: [{ ring: ["technician", "backup"], seconds: 30 }],
			},
		});
		const steps = [["sanna", "liisa"], ["aino"]];
		expect(holds({ kind: "rings", steps }, {}, of)).toEqual([true]);
	});

	test("can ask whether the office is open, and whether a duty is covered", () => {
		expect(holds({ kind: "office", open: false })).toEqual([true]);
		expect(holds({ kind: "office", open: true })).toEqual([false]);
		expect(holds({ kind: "covered", duty: "technician" })).toEqual([true]);
		expect(holds({ kind: "covered", duty: "plumber" })).toEqual([false]);
	});

	test("rings nobody for a caller who is turned away", () => {
		const caller = "+358401009666";
		expect(holds({ kind: "rings", steps: [] }, { caller })).toEqual([true]);
		expect(holds(kept.expects, { caller })).toEqual([false]);
	});

	test("whose time is past is not asked any more; a yearly one is asked of the next year", () => {
		expect(checked([kept], rota(), "2026-12-25T00:00")).toEqual([]);
		const [next] = checked(
			[{ ...kept, yearly: true }],
			rota(),
			"2026-12-25T00:00",
		);
		expect(next?.at.toISODate()).toBe("2027-12-24");
	});

	test("further away than a year is asked all the same", () => {
		const [far] = checked([{ ...kept, at: "2029-12-24T17:05" }]);
		expect(far?.at.year).toBe(2029);
	});
});

test("what does not hold is a warning with both answers in words", () => {
	const of = rota({
		overrides: [
			{
				duty: "technician",
				start: "2026-12-24T12:00",
				end: "2026-12-25T12:00",
				person: "kalle",
			},
		],
	});
	expect(whatIfProblems(checked([kept], rota()))).toEqual([]);
	expect(whatIfProblems(checked([kept], of))).toMatchObject([
		{
			id: "what-if-fails",
			severity: "warning",
			where: "what-ifs.one",
			what: "The what-if “Christmas Eve” does not hold: it should be Liisa Lind, then Sanna Heikkinen, then Aino Virtanen, but it is 24 December 2026 17:05: Kalle Korhonen, then Sanna Heikkinen after 25 seconds, then Aino Virtanen after 30 seconds, then the message box.",
		},
	]);
});

describe("the instant of a what-if", () => {
	const instant = (text: string, yearly: boolean, now: string) =>
		instantOf({ at: text, yearly }, zone, at(now))?.toISO({
			suppressMilliseconds: true,
			suppressSeconds: true,
		}) ?? null;
	test.each([
		[
			"once",
			"2026-12-24T17:05",
			false,
			"2027-01-01T00:00",
			"2026-12-24T17:05+02:00",
		],
		[
			"yearly, still to come",
			"2020-12-24T17:05",
			true,
			"2026-12-24T17:05",
			"2026-12-24T17:05+02:00",
		],
		[
			"yearly, just over",
			"2020-12-24T17:05",
			true,
			"2026-12-24T17:06",
			"2027-12-24T17:05+02:00",
		],
		[
			"the leap day waits for its year",
			"2024-02-29T12:00",
			true,
			"2026-03-01T00:00",
			"2028-02-29T12:00+02:00",
		],
		[
			"the second of two by its offset",
			"2026-10-25T03:30+02:00",
			false,
			"2026-01-01T00:00",
			"2026-10-25T03:30+02:00",
		],
		[
			"the first of two without one",
			"2026-10-25T03:30",
			false,
			"2026-01-01T00:00",
			"2026-10-25T03:30+03:00",
		],
		["none", "yesterday", false, "2026-01-01T00:00", null],
	])("%s", (_, text, yearly, now, expected) => {
		expect(instant(text, yearly, now)).toBe(expected);
	});
});
