import { parse } from "csv-parse/sync";
import { readSheet } from "read-excel-file/universal";
import { fileText } from "./file-text.ts";
import { isHarmlessWorkbook } from "./workbook.ts";

export type Cell = string | number | Date | null;

/** The rows of a table as they stand in the file, the first being number 1; or why there are none. */
export type TableReading =
	| {
			readonly kind: "table";
			readonly rows: readonly {
				readonly row: number;
				readonly cells: readonly Cell[];
			}[];
	  }
	| { readonly kind: "faulty"; readonly because: "unreadable" | "tooLarge" };

export const mostRows = 5_000;
const mostCells = 100;

/** The first sheet of a workbook. Formulas are not worked out: what the program that saved it last showed is what counts. */
export async function readWorkbook(bytes: Uint8Array): Promise<TableReading> {
	const state = isHarmlessWorkbook(bytes);
	if (state !== "harmless") return { kind: "faulty", because: state };
	try {
		const sheet = await readSheet(Uint8Array.from(bytes).buffer);
		if (sheet.length > mostRows + 10)
			return { kind: "faulty", because: "tooLarge" };
		return {
			kind: "table",
			rows: sheet.map((cells, index) => ({
				row: index + 1,
				cells: cells.slice(0, mostCells).map(cellOf),
			})),
		};
	} catch {
		return { kind: "faulty", because: "unreadable" };
	}
}

/** A text with commas, semicolons or tabs between cells: whichever one of the first rows has most of. */
export function readSeparated(bytes: Uint8Array): TableReading {
	const text = fileText(bytes);
	if (text.includes("\0")) return { kind: "faulty", because: "unreadable" };
	try {
		const records = parse(text, {
			bom: true,
			delimiter: delimiterOf(text),
			info: true,
			relax_column_count: true,
			relax_quotes: true,
			skip_empty_lines: true,
			trim: true,
			to: mostRows + 10,
			max_record_size: 20_000,
		}) as unknown as readonly {
			readonly record: string[];
			readonly info: { readonly lines: number };
		}[];
		if (records.length >= mostRows + 10)
			return { kind: "faulty", because: "tooLarge" };
		return {
			kind: "table",
			rows: records.map(({ record, info }) => ({
				row: info.lines,
				cells: record.slice(0, mostCells),
			})),
		};
	} catch {
		return { kind: "faulty", because: "unreadable" };
	}
}

function delimiterOf(text: string): string {
	const lines = text.slice(0, 20_000).split(/\r?\n|\r/, 10);
	const count = (sign: string) =>
		Math.max(...lines.map((line) => line.split(sign).length));
	return [";", "\t", ","].reduce((best, sign) =>
		count(sign) > count(best) ? sign : best,
	);
}

function cellOf(value: unknown): Cell {
	if (typeof value === "string" || typeof value === "number") return value;
	if (value instanceof Date) return value;
	return value === null ? null : String(value);
}
