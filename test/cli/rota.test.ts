import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { jest } from "@jest/globals";
import { runCommand } from "../../src/cli.ts";
import { writeRota } from "../../src/rota-document/write-rota.ts";
import { rotaWith } from "../domain/rota/rotas.ts";

const example = join(import.meta.dirname, "../../schedules/fault-line.yaml");
const folder = mkdtempSync(join(tmpdir(), "rota-cli-"));

afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, text: string): string {
	const path = join(folder, name);
	writeFileSync(path, text);
	return path;
}

/** Runs `faultline …` and gives what it printed, what it complained of, and the exit code. */
async function faultline(...words: string[]) {
	const printed: string[] = [];
	const complained: string[] = [];
	const into = (list: string[]) => (text: unknown) => {
		list.push(String(text));
		return true;
	};
	const spies = [
		jest.spyOn(process.stdout, "write").mockImplementation(into(printed)),
		jest.spyOn(console, "log").mockImplementation(into(printed)),
		jest.spyOn(console, "error").mockImplementation(into(complained)),
		jest.spyOn(process.stderr, "write").mockImplementation(into(complained)),
	];
	const before = process.exitCode;
	process.exitCode = 0;
	try {
		await runCommand(["node", "faultline", ...words]);
		const exitCode = process.exitCode;
		return { out: printed.join("\n"), err: complained.join("\n"), exitCode };
	} finally {
		for (const spy of spies) spy.mockRestore();
		process.exitCode = before;
	}
}

const rota = (...words: string[]) => faultline("rota", ...words);

async function json(...words: string[]) {
	const { out, exitCode } = await rota(...words, "--json");
	return { value: JSON.parse(out), exitCode };
}

const says = {
	fi: expect.any(String),
	sv: expect.any(String),
	en: expect.any(String),
};

test("the version is that of the package", async () => {
	const { version } = JSON.parse(
		readFileSync(join(import.meta.dirname, "../../package.json"), "utf8"),
	) as { version: string };
	for (const flag of ["--version", "-V"])
		expect(await faultline(flag)).toEqual({
			out: `${version}\n`,
			err: "",
			exitCode: 0,
		});
});

describe("check", () => {
	test("a rota that is well", async () => {
		expect(await json("check", example)).toEqual({
			value: { problems: [] },
			exitCode: 0,
		});
		expect(await rota("check", example)).toEqual({
			out: "All is well: 7 people, 2 duties, no gap in 8 weeks.",
			err: "",
			exitCode: 0,
		});
	});
	test("warnings exit with 0, errors with 1", async () => {
		const warned = file(
			"warned.yaml",
			writeRota(rotaWith({ duties: { ...rotaWith().duties, backup: [] } })),
		);
		const warning = await json("check", warned);
		expect(warning.value.problems).toEqual([
			{
				severity: "warning",
				where: "duties.backup",
				what: expect.stringContaining("Nobody has backup"),
				fix: expect.any(String),
			},
		]);
		expect(warning.exitCode).toBe(0);
		const wrong = file("wrong.yaml", writeRota(rotaWith({ fallback: [] })));
		expect(await json("check", wrong)).toEqual({
			value: {
				problems: [
					{
						severity: "error",
						where: "fallback",
						what: "The fallback names nobody to ring when nobody else answers.",
						fix: "Name at least one person or duty.",
					},
				],
			},
			exitCode: 1,
		});
		expect((await rota("check", wrong)).out).toContain("1 error, 0 warnings.");
	});
	test("a file that is not there, or no file, is wrong usage", async () => {
		expect(await rota("check", join(folder, "none.yaml"))).toEqual({
			out: "",
			err: expect.stringContaining("there is no such file"),
			exitCode: 2,
		});
		expect((await rota("check", folder)).err).toContain("it is a folder");
		expect((await rota("check")).exitCode).toBe(2);
		expect((await rota("chekc", example)).exitCode).toBe(2);
	});
});

describe("who", () => {
	test("gives one answer for each instant, local or with an offset", async () => {
		const { value, exitCode } = await json(
			"who",
			example,
			"--at",
			"2026-11-23T16:30",
			"--at",
			"2026-11-23T10:00:00Z",
			"--at",
			"2031-12-24T12:00",
		);
		expect(exitCode).toBe(0);
		expect(value).toHaveLength(3);
		expect(value[0]).toEqual({
			at: "2026-11-23T14:30:00Z",
			office: {
				open: false,
				until: "2026-11-24T06:00:00Z",
				because: { kind: "outside-hours", where: "hours", says },
			},
			duties: {
				technician: {
					person: "liisa",
					until: "2026-11-27T13:00:00Z",
					because: { kind: "rotation", where: "duties.technician[0]", says },
				},
				backup: {
					person: "sanna",
					until: "2026-11-27T13:00:00Z",
					because: { kind: "rotation", where: "duties.backup[0]", says },
				},
			},
			steps: [
				{ people: ["liisa"], seconds: 25 },
				{ people: ["sanna"], seconds: 25 },
				{ people: ["aino"], seconds: 25 },
			],
		});
		expect(value[1].office.open).toBe(true);
		expect(value[1].steps[0]).toEqual({
			people: ["aino", "maija"],
			seconds: 20,
		});
		expect(value[2].office.because.kind).toBe("eve");
	});
	test("in words", async () => {
		const { out } = await rota("who", example, "--at", "2026-11-23T16:30");
		expect(out).toContain("Mon 23 Nov 2026 16:30 (Europe/Helsinki, +02:00)");
		expect(out).toContain(
			"  A call rings Liisa Lind for 25 s, Sanna Heikkinen for 25 s, Aino Virtanen for 25 s, then the message box.",
		);
	});
	test("a time in the hour that does not exist is moved on, one that comes twice is the first", async () => {
		const { value } = await json(
			"who",
			example,
			"--at",
			"2026-03-29T03:30",
			"--at",
			"2026-10-25T03:30",
		);
		expect(value.map(({ at }: { at: string }) => at)).toEqual([
			"2026-03-29T01:30:00Z",
			"2026-10-25T00:30:00Z",
		]);
	});
	test("every usual writing of ISO 8601", async () => {
		const writings = [
			"2026-11-23T16:00+02",
			"2026-11-23T14:00:00.000Z",
			"20261123T140000Z",
			"20261123T1600",
			"20261123T1600+0200",
			"2026-11-23T16",
			"2026-11-23T14Z",
			"2026-11-23 16:00",
		];
		const { value } = await json(
			"who",
			example,
			...writings.flatMap((text) => ["--at", text]),
		);
		expect(value.map(({ at }: { at: string }) => at)).toEqual(
			writings.map(() => "2026-11-23T14:00:00Z"),
		);
	});
	test("what is no instant, or a rota with errors", async () => {
		expect(await rota("who", example, "--at", "tomorrow")).toEqual({
			out: "",
			err: expect.stringContaining('"tomorrow" is not an instant'),
			exitCode: 2,
		});
		expect((await rota("who", example)).exitCode).toBe(2);
		const wrong = file(
			"wrong.json",
			JSON.stringify(rotaWith({ fallback: ["x"] })),
		);
		const { value, exitCode } = await json("who", wrong, "--at", "2026-11-23");
		expect([value.problems.length, exitCode]).toEqual([1, 1]);
	});
});

test("shifts are joined up and without holes", async () => {
	const path = file(
		"shifts.json",
		JSON.stringify(
			rotaWith({
				overrides: [
					{
						duty: "technician",
						start: "2026-11-24T00:00",
						end: "2026-11-24T12:00",
						person: "nobody",
					},
				],
			}),
		),
	);
	const { value, exitCode } = await json(
		"shifts",
		path,
		"--duty",
		"technician",
		"--from",
		"2026-11-23",
		"--to",
		"2026-11-28T00:00",
	);
	expect(exitCode).toBe(0);
	expect(
		value.map(({ start, end, person }: Record<string, unknown>) => [
			start,
			end,
			person,
		]),
	).toEqual([
		["2026-11-22T22:00:00Z", "2026-11-23T22:00:00Z", "liisa"],
		["2026-11-23T22:00:00Z", "2026-11-24T10:00:00Z", null],
		["2026-11-24T10:00:00Z", "2026-11-27T13:00:00Z", "liisa"],
		["2026-11-27T13:00:00Z", "2026-11-27T22:00:00Z", "pekka"],
	]);
	expect(
		(
			await rota(
				"shifts",
				path,
				"--duty",
				"technician",
				"--from",
				"2026-11-23",
				"--to",
				"2026-11-28",
			)
		).out,
	).toContain("NOBODY");
	expect(
		(
			await rota(
				"shifts",
				path,
				"--duty",
				"x",
				"--from",
				"2026-11-23",
				"--to",
				"2026-11-28",
			)
		).exitCode,
	).toBe(2);
	expect(
		(
			await rota(
				"shifts",
				path,
				"--duty",
				"backup",
				"--from",
				"2026-11-28",
				"--to",
				"2026-11-28",
			)
		).exitCode,
	).toBe(2);
});

test("hours are the open spans", async () => {
	const { value } = await json(
		"hours",
		example,
		"--from",
		"2026-12-04",
		"--to",
		"2026-12-09",
	);
	expect(value).toEqual(
		[
			["2026-12-04T06:00:00Z", "2026-12-04T13:00:00Z"],
			["2026-12-07T06:00:00Z", "2026-12-07T14:00:00Z"],
			["2026-12-08T06:00:00Z", "2026-12-08T14:00:00Z"],
		].map(([start, end]) => ({
			start,
			end,
			because: { kind: "window", where: expect.any(String), says },
		})),
	);
	const closed = await rota(
		"hours",
		example,
		"--from",
		"2026-12-05",
		"--to",
		"2026-12-06",
	);
	expect(closed.out).toBe("The office is not open in this time.");
});

test("diff is the hours that change hands, the office's among them", async () => {
	const old = file("old.yaml", writeRota(rotaWith()));
	const fresh = file(
		"new.yaml",
		writeRota(
			rotaWith({
				special: [{ date: "2026-11-24", open: [] }],
				overrides: [
					{
						duty: "technician",
						start: "2026-11-23T16:00",
						end: "2026-11-24T08:00",
						person: "aino",
					},
				],
			}),
		),
	);
	const { value, exitCode } = await json(
		"diff",
		old,
		fresh,
		"--from",
		"2026-11-23",
		"--weeks",
		"1",
	);
	expect([value, exitCode]).toEqual([
		[
			{
				duty: "office",
				start: "2026-11-24T06:00:00Z",
				end: "2026-11-24T14:00:00Z",
				before: "open",
				after: "closed",
			},
			{
				duty: "technician",
				start: "2026-11-23T14:00:00Z",
				end: "2026-11-24T06:00:00Z",
				before: "liisa",
				after: "aino",
			},
		],
		0,
	]);
	expect(
		(await rota("diff", old, fresh, "--from", "2026-11-23")).out,
	).toContain("Liisa Lind -> Aino Virtanen");
	expect((await rota("diff", old, old)).out).toBe("Nothing changes hands.");
	expect((await rota("diff", old, fresh, "--weeks", "0")).exitCode).toBe(2);
});

describe("expand", () => {
	const daily = [
		"--rrule",
		"FREQ=DAILY",
		"--start",
		"2026-03-28T03:30",
		"--zone",
		"Europe/Helsinki",
	];
	test("one rule", async () => {
		const { value } = await json(
			"expand",
			...daily,
			"--exdate",
			"2026-03-28T03:30",
			"--limit",
			"2",
		);
		expect(value).toEqual(["2026-03-29T01:30:00Z", "2026-03-30T00:30:00Z"]);
		const between = await json(
			"expand",
			...daily,
			"--from",
			"2026-04-01",
			"--to",
			"2026-04-03",
		);
		expect(between.value).toEqual([
			"2026-04-01T00:30:00Z",
			"2026-04-02T00:30:00Z",
		]);
		const several = await json(
			"expand",
			...daily,
			"--exdate",
			"2026-03-28T03:30",
			"2026-03-29T03:30",
			"--limit",
			"1",
		);
		expect(several.value).toEqual(["2026-03-30T00:30:00Z"]);
	});
	test("an end as far away as dates go", async () => {
		const { value } = await json(
			"expand",
			"--rrule",
			"FREQ=YEARLY",
			"--start",
			"2026-02-28T00:00",
			"--zone",
			"UTC",
			"--to",
			"9999-12-31",
		);
		expect(value.at(-1)).toBe("9999-02-28T00:00:00Z");
	});
	test("a file of many", async () => {
		const path = join(import.meta.dirname, "../vectors/recurrence.json");
		const vectors = JSON.parse(readFileSync(path, "utf8")) as {
			id: string;
			expected: string[];
		}[];
		expect(await json("expand", "--file", path)).toEqual({
			value: vectors.map(({ id, expected }) => ({ id, instants: expected })),
			exitCode: 0,
		});
	});
	test("what is wrong is said, and the rest is expanded", async () => {
		const path = file(
			"rules.json",
			JSON.stringify([
				{
					id: "a",
					zone: "UTC",
					start: "2026-01-01T08:00",
					rrule: "FREQ=DAILY;COUNT=1",
				},
				{ id: "b", zone: "UTC", start: "2026-01-01T08:00", rrule: "FREQ=DALY" },
				{ id: "c" },
			]),
		);
		const { value, exitCode } = await json("expand", "--file", path);
		expect([value[0], value[1].problem, value[2].problem, exitCode]).toEqual([
			{ id: "a", instants: ["2026-01-01T08:00:00Z"] },
			expect.stringContaining("FREQ=DALY is not valid."),
			"It needs zone, start and rrule as texts.",
			1,
		]);
	});
	test.each([
		[daily, 2, "never ends"],
		[
			["--rrule", "FREQ=DAILY", "--zone", "UTC"],
			2,
			"Give --rrule, --start and --zone, or --file.",
		],
		[[...daily, "--limit", "x"], 2, "whole number"],
		[
			[...daily, "--limit", "1", "--zone", "Mars"],
			1,
			'"Mars" is not a time zone',
		],
		[
			[...daily, "--limit", "1", "--start", "x"],
			1,
			'"x" is not a date with a time of day',
		],
		[[...daily, "--from", "x", "--limit", "1"], 1, '"x" is not an instant'],
		[["--file", example], 2, "is not a JSON list"],
	])("%j", async (words, exitCode, sentence) => {
		const answer = await rota("expand", ...words);
		expect([answer.exitCode, answer.err]).toEqual([
			exitCode,
			expect.stringContaining(sentence),
		]);
	});
	test("a rule that never fires is an empty list, at once", async () => {
		const { value, exitCode } = await json(
			"expand",
			"--rrule",
			"FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31",
			"--start",
			"2026-01-01T08:00",
			"--zone",
			"UTC",
			"--limit",
			"5",
		);
		expect([value, exitCode]).toEqual([[], 0]);
	});
});
