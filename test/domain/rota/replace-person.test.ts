import fc from "fast-check";
import { DateTime } from "luxon";
import { placesNaming } from "../../../src/domain/rota/edits/places-naming.ts";
import { withPersonReplaced } from "../../../src/domain/rota/edits/replace-person.ts";
import type { Rota } from "../../../src/domain/rota/rota.ts";
import { shiftsOf } from "../../../src/domain/rota/shifts.ts";
import { compileRota } from "../../../src/domain/rota/timeline.ts";
import { rotaWith, zone } from "./rotas.ts";

const now = DateTime.fromISO("2026-03-03T12:00", { zone });
const dated = (person: string, start: string, end: string) => ({
	...{ person, start: `${start}T08:00`, end: `${end}T08:00` },
});

/** Kalle stands everywhere that a person can. */
const everywhere = rotaWith({
	duties: {
		technician: [
			{
				rotation: {
					people: ["kalle", "liisa", "pekka"],
					start: "2026-01-02T15:00",
					rrule: "FREQ=WEEKLY;BYDAY=FR",
				},
			},
			{
				shifts: [
					dated("kalle", "2026-02-01", "2026-02-02"),
					dated("kalle", "2026-03-03", "2026-03-05"),
					dated("kalle", "2026-04-01", "2026-04-02"),
				],
			},
		],
		backup: [{ shifts: [dated("sanna", "2026-01-01", "2027-12-30")] }],
	},
	overrides: [
		{ duty: "technician", ...dated("kalle", "2026-02-10", "2026-02-11") },
		{
			...{ duty: "technician", instead: "liisa" },
			...dated("kalle", "2026-03-10", "2026-03-11"),
		},
		{
			...{ duty: "technician", instead: "kalle" },
			...dated("sanna", "2026-03-12", "2026-03-13"),
		},
	],
	routing: {
		open: [{ ring: ["kalle", "aino"], seconds: 20 }],
		closed: [
			{ ring: ["technician"], seconds: 20 },
			{ ring: ["kalle"], seconds: 20 },
		],
	},
	fallback: ["kalle", "sanna"],
});

test("every place that names a person is listed, in each language", () => {
	const places = placesNaming(everywhere, "kalle");
	expect(places.map(({ where }) => where)).toEqual([
		"duties.technician[0].rotation.people[0]",
		"duties.technician[1].shifts[0]",
		"duties.technician[1].shifts[1]",
		"duties.technician[1].shifts[2]",
		"overrides[0].person",
		"overrides[1].person",
		"overrides[2].instead",
		"routing.open[0]",
		"routing.closed[1]",
		"fallback",
	]);
	for (const { says } of places)
		expect(new Set(Object.values(says)).size).toBe(3);
	expect(placesNaming(everywhere, "pekka").map(({ says }) => says.en)).toEqual([
		"The rotation of technician: number 3 in turn",
	]);
});

test("somebody else takes all that is to come; what is past goes, what runs is handed over", () => {
	const rota = withPersonReplaced(everywhere, "kalle", "sanna", now);
	expect(placesNaming(rota, "kalle")).toEqual([]);
	expect(rota.people).not.toHaveProperty("kalle");
	expect(rota.duties.technician).toMatchObject([
		{ rotation: { people: ["sanna", "liisa", "pekka"] } },
		{
			shifts: [
				{ person: "sanna", start: "2026-03-03T12:00", end: "2026-03-05T08:00" },
				{ person: "sanna", start: "2026-04-01T08:00" },
			],
		},
	]);
	// Sanna instead of Sanna says nothing any more.
	expect(rota.overrides).toMatchObject([{ person: "sanna", instead: "liisa" }]);
	expect(rota.routing).toMatchObject({
		open: [{ ring: ["sanna", "aino"] }],
		closed: [{ ring: ["technician"] }, { ring: ["sanna"] }],
	});
	expect(rota.fallback).toEqual(["sanna"]);
});

test("nobody comes: the places are dropped, and the turn of now stays with whoever has it", () => {
	const holder = (rota: Rota) => {
		const to = now.plus({ weeks: 1 });
		const timeline = compileRota(
			{ ...rota, overrides: [] },
			{ from: now, to, holidays: null },
		);
		return shiftsOf(timeline, "technician", { from: now, to })[0]?.person;
	};
	const rota = withPersonReplaced(everywhere, "liisa", null, now);
	expect(placesNaming(rota, "liisa")).toEqual([]);
	expect(holder(rota)).toBe(holder(everywhere));
	const without = withPersonReplaced(everywhere, "kalle", null, now);
	expect(without.overrides).toBeUndefined();
	expect(without.routing.closed).toMatchObject([{ ring: ["technician"] }]);
	expect(without.fallback).toEqual(["sanna"]);
	const alone = rotaWith({
		duties: {
			technician: [
				{
					rotation: {
						people: ["kalle"],
						start: "2026-01-02T15:00",
						rrule: "FREQ=WEEKLY;BYDAY=FR",
					},
				},
			],
		},
	});
	expect(
		withPersonReplaced(alone, "kalle", null, now).duties.technician,
	).toEqual([]);
});

const person = fc.constantFrom("kalle", "liisa", "pekka", "sanna");

test("replacing never shifts whose turn it is: only the one who left is another", () => {
	fc.assert(
		fc.property(
			fc.array(person, { minLength: 1, maxLength: 6 }),
			person,
			fc.integer({ min: 1, max: 4 }),
			(people, leaves, interval) => {
				const rota = rotaWith({
					duties: {
						technician: [
							{
								rotation: {
									people,
									start: "2026-01-02T15:00",
									rrule: `FREQ=WEEKLY;INTERVAL=${interval};BYDAY=FR`,
								},
							},
						],
					},
				});
				const after = withPersonReplaced(rota, leaves, "aino", now);
				const span = { from: now, to: now.plus({ weeks: 30 }) };
				const turns = (of: Rota) =>
					shiftsOf(
						compileRota(of, { ...span, holidays: null }),
						"technician",
						span,
					).map(({ start, end, person }) => ({
						start: start.toMillis(),
						end: end.toMillis(),
						person: person === leaves ? "aino" : person,
					}));
				expect(turns(after)).toEqual(turns(rota));
			},
		),
		{ numRuns: 60 },
	);
});
