import type { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { parse } from "csv-parse/sync";
import readExcelFile from "read-excel-file/node";
import { languages } from "../../src/domain/language.ts";
import { writeCsv } from "../../src/spreadsheet/csv.ts";
import type { Sheet, StreamedCell } from "../../src/spreadsheet/sheet.ts";
import { streamXlsx, writeXlsx } from "../../src/spreadsheet/xlsx.ts";

const sheet: Sheet = {
	name: "Hours/nights: all",
	head: ["Name", "Hours"],
	rows: [
		["Åke “Ö” Näs; Jr, the 2nd", 12.25],
		["line\nbreak", -3],
		["", null],
	],
};

const formulas = [
	"=1+1",
	"+358401234567",
	"-1",
	"@SUM(A1)",
	"\t=1",
	"\r=1",
	'=HYPERLINK("https://example.org")',
	"＝1",
];

async function textOf(...given: Parameters<typeof writeCsv>): Promise<string> {
	const parts: Buffer[] = [];
	for await (const part of writeCsv(...given)) parts.push(Buffer.from(part));
	return Buffer.concat(parts).toString("utf8");
}

test.each([
	["en", ",", "12.25"],
	["fi", ";", "12,25"],
	["sv", ";", "12,25"],
] as const)(
	"CSV in %s is read back as it was written",
	async (language, delimiter, number) => {
		const text = await textOf(sheet, language);
		expect(text.startsWith("\uFEFF")).toBe(true);
		expect(parse(text, { delimiter, bom: true })).toEqual([
			["Name", "Hours"],
			["Åke “Ö” Näs; Jr, the 2nd", number],
			["line\nbreak", "-3"],
			["", ""],
		]);
	},
);

test.each(formulas)("%j is no formula in CSV", async (formula) => {
	const text = await textOf(
		{ name: "", head: [formula], rows: [[formula]] },
		"en",
	);
	const cells: string[][] = parse(text, { bom: true });
	const harmless = `'${formula.replace("\r", "\n")}`;
	expect(cells.flat()).toEqual([harmless, harmless]);
});

test("XLSX is read back as it was written, numbers as numbers", async () => {
	const read = await readExcelFile(await writeXlsx([sheet]));
	expect(JSON.stringify(read)).toContain('"Hours nights  all"');
	expect(JSON.stringify(read)).toContain('["Åke “Ö” Näs; Jr, the 2nd",12.25]');
	expect(JSON.stringify(read)).toContain("-3]");
});

test("XLSX holds no formula, whatever the texts", async () => {
	const file = await writeXlsx([
		{ name: "one", head: ["text"], rows: formulas.map((text) => [text]) },
		{ name: "two", head: ["text"], rows: [["\u0000\uFFFEbell\u0007"]] },
	]);
	const read = JSON.stringify(await readExcelFile(file));
	expect(read).toContain('"=1+1"');
	expect(read).toContain('"bell"');
});

describe("XLSX of rows that are still being read", () => {
	const one = { name: "a", columns: [{ head: "n", letters: 3 }] };
	async function* rowsOf(rows: readonly (readonly StreamedCell[])[]) {
		yield* rows;
	}
	const saved = async (file: Readable) => readExcelFile(await buffer(file));

	test("is read back as it was written, without a formula", async () => {
		const rows = [...formulas, "\u0000bell\u0007"].map((text) => [text, 1.5]);
		const [read] = await saved(
			streamXlsx(
				{
					name: "a/b",
					columns: [
						{ head: "=text", letters: 9 },
						{ head: "number", letters: 3, holds: "numbers" },
					],
				},
				rowsOf(rows),
				"en",
			),
		);
		expect(read?.sheet).toBe("a b");
		expect(read?.data).toEqual([
			["=text", "number"],
			...formulas.map((text) => [text.replace("\r", "").trim(), 1.5]),
			["bell", 1.5],
		]);
	});

	test.each(languages)(
		"holds in %s times that are times to a spreadsheet",
		async (language) => {
			const at = new Date("2026-11-21T17:39:00Z");
			const columns = [{ head: "at", letters: 16, holds: "times" as const }];
			const [read] = await saved(
				streamXlsx(
					{ name: "a", columns },
					rowsOf([[at], [null], [at]]),
					language,
				),
			);
			expect(read?.data).toEqual([["at"], [at], [null], [at]]);
		},
	);

	test("goes on in another sheet where one is full", async () => {
		const read = await saved(streamXlsx(one, rowsOf([[1], [2], [3]]), "en", 3));
		expect(read).toEqual([
			{ sheet: "a", data: [["n"], [1], [2]] },
			{ sheet: "a_2", data: [["n"], [3]] },
		]);
	});

	test("breaks off when they cannot be read further, and reads no further than it is asked for", async () => {
		let given = 0;
		async function* endless() {
			for (;;) yield [`row ${given++} ${"x".repeat(1_000)}`];
		}
		const file = streamXlsx(one, endless(), "en");
		for await (const _ of file) break;
		const after = given;
		expect(after).toBeLessThan(10_000);
		async function* broken() {
			yield [1];
			throw new Error("the database is gone");
		}
		await expect(buffer(streamXlsx(one, broken(), "en"))).rejects.toThrow(
			"the database is gone",
		);
		expect(given).toBe(after);
	});
});
