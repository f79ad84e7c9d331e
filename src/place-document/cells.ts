import type { Sentence } from "../domain/language.ts";
import type { ImportKind } from "../domain/place/import.ts";
import { tidy } from "../domain/place/property.ts";
import { type ReadCell, readTable } from "../spreadsheet/read-table.ts";
import { columnsIn } from "./heads.ts";
import { mostRows, rowWords } from "./row-words.ts";

/** One row of a file by its columns. */
export interface Row {
	/** In the file, from 1. */
	readonly row: number;
	/** Whether the file has such a column at all. */
	has(column: string): boolean;
	/** The cell as text, tidied; several columns of one name are parted by a comma. Empty without the column. */
	text(column: string): string;
}

export type RowsReading =
	| {
			readonly kind: "rows";
			readonly rows: readonly Row[];
			/** Heads of columns that mean nothing to us, as they are written. */
			readonly ignored: readonly string[];
			/** Which sheet was read, where a workbook has several. */
			readonly sheet: string | null;
	  }
	| { readonly kind: "faulty"; readonly problem: Sentence };

/** The columns that are needed; of each, any one that tells the same. */
const needed: Readonly<Record<ImportKind, readonly (readonly string[])[]>> = {
	properties: [["key"], ["address"]],
	tenants: [["key"], ["name", "lastName"]],
};

/** The rows below the head, which is the first row that names the columns that are needed. */
export async function rowsIn(
	kind: ImportKind,
	bytes: Uint8Array,
): Promise<RowsReading> {
	const table = await readTable(bytes, mostRows, (cells) =>
		hasAll(columnsIn(kind, cells), needed[kind]),
	);
	if (table.kind === "faulty")
		return {
			kind: "faulty",
			problem:
				table.because === "noHead" ? noColumns[kind] : rowWords[table.because],
		};
	const columns = columnsIn(kind, table.head);
	const rows = table.rows
		.filter(({ cells }) => cells.some((cell) => textOf(cell) !== ""))
		.map(({ row, cells }) => rowWith(row, cells, columns));
	if (rows.length > mostRows)
		return { kind: "faulty", problem: rowWords.tooLarge };
	return rows.length === 0
		? { kind: "faulty", problem: rowWords.noRows }
		: {
				...{ kind: "rows", rows, sheet: table.sheet },
				ignored: ignoredIn(table.head, columns),
			};
}

const noColumns = {
	properties: rowWords.noPropertyColumns,
	tenants: rowWords.noTenantColumns,
};

function ignoredIn(
	heads: readonly ReadCell[],
	columns: ReadonlyMap<string, readonly number[]>,
): string[] {
	const read = new Set([...columns.values()].flat());
	return heads
		.map(textOf)
		.filter((text, index) => text !== "" && !read.has(index));
}

const rowsInOneGo = 25;

/** Reads row by row, and lets whatever else the service has to do, such as answering a call, come in between. */
export async function eachRow(
	rows: readonly Row[],
	read: (row: Row) => void,
): Promise<void> {
	for (const [index, row] of rows.entries()) {
		if (index % rowsInOneGo === rowsInOneGo - 1)
			await new Promise((resolve) => setImmediate(resolve));
		read(row);
	}
}

function hasAll(
	columns: ReadonlyMap<string, unknown>,
	needed: readonly (readonly string[])[],
): boolean {
	return needed.every((any) => any.some((column) => columns.has(column)));
}

function rowWith(
	row: number,
	cells: readonly ReadCell[],
	columns: ReadonlyMap<string, readonly number[]>,
): Row {
	const cellsOf = (column: string) =>
		(columns.get(column) ?? []).map((index) => cells[index] ?? null);
	return {
		row,
		has: (column) => columns.has(column),
		text: (column) => cellsOf(column).map(textOf).filter(Boolean).join(", "),
	};
}

/** What a spreadsheet was kept from taking for a formula loses the sign that kept it. */
function textOf(cell: ReadCell): string {
	const text =
		cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell ?? "");
	// Line breaks within a cell part what is listed there.
	const lines = text.split(/\r?\n/).map(tidy).filter(Boolean);
	return lines.join(", ").replace(/^'(?=[=+\-@＝＋－＠])/u, "");
}
