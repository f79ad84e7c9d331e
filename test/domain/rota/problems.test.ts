import { nearest } from "../../../src/domain/rota/nearest.ts";
import type { Problem } from "../../../src/domain/rota/problem.ts";
import { problemsIn } from "../../../src/domain/rota/problems.ts";
import type {
	Layer,
	Override,
	Rota,
	Window,
} from "../../../src/domain/rota/rota.ts";
import { holidaysByLaw } from "../../../src/rota-document/holidays-by-law.ts";
import { at, rotaWith } from "./rotas.ts";

const now = at("2026-11-21T12:00");
const holidays = holidaysByLaw("FI", 2025, 2028);

function problems(changes: Partial<Rota>): Problem[] {
	return problemsIn(rotaWith(changes), { now, holidays });
}

function found(changes: Partial<Rota>): string[] {
	return problems(changes).map(
		({ id, severity, where }) => `${severity} ${id} ${where}`,
	);
}

const duties = rotaWith().duties;
const technician = (...layers: Layer[]) => ({
	duties: { ...duties, technician: layers },
});
const window = (changes: Partial<Window>): Partial<Rota> => ({
	hours: [
		{ rrule: "FREQ=WEEKLY;BYDAY=MO", start: "08:00", end: "16:00", ...changes },
	],
});
const rotation = (changes: object) =>
	technician({
		rotation: {
			people: ["sanna", "kalle", "liisa", "pekka"],
			start: "2026-01-02T15:00",
			rrule: "FREQ=WEEKLY;BYDAY=FR",
			...changes,
		},
	});
const override = (changes: Partial<Override>): Partial<Rota> => ({
	overrides: [
		{
			duty: "technician",
			start: "2026-11-23T16:00",
			end: "2026-11-24T08:00",
			person: "aino",
			...changes,
		},
	],
});

test("a rota that is well has none", () => {
	expect(found({})).toEqual([]);
});

test.each<[string, Partial<Rota>, string[]]>([
	["a bad zone", { zone: "Europe/Helsinky" }, ["error bad-zone zone"]],
	[
		"a bad phone number",
		{
			people: {
				...rotaWith().people,
				aino: { name: "Aino", phone: "0401234567" },
			},
		},
		["error bad-phone people.aino.phone"],
	],
	["an unknown country", { holidays: { country: "XX" } }, []],
	[
		"an unknown person in a rotation",
		rotation({ people: ["kale"] }),
		["error unknown-person duties.technician[0].rotation.people[0]"],
	],
	[
		"an unknown person in a shift",
		technician(...(duties.technician ?? []), {
			shifts: [
				{ person: "kale", start: "2026-12-01T08:00", end: "2026-12-02T08:00" },
			],
		}),
		["error unknown-person duties.technician[1].shifts[0].person"],
	],
	[
		"unknown names in an override",
		override({ duty: "tecnician", person: "ainoo", instead: "kale" }),
		[
			"error unknown-duty overrides[0].duty",
			"error unknown-person overrides[0].person",
			"error unknown-person overrides[0].instead",
		],
	],
	[
		"unknown names in routing and fallback",
		{
			routing: {
				open: [{ ring: ["nobody"], seconds: 20 }],
				closed: [{ ring: [], seconds: 0.5 }],
			},
			fallback: ["sana"],
		},
		[
			"error unknown-name routing.open[0].ring[0]",
			"error empty-ring routing.closed[0].ring",
			"error bad-seconds routing.closed[0].seconds",
			"error unknown-name fallback[0]",
		],
	],
	[
		"empty people",
		rotation({ people: [] }),
		["error empty-people duties.technician[0].rotation.people"],
	],
	["empty fallback", { fallback: [] }, ["error empty-fallback fallback"]],
	[
		"a name of both a person and a duty",
		{
			duties: {
				...duties,
				kalle: [
					{
						rotation: {
							people: ["aino"],
							start: "2026-01-02T15:00",
							rrule: "FREQ=WEEKLY",
							during: [],
						},
					},
				],
			},
		},
		["error shared-name duties.kalle"],
	],
	[
		"names with a meaning of their own",
		{
			people: {
				...rotaWith().people,
				nobody: { name: "N", phone: "+46701740699" },
			},
			duties: { ...duties, office: [] },
		},
		["error bad-name people.nobody", "error bad-name duties.office"],
	],
	[
		"a special date twice",
		{
			special: [
				{ date: "2026-12-23", open: [] },
				{ date: "2026-12-23", open: [] },
			],
		},
		["error special-twice special[1]"],
	],
	[
		"dates and times that are none",
		{
			...window({
				start: "8:00",
				end: "24:30",
				since: "2026-02-30",
				until: "x",
			}),
			special: [{ date: "2026-13-01", open: [{ start: "08:00", end: "" }] }],
		},
		[
			"error bad-time hours[0].start",
			"error bad-time hours[0].end",
			"error bad-date hours[0].since",
			"error bad-date hours[0].until",
			"error bad-time special[0].open[0].end",
			"error bad-date special[0].date",
		],
	],
	[
		"a shift that ends before it starts",
		override({ end: "2026-11-23T16:00" }),
		["error ends-before-start overrides[0].end"],
	],
	[
		"a date-time that is none",
		override({ start: "2026-11-23" }),
		["error bad-date-time overrides[0].start"],
	],
	[
		"a bad rule",
		window({ rrule: "FREQ=WEKLY;BYDAY=MO" }),
		["error bad-rule hours[0].rrule"],
	],
	[
		"INTERVAL without since",
		window({ rrule: "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO" }),
		["error since-needed hours[0].since"],
	],
	[
		"INTERVAL with since",
		window({ rrule: "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", since: "2026-01-05" }),
		[],
	],
	[
		"COUNT without since",
		window({ rrule: "FREQ=WEEKLY;BYDAY=MO;COUNT=5" }),
		["error since-needed hours[0].since"],
	],
	[
		"no BYDAY without since",
		window({ rrule: "FREQ=WEEKLY" }),
		["error since-needed hours[0].since"],
	],
	[
		"no BYMONTHDAY without since",
		window({ rrule: "FREQ=MONTHLY" }),
		["error since-needed hours[0].since"],
	],
	[
		"a month without a day and without since",
		window({ rrule: "FREQ=YEARLY;BYMONTH=6" }),
		["error since-needed hours[0].since"],
	],
	["every day needs no since", window({ rrule: "FREQ=DAILY" }), []],
	[
		"times of day in a window's rule",
		window({ rrule: "FREQ=DAILY;BYHOUR=8" }),
		["error times-in-window hours[0].rrule"],
	],
	[
		"a start that does not match",
		rotation({ start: "2026-01-03T15:00" }),
		["error start-mismatch duties.technician[0].rotation.start"],
	],
	[
		"too often",
		rotation({ rrule: "FREQ=MINUTELY;INTERVAL=14" }),
		["error rule-too-often duties.technician[0].rotation.rrule"],
	],
	[
		"too often by its minutes",
		rotation({ rrule: "FREQ=DAILY;BYHOUR=15;BYMINUTE=0,10" }),
		["error rule-too-often duties.technician[0].rotation.rrule"],
	],
	[
		"too often over midnight",
		rotation({
			start: "2026-01-02T00:00",
			rrule: "FREQ=DAILY;BYHOUR=0,23;BYMINUTE=0,55",
		}),
		["error rule-too-often duties.technician[0].rotation.rrule"],
	],
	[
		"every second",
		rotation({ rrule: "FREQ=SECONDLY" }),
		["error rule-too-often duties.technician[0].rotation.rrule"],
	],
	[
		"a rule that never fires",
		rotation({ rrule: "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31" }),
		["error rule-never duties.technician[0].rotation.rrule"],
	],
	[
		"a rule whose turns take too long to count",
		rotation({ start: "1910-01-01T00:00", rrule: "FREQ=HOURLY" }),
		["error rule-too-costly duties.technician[0].rotation.rrule"],
	],
	[
		"a calendar address that is none",
		technician({ calendar: { url: "jour.ics" } }),
		[
			"error bad-url duties.technician[0].calendar.url",
			"warning calendar-without-copy duties.technician[0].calendar",
		],
	],
	[
		"a calendar without a copy",
		technician(...(duties.technician ?? []), {
			calendar: { url: "https://calendar.example.org/jour.ics" },
		}),
		["warning calendar-without-copy duties.technician[1].calendar"],
	],
])("%s", (_, changes, expected) => {
	const rota = rotaWith(changes);
	const known = rota.holidays?.country === "XX" ? null : holidays;
	const all = problemsIn(rota, { now, holidays: known }).map(
		({ id, severity, where }) => `${severity} ${id} ${where}`,
	);
	if (!known) expect(all).toEqual(["error unknown-country holidays.country"]);
	else
		expect(
			all.filter(
				(each) => !each.includes("duties.kalle") || each.includes("shared"),
			),
		).toEqual(expected);
});

describe("warnings", () => {
	test("a gap in the next eight weeks, with its hours, unless it is meant", () => {
		const gap = technician({
			shifts: [
				{ person: "kalle", start: "2026-11-01T00:00", end: "2026-11-23T16:00" },
				{ person: "kalle", start: "2026-11-24T08:00", end: "2026-11-25T08:00" },
			],
		});
		const said = problems(gap).filter(({ id }) => id === "gap");
		expect(said.map(({ what }) => what)).toEqual([
			"Nobody has technician: Mon 23 Nov 2026 16:00 – Tue 24 Nov 2026 08:00 (16 h).",
			"Nobody has technician: Wed 25 Nov 2026 08:00 – Sat 16 Jan 2027 12:00 (1252 h).",
		]);
		expect(said[0]?.says.fi).toBe(
			"Päivystyksessä technician on aukko: ma 23.11.2026 klo 16.00 – ti 24.11.2026 klo 8.00 (16 h).",
		);
		expect(said[0]?.says.sv).toBe(
			"Jouren technician har en lucka: mån 2026-11-23 kl. 16:00 – tis 2026-11-24 kl. 08:00 (16 h).",
		);
		const meant = {
			...gap,
			overrides: [
				{
					duty: "technician",
					start: "2026-11-23T16:00",
					end: "2026-11-24T08:00",
					person: "nobody",
				},
			],
		};
		expect(problems(meant).filter(({ id }) => id === "gap")).toHaveLength(1);
		expect(found(meant).join()).not.toContain("override");
	});
	test("of very many gaps the first hundred, and the rest together", () => {
		const night = rotation({
			start: "2026-01-01T00:00",
			rrule: "FREQ=DAILY",
			people: ["kalle", "liisa"],
			during: [0, 1, 2, 3, 4].map((number) => ({
				rrule: "FREQ=DAILY",
				start: `0${number * 2}:00`,
				end: `0${number * 2 + 1}:00`,
			})),
		});
		const gaps = problems(night).filter(({ id }) => id === "gap");
		expect(gaps).toHaveLength(101);
		expect(gaps.at(-1)?.what).toMatch(/and 18\d more gaps, \d+ h in all/);
	});
	test("somebody with two duties of one routing at once", () => {
		const both = {
			duties: {
				technician: duties.technician ?? [],
				backup: duties.technician ?? [],
			},
		};
		const said = problems(both);
		expect(said.map(({ id, where }) => `${id} ${where}`)).toEqual([
			"double-booked duties.backup",
			"double-booked duties.backup",
			"double-booked duties.backup",
			"double-booked duties.backup",
		]);
		expect(said[0]?.what).toBe(
			"Liisa Lind has both technician and backup at once: Sat 21 Nov 2026 12:00 – Fri 27 Nov 2026 15:00 (147 h) (and 14 more times).",
		);
		const apart = {
			...both,
			routing: {
				open: [{ ring: ["technician"], seconds: 20 }],
				closed: [{ ring: ["backup"], seconds: 20 }],
			},
		};
		expect(found(apart)).toEqual([]);
	});
	test("a shift of more than seven days, but not a week with a clock change in it", () => {
		expect(
			found(
				rotation({
					rrule: "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR",
					people: ["kalle", "liisa"],
				}),
			),
		).toContain("warning long-shift duties.technician");
		expect(found(rotation({ people: ["aino"] }))).toEqual([
			"warning long-shift duties.technician",
		]);
		const autumn = problemsIn(rotaWith(), {
			now: at("2026-10-20T12:00"),
			holidays,
		});
		expect(autumn).toEqual([]);
	});
	test("less than eleven hours between two shifts of one person, of whichever duties", () => {
		const rota = {
			duties: {
				technician: [
					{
						rotation: {
							people: ["kalle", "liisa"],
							start: "2026-01-05T08:00",
							rrule: "FREQ=DAILY",
						},
					},
				],
				backup: [
					{
						rotation: {
							people: ["pekka", "sanna"],
							start: "2026-01-05T08:00",
							rrule: "FREQ=DAILY",
						},
					},
					{
						shifts: [
							{
								person: "kalle",
								start: "2026-11-24T16:00",
								end: "2026-11-24T22:00",
							},
						],
					},
				],
			},
		};
		const said = problems(rota);
		expect(said.map(({ id, where }) => `${id} ${where}`)).toEqual([
			"short-rest people.kalle",
			"short-rest people.sanna",
		]);
		expect(said[0]?.what).toContain(
			"Kalle Korhonen gets less than 11 hours' rest between two shifts: Tue 24 Nov 2026 08:00 – Tue 24 Nov 2026 16:00 (8 h)",
		);
	});
	test("what burdens people is seen beyond the eight weeks of the gaps", () => {
		const later = (start: string, end: string) => ({
			person: "aino",
			start: `2027-06-${start}`,
			end: `2027-06-${end}`,
		});
		const shifts = [
			later("01T00:00", "02T00:00"),
			later("02T10:00", "11T10:00"),
		];
		const layers = [...(duties.technician ?? []), { shifts }];
		expect(found({ duties: { technician: layers, backup: layers } })).toEqual(
			expect.arrayContaining([
				"warning double-booked duties.backup",
				"warning long-shift duties.backup",
				"warning short-rest people.aino",
			]),
		);
	});
	test("rest counts from a shift that is already over", () => {
		const shifts = [
			{ person: "aino", start: "2026-11-21T02:00", end: "2026-11-21T09:00" },
			{ person: "aino", start: "2026-11-21T19:00", end: "2026-11-21T23:00" },
		];
		expect(found({ duties: { ...duties, extra: [{ shifts }] } })).toContain(
			"warning short-rest people.aino",
		);
	});
	test("of very many double bookings the first hundred, and that there are more", () => {
		const ids = Array.from({ length: 20 }, (_, number) => `duty${number}`);
		const said = problems({
			duties: Object.fromEntries(
				ids.map((id) => [id, duties.technician ?? []]),
			),
			routing: { open: [], closed: [{ ring: ids, seconds: 20 }] },
		}).filter(({ id }) => id === "double-booked");
		expect(said).toHaveLength(101);
		expect(said.at(-1)?.what).toBe(
			"There are more double bookings than these 100.",
		);
	});
	test("overrides that are over, or change nothing", () => {
		expect(
			found(override({ start: "2026-11-20T16:00", end: "2026-11-21T08:00" })),
		).toEqual(["warning past-override overrides[0]"]);
		expect(found(override({ person: "liisa" }))).toEqual([
			"warning idle-override overrides[0]",
		]);
		expect(found(override({ instead: "kalle" }))).toEqual([
			"warning idle-override overrides[0]",
		]);
		expect(found(override({ instead: "liisa" }))).toEqual([]);
		expect(
			found(override({ start: "2027-06-01T00:00", end: "2027-06-01T08:00" })),
		).toEqual(["warning short-rest people.kalle"]);
	});
	test("a holiday calendar that ends within eight weeks", () => {
		const short = holidaysByLaw("FI", 2026, 2026);
		const said = problemsIn(rotaWith(), { now, holidays: short });
		expect(said.map(({ id, what }) => `${id}: ${what}`)).toEqual([
			"holidays-end: The holidays are known only to the end of 2026.",
		]);
		expect(
			problemsIn(rotaWith(), { now: at("2026-10-01T00:00"), holidays: short }),
		).toEqual([]);
	});
	test("a duty with errors has none of its own, others keep theirs", () => {
		const rota = {
			duties: {
				technician: [
					{
						shifts: [
							{
								person: "kale",
								start: "2026-12-01T08:00",
								end: "2026-12-02T08:00",
							},
						],
					},
				],
				backup: [],
			},
		};
		expect(found(rota)).toEqual([
			"error unknown-person duties.technician[0].shifts[0].person",
			"warning gap duties.backup",
		]);
	});
});

test("every problem says what and what to do, in three languages, and ends its sentences", () => {
	const all = [
		...problems({
			zone: "x",
			fallback: [],
			special: [{ date: "x", open: [] }],
			...override({ duty: "x", start: "y" }),
		}),
		...problems({
			...rotation({
				rrule: "FREQ=SECONDLY;FOO=1;BYDAY=9;COUNT=1;UNTIL=20270101",
			}),
			...window({ rrule: "x" }),
		}),
		...problems(technician({ shifts: [] })),
	];
	expect(all.length).toBeGreaterThan(9);
	for (const { what, fix, says, advises } of all) {
		expect([says.en, advises.en]).toEqual([what, fix]);
		for (const sentence of [...Object.values(says), ...Object.values(advises)])
			expect(sentence).toMatch(/^\P{Ll}.*[.?]$/u);
	}
});

test.each([
	["nmae", ["name", "zone"], "name"],
	["ovrerides", ["override", "overrides"], "overrides"],
	["tehcnician", ["technician", "backup"], "technician"],
	["Kalle", ["kalle"], "kalle"],
	["q", ["a"], null],
	["something", ["else", "entirely"], null],
	["x".repeat(100_000), ["x"], null],
])("nearest to %.20s", (word, candidates, expected) => {
	expect(nearest(word, candidates)).toBe(expected);
});
