import { parse } from "csv-parse/sync";
import readXlsxFile, { readSheet } from "read-excel-file/universal";
import { fileText } from "./file-text.ts";
import { isHarmlessWorkbook } from "./workbook.ts";

/** What stands in a cell of a file. */
export type ReadCell = string | number | Date | null;

/** A row as it stands in the file, the first being number 1. */
interface TableRow {
	readonly row: number;
	readonly cells: readonly ReadCell[];
}

/** A table with a head, or why there is none. */
export type TableReading =
	| {
			readonly kind: "table";
			readonly head: readonly ReadCell[];
			/** Below the head. */
			readonly rows: readonly TableRow[];
			/** Which one was read, where a workbook has several. */
			readonly sheet: string | null;
	  }
	| { readonly kind: "faulty"; readonly because: TableFault };

export type TableFault =
	| "empty"
	| "oldExcel"
	| "unreadable"
	| "tooLarge"
	| "noHead";

/** A table may have so many rows above and below what is counted. */
const rowsBeside = 10;
const mostCells = 100;

/**
 * A table as somebody saved it: a workbook of Excel, or a text with commas, semicolons or tabs. What it is, its first bytes tell.
 * The head is the first row that is one; a title and such may stand above it. Of a workbook the first sheet with a head is read.
 */
export async function readTable(
	bytes: Uint8Array,
	mostRows: number,
	isHead: (cells: readonly ReadCell[]) => boolean,
): Promise<TableReading> {
	if (bytes.length === 0) return { kind: "faulty", because: "empty" };
	if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0]))
		return { kind: "faulty", because: "oldExcel" };
	return startsWith(bytes, [0x50, 0x4b])
		? readWorkbook(bytes, mostRows, isHead)
		: readSeparated(bytes, mostRows, isHead);
}

/** A name at the head of a column, as names are compared: small letters, single spaces, no sign at its end. */
export function headText(cell: ReadCell): string {
	return String(cell ?? "")
		.normalize("NFC")
		.trim()
		.toLowerCase()
		.replace(/[\s_]+/g, " ")
		.replace(/[:*.]+$/, "");
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
	return start.every((byte, index) => bytes[index] === byte);
}

/** Formulas are not worked out: what the program that saved it last showed is what counts. */
async function readWorkbook(
	bytes: Uint8Array,
	mostRows: number,
	isHead: (cells: readonly ReadCell[]) => boolean,
): Promise<TableReading> {
	const state = isHarmlessWorkbook(bytes);
	if (state !== "harmless") return { kind: "faulty", because: state };
	try {
		const sheets = await sheetsOf(Uint8Array.from(bytes).buffer);
		for (const { name, rows } of sheets) {
			const table = tableOf(rows, isHead, sheets.length > 1 ? name : null);
			if (table.kind === "faulty") continue;
			return rows.length > mostRows + rowsBeside
				? { kind: "faulty", because: "tooLarge" }
				: table;
		}
		return { kind: "faulty", because: "noHead" };
	} catch {
		return { kind: "faulty", because: "unreadable" };
	}
}

/** All of them; only the first where another is none of rows and cells, such as a chart. */
async function sheetsOf(
	workbook: ArrayBuffer,
): Promise<{ name: string; rows: TableRow[] }[]> {
	const sheets = await readXlsxFile(workbook).catch(async () => [
		{ sheet: "", data: await readSheet(workbook) },
	]);
	return sheets.map(({ sheet, data }) => ({
		name: sheet,
		rows: data.map((cells, index) => ({
			row: index + 1,
			cells: cells.slice(0, mostCells).map(cellOf),
		})),
	}));
}

function tableOf(
	rows: readonly TableRow[],
	isHead: (cells: readonly ReadCell[]) => boolean,
	sheet: string | null,
): TableReading {
	const at = rows.slice(0, rowsBeside).findIndex(({ cells }) => isHead(cells));
	const head = rows[at]?.cells;
	return head
		? { kind: "table", head, rows: rows.slice(at + 1), sheet }
		: { kind: "faulty", because: "noHead" };
}

/** A text with commas, semicolons or tabs between cells: whichever one of the first rows has most of. */
function readSeparated(
	bytes: Uint8Array,
	mostRows: number,
	isHead: (cells: readonly ReadCell[]) => boolean,
): TableReading {
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
			to: mostRows + rowsBeside,
			max_record_size: 20_000,
		}) as unknown as readonly {
			readonly record: string[];
			readonly info: { readonly lines: number };
		}[];
		if (records.length >= mostRows + rowsBeside)
			return { kind: "faulty", because: "tooLarge" };
		const rows = records.map(({ record, info }) => ({
			row: info.lines,
			cells: record.slice(0, mostCells),
		}));
		return tableOf(rows, isHead, null);
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

function cellOf(value: unknown): ReadCell {
	if (typeof value === "string" || typeof value === "number") return value;
	if (value instanceof Date) return value;
	return value === null ? null : String(value);
}
