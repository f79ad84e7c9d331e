import { plannedTimelines } from "../../../src/domain/fairness/held.ts";
import { usualNight } from "../../../src/domain/fairness/night.ts";
import {
	type PayInputs,
	standbyPay,
} from "../../../src/domain/fairness/standby-pay.ts";
import type { Rota } from "../../../src/domain/rota/rota.ts";
import { holidaysOf } from "../../../src/rota-document/holidays-by-law.ts";
import { at, rotaWith } from "../rota/rotas.ts";

const alone = (
	person: string,
	start = "2020-01-01T00:00",
	end = "2040-01-01T00:00",
) => ({
	shifts: [{ person, start, end }],
});
const rotaOfOne = rotaWith({ duties: { technician: [alone("kalle")] } });

function paid(
	from: string,
	to: string,
	{ rota = rotaOfOne, ...changes }: Partial<PayInputs> & { rota?: Rota } = {},
) {
	const span = { from: at(from), to: at(to) };
	const holidays = holidaysOf(rota, span.from, span.to);
	return standbyPay({
		pieces: plannedTimelines({ rota, holidays }, span),
		night: usualNight,
		calls: [],
		...changes,
	});
}

const hours = (result: ReturnType<typeof standbyPay>) =>
	result.rows.map(
		({ person, dayClass, part, hours }) =>
			`${person} ${dayClass} ${part} ${hours}`,
	);

describe("each hour is of one sort of day, by day or by night", () => {
	test.each([
		[
			"a weekday",
			"2026-11-24T00:00",
			"2026-11-25T00:00",
			["kalle weekday day 16", "kalle weekday night 8"],
		],
		[
			"over midnight into a Saturday",
			"2026-11-20T22:00",
			"2026-11-21T08:00",
			[
				"kalle weekday night 2",
				"kalle saturday day 2",
				"kalle saturday night 6",
			],
		],
		[
			"a Sunday in spring is short",
			"2026-03-29T00:00",
			"2026-03-30T00:00",
			["kalle sunday day 16", "kalle sunday night 7"],
		],
		[
			"a Sunday in autumn is long",
			"2026-10-25T00:00",
			"2026-10-26T00:00",
			["kalle sunday day 16", "kalle sunday night 9"],
		],
		[
			"an eve and a holiday",
			"2026-12-24T12:00",
			"2026-12-25T12:00",
			[
				"kalle holiday day 6",
				"kalle holiday night 6",
				"kalle eve day 10",
				"kalle eve night 2",
			],
		],
		[
			"a holiday on a Saturday is a holiday",
			"2026-12-26T00:00",
			"2026-12-27T00:00",
			["kalle holiday day 16", "kalle holiday night 8"],
		],
		[
			"an eve on a Sunday is a Sunday",
			"2028-12-24T00:00",
			"2028-12-25T00:00",
			["kalle sunday day 16", "kalle sunday night 8"],
		],
		[
			"an eve that the rota does not list is a plain day",
			"2026-12-31T00:00",
			"2027-01-01T00:00",
			["kalle weekday day 16", "kalle weekday night 8"],
		],
	])("%s", (_, from, to, expected) => {
		expect(hours(paid(from, to))).toEqual(expected);
	});

	test("the bounds of the night are a choice, and so is which class counts", () => {
		const night = { start: "21:00", end: "07:00" };
		expect(
			hours(paid("2026-11-24T00:00", "2026-11-25T00:00", { night })),
		).toEqual(["kalle weekday day 14", "kalle weekday night 10"]);
		expect(
			hours(
				paid("2028-12-24T12:00", "2028-12-24T13:00", {
					order: ["eve", "sunday", "weekday"],
				}),
			),
		).toEqual(["kalle eve day 1"]);
	});

	test("together they are all hours of the time", () => {
		for (const [from, to, all] of [
			["2026-01-01T00:00", "2027-01-01T00:00", 365 * 24],
			["2026-03-20T13:17", "2026-04-03T02:41", 14 * 24 - 10 - 36 / 60 - 1],
		] as const) {
			const { rows } = paid(from, to);
			const sum = rows.reduce((total, row) => total + row.hours, 0);
			expect(sum).toBeCloseTo(all, 6);
		}
	});
});

test("two duties at once are one standby", () => {
	const rota = rotaWith({
		duties: {
			technician: [alone("kalle")],
			backup: [alone("kalle", "2026-11-24T06:00", "2026-11-24T10:00")],
		},
	});
	expect(hours(paid("2026-11-24T06:00", "2026-11-24T12:00", { rota }))).toEqual(
		["kalle weekday day 6"],
	);
	expect(
		hours(
			paid("2026-11-24T06:00", "2026-11-24T12:00", {
				rota,
				duties: ["backup"],
			}),
		),
	).toEqual(["kalle weekday day 4"]);
});

describe("call-outs", () => {
	const call = (
		person: string,
		when: string,
		talkSeconds: number | null = 90,
	) => ({
		person,
		at: at(when),
		talkSeconds,
		ticket: "2026-000001",
	});
	const counted = (calls: PayInputs["calls"]) =>
		paid("2026-11-23T00:00", "2026-11-30T00:00", { calls });

	test("stand in the row of their hour", () => {
		const { rows, callOuts } = counted([
			call("kalle", "2026-11-24T02:00"),
			call("kalle", "2026-11-24T03:00", null),
			call("kalle", "2026-11-28T12:00", 600),
		]);
		const of = (dayClass: string, part: string) =>
			rows.find((row) => row.dayClass === dayClass && row.part === part);
		expect(of("weekday", "night")).toMatchObject({
			callOuts: 2,
			callOutMinutes: 1.5,
		});
		expect(of("saturday", "day")).toMatchObject({
			callOuts: 1,
			callOutMinutes: 10,
		});
		expect(callOuts).toHaveLength(3);
	});

	test("are calls while on duty or while the office is closed, not those at one's desk", () => {
		const { callOuts } = counted([
			call("aino", "2026-11-24T10:00"),
			call("aino", "2026-11-24T20:00"),
			call("kalle", "2026-11-24T10:00"),
			call("kalle", "2026-12-24T10:00"),
		]);
		expect(
			callOuts.map(({ person, name, at: when }) => [person, name, when.hour]),
		).toEqual([
			["aino", "Aino Virtanen", 20],
			["kalle", "Kalle Korhonen", 10],
		]);
	});
});
