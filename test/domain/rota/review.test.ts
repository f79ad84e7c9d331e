import { changedPlaces } from "../../../src/domain/rota/changed-places.ts";
import { clockChangesIn } from "../../../src/domain/rota/clock-changes.ts";
import { withOverride } from "../../../src/domain/rota/edits/overrides.ts";
import { typedTime } from "../../../src/domain/rota/edits/typed-time.ts";
import { problemKey } from "../../../src/domain/rota/problem.ts";
import { problemsIn } from "../../../src/domain/rota/problems.ts";
import { reviewOf } from "../../../src/domain/rota/review.ts";
import type { Rota } from "../../../src/domain/rota/rota.ts";
import { holidaysOf } from "../../../src/rota-document/holidays-by-law.ts";
import { at, rotaWith, zone } from "./rotas.ts";

const now = at("2026-11-21T12:00");

function review(before: Rota | null, after: Rota) {
	return reviewOf(before, after, {
		now,
		holidays: holidaysOf(after, now, now.plus({ years: 1 })),
	});
}

const rota = rotaWith();
const given = withOverride(rota, {
	duty: "technician",
	start: "2026-12-24T15:00",
	end: "2026-12-25T08:00",
	person: "sanna",
});

test("the gate shows the hours that change hands in eight weeks, and no later ones", () => {
	const late = withOverride(given, {
		duty: "technician",
		start: "2027-03-01T00:00",
		end: "2027-03-02T00:00",
		person: "sanna",
	});
	const { changes } = review(rota, late);
	expect(
		changes.map(({ duty, start, end, after }) => [
			duty,
			start.toFormat("d.M. HH:mm"),
			end.toFormat("d.M. HH:mm"),
			after,
		]),
	).toEqual([["technician", "24.12. 15:00", "25.12. 08:00", "sanna"]]);
});

test("both clock changes and all eves of the coming year are always there", () => {
	const { nights } = review(rota, rota);
	expect(
		nights.map(({ kind, name, start, changes }) => [
			kind,
			name?.en ?? null,
			start.toISODate(),
			changes.length,
		]),
	).toEqual([
		["eve", "Christmas Eve", "2026-12-24", 0],
		["eve", "New Year's Eve", "2026-12-31", 0],
		["clocks-forward", null, "2027-03-27", 0],
		["eve", "Midsummer Eve", "2027-06-25", 0],
		["clocks-back", null, "2027-10-30", 0],
	]);
	for (const { duties } of nights)
		for (const shifts of Object.values(duties))
			expect(shifts.length).toBeGreaterThan(0);
});

test("a night that changes says so, and who has it then", () => {
	const eve = review(rota, given).nights[0];
	expect(eve?.changes).toHaveLength(1);
	expect(eve?.duties.technician?.map(({ person }) => person)).toContain(
		"sanna",
	);
});

test("a gap that has begun is the same gap a few minutes later, and a longer one is another", () => {
	const keysAt = (text: string, end: string) => {
		const open = rotaWith({
			duties: {
				...rota.duties,
				backup: [
					{
						shifts: [{ person: "liisa", start: end, end: "2030-01-01T00:00" }],
					},
				],
			},
		});
		return problemsIn(open, { now: at(text), holidays: null })
			.filter(({ id }) => id === "gap")
			.map(problemKey);
	};
	const keys = keysAt("2026-11-21T12:00", "2026-12-01T00:00");
	expect(keys).toHaveLength(1);
	expect(keysAt("2026-11-21T12:07", "2026-12-01T00:00")).toEqual(keys);
	expect(keysAt("2026-11-21T12:07", "2026-12-02T00:00")).not.toEqual(keys);
});

test("before the first version every hour changes hands; a zone that is none has problems and nothing else", () => {
	expect(review(null, rota).changes.length).toBeGreaterThan(10);
	const { problems, changes, nights } = review(rota, {
		...rota,
		zone: "Europe/Myllypuro",
	});
	expect(problems.some(({ severity }) => severity === "error")).toBe(true);
	expect([changes, nights]).toEqual([[], []]);
});

test("the clocks of a zone change when the law says", () => {
	const span = { from: at("2026-01-01T00:00"), to: at("2027-01-01T00:00") };
	const told = (place: string) =>
		clockChangesIn(place, span).map(({ at: instant, minutes }) => [
			instant.toUTC().toISO({ suppressMilliseconds: true }),
			minutes,
		]);
	expect(told(zone)).toEqual([
		["2026-03-29T01:00:00Z", 60],
		["2026-10-25T01:00:00Z", -60],
	]);
	expect(told("Australia/Lord_Howe").map(([, minutes]) => minutes)).toEqual([
		-30, 30,
	]);
	expect(told("UTC")).toEqual([]);
	expect(told("nowhere")).toEqual([]);
});

test.each([
	["2026-11-21T15:00", zone, { kind: "plain" }],
	["2026-10-25T03:30+03:00", zone, { kind: "plain" }],
	["tomorrow", zone, { kind: "unreadable" }],
	["2026-11-21T15:00", "nowhere", { kind: "unreadable" }],
	[
		"2026-03-29T03:30",
		zone,
		{ kind: "skipped", choices: ["2026-03-29T02:30", "2026-03-29T04:30"] },
	],
	[
		"2026-10-25T03:30",
		zone,
		{
			kind: "twice",
			choices: ["2026-10-25T03:30+03:00", "2026-10-25T03:30+02:00"],
		},
	],
	["2026-10-25T02:59", zone, { kind: "plain" }],
	["2026-10-25T04:00", zone, { kind: "plain" }],
	[
		"2026-10-25T02:15",
		"Europe/Stockholm",
		{
			kind: "twice",
			choices: ["2026-10-25T02:15+02:00", "2026-10-25T02:15+01:00"],
		},
	],
	[
		"2026-04-05T01:45",
		"Australia/Lord_Howe",
		{
			kind: "twice",
			choices: ["2026-04-05T01:45+11:00", "2026-04-05T01:45+10:30"],
		},
	],
] as const)("%s typed in %s", (text, place, expected) => {
	expect(typedTime(text, place)).toEqual(expected);
});

test("what changed in a document is told place by place", () => {
	expect(changedPlaces(rota, rota)).toEqual([]);
	const after = {
		...given,
		people: {
			...given.people,
			kalle: { name: "Kalle Kanto", phone: "+46701740605" },
		},
	};
	expect(changedPlaces(rota, after)).toEqual([
		{
			where: "people.kalle.name",
			before: "Kalle Korhonen",
			after: "Kalle Kanto",
		},
		{ where: "overrides", before: undefined, after: given.overrides },
	]);
	const more = withOverride(given, {
		duty: "backup",
		start: "2026-12-01T00:00",
		end: "2026-12-02T00:00",
		person: "nobody",
	});
	expect(changedPlaces(given, more)).toEqual([
		{
			where: "overrides[1]",
			before: undefined,
			after: more.overrides?.[1],
		},
	]);
});
