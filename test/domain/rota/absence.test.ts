import { DateTime } from "luxon";
import {
	type Absence,
	absentSpan,
	isAbsent,
} from "../../../src/domain/rota/absence.ts";
import { absencesAgainst } from "../../../src/domain/rota/problems/absences.ts";
import {
	problemsIn,
	problemsOfPublish,
} from "../../../src/domain/rota/problems.ts";
import { rotaWith, zone } from "./rotas.ts";

const at = (text: string) => DateTime.fromISO(text, { zone }).toMillis();
const absence = (changes: Partial<Absence> = {}): Absence => ({
	...{ id: "1", line: "fault-line", person: "kalle", kind: "sick" },
	...{ from: "2026-03-10", to: "2026-03-11" },
	...changes,
});

test.each([
	["whole days, both inclusive", {}, "2026-03-10T00:00", "2026-03-12T00:00"],
	[
		"times of the first and last day",
		{ fromTime: "12:00", toTime: "08:30" },
		"2026-03-10T12:00",
		"2026-03-11T08:30",
	],
	[
		"a day when the clocks change is an hour shorter",
		{ from: "2026-03-29", to: "2026-03-29" },
		"2026-03-29T00:00",
		"2026-03-30T00:00",
	],
])("an absence is %s", (_, changes, start, end) => {
	expect(absentSpan(absence(changes), zone)).toEqual({
		start: at(start),
		end: at(end),
	});
});

test.each([
	{ to: "2026-03-09" },
	{ from: "2026-02-30" },
	{ fromTime: "25:00" },
	{ to: "2026-03-10", fromTime: "12:00", toTime: "12:00" },
])("an absence of no time is none: %j", (changes) => {
	expect(absentSpan(absence(changes), zone)).toBeNull();
	const always = { start: 0, end: at("2030-01-01") };
	expect(isAbsent([absence(changes)], "kalle", always, zone)).toBe(false);
});

test("somebody is away only in their own absence, up to its end", () => {
	const away = (person: string, start: string, end: string) =>
		isAbsent([absence()], person, { start: at(start), end: at(end) }, zone);
	expect(away("kalle", "2026-03-11T23:00", "2026-03-12T08:00")).toBe(true);
	expect(away("kalle", "2026-03-12T00:00", "2026-03-13T00:00")).toBe(false);
	expect(away("liisa", "2026-03-10T00:00", "2026-03-11T00:00")).toBe(false);
});

const now = DateTime.fromISO("2026-03-03T12:00", { zone });
const rota = rotaWith({
	duties: {
		technician: [
			{
				shifts: [
					{
						person: "kalle",
						start: "2026-03-09T08:00",
						end: "2026-03-16T08:00",
					},
				],
			},
		],
		backup: [{ shifts: [] }],
	},
});
const found = (absences: Absence[]) =>
	problemsIn(rota, { now, holidays: null, absences }).filter(
		({ id }) => id === "absent-on-duty",
	);

test("who is away and has a duty is warned of, and why they are away is not said", () => {
	const [problem, ...others] = found([
		absence(),
		absence({ person: "liisa" }),
		absence({ from: "2026-03-17", to: "2026-03-18" }),
	]);
	expect(others).toEqual([]);
	expect(problem).toMatchObject({
		severity: "warning",
		where: "people.kalle",
		what: "Kalle Korhonen is away but has a duty: Tue 10 Mar 2026 00:00 – Thu 12 Mar 2026 00:00 (48 h).",
	});
	expect(JSON.stringify(problem)).not.toContain("sick");
});

const override = {
	...{ duty: "technician", person: "liisa", instead: "kalle" },
	...{ start: "2026-03-10T12:00", end: "2026-03-10T20:00" },
};

test("nobody who is away is put in anew; what was there before stays with a warning", () => {
	const absences = [absence({ person: "liisa" })];
	expect(absencesAgainst(override, absences, zone)).toEqual(absences);
	const withIt = { ...rota, overrides: [override] };
	const errors = (before: typeof rota) =>
		problemsOfPublish(before, withIt, { now, holidays: null, absences }).filter(
			({ id }) => id === "override-onto-absent",
		);
	expect(errors(rota)).toMatchObject([
		{ severity: "error", where: "overrides[0].person" },
	]);
	expect(errors(withIt)).toEqual([]);
	const gap = { ...override, person: "nobody" };
	expect(absencesAgainst(gap, absences, zone)).toEqual([]);
});
