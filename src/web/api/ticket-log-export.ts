import { pipeline } from "node:stream/promises";
import { DateTime } from "luxon";
import { z } from "zod";
import { exportTickets } from "../../actions/export-tickets.ts";
import type { Context } from "../../context.ts";
import type { LogRow } from "../../database/ticket-log.ts";
import { allSubjects } from "../../database/ticket-settings.ts";
import type { Language } from "../../domain/language.ts";
import {
	logSheetColumns,
	logSheetName,
	logSheetRow,
} from "../../domain/ticket/log-sheet.ts";
import { streamCsv } from "../../spreadsheet/csv.ts";
import type { StreamedCell } from "../../spreadsheet/sheet.ts";
import { streamXlsx } from "../../spreadsheet/xlsx.ts";
import { otherEndpoint } from "./endpoint.ts";
import { logQuery, ticketsMeant } from "./log-query.ts";

export const ticketLogExportEndpoint = otherEndpoint({
	path: "/ticket-log/export",
	summary: "The log as it is filtered, as CSV or XLSX",
	permission: "export tickets",
	query: { format: z.enum(["csv", "xlsx"]).default("csv"), ...logQuery },
	mediaType: "text/csv",
	what: "A row a ticket, newest first; with `format` XLSX",
	handle: async (ctx, { query, asker, language, request, response }) => {
		const { format, ...filters } = query;
		const rows = await exportTickets(ctx, {
			meant: ticketsMeant(ctx, filters),
			filter: filterWritten(request.originalUrl),
			format,
			by: asker.name,
		});
		const cells = cellsOf(ctx, rows, language);
		const columns = logSheetColumns(language);
		const day = ctx.clock.now().toISODate();
		response.attachment(`tickets-${day}.${format}`);
		const file =
			format === "xlsx"
				? streamXlsx({ name: logSheetName(language), columns }, cells, language)
				: streamCsv(
						columns.map(({ head }) => head),
						cells,
						language,
					);
		await pipeline(file, response);
	},
});

/** What was filtered by, as it was asked for. */
function filterWritten(address: string): string {
	const query = new URL(address, "http://service").searchParams;
	query.delete("format");
	query.delete("lang");
	return String(query).slice(0, 2_000);
}

async function* cellsOf(
	ctx: Pick<Context, "database" | "rotas" | "config">,
	pages: AsyncIterable<readonly LogRow[]>,
	language: Language,
): AsyncGenerator<readonly StreamedCell[]> {
	const subjects = await allSubjects(ctx.database);
	for await (const page of pages)
		for (const row of page) {
			const zone = ctx.rotas.current(row.line)?.rota.zone ?? "utc";
			const local = (at: Date) => DateTime.fromJSDate(at, { zone });
			yield logSheetRow(
				{
					...row,
					openedAt: local(row.openedAt),
					dueAt: row.dueAt && local(row.dueAt),
				},
				{ language, subjects, lines: ctx.config.lines },
			);
		}
}
