import fc from "fast-check";
import { DateTime } from "luxon";
import type { Absence } from "../../../src/domain/rota/absence.ts";
import type { Rota, WrittenShift } from "../../../src/domain/rota/rota.ts";
import { shiftsOf } from "../../../src/domain/rota/shifts.ts";
import { compileRota } from "../../../src/domain/rota/timeline.ts";
import { followSwaps, placesOf } from "../../../src/domain/swap/follow.ts";
import { overridesOf, type Swap } from "../../../src/domain/swap/swap.ts";
import { rotaWith, zone } from "../rota/rotas.ts";

const now = DateTime.fromISO("2026-03-03T12:00", { zone });
const at = (text: string) => DateTime.fromISO(text, { zone });
const shift = (person: string, start: string, end: string): WrittenShift => ({
	...{ person, start: `${start}T08:00`, end: `${end}T08:00` },
});
const rotaOf = (...shifts: WrittenShift[]) =>
	rotaWith({ duties: { technician: [{ shifts }], backup: [{ shifts: [] }] } });

/** Kalle's week goes to Liisa. */
const swap = (changes: Partial<Swap> = {}): Swap => ({
	...{ id: "1", line: "fault-line", version: 1 },
	shift: {
		duty: "technician",
		start: at("2026-03-09T08:00"),
		end: at("2026-03-16T08:00"),
	},
	...{ giver: "kalle", asked: null, taker: "liisa", inReturn: null },
	...{ note: null, state: "done", shortRest: false, steps: [] },
	overrides: [
		{
			...{ duty: "technician", person: "liisa", instead: "kalle", why: "swap" },
			...{ start: "2026-03-09T08:00", end: "2026-03-16T08:00" },
		},
	],
	...changes,
});

const before = rotaOf(
	shift("pekka", "2026-03-02", "2026-03-09"),
	shift("kalle", "2026-03-09", "2026-03-16"),
	shift("sanna", "2026-03-16", "2026-03-23"),
);
const inForce = (rota: Rota, ...swaps: Swap[]): Rota => ({
	...rota,
	overrides: swaps.flatMap(({ overrides }) => overrides),
});
const follow = (
	after: Rota,
	swaps: readonly Swap[] = [swap()],
	absences: readonly Absence[] = [],
) =>
	followSwaps({
		before: inForce(before, ...swaps),
		after,
		swaps,
		inputs: { now, absences },
	});
const moved = (start: string, end: string) => ({
	followed: [
		{
			swap: {
				overrides: [
					{ person: "liisa", start: `${start}T08:00`, end: `${end}T08:00` },
				],
			},
		},
	],
	died: [],
});

test("what leaves the shift as it is leaves the swap alone", () => {
	const after = { ...inForce(before, swap()), name: "Another name" };
	expect(follow(after)).toEqual({ rota: after, followed: [], died: [] });
	const longer = inForce(
		rotaOf(shift("kalle", "2026-03-08", "2026-03-18")),
		swap(),
	);
	expect(follow(longer)).toMatchObject({ rota: longer, followed: [] });
});

test.each([
	["a day later", shift("kalle", "2026-03-10", "2026-03-17")],
	["shorter", shift("kalle", "2026-03-10", "2026-03-15")],
	["to the next week", shift("kalle", "2026-03-16", "2026-03-23")],
])("a shift that moves takes its swap along: %s", (_, written) => {
	const after = inForce(rotaOf(written), swap());
	expect(follow(after)).toMatchObject(
		moved(written.start.slice(0, 10), written.end.slice(0, 10)),
	);
});

test("a part of a shift keeps what the giver still has of it", () => {
	const part = swap({
		shift: {
			duty: "technician",
			start: at("2026-03-12T08:00"),
			end: at("2026-03-14T08:00"),
		},
	});
	const own = { ...part, overrides: overridesOf(part, zone, "swap") };
	const after = inForce(
		rotaOf(shift("kalle", "2026-03-09", "2026-03-13")),
		own,
	);
	expect(follow(after, [own])).toMatchObject(moved("2026-03-12", "2026-03-13"));
});

test("somebody else in the middle changes nothing", () => {
	const middle = {
		...{ duty: "technician", person: "pekka", why: "football" },
		...{ start: "2026-03-11T18:00", end: "2026-03-11T20:00" },
	};
	const rota = inForce(before, swap());
	const after = { ...rota, overrides: [...(rota.overrides ?? []), middle] };
	expect(follow(after)).toEqual({ rota: after, followed: [], died: [] });
});

const withoutLiisa = () => {
	const { liisa: _, ...people } = before.people;
	return { ...before, people, overrides: [] };
};

test.each<[string, Rota, string]>([
	[
		"the giver no longer has the shift",
		inForce(rotaOf(shift("sanna", "2026-03-09", "2026-03-16")), swap()),
		"Kalle Korhonen no longer has it",
	],
	["the taker has left", withoutLiisa(), "Liisa Lind is no longer on the rota"],
	["its override was taken away", before, "taken out of the rota"],
])("a swap dies when %s, and says so", (_, after, because) => {
	const { rota, died } = follow(after);
	expect(died).toMatchObject([
		{ because: { en: expect.stringContaining(because) } },
	]);
	expect(rota.overrides ?? []).toEqual([]);
});

test("it does not move upon another duty of the taker's", () => {
	const rota = rotaOf(shift("kalle", "2026-03-16", "2026-03-23"));
	const backup = [{ shifts: [shift("liisa", "2026-03-20", "2026-03-21")] }];
	const after = inForce(
		{ ...rota, duties: { ...rota.duties, backup } },
		swap(),
	);
	expect(follow(after)).toMatchObject({
		followed: [],
		died: [{ because: { en: expect.stringContaining("another duty") } }],
	});
});

test("it does not move to where the taker is away", () => {
	const away: Absence = {
		...{ id: "1", line: "fault-line", person: "liisa", kind: "holiday" },
		...{ from: "2026-03-17", to: "2026-03-20" },
	};
	const after = inForce(
		rotaOf(shift("kalle", "2026-03-16", "2026-03-23")),
		swap(),
	);
	expect(follow(after, [swap()], [away])).toMatchObject({
		died: [{ because: { en: expect.stringContaining("Liisa Lind is away") } }],
	});
});

test("a swap of a swap follows both", () => {
	const second = swap({ id: "2", giver: "liisa", taker: "pekka" });
	const own = { ...second, overrides: overridesOf(second, zone, "swap") };
	const swaps = [swap(), own];
	const after = inForce(
		rotaOf(shift("kalle", "2026-03-10", "2026-03-17")),
		...swaps,
	);
	const { rota, followed } = follow(after, swaps);
	expect(followed).toHaveLength(2);
	expect(rota.overrides).toMatchObject([
		{ person: "liisa", instead: "kalle", start: "2026-03-10T08:00" },
		{ person: "pekka", instead: "liisa", start: "2026-03-10T08:00" },
	]);
});

test("of a swap that has begun, what was worked stays when it dies", () => {
	const begun = swap({
		giver: "pekka",
		shift: {
			duty: "technician",
			start: at("2026-03-02T08:00"),
			end: at("2026-03-09T08:00"),
		},
	});
	const own = { ...begun, overrides: overridesOf(begun, zone, "swap") };
	const after = inForce(
		rotaOf(shift("sanna", "2026-03-02", "2026-03-09")),
		own,
	);
	expect(follow(after, [own]).rota.overrides).toMatchObject([
		{ start: "2026-03-02T08:00", end: "2026-03-03T12:00" },
	]);
});

test("an offer moves too, without anything in the rota", () => {
	const offer = swap({ state: "offered", taker: null, overrides: [] });
	const after = rotaOf(shift("kalle", "2026-03-10", "2026-03-17"));
	const { rota, followed } = follow(after, [offer]);
	expect(rota).toBe(after);
	expect(followed[0]?.swap.shift.start.toMillis()).toBe(
		at("2026-03-10T08:00").toMillis(),
	);
});

const day = fc.integer({ min: 0, max: 40 });
const person = fc.constantFrom("kalle", "liisa", "pekka", "sanna");
const dated = (offset: number) =>
	at("2026-03-04T08:00").plus({ days: offset }).toFormat("yyyy-MM-dd'T'HH:mm");
const anyShifts = fc.array(
	fc
		.tuple(person, day, fc.integer({ min: 1, max: 9 }))
		.map(([who, start, days]) => ({
			...{ person: who, start: dated(start), end: dated(start + days) },
		})),
	{ maxLength: 8 },
);
const anySwap = fc
	.tuple(person, person, day, fc.integer({ min: 1, max: 9 }))
	.filter(([giver, taker]) => giver !== taker)
	.map(([giver, taker, start, days]) => {
		const given = swap({
			...{ giver, taker },
			shift: {
				duty: "technician",
				start: at(dated(start)),
				end: at(dated(start + days)),
			},
		});
		return { ...given, overrides: overridesOf(given, zone, "swap") };
	});

test("whatever is published, each swap stays, moves or dies, and no override is left over", () => {
	fc.assert(
		fc.property(
			anyShifts,
			anyShifts,
			fc.uniqueArray(anySwap, {
				maxLength: 4,
				selector: ({ shift }) => shift.start.toMillis(),
			}),
			(was, is, given) => {
				const swaps = given.map((one, id) => ({ ...one, id: String(id) }));
				const { rota, followed, died } = followSwaps({
					before: inForce(rotaOf(...was), ...swaps),
					after: inForce(rotaOf(...is), ...swaps),
					swaps,
					inputs: { now },
				});
				const gone = new Set(died.map(({ swap }) => swap.id));
				const left = swaps
					.filter(({ id }) => !gone.has(id))
					.map(
						(one) =>
							followed.find(({ swap }) => swap.id === one.id)?.swap ?? one,
					);
				expect(followed.every(({ swap }) => !gone.has(swap.id))).toBe(true);
				expect(rota.overrides ?? []).toHaveLength(left.length);
				const overrides = left.flatMap(({ overrides }) => overrides);
				expect(placesOf(rota, overrides)).not.toContain(-1);
			},
		),
		{ numRuns: 150 },
	);
});

test("what moved is in force where the giver would have the shift", () => {
	const after = inForce(
		rotaOf(shift("kalle", "2026-03-10", "2026-03-17")),
		swap(),
	);
	const { rota } = follow(after);
	const span = { from: at("2026-03-09T08:00"), to: at("2026-03-18T08:00") };
	const timeline = compileRota(rota, { ...span, holidays: null });
	expect(
		shiftsOf(timeline, "technician", span).map(({ person }) => person),
	).toEqual([null, "liisa", null]);
});
