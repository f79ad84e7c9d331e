import fc from "fast-check";
import { DateTime } from "luxon";
import { differenceBetween } from "../../../src/domain/rota/difference.ts";
import { expand } from "../../../src/domain/rota/expand.ts";
import type {
	Layer,
	Override,
	Rota,
	Window,
} from "../../../src/domain/rota/rota.ts";
import {
	gapsIn,
	openSpans,
	shiftsOf,
} from "../../../src/domain/rota/shifts.ts";
import { answerAt, compileRota } from "../../../src/domain/rota/timeline.ts";
import { rotaWith, zone } from "./rotas.ts";

// Rotas over the two clock changes of 2026, asked at any quarter of an hour, beside an evaluator that knows nothing of
// timelines: it lists every occurrence with luxon's own clock and asks of each whether it holds the instant.
const begin = DateTime.fromISO("2026-03-20T00:00", { zone });
const people = ["kalle", "liisa", "pekka", "sanna"];

const local = fc
	.integer({ min: -60 * 24 * 4, max: 4 * 24 * 260 })
	.map((quarters) =>
		begin
			.plus({ days: 0 })
			.toUTC(0, { keepLocalTime: true })
			.plus({ minutes: quarters * 15 }),
	)
	.map((moment) => moment.toFormat("yyyy-MM-dd'T'HH:mm"));

const person = fc.constantFrom(...people);
const time = fc
	.integer({ min: 0, max: 47 })
	.map(
		(half) =>
			`${String(Math.floor(half / 2)).padStart(2, "0")}:${half % 2 === 0 ? "00" : "30"}`,
	);
const days = fc.subarray(["MO", "TU", "WE", "TH", "FR", "SA", "SU"], {
	minLength: 1,
});
const window: fc.Arbitrary<Window> = fc
	.record({ days, start: time, end: time })
	.map(({ days, start, end }) => ({
		rrule: `FREQ=WEEKLY;BYDAY=${days.join(",")}`,
		start,
		end,
	}));

const rotation: fc.Arbitrary<Layer> = fc
	.record({
		people: fc.array(person, { minLength: 1, maxLength: 5 }),
		start: local,
		freq: fc.constantFrom(
			"FREQ=WEEKLY",
			"FREQ=DAILY",
			"FREQ=DAILY;INTERVAL=3",
			"FREQ=WEEKLY;INTERVAL=2",
			"FREQ=DAILY;COUNT=40",
		),
		during: fc.option(fc.array(window, { minLength: 1, maxLength: 2 })),
	})
	.map(({ people, start, freq, during }) => ({
		rotation: { people, start, rrule: freq, ...(during && { during }) },
	}));

const shifts: fc.Arbitrary<Layer> = fc
	.array(
		fc.record({
			person,
			start: local,
			hours: fc.integer({ min: 1, max: 200 }),
		}),
		{ maxLength: 4 },
	)
	.map((list) => ({
		shifts: list.map(({ person, start, hours }) => ({
			person,
			start,
			end: later(start, hours),
		})),
	}));

const override: fc.Arbitrary<Override> = fc
	.record({
		duty: fc.constantFrom("technician", "backup"),
		start: local,
		hours: fc.integer({ min: 1, max: 500 }),
		person: fc.oneof(person, fc.constant("nobody")),
		instead: fc.option(person),
	})
	.map(({ duty, start, hours, person, instead }) => ({
		duty,
		start,
		end: later(start, hours),
		person,
		...(instead && { instead }),
	}));

function later(start: string, hours: number): string {
	return DateTime.fromISO(start, { zone: "UTC" })
		.plus({ hours })
		.toFormat("yyyy-MM-dd'T'HH:mm");
}

const layers = fc.array(fc.oneof(rotation, shifts), { maxLength: 4 });
const anyRota: fc.Arbitrary<Rota> = fc
	.record({
		hours: fc.array(window, { maxLength: 2 }),
		technician: layers,
		backup: layers,
		overrides: fc.array(override, { maxLength: 6 }),
	})
	.map(({ hours, technician, backup, overrides }) =>
		rotaWith({
			hours,
			holidays: { country: "FI" },
			duties: { technician, backup },
			overrides,
		}),
	);

const instant = fc
	.integer({ min: 0, max: 4 * 24 * 240 })
	.map((quarters) => begin.plus({ minutes: quarters * 15 }));

/** A local time as an instant, by luxon alone: what does not exist is moved by the offset before, the first of two wins. */
function instantOf(text: string): number {
	const [date, clock] = text.split("T") as [string, string];
	const [hour, minute] = clock.split(":").map(Number) as [number, number];
	const midnight = DateTime.fromISO(date, { zone });
	const before = midnight.minus({ hours: 1 }).offset;
	const exact = midnight
		.plus({ days: hour >= 24 ? 1 : 0 })
		.set({ hour: hour % 24, minute });
	const wanted = `${hour % 24}:${minute}`;
	if (`${exact.hour}:${exact.minute}` === wanted) return exact.toMillis();
	return DateTime.fromISO(text, { zone: "UTC" })
		.minus({ minutes: before })
		.toMillis();
}

function isOpen(windows: readonly Window[], at: number): boolean {
	const day = DateTime.fromMillis(at, { zone }).startOf("day");
	return windows.some(({ rrule, start, end }) =>
		[-2, -1, 0, 1].some((offset) => {
			const date = day.plus({ days: offset });
			const name = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"][
				date.weekday - 1
			] as string;
			if (!rrule.split("BYDAY=")[1]?.includes(name)) return false;
			const next = end <= start ? date.plus({ days: 1 }) : date;
			return (
				at >= instantOf(`${date.toISODate()}T${start}`) &&
				at < instantOf(`${next.toISODate()}T${end}`)
			);
		}),
	);
}

function layerHolder(layer: Layer, at: number): string | null {
	if ("shifts" in layer) {
		const last = layer.shifts.findLast(
			({ start, end }) => at >= instantOf(start) && at < instantOf(end),
		);
		return last?.person ?? null;
	}
	if (!("rotation" in layer)) return null;
	const { people, start, rrule, during } = layer.rotation;
	if (during && !isOpen(during, at)) return null;
	const limit = /COUNT=(\d+)/.exec(rrule)?.[1];
	const result = expand({
		zone,
		start,
		rrule: rrule.replace(/;COUNT=\d+/, ""),
		from: 0,
		to: at + 1,
	});
	const turns = result.kind === "expanded" ? result.instants.length : 0;
	if (turns === 0 || (limit && turns > Number(limit))) return null;
	return people[(turns - 1) % people.length] ?? null;
}

function holder(rota: Rota, duty: string, at: number): string | null {
	let now: string | null = null;
	for (const layer of rota.duties[duty] ?? [])
		now = layerHolder(layer, at) ?? now;
	for (const each of rota.overrides ?? []) {
		if (
			each.duty !== duty ||
			at < instantOf(each.start) ||
			at >= instantOf(each.end)
		)
			continue;
		if (each.instead !== undefined && each.instead !== now) continue;
		now = each.person === "nobody" ? null : each.person;
	}
	return now;
}

test("the timeline says what an evaluator says that knows no timelines", () => {
	fc.assert(
		fc.property(
			anyRota,
			fc.array(instant, { minLength: 1, maxLength: 12 }),
			(rota, instants) => {
				const timeline = compileRota(rota, {
					from: begin,
					to: begin.plus({ days: 250 }),
					holidays: null,
				});
				for (const at of instants) {
					const { duties, office } = answerAt(timeline, at);
					for (const duty of ["technician", "backup"])
						expect([duty, at.toISO(), duties[duty]?.person]).toEqual([
							duty,
							at.toISO(),
							holder(rota, duty, at.toMillis()),
						]);
					expect(office.open).toBe(isOpen(rota.hours, at.toMillis()));
				}
			},
		),
		{ numRuns: 100 },
	);
}, 120_000);

test("an answer does not depend on the span that was compiled", () => {
	const plain = (value: unknown) => JSON.parse(JSON.stringify(value));
	fc.assert(
		fc.property(
			anyRota,
			instant,
			fc.integer({ min: 0, max: 300 }),
			fc.integer({ min: 1, max: 300 }),
			(rota, at, before, after) => {
				const narrow = compileRota(rota, {
					from: at,
					to: at.plus(1),
					holidays: null,
				});
				const wide = compileRota(rota, {
					from: at.minus({ days: before }),
					to: at.plus({ days: after }),
					holidays: null,
				});
				expect(plain(answerAt(wide, at))).toEqual(plain(answerAt(narrow, at)));
			},
		),
		{ numRuns: 100 },
	);
}, 60_000);

test("shifts tile the span, agree with answers, and until is where the next one starts", () => {
	fc.assert(
		fc.property(
			anyRota,
			instant,
			fc.integer({ min: 1, max: 120 }),
			(rota, from, days) => {
				const to = from.plus({ days });
				const timeline = compileRota(rota, { from, to, holidays: null });
				const shifts = shiftsOf(timeline, "technician", { from, to });
				expect(shifts[0]?.start.toMillis()).toBe(from.toMillis());
				expect(shifts.at(-1)?.end.toMillis()).toBe(to.toMillis());
				for (const [index, shift] of shifts.entries()) {
					const next = shifts[index + 1];
					const first = answerAt(timeline, shift.start).duties.technician;
					const last = answerAt(timeline, shift.end.minus(1)).duties.technician;
					expect([first?.person, last?.person]).toEqual([
						shift.person,
						shift.person,
					]);
					if (!next) continue;
					expect(next.start.toMillis()).toBe(shift.end.toMillis());
					expect(next.person).not.toBe(shift.person);
					expect(first?.until?.toMillis()).toBe(next.start.toMillis());
				}
				const gaps = gapsIn(timeline, { from, to }).filter(
					({ duty }) => duty === "technician",
				);
				const empty = (list: readonly { start: DateTime; end: DateTime }[]) =>
					list.reduce(
						(sum, { start, end }) => sum + end.toMillis() - start.toMillis(),
						0,
					);
				expect(empty(gaps)).toBe(
					empty(shifts.filter(({ person }) => person === null)),
				);
				for (const { start, end } of openSpans(timeline, { from, to }))
					expect([
						answerAt(timeline, start).office.open,
						answerAt(timeline, end.minus(1)).office.open,
					]).toEqual([true, true]);
			},
		),
		{ numRuns: 100 },
	);
}, 60_000);

test("the difference of two rotas is where their answers differ, and nowhere else", () => {
	fc.assert(
		fc.property(
			anyRota,
			anyRota,
			fc.array(instant, { minLength: 5, maxLength: 20 }),
			(one, other, instants) => {
				const span = { from: begin, to: begin.plus({ days: 250 }) };
				const before = compileRota(one, { ...span, holidays: null });
				const after = compileRota(other, { ...span, holidays: null });
				const rows = differenceBetween(before, after, span);
				for (const at of instants) {
					const was = answerAt(before, at);
					const is = answerAt(after, at);
					for (const duty of ["technician", "backup"]) {
						const row = rows.find(
							(each) => each.duty === duty && at >= each.start && at < each.end,
						);
						const change = [was.duties[duty]?.person, is.duties[duty]?.person];
						expect(row ? [row.before, row.after] : "same").toEqual(
							change[0] === change[1] ? "same" : change,
						);
					}
					const office = rows.find(
						(each) =>
							each.duty === "office" && at >= each.start && at < each.end,
					);
					expect(office?.after ?? "same").toBe(
						was.office.open === is.office.open
							? "same"
							: is.office.open
								? "open"
								: "closed",
					);
				}
				expect(differenceBetween(before, before, span)).toEqual([]);
			},
		),
		{ numRuns: 100 },
	);
}, 60_000);
