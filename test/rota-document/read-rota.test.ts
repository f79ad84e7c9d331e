import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { DateTime } from "luxon";
import {
	checkRota,
	readRota,
	readRotaValue,
} from "../../src/rota-document/read-rota.ts";
import { writeRota } from "../../src/rota-document/write-rota.ts";
import { rotaWith } from "../domain/rota/rotas.ts";

const now = DateTime.fromISO("2026-11-21T12:00:00Z");
const example = readFileSync(
	join(import.meta.dirname, "../../schedules/fault-line.yaml"),
	"utf8",
);

function problemsOf(text: string): string[] {
	return checkRota(text, now).problems.map(
		({ severity, where, what, fix }) => `${severity} ${where}: ${what} ${fix}`,
	);
}

test("the example rota is well, at any time of the coming years", () => {
	for (let month = 0; month < 48; month += 3)
		expect(checkRota(example, now.plus({ months: month })).problems).toEqual(
			[],
		);
});

test("the people of the example have numbers that are set aside for stories", () => {
	const phones = Object.values(readRota(example).rota?.people ?? {}).map(
		({ phone }) => phone,
	);
	expect(phones).toHaveLength(7);
	for (const phone of phones)
		expect(phone).toMatch(/^\+467017406(0[5-9]|[1-9]\d)$|^\+468465004\d\d$/);
});

test("JSON is read as well as YAML, and a value as well as a text", () => {
	const rota = rotaWith();
	expect(readRota(JSON.stringify(rota))).toEqual({ rota, problems: [] });
	expect(readRotaValue(rota)).toEqual({ rota, problems: [] });
});

test.each([
	["    fone:", 'Did you mean "phone"?'],
	["    telephone:", 'Did you mean "phone"?'],
	[
		"    x:",
		"Remove it. What can stand here: name, phone, email, language, answers.",
	],
])("the nearest right key to %s", (key, advice) => {
	const text = example.replace(
		'  kalle: { name: Kalle Korhonen, phone: "+46701740605",',
		`  kalle:\n${key} "1"\n    name: Kalle Korhonen\n    phone: "+46701740605"\n  other: { name: Other, phone: "+46701740605",`,
	);
	expect(problemsOf(text)).toEqual([
		`error people.kalle.${key.trim().replace(":", "")}: The key "${key.trim().replace(":", "")}" is not known here. ${advice}`,
	]);
});

test("every problem is found at once, of the writing and of the meaning", () => {
	const text = example
		.replace("zone: Europe/Helsinki", "zone: Europe/Helsinky")
		.replace("fallback:", "falback:")
		.replace("seconds: 20", 'seconds: "20"')
		.replace('phone: "+46701740605"', "phone: 0701740605")
		.replace("people: [kalle, liisa,", "people: [kalle, lisa,")
		.replace('BYDAY=FR", start:', 'BYDAY=FX", start:')
		.replace("language: sv", "language: se");
	expect(problemsOf(text)).toEqual([
		'error falback: The key "falback" is not known here. Did you mean "fallback"?',
		"error people.kalle.phone: This should be a text, but it is a number. Write the value in quotation marks.",
		'error people.liisa.language: This cannot be "se". Did you mean "sv"?',
		"error routing.open[0].seconds: This should be a number, but it is a text. Write a number here.",
		'error fallback: The key "fallback" is missing. Add "fallback".',
		'error zone: "Europe/Helsinky" is not a time zone. Write the name of an IANA time zone, such as Europe/Helsinki.',
		'error duties.technician[0].rotation.people[1]: There is no person "lisa" in this rota. Did you mean "liisa"?',
		"error hours[1].rrule: BYDAY=FX is not valid. For example: BYDAY=MO,TU / BYDAY=-1FR.",
	]);
});

test.each([
	["a: [1", "line 1, column 6"],
	["rota: 1\n  line: x", "line 1, column 7"],
	["rota: 1\nname: 'x", "line 2, column 9"],
	["rota: 1\nrota: 1", "line 2, column 1"],
	['{"rota": 1,\n "line" }}', "line 2, column 10"],
	["rota: 1\n\tline: x", "line 2, column 1"],
])("bad YAML %j names line and column", (text, where) => {
	const [first] = checkRota(text, now).problems;
	expect([first?.id, first?.where]).toEqual(["syntax", where]);
	expect(first?.what).toContain(
		`${where.charAt(0).toUpperCase()}${where.slice(1)}`,
	);
});

test.each([
	["", "keys with values, but it is nothing"],
	["- 1", "keys with values, but it is a list"],
	["null", "keys with values, but it is nothing"],
	["&a [*a]", "keys with values, but it is a list"],
	["--- 1\n--- 2", "Source contains multiple documents"],
	["x".repeat(600_000), "too big"],
	["[".repeat(400_000), "nested too deeply"],
	["- ".repeat(200_000), "nested too deeply"],
	[`a: &a 1\nb: [${"*a,".repeat(200)}]`, "aliases"],
	["a: *b", "alias"],
])("%.30j is one problem: %s", (text, what) => {
	const { problems, rota } = checkRota(text, now);
	expect(rota).toBeUndefined();
	expect(problems).toHaveLength(1);
	expect(problems[0]?.what).toContain(what);
});

test("a key named __proto__ is only a wrong key", () => {
	const text = JSON.stringify(rotaWith()).replace(
		"{",
		'{"__proto__":{"polluted":1},',
	);
	expect(problemsOf(text)[0]).toContain(
		'The key "__proto__" is not known here.',
	);
	const inside = JSON.stringify(rotaWith()).replace(
		'"people":{',
		'"people":{"__proto__":{"name":"P","phone":"+46701740605"},',
	);
	expect(problemsOf(inside)).toEqual([
		expect.stringContaining('"__proto__" cannot be used as a name'),
	]);
	expect(({} as { polluted?: number }).polluted).toBeUndefined();
});

test("national phone numbers become E.164 by the zone's country", () => {
	const rota = rotaWith();
	const people = {
		...rota.people,
		aino: { name: "Aino", phone: "09 427 21234" },
		kalle: { name: "Kalle", phone: "040-1000001" },
	};
	const { rota: read } = readRotaValue({ ...rota, people });
	expect([read?.people.aino?.phone, read?.people.kalle?.phone]).toEqual([
		"+358942721234",
		"+358401000001",
	]);
});

test("what is written can be read again, and is written the same again", () => {
	const person = fc.record(
		{
			name: fc.string({ minLength: 1 }),
			phone: fc.constant("+46701740605"),
			email: fc.string(),
			language: fc.constantFrom("fi", "sv", "en"),
		},
		{ requiredKeys: ["name", "phone"] },
	);
	const id = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,8}$/);
	fc.assert(
		fc.property(
			fc.dictionary(id, person),
			fc.array(fc.string()),
			fc.string(),
			(people, ring, why) => {
				const rota = {
					...rotaWith({
						special: [
							{
								date: "2026-12-23",
								open: [{ start: "08:00", end: "12:00" }],
								why,
							},
						],
						name: why,
					}),
					people: { ...rotaWith().people, ...people },
					routing: { open: [{ ring, seconds: 20 }], closed: [] },
				};
				const text = writeRota(rota as never);
				expect(readRota(text)).toEqual({
					rota: JSON.parse(JSON.stringify(rota)),
					problems: [],
				});
				expect(writeRota(readRota(text).rota as never)).toBe(text);
			},
		),
		{ numRuns: 100 },
	);
});

test("a rota is written as a person would", () => {
	const text = writeRota(readRota(example).rota as never);
	expect(text).toContain(
		'  - { rrule: "FREQ=WEEKLY;BYDAY=FR", start: "08:00", end: "15:00" }\n',
	);
	expect(text).toContain(
		"  open:\n    - { ring: [ aino, maija ], seconds: 20 }\n",
	);
	expect(text.split("\n").every((line) => line.length < 150)).toBe(true);
});

describe("whatever is given, nothing is thrown and every problem has its words", () => {
	const well = (value: unknown) => {
		const { rota, problems } =
			typeof value === "string" ? checkRota(value, now) : readRotaValue(value);
		expect(rota !== undefined || problems.length > 0).toBe(true);
		for (const { what, fix } of problems)
			expect(what.length * fix.length).toBeGreaterThan(0);
	};
	test("any JSON", () => {
		fc.assert(fc.property(fc.jsonValue(), well), { numRuns: 150 });
	});
	test("any text", () => {
		fc.assert(
			fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), well),
			{ numRuns: 150 },
		);
	});
	test("a rota with any of its values replaced by anything", () => {
		const rota = JSON.parse(JSON.stringify(readRota(example).rota)) as unknown;
		const places = placesIn(rota);
		fc.assert(
			fc.property(
				fc.constantFrom(...places),
				fc.oneof(
					fc.jsonValue(),
					fc.constantFrom(
						"FREQ=SECONDLY",
						"FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31",
						"2026-01-01T00:00",
						"nobody",
						"__proto__",
						"constructor",
						"9999-12-31T23:59",
						"24:00",
					),
				),
				(place, value) => {
					well(JSON.stringify(replaced(rota, place, value)));
				},
			),
			{ numRuns: 150 },
		);
	}, 120_000);
	test("the example with any letters taken out or put in", () => {
		fc.assert(
			fc.property(
				fc.nat(example.length),
				fc.nat(20),
				fc.string({ maxLength: 5 }),
				(from, length, put) => {
					well(example.slice(0, from) + put + example.slice(from + length));
				},
			),
			{ numRuns: 150 },
		);
	}, 120_000);
});

type Path = readonly (string | number)[];

function placesIn(value: unknown, path: Path = []): Path[] {
	if (typeof value !== "object" || value === null) return [path];
	return [
		path,
		...Object.entries(value).flatMap(([key, part]) =>
			placesIn(part, [...path, key]),
		),
	];
}

function replaced(value: unknown, [key, ...rest]: Path, by: unknown): unknown {
	if (key === undefined) return by;
	const copy = (
		Array.isArray(value) ? [...value] : { ...(value as object) }
	) as Record<string | number, unknown>;
	copy[key] = replaced(copy[key], rest, by);
	return copy;
}
