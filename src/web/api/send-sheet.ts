import { pipeline } from "node:stream/promises";
import type { Response } from "express";
import type { Language } from "../../domain/language.ts";
import { writeCsv } from "../../spreadsheet/csv.ts";
import type { Sheet } from "../../spreadsheet/sheet.ts";
import { writeXlsx } from "../../spreadsheet/xlsx.ts";

/** A sheet to be saved under its name, as CSV a row at a time or as XLSX. */
export async function sendSheet(
	response: Response,
	sheet: Sheet,
	{
		name,
		format,
		language,
	}: {
		readonly name: string;
		readonly format: "csv" | "xlsx";
		readonly language: Language;
	},
): Promise<void> {
	response.attachment(`${name}.${format}`);
	if (format === "xlsx") response.send(await writeXlsx([sheet]));
	else await pipeline(writeCsv(sheet, language), response);
}
