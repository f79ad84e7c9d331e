import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import {
	type CellStyle,
	writeXlsx as write,
	writeXlsxStream,
	XLSX_MAX_ROWS_PER_SHEET,
} from "hucre/xlsx";
import type { Language } from "../domain/language.ts";
import type { Cell, Sheet, StreamedCell, StreamedSheet } from "./sheet.ts";

/** Sheets as an XLSX file. Texts are stored as texts, so that none of them is ever a formula; the head stays in sight. */
export async function writeXlsx(sheets: readonly Sheet[]): Promise<Buffer> {
	const file = await write({
		sheets: sheets.map(({ name, head, rows }) => ({
			name: sheetName(name),
			freezePane,
			columns: head.map((title, column) => ({
				width: widthOf([title, ...rows.map((row) => row[column] ?? null)]),
			})),
			rows: [head, ...rows].map((row) => row.map(excelCell)),
			cells: new Map(head.map((_, column) => [`0,${column}`, { style: bold }])),
		})),
	});
	return Buffer.from(file);
}

/**
 * The same of one sheet whose rows are still being read, however many: what is held does not grow with them. After as many as
 * a sheet of Excel takes (1,048,576 with the head), a sheet of the same name and a number goes on, with the same head.
 *
 * @param mostRows of a sheet, for tests.
 */
export function streamXlsx(
	{ name, columns }: StreamedSheet,
	rows: AsyncIterable<readonly StreamedCell[]>,
	language: Language,
	mostRows = XLSX_MAX_ROWS_PER_SHEET,
): Readable {
	async function* cells() {
		for await (const row of rows) yield row.map(excelCell);
	}
	const file = writeXlsxStream(cells(), {
		name: sheetName(name),
		freezePane,
		columns: columns.map(({ head, letters, holds }) => ({
			header: withoutControls(head),
			width: Math.max(letters, head.length) + 2,
			style: styleOf(holds, language),
		})),
		maxRowsPerSheet: mostRows,
	});
	return Readable.fromWeb(file as ReadableStream<Uint8Array>);
}

/** Beside what stands to their left, with room to what stands to their right. */
function styleOf(
	holds: StreamedSheet["columns"][number]["holds"],
	language: Language,
): CellStyle {
	switch (holds) {
		case "times":
			return {
				numFmt: timeFormats[language],
				alignment: { horizontal: "left" },
			};
		case "numbers":
			return { alignment: { horizontal: "right", indent: 1 } };
		default:
			return {};
	}
}

/** A number that is shown as a time, so that it is sorted and counted with as one. */
const timeFormats: Readonly<Record<Language, string>> = {
	fi: "d\\.m\\.yyyy\\ h\\.mm",
	sv: "yyyy-mm-dd hh:mm",
	en: "yyyy-mm-dd hh:mm",
};

const freezePane = { rows: 1 };
const bold = { font: { bold: true } };

function excelCell<Any extends StreamedCell>(cell: Any): Any | string {
	return typeof cell === "string" ? withoutControls(cell) : cell;
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
