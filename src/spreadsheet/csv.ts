import { pipeline, Readable } from "node:stream";
import { stringify } from "csv-stringify";
import type { Language } from "../domain/language.ts";
import type { Sheet, StreamedCell } from "./sheet.ts";

/**
 * A sheet as CSV, a row at a time: UTF-8 with the mark that spreadsheets need to see it, and separators as the language's
 * spreadsheets expect them (in Finnish and Swedish the comma is for decimals). A text that a spreadsheet would take for a
 * formula begins with an apostrophe. Source: OWASP, "CSV Injection".
 */
export function writeCsv(sheet: Sheet, language: Language): Readable {
	const written = writer(language);
	for (const row of [sheet.head, ...sheet.rows])
		written.write(cellsOf(row, language));
	written.end();
	return written;
}

/** The same for rows that are still being read, however many: none is read before the one before it is on its way. */
export function streamCsv(
	head: readonly string[],
	rows: AsyncIterable<readonly StreamedCell[]>,
	language: Language,
): Readable {
	async function* cells() {
		yield cellsOf(head, language);
		for await (const row of rows) yield cellsOf(row, language);
	}
	const written = writer(language);
	// What goes wrong while reading destroys what is written, and so is told to whoever reads that.
	pipeline(Readable.from(cells()), written, () => {});
	return written;
}

function writer(language: Language) {
	return stringify({
		bom: true,
		delimiter: language === "en" ? "," : ";",
		record_delimiter: "\r\n",
		// By itself the library quotes only what holds the whole of the mark that ends a row.
		quoted_match: "\n",
	});
}

function cellsOf(row: readonly StreamedCell[], language: Language): string[] {
	const decimal = language === "en" ? "." : ",";
	return row.map((cell) => cellText(cell, decimal));
}

function cellText(cell: StreamedCell, decimal: string): string {
	if (cell === null) return "";
	if (typeof cell === "number") return String(cell).replace(".", decimal);
	if (cell instanceof Date) return timeCell(cell);
	return textCell(cell);
}

/** As spreadsheets of every language read a time. */
function timeCell(at: Date): string {
	return at.toISOString().slice(0, 16).replace("T", " ");
}

/** A full-width sign is a formula to some spreadsheets, too. */
function textCell(written: string): string {
	const text = written.replace(/\r\n?/g, "\n");
	return /^[=+\-@\t\n＝＋－＠]/u.test(text) ? `'${text}` : text;
}
