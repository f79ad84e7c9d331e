import fc from "fast-check";
import { withOverride } from "../../../src/domain/rota/edits/overrides.ts";
import { mergeRotas } from "../../../src/domain/rota/merge.ts";
import type { Override, Rota } from "../../../src/domain/rota/rota.ts";
import { rotaWith } from "./rotas.ts";

const base = rotaWith();

function overrideOf(day: number, person = "liisa"): Override {
	const date = `2026-12-${String(day).padStart(2, "0")}`;
	return {
		duty: "technician",
		start: `${date}T16:00`,
		end: `${date}T20:00`,
		person,
	};
}

function renamed(rota: Rota, person: string, name: string): Rota {
	const known = rota.people[person];
	if (!known) throw new Error("unknown");
	return { ...rota, people: { ...rota.people, [person]: { ...known, name } } };
}

function withTurns(people: readonly string[]): Rota {
	return rotaWith({
		duties: {
			...base.duties,
			technician: [
				{
					rotation: {
						people,
						start: "2026-01-02T15:00",
						rrule: "FREQ=WEEKLY;BYDAY=FR",
					},
				},
			],
		},
	});
}

test("who changed nothing takes over what the other did, and the other way round", () => {
	const changed = withOverride(base, overrideOf(1));
	expect(mergeRotas(base, base, changed)).toEqual({
		rota: changed,
		conflicts: [],
	});
	expect(mergeRotas(base, changed, base).rota).toEqual(changed);
	expect(mergeRotas(base, changed, changed).rota).toEqual(changed);
});

test("different places fit together: two overrides, a name and a special day", () => {
	const mine = renamed(
		withOverride(base, overrideOf(1)),
		"kalle",
		"Kalle Kanto",
	);
	const theirs = {
		...renamed(withOverride(base, overrideOf(2)), "pekka", "Pekka Pelto"),
		special: [{ date: "2026-12-23", open: [] }],
	};
	const { rota, conflicts } = mergeRotas(base, mine, theirs);
	expect(conflicts).toEqual([]);
	expect(rota.overrides).toEqual([overrideOf(2), overrideOf(1)]);
	expect(rota.people.kalle?.name).toBe("Kalle Kanto");
	expect(rota.people.pekka?.name).toBe("Pekka Pelto");
	expect(rota.special).toEqual(theirs.special);
});

test("an override that one took away stays away, whatever the other added", () => {
	const before = withOverride(withOverride(base, overrideOf(1)), overrideOf(2));
	const mine = { ...before, overrides: [overrideOf(2)] };
	const theirs = withOverride(before, overrideOf(3));
	expect(mergeRotas(before, mine, theirs).rota.overrides).toEqual([
		overrideOf(2),
		overrideOf(3),
	]);
});

test("the same place changed in two ways is a conflict, settled either way", () => {
	const mine = withTurns(["kalle", "liisa"]);
	const theirs = withTurns(["pekka", "sanna", "kalle"]);
	const { rota, conflicts } = mergeRotas(base, mine, theirs);
	const where = "duties.technician[0].rotation.people";
	expect(conflicts).toEqual([
		{
			where,
			base: ["sanna", "kalle", "liisa", "pekka"],
			mine: ["kalle", "liisa"],
			theirs: ["pekka", "sanna", "kalle"],
		},
	]);
	expect(rota).toEqual(mine);
	expect(mergeRotas(base, mine, theirs, [where]).rota).toEqual(theirs);
});

test("who is changed by one and taken away by the other is a conflict, not a loss", () => {
	const { sanna: _, ...others } = base.people;
	const mine: Rota = { ...base, people: others };
	const theirs = renamed(base, "sanna", "Sanna Salo");
	const { rota, conflicts } = mergeRotas(base, mine, theirs);
	expect(conflicts.map(({ where }) => where)).toEqual(["people.sanna"]);
	expect(Object.hasOwn(rota.people, "sanna")).toBe(false);
	expect(
		mergeRotas(base, mine, theirs, ["people.sanna"]).rota.people.sanna?.name,
	).toBe("Sanna Salo");
});

test("whatever overrides two people add, none is lost and none stands twice", () => {
	const days = fc.uniqueArray(fc.integer({ min: 1, max: 28 }), {
		maxLength: 8,
	});
	fc.assert(
		fc.property(days, days, days, (before, mine, theirs) => {
			const withAll = (all: readonly number[]) =>
				all.reduce((rota, day) => withOverride(rota, overrideOf(day)), base);
			const own = (added: readonly number[]) => [
				...new Set([...before, ...added]),
			];
			const { rota, conflicts } = mergeRotas(
				withAll(before),
				withAll(own(mine)),
				withAll(own(theirs)),
			);
			const found = (rota.overrides ?? []).map(({ start }) =>
				Number(start.slice(8, 10)),
			);
			expect(conflicts).toEqual([]);
			expect([...found].sort()).toEqual(
				[...new Set([...before, ...mine, ...theirs])].sort(),
			);
		}),
	);
});
