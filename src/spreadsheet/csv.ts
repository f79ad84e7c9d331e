import type { Readable } from "node:stream";
import { stringify } from "csv-stringify";
import type { Language } from "../domain/language.ts";
import type { Cell, Sheet } from "./sheet.ts";

/**
 * A sheet as CSV, a row at a time: UTF-8 with the mark that spreadsheets need to see it, and separators as the language's
 * spreadsheets expect them (in Finnish and Swedish the comma is for decimals). A text that a spreadsheet would take for a
 * formula begins with an apostrophe. Source: OWASP, "CSV Injection".
 */
export function writeCsv(sheet: Sheet, language: Language): Readable {
	const decimal = language === "en" ? "." : ",";
	const written = stringify({
		bom: true,
		delimiter: language === "en" ? "," : ";",
		record_delimiter: "\r\n",
		// By itself the library quotes only what holds the whole of the mark that ends a row.
		quoted_match: "\n",
	});
	written.write(sheet.head.map((text) => textCell(text)));
	for (const row of sheet.rows)
		written.write(row.map((cell) => cellText(cell, decimal)));
	written.end();
	return written;
}

function cellText(cell: Cell, decimal: string): string {
	if (cell === null) return "";
	if (typeof cell === "number") return String(cell).replace(".", decimal);
	return textCell(cell);
}

/** A full-width sign is a formula to some spreadsheets, too. */
function textCell(written: string): string {
	const text = written.replace(/\r\n?/g, "\n");
	return /^[=+\-@\t\n＝＋－＠]/u.test(text) ? `'${text}` : text;
}
