import fc from "fast-check";
import { DateTime } from "luxon";
import {
	type Fairness,
	fairness,
	type PersonsBurden,
} from "../../../src/domain/fairness/fairness.ts";
import {
	fairnessInWords,
	standingOf,
} from "../../../src/domain/fairness/fairness-words.ts";
import {
	heldTimelines,
	plannedTimelines,
} from "../../../src/domain/fairness/held.ts";
import { readNight, usualNight } from "../../../src/domain/fairness/night.ts";
import type { Layer, Rota } from "../../../src/domain/rota/rota.ts";
import { holidaysOf } from "../../../src/rota-document/holidays-by-law.ts";
import { at, rotaWith } from "../rota/rotas.ts";

const span = (from: string, to: string) => ({ from: at(from), to: at(to) });

function known(rota: Rota, from: string, to: string) {
	return { rota, holidays: holidaysOf(rota, at(from), at(to)) };
}

function shared(rota: Rota, from: string, to: string): Fairness {
	return fairness({
		pieces: plannedTimelines(known(rota, from, to), span(from, to)),
		span: span(from, to),
		duties: ["technician"],
		night: usualNight,
	});
}

const of = (result: Fairness, person: string): PersonsBurden => {
	const found = result.people.find((each) => each.person === person);
	if (!found) throw new Error(`nothing of ${person}`);
	return found;
};

const alone = (person: string): Layer => ({
	shifts: [{ person, start: "2020-01-01T00:00", end: "2040-01-01T00:00" }],
});
const rotaOfOne = rotaWith({ duties: { technician: [alone("kalle")] } });

describe("hours are counted as they pass", () => {
	test.each([
		["a plain night", "2026-11-24T12:00", "2026-11-25T12:00", 24, 1, 8, 0],
		["the spring night", "2026-03-28T12:00", "2026-03-29T12:00", 23, 1, 7, 1],
		["the autumn night", "2026-10-24T12:00", "2026-10-25T12:00", 25, 1, 9, 1],
		["half a night", "2026-11-24T20:00", "2026-11-25T00:00", 4, 1, 2, 0],
		[
			"a night begun before",
			"2026-11-25T00:00",
			"2026-11-25T12:00",
			12,
			0,
			6,
			0,
		],
		[
			"from 22:00 it is night",
			"2026-11-24T22:00",
			"2026-11-24T23:00",
			1,
			1,
			1,
			0,
		],
		[
			"until 06:00, not included",
			"2026-11-25T06:00",
			"2026-11-25T07:00",
			1,
			0,
			0,
			0,
		],
		[
			"the clocks change at the end",
			"2026-03-29T00:00",
			"2026-03-29T04:00",
			3,
			0,
			3,
			0,
		],
	])("%s", (_, from, to, hours, nights, nightHours, clockChangeNights) => {
		expect(of(shared(rotaOfOne, from, to), "kalle").has).toMatchObject({
			hours,
			nights,
			nightHours,
			clockChangeNights,
		});
	});

	test("weekends are Saturday and Sunday, from midnight to midnight", () => {
		const { has } = of(
			shared(rotaOfOne, "2026-11-20T15:00", "2026-11-23T08:00"),
			"kalle",
		);
		expect(has).toMatchObject({ hours: 65, weekendHours: 48 });
	});

	test("holidays are those of the rota: eves that it lists, days of its own, and none that it takes out", () => {
		const christmas = (changes: Partial<Rota>) =>
			of(
				shared(
					{ ...rotaOfOne, ...changes },
					"2026-12-22T00:00",
					"2026-12-29T00:00",
				),
				"kalle",
			).has.holidayHours;
		expect(christmas({})).toBe(3 * 24);
		expect(christmas({ holidays: { country: "FI" } })).toBe(2 * 24);
		expect(
			christmas({
				holidays: {
					country: "FI",
					also: [{ date: "2026-12-28", name: "Bridge day" }],
					except: [{ date: "2026-12-26" }],
				},
			}),
		).toBe(2 * 24);
	});
});

describe("an even share", () => {
	const turns = (people: string[], start = "2026-01-02T15:00"): Layer => ({
		rotation: { people, start, rrule: "FREQ=WEEKLY;BYDAY=FR" },
	});

	test("is the same for all who take turns", () => {
		const rota = rotaWith({
			duties: { technician: [turns(["kalle", "liisa"])] },
			overrides: [
				{
					duty: "technician",
					start: "2026-02-06T15:00",
					end: "2026-02-13T15:00",
					person: "kalle",
				},
			],
		});
		const result = shared(rota, "2026-01-02T15:00", "2026-02-27T15:00");
		expect(of(result, "kalle")).toMatchObject({
			has: { hours: 5 * 168, nights: 35 },
			even: { hours: 4 * 168, nights: 28 },
			difference: 168,
			share: 5 / 8,
			evenShare: 0.5,
			shifts: 3,
		});
		expect(standingOf(of(result, "kalle"))).toBe("above");
		expect(standingOf(of(result, "liisa"))).toBe("below");
		expect(fairnessInWords(result)).toEqual({
			en: "Kalle Korhonen has 35 nights, an even share is 28. Liisa Lind has 21 nights, an even share is 28.",
			fi: "Kalle Korhonen päivystää 35 yötä, tasaosuus on 28. Liisa Lind päivystää 21 yötä, tasaosuus on 28.",
			sv: "Kalle Korhonen har 35 nätter, en jämn andel är 28. Liisa Lind har 21 nätter, en jämn andel är 28.",
		});
	});

	test("of somebody who joined later counts only the time since", () => {
		const rota = rotaWith({
			duties: {
				technician: [
					turns(["kalle", "liisa"]),
					turns(["kalle", "liisa", "pekka"], "2026-01-30T15:00"),
				],
			},
		});
		const result = shared(rota, "2026-01-02T15:00", "2026-03-13T15:00");
		expect(of(result, "pekka").even.hours).toBeCloseTo(2 * 168);
		expect(of(result, "kalle").even.hours).toBeCloseTo(4 * 168);
		expect(of(result, "pekka").has.hours).toBe(2 * 168);
	});

	test("of somebody who only comes in by an override is nothing", () => {
		const rota = {
			...rotaOfOne,
			overrides: [
				{
					duty: "technician",
					start: "2026-11-24T08:00",
					end: "2026-11-24T20:00",
					person: "aino",
				},
			],
		};
		const result = shared(rota, "2026-11-23T00:00", "2026-11-30T00:00");
		expect(of(result, "aino")).toMatchObject({
			has: { hours: 12 },
			even: { hours: 0 },
		});
		expect(of(result, "kalle").even.hours).toBe(168);
	});

	test("of a layer for weekends only is shared by all who take turns at the duty", () => {
		const weekends: Layer = {
			rotation: {
				people: ["sanna"],
				start: "2026-01-03T00:00",
				rrule: "FREQ=WEEKLY;BYDAY=SA",
				during: [
					{ rrule: "FREQ=WEEKLY;BYDAY=SA,SU", start: "00:00", end: "24:00" },
				],
			},
		};
		const rota = rotaWith({
			duties: { technician: [turns(["kalle", "liisa"]), weekends] },
		});
		const result = shared(rota, "2026-03-06T15:00", "2026-03-20T15:00");
		expect(of(result, "sanna")).toMatchObject({ has: { weekendHours: 96 } });
		expect(of(result, "sanna").even.weekendHours).toBeCloseTo(32);
		expect(of(result, "kalle").even.weekendHours).toBeCloseTo(32);
	});

	test("of gaps is nobody's", () => {
		const rota = rotaWith({
			duties: {
				technician: [
					{
						shifts: [
							{
								person: "kalle",
								start: "2026-11-23T00:00",
								end: "2026-11-24T00:00",
							},
						],
					},
				],
			},
		});
		const result = shared(rota, "2026-11-23T00:00", "2026-11-30T00:00");
		expect(result.gapHours).toBe(6 * 24);
		expect(of(result, "kalle")).toMatchObject({ share: 1, evenShare: 1 });
		expect(
			fairnessInWords(shared(rota, "2026-12-01T00:00", "2026-12-02T00:00")).en,
		).toBe("Nobody has a duty in this time.");
	});
});

describe("what was truly held", () => {
	const published = (rota: Rota, when: string) => ({
		...known(rota, "2026-11-01", "2026-12-31"),
		publishedAt: at(when),
	});
	const held = (
		versions: readonly ReturnType<typeof published>[],
		from: string,
		to: string,
	) =>
		fairness({
			pieces: heldTimelines(versions, span(from, to)),
			span: span(from, to),
			duties: ["technician"],
			night: usualNight,
		});
	const byLiisa = rotaWith({ duties: { technician: [alone("liisa")] } });

	test("is by the version in force at each time, and nothing before the first", () => {
		const result = held(
			[
				published(rotaOfOne, "2026-11-10T12:00"),
				published(byLiisa, "2026-11-12T18:00"),
				published(rotaOfOne, "2026-11-30T00:00"),
			],
			"2026-11-09T00:00",
			"2026-11-13T00:00",
		);
		expect(of(result, "kalle").has.hours).toBe(54);
		expect(of(result, "liisa").has.hours).toBe(6);
		expect(result.gapHours).toBe(0);
	});

	test("a shift goes on over a change of the rota, and a night is counted once", () => {
		const result = held(
			[
				published(rotaOfOne, "2026-11-01T00:00"),
				published(rotaOfOne, "2026-11-11T01:00"),
				published(byLiisa, "2026-11-12T05:00"),
			],
			"2026-11-10T12:00",
			"2026-11-12T12:00",
		);
		expect(of(result, "kalle")).toMatchObject({
			shifts: 1,
			has: { nights: 2, hours: 41 },
		});
		expect(of(result, "liisa").has.nights).toBe(0);
	});
});

test("what people have and what nobody has is the whole span, and even shares add up to what they have", () => {
	const hour = fc.integer({ min: 0, max: 24 * 400 });
	const person = fc.constantFrom("kalle", "liisa", "pekka", "sanna");
	const start = DateTime.fromISO("2026-01-01T00:00Z");
	const iso = (hours: number) => start.plus({ hours }).toISO() ?? "";
	fc.assert(
		fc.property(
			fc.array(
				fc.record({
					person,
					from: hour,
					hours: fc.integer({ min: 1, max: 400 }),
				}),
				{ maxLength: 8 },
			),
			fc.uniqueArray(person, { maxLength: 4 }),
			hour,
			fc.integer({ min: 1, max: 2000 }),
			(shifts, turnTakers, from, hours) => {
				const written: Layer = {
					shifts: shifts.map((each) => ({
						person: each.person,
						start: iso(each.from),
						end: iso(each.from + each.hours),
					})),
				};
				const rotation: Layer[] = turnTakers.length
					? [
							{
								rotation: {
									people: turnTakers,
									start: "2026-02-06T15:00",
									rrule: "FREQ=WEEKLY;BYDAY=FR",
								},
							},
						]
					: [];
				const rota = rotaWith({
					duties: { technician: [...rotation, written] },
				});
				const result = shared(rota, iso(from), iso(from + hours));
				const sum = (of: (one: PersonsBurden) => number) =>
					result.people.reduce((total, one) => total + of(one), 0);
				expect(sum(({ has }) => has.hours) + result.gapHours).toBeCloseTo(
					hours,
				);
				for (const measure of [
					"hours",
					"nights",
					"nightHours",
					"weekendHours",
					"holidayHours",
					"clockChangeNights",
				] as const)
					expect(sum(({ even }) => even[measure])).toBeCloseTo(
						sum(({ has }) => has[measure]),
					);
			},
		),
		{ numRuns: 60 },
	);
});

describe("night bounds as somebody writes them", () => {
	test.each([
		["22:00-06:00", { start: "22:00", end: "06:00" }],
		["00:00-06:00", { start: "00:00", end: "06:00" }],
		["22:00–06:00", { start: "22:00", end: "06:00" }],
		["22:00-22:00", null],
		["25:00-06:00", null],
		["22-6", null],
		["", null],
	])("%s", (text, bounds) => {
		expect(readNight(text)).toEqual(bounds);
	});
});
