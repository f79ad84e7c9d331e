import fc from "fast-check";
import {
	withDuty,
	withDutyRenamed,
	withLayerAt,
	withLayerMoved,
	withoutDuty,
} from "../../../src/domain/rota/edits/duties.ts";
import { moved, withItemAt } from "../../../src/domain/rota/edits/lists.ts";
import {
	withHolidays,
	withOpenHoliday,
	withSpecialDayAt,
} from "../../../src/domain/rota/edits/office-days.ts";
import {
	pastOverrides,
	withoutPastOverrides,
} from "../../../src/domain/rota/edits/past-overrides.ts";
import {
	freeIdFor,
	withPerson,
} from "../../../src/domain/rota/edits/people.ts";
import {
	turnHolder,
	turnsFrom,
	withHandoff,
	withTurnOf,
} from "../../../src/domain/rota/edits/present-turn.ts";
import {
	withFallback,
	withStepAt,
	withStepMoved,
} from "../../../src/domain/rota/edits/routing.ts";
import type { Rota, Rotation } from "../../../src/domain/rota/rota.ts";
import { readRotaValue } from "../../../src/rota-document/read-rota.ts";
import { at, rotaWith, zone } from "./rotas.ts";

const now = at("2026-11-21T12:00");
const weekly: Rotation = {
	people: ["kalle", "liisa", "pekka"],
	start: "2026-01-02T15:00",
	rrule: "FREQ=WEEKLY;BYDAY=FR",
};

const full: Rota = rotaWith({
	special: [{ date: "2026-12-23", open: [], why: "Moving" }],
	overrides: [
		{
			duty: "technician",
			start: "2026-11-23T16:00",
			end: "2026-11-24T08:00",
			person: "liisa",
		},
		{
			duty: "backup",
			start: "2026-01-23T16:00",
			end: "2026-01-24T08:00",
			person: "nobody",
		},
	],
	fallback: ["backup", "aino"],
});

describe("lists", () => {
	test.each([
		[0, 2, ["b", "c", "a"]],
		[2, 0, ["c", "a", "b"]],
		[1, 1, ["a", "b", "c"]],
		[0, 3, ["a", "b", "c"]],
		[-1, 0, ["a", "b", "c"]],
	])("the item at %i moves to %i", (from, to, expected) => {
		expect(moved(["a", "b", "c"], from, to)).toEqual(expected);
	});

	test("an item is replaced, taken away or added", () => {
		expect(withItemAt(["a", "b"], 1, "c")).toEqual(["a", "c"]);
		expect(withItemAt(["a", "b"], 0, null)).toEqual(["b"]);
		expect(withItemAt(["a", "b"], 2, "c")).toEqual(["a", "b", "c"]);
		expect(withItemAt(["a", "b"], 5, "c")).toEqual(["a", "b"]);
	});
});

describe("people", () => {
	test.each([
		["Matti Meikäläinen", "matti"],
		["Kalle Korpela", "kalle-korpela"],
		["Kalle", "kalle-2"],
		["Åke Öberg", "ake"],
		["technician", "technician-2"],
		["Nobody", "nobody-2"],
		["  ", "person"],
	])("%j gets the id %j", (name, id) => {
		expect(freeIdFor(full, name)).toBe(id);
	});

	test("whoever is changed keeps their place", () => {
		const rota = withPerson(full, "aino", {
			name: "Aino Laine",
			phone: "+46701740605",
		});
		expect(Object.keys(rota.people)).toEqual(Object.keys(full.people));
		expect(rota.people.aino?.name).toBe("Aino Laine");
	});
});

describe("duties", () => {
	test("another name follows to the layers, the overrides, the steps and the fallback, in place", () => {
		const rota = withDutyRenamed(full, "backup", "second");
		expect(Object.keys(rota.duties)).toEqual(["technician", "second"]);
		expect(rota.duties.second).toEqual(full.duties.backup);
		expect(rota.overrides?.map(({ duty }) => duty)).toEqual([
			"technician",
			"second",
		]);
		expect(rota.routing.closed.map(({ ring }) => ring)).toEqual([
			["technician"],
			["second"],
		]);
		expect(rota.fallback).toEqual(["second", "aino"]);
		expect(JSON.stringify(rota)).not.toContain("backup");
	});

	test("a name that is taken, by a person too, changes nothing", () => {
		expect(withDutyRenamed(full, "backup", "technician")).toBe(full);
		expect(withDutyRenamed(full, "backup", "aino")).toBe(full);
		expect(withDuty(full, "backup")).toBe(full);
	});

	test("a duty that is taken away is named nowhere any more", () => {
		const rota = withoutDuty(full, "backup");
		expect(JSON.stringify(rota)).not.toContain("backup");
		expect(rota.routing.closed).toEqual([
			{ ring: ["technician"], seconds: 25 },
		]);
		expect(rota.overrides).toHaveLength(1);
	});

	test("a duty that alone is the fallback stays", () => {
		const rota = { ...full, fallback: ["backup"] };
		expect(withoutDuty(rota, "backup")).toBe(rota);
	});

	test("layers are added on top, moved and taken away", () => {
		const added = withLayerAt(full, "technician", 1, { shifts: [] });
		expect(added.duties.technician).toEqual([
			...(full.duties.technician ?? []),
			{ shifts: [] },
		]);
		const turned = withLayerMoved(added, "technician", 1, 0);
		expect(turned.duties.technician?.[0]).toEqual({ shifts: [] });
		expect(withLayerAt(added, "technician", 1, null)).toEqual(full);
	});
});

describe("whose turn it is", () => {
	test("the turn of now comes first, then those after it", () => {
		const turns = turnsFrom(weekly, zone, now, 3);
		expect(
			turns.map(({ person, start, end }) => [
				person,
				new Date(start).toISOString(),
				new Date(end).toISOString(),
			]),
		).toEqual([
			["liisa", "2026-11-20T13:00:00.000Z", "2026-11-27T13:00:00.000Z"],
			["pekka", "2026-11-27T13:00:00.000Z", "2026-12-04T13:00:00.000Z"],
			["kalle", "2026-12-04T13:00:00.000Z", "2026-12-11T13:00:00.000Z"],
		]);
	});

	test("five turns of a month each are seen too", () => {
		const monthly = {
			...weekly,
			start: "2026-01-01T08:00",
			rrule: "FREQ=MONTHLY;BYMONTHDAY=1",
		};
		expect(turnsFrom(monthly, zone, now, 5)).toHaveLength(5);
	});

	test.each([
		[{ ...weekly, start: "2026-12-04T15:00" }, null],
		[{ ...weekly, rrule: "FREQ=OFTEN" }, null],
		[{ ...weekly, people: [] }, null],
		[{ ...weekly, rrule: "FREQ=WEEKLY;BYDAY=FR;COUNT=2" }, null],
		[weekly, "liisa"],
	])("%j is held by %j", (rotation, holder) => {
		expect(turnHolder(rotation, zone, now)).toBe(holder);
	});

	test("a new order keeps it by beginning at another handoff", () => {
		const changed = { ...weekly, people: ["pekka", "kalle", "liisa"] };
		expect(turnHolder(changed, zone, now)).toBe("kalle");
		const kept = withTurnOf(changed, "liisa", zone, now);
		expect(kept).toEqual({ ...changed, start: "2026-01-16T15:00" });
		expect(turnHolder(kept, zone, now)).toBe("liisa");
	});

	test("a rotation that has only just begun, or that counts its turns, turns its order round instead", () => {
		const young = { ...weekly, start: "2026-11-20T15:00" };
		const kept = withTurnOf(young, "pekka", zone, now);
		expect(kept).toEqual({ ...young, people: ["pekka", "kalle", "liisa"] });
		const counting = { ...weekly, rrule: `${weekly.rrule};COUNT=60` };
		const counted = withTurnOf(counting, "pekka", zone, now);
		expect(counted.start).toBe(weekly.start);
		expect(turnHolder(counted, zone, now)).toBe("pekka");
	});

	test("whoever does not stand in it cannot keep it", () => {
		expect(withTurnOf(weekly, "sanna", zone, now)).toBe(weekly);
	});

	test.each([
		["FREQ=WEEKLY;BYDAY=MO", "08:00"],
		["FREQ=WEEKLY;INTERVAL=2;BYDAY=WE", "15:00"],
		["FREQ=DAILY", "18:00"],
		["FREQ=MONTHLY;BYDAY=1MO", "08:00"],
		["FREQ=MONTHLY;BYMONTHDAY=-1", "08:00"],
	])(
		"with the handoff %s %s the turn stays, and the start is a handoff",
		(rrule, time) => {
			const changed = withHandoff(weekly, { rrule, time }, "liisa", zone, now);
			expect(changed.rrule).toBe(rrule);
			expect(changed.start.slice(11)).toBe(time);
			expect(turnHolder(changed, zone, now)).toBe("liisa");
			const [turn] = turnsFrom(
				{ ...changed, people: ["kalle"] },
				zone,
				at(changed.start),
				1,
			);
			expect(turn?.start).toBe(at(changed.start).toMillis());
		},
	);

	test("a rule that cannot be read is kept as it was typed", () => {
		expect(
			withHandoff(
				weekly,
				{ rrule: "FREQ=", time: "15:00" },
				"liisa",
				zone,
				now,
			),
		).toEqual({ ...weekly, rrule: "FREQ=" });
	});

	test("whoever stands in it keeps the turn, whatever the order and the instant", () => {
		fc.assert(
			fc.property(
				fc.array(fc.constantFrom("kalle", "liisa", "pekka"), {
					minLength: 1,
					maxLength: 6,
				}),
				fc.constantFrom(
					"FREQ=WEEKLY;BYDAY=FR",
					"FREQ=DAILY;INTERVAL=2",
					"FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR",
					"FREQ=WEEKLY;BYDAY=FR;COUNT=300",
				),
				fc.integer({ min: 0, max: 365 * 24 }),
				(people, rrule, hours) => {
					const start = "2026-01-02T03:30";
					const rotation = { people, rrule, start };
					const moment = at(start).plus({ hours });
					for (const person of people) {
						const kept = withTurnOf(rotation, person, zone, moment);
						expect(turnHolder(kept, zone, moment)).toBe(person);
					}
				},
			),
			{ numRuns: 60 },
		);
	});
});

describe("the office's days", () => {
	test("the last special day that goes takes the list with it", () => {
		const { special: _, ...without } = full;
		expect(withSpecialDayAt(full, 0, null)).toEqual(without);
	});

	test("a holiday is opened and closed again", () => {
		const opened = withOpenHoliday(full, "2027-01-06", true);
		expect(opened.holidays?.except).toEqual([{ date: "2027-01-06" }]);
		expect(withOpenHoliday(opened, "2027-01-06", false)).toEqual(full);
	});

	test("a rota without holidays has none to open", () => {
		const none = withHolidays(full, null);
		expect(none).not.toHaveProperty("holidays");
		expect(withOpenHoliday(none, "2027-01-06", true)).toBe(none);
	});
});

test("the fallback cannot be emptied", () => {
	expect(withFallback(full, [])).toBe(full);
	expect(withFallback(full, ["kalle"]).fallback).toEqual(["kalle"]);
});

test("overrides that are over are cleaned away, and only they", () => {
	expect(pastOverrides(full, now)).toEqual([1]);
	const rota = withoutPastOverrides(full, now);
	expect(rota.overrides).toEqual([full.overrides?.[0]]);
	expect(withoutPastOverrides(full, at("2027-01-01T00:00"))).not.toHaveProperty(
		"overrides",
	);
});

interface Edit {
	readonly edit: (rota: Rota) => Rota;
	/** The parts of the rota that it may touch. */
	readonly parts: readonly (keyof Rota)[];
}

const touching = (
	edit: (rota: Rota) => Rota,
	...parts: readonly (keyof Rota)[]
): Edit => ({ edit, parts });

const place = fc.integer({ min: 0, max: 3 });
const places = fc.tuple(place, place);
const duty = fc.constantFrom("technician", "backup");
const dutyParts = ["duties", "overrides", "routing", "fallback"] as const;
const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
	fc.string({ maxLength: 40 }).map((name) =>
		touching((rota) => {
			const person = { name, phone: "+46701740605" };
			return withPerson(rota, freeIdFor(rota, name), person);
		}, "people"),
	),
	fc
		.tuple(duty, fc.constantFrom("technician", "second", "aino"))
		.map(([from, to]) =>
			touching((rota) => withDutyRenamed(rota, from, to), ...dutyParts),
		),
	duty.map((name) => touching((rota) => withoutDuty(rota, name), ...dutyParts)),
	fc
		.tuple(place, fc.constantFrom(null, { shifts: [] }))
		.map(([index, layer]) =>
			touching(
				(rota) => withLayerAt(rota, "technician", index, layer),
				"duties",
			),
		),
	places.map(([from, to]) =>
		touching((rota) => withLayerMoved(rota, "technician", from, to), "duties"),
	),
	place.map((index) =>
		touching(
			(rota) => withSpecialDayAt(rota, index, { date: "2027-01-04", open: [] }),
			"special",
		),
	),
	fc
		.boolean()
		.map((isOpen) =>
			touching(
				(rota) => withOpenHoliday(rota, "2027-01-06", isOpen),
				"holidays",
			),
		),
	fc
		.tuple(place, fc.constantFrom(null, { ring: ["aino"], seconds: 20 }))
		.map(([index, step]) =>
			touching((rota) => withStepAt(rota, "closed", index, step), "routing"),
		),
	places.map(([from, to]) =>
		touching((rota) => withStepMoved(rota, "open", from, to), "routing"),
	),
	fc
		.subarray(["kalle", "backup"])
		.map((names) => touching((rota) => withFallback(rota, names), "fallback")),
	fc.constant(touching((rota) => withoutPastOverrides(rota, now), "overrides")),
);

test("whatever is edited, the document can be read, and what has nothing to do with it stays as it was", () => {
	fc.assert(
		fc.property(fc.array(anyEdit, { maxLength: 8 }), (edits) => {
			let rota = full;
			for (const { edit, parts } of edits) {
				const before = rota;
				rota = edit(before);
				for (const key of Object.keys(full) as (keyof Rota)[])
					if (!parts.includes(key)) expect(rota[key]).toBe(before[key]);
			}
			const { rota: read, problems } = readRotaValue(
				JSON.parse(JSON.stringify(rota)),
			);
			expect(problems).toEqual([]);
			expect(read).toEqual(rota);
		}),
	);
});
