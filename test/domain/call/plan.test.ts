import fc from "fast-check";
import {
	planOfLastResort,
	planWithoutRota,
} from "../../../src/domain/call/plan.ts";
import type { Rota } from "../../../src/domain/rota/rota.ts";
import { line, people, planOf, rungIn } from "./line.ts";

const ids = Object.keys(people);
const anySteps = fc.array(fc.subarray(ids), { maxLength: 5 });

test.each([
	[
		"as the rota says",
		[["kalle"], ["liisa"], ["aino"]],
		{},
		[["kalle"], ["liisa"], ["aino"]],
	],
	["a step with nobody is left out", [[], ["liisa"], []], {}, [["liisa"]]],
	[
		"a person the rota does not know is left out",
		[["kalle", "ghost"]],
		{},
		[["kalle"]],
	],
	[
		"a busy one comes after all the others",
		[["kalle"], ["liisa"], ["aino"]],
		{ busy: ["kalle"] },
		[["liisa"], ["aino"], ["kalle"]],
	],
	[
		"a busy one of several",
		[["kalle", "liisa"], ["aino"]],
		{ busy: ["kalle"] },
		[["liisa"], ["aino"], ["kalle"]],
	],
	[
		"everybody is busy",
		[["kalle"], ["liisa"]],
		{ busy: ["kalle", "liisa"] },
		[["kalle"], ["liisa"]],
	],
	[
		"the caller's own phone is never rung",
		[["kalle"], ["liisa"]],
		{ neverRing: ["+358401000002"] },
		[["liisa"]],
	],
	["nobody can be rung", [["kalle"]], { neverRing: ["+358401000002"] }, []],
])("%s", (_, steps, options, rung) => {
	expect(rungIn(planOf(steps, options))).toEqual(rung);
});

test("who is screened, in which language, and for how long", () => {
	const [kalle, aino] = planOf([["kalle"], ["aino"]]).steps;
	expect(kalle).toEqual({
		people: [
			{
				person: "kalle",
				name: "Kalle",
				phone: "+358401000002",
				language: "en",
				screened: true,
			},
		],
		ringSeconds: 20,
		fallback: false,
	});
	expect(aino).toMatchObject({
		people: [{ screened: false, language: "fi" }],
		ringSeconds: 21,
		fallback: true,
	});
});

test("why: the office, then the duty of the first step", () => {
	expect(planOf([["kalle"]]).because.en).toBe("Open. Kalle has the duty.");
	expect(planWithoutRota(line)).toMatchObject({ rotaVersion: null, steps: [] });
});

describe("the plan of last resort", () => {
	const shift = { start: "2026-01-01T00:00", end: "2026-01-02T00:00" };
	const rota: Rota = {
		rota: 1,
		...{ line: "fault-line", name: "Rota", zone: "Europe/Helsinki", people },
		hours: [],
		duties: {
			backup: [
				{
					rotation: {
						people: ["liisa", "kalle"],
						...{ start: "2026-01-01T00:00", rrule: "FREQ=NONSENSE" },
					},
				},
				{ shifts: [{ person: "pekka", ...shift }] },
			],
		},
		routing: { open: [], closed: [{ ring: ["backup"], seconds: 31 }] },
		fallback: ["aino", "backup", "ghost"],
	};
	const options = { line, rotaVersion: 7, neverRing: new Set<string>() };

	test("rings the fallback people together, a duty's all, and screens them as always", () => {
		const plan = planOfLastResort(rota, options, 0);
		expect(rungIn(plan)).toEqual([["aino", "liisa", "kalle", "pekka"]]);
		expect(plan).toMatchObject({
			rotaVersion: 7,
			because: { en: expect.stringContaining("could not be read") },
			steps: [{ ringSeconds: 31, fallback: true }],
		});
		expect(plan.steps[0]?.people.map(({ screened }) => screened)).toEqual([
			...[false, true, true, true],
		]);
	});

	test("takes over in the middle of a call, and rings neither the caller nor ourselves", () => {
		const neverRing = new Set(["+358401000001"]);
		const plan = planOfLastResort(rota, { ...options, neverRing }, 2);
		expect(rungIn(plan)).toEqual([[], [], ["liisa", "kalle", "pekka"]]);
	});

	test("without anybody to ring there is nobody", () => {
		const plan = planOfLastResort({ ...rota, fallback: [] }, options, 0);
		expect(plan.steps).toEqual([]);
	});
});

test("two people who share a phone are rung on it once", () => {
	const shared = { phone: "+358401000009" };
	const plan = planOf([["a", "b"]], {
		people: { a: { name: "A", ...shared }, b: { name: "B", ...shared } },
	});
	expect(rungIn(plan)).toEqual([["a"]]);
});

test("more than ten in a step ring in waves of ten", () => {
	const many = Object.fromEntries(
		Array.from({ length: 23 }, (_, i) => [
			`p${i}`,
			{ name: `P${i}`, phone: `+35840100010${String(i).padStart(2, "0")}` },
		]),
	);
	const plan = planOf([Object.keys(many)], { people: many });
	expect(plan.steps.map((step) => step.people.length)).toEqual([10, 10, 3]);
	expect(rungIn(plan).flat()).toEqual(Object.keys(many));
});

test("whoever is busy: the same people are rung, nobody busy before anybody free, no step empty", () => {
	fc.assert(
		fc.property(anySteps, fc.subarray(ids), (steps, busy) => {
			const rung = rungIn(planOf(steps, { busy }));
			expect([...rung.flat()].sort()).toEqual([...steps.flat()].sort());
			expect(rung.every((step) => step.length > 0)).toBe(true);
			const states = rung.flat().map((id) => busy.includes(id));
			expect(states).toEqual([...states].sort());
		}),
	);
});
