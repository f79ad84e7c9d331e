import writeExcelFile from "write-excel-file/node";
import type { Cell, Sheet } from "./sheet.ts";

/** Sheets as an XLSX file. Texts are stored as texts, so that none of them is ever a formula; the head stays in sight. */
export function writeXlsx(sheets: readonly Sheet[]): Promise<Buffer> {
	return writeExcelFile(
		sheets.map(({ name, head, rows }) => ({
			sheet: sheetName(name),
			stickyRowsCount: 1,
			columns: head.map((title, column) => ({
				width: widthOf([title, ...rows.map((row) => row[column] ?? null)]),
			})),
			data: [
				head.map((title) => ({
					value: withoutControls(title),
					type: String,
					fontWeight: "bold" as const,
				})),
				...rows.map((row) => row.map(excelCell)),
			],
		})),
	).toBuffer();
}

function excelCell(cell: Cell) {
	if (cell === null) return null;
	return typeof cell === "number"
		? { value: cell, type: Number }
		: { value: withoutControls(cell), type: String };
}

/** XML has no place for them. */
function withoutControls(text: string): string {
	return text.replace(/[^\P{Cc}\t\n]|\p{Cs}|[\uFFFE\uFFFF]/gu, "");
}

/** Excel takes at most 31 letters, and none of these. */
function sheetName(name: string): string {
	return name.replace(/[\\/?*[\]:]/g, " ").slice(0, 31);
}

function widthOf(cells: readonly Cell[]): number {
	const lengths = cells.map((cell) => String(cell ?? "").length);
	return Math.min(40, Math.max(8, ...lengths) + 2);
}
