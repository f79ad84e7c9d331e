import { pipeline } from "node:stream/promises";
import { z } from "zod";
import { exportNumbers } from "../../actions/export-numbers.ts";
import type { Context } from "../../context.ts";
import {
	type CallsOfSpan,
	callNumbers,
	callsByHour,
	callsByPerson,
} from "../../database/call-numbers.ts";
import type { Language } from "../../domain/language.ts";
import { numberSheets } from "../../domain/numbers/number-sheets.ts";
import { spanBefore } from "../../domain/numbers/number-span.ts";
import { writeCsv } from "../../spreadsheet/csv.ts";
import { writeXlsx } from "../../spreadsheet/xlsx.ts";
import { Refusal } from "../refusal.ts";
import { jsonEndpoint, otherEndpoint } from "./endpoint.ts";
import { isoInstant } from "./instant.ts";
import { localDateParameter, spanWritten } from "./local-time.ts";
import { numbers } from "./number-shapes.ts";
import { noSuchRota } from "./rota-words.ts";
import { line } from "./rotas.ts";

const query = {
	line: line.optional().meta({ description: "Left out: all lines" }),
	from: localDateParameter,
	to: localDateParameter,
};

interface Wanted {
	readonly line?: string | undefined;
	readonly from: string;
	readonly to: string;
}

export const numbersEndpoint = jsonEndpoint({
	path: "/numbers",
	summary:
		"Calls of a span: outcomes, time to answer, by hour and weekday, by who answered; beside the span before",
	permission: "see numbers",
	query,
	answers: numbers,
	refuses: { 404: "No such line" },
	handle: async (ctx, { query: wanted, language }) => {
		const asked = callsAsked(ctx, wanted, language);
		const before = spanBefore(asked.span);
		const { database } = ctx;
		return {
			...{ line: asked.line, zone: asked.zone },
			...spanText(asked.span),
			all: await callNumbers(database, asked),
			before: {
				kind: before.kind,
				...spanText(before.span),
				all: await callNumbers(database, { ...asked, span: before.span }),
			},
			hours: await callsByHour(database, asked),
			people: await callsByPerson(database, asked),
		};
	},
});

export const exportNumbersEndpoint = otherEndpoint({
	path: "/numbers/export",
	summary: "The same numbers for a spreadsheet; taking them out is on record",
	permission: "see numbers",
	query: { ...query, format: z.enum(["csv", "xlsx"]).default("xlsx") },
	refuses: { 404: "No such line" },
	mediaType: "text/csv",
	what: "The figures; with `format=xlsx` also a sheet of the hours and one of the people",
	handle: async (ctx, { query: wanted, asker, language, response }) => {
		const { format } = wanted;
		const asked = callsAsked(ctx, wanted, language);
		const shown = await exportNumbers(ctx, asked, { by: asker.name, format });
		const days = [asked.span.from, asked.span.to].map((at) => at.toISODate());
		response.attachment(`numbers-${days.join("-")}.${format}`);
		const sheets = numberSheets(shown, language);
		if (format === "xlsx") response.send(await writeXlsx(sheets));
		else await pipeline(writeCsv(sheets[0], language), response);
	},
});

/** Days are those of the line's wall clock; of all lines together, the first line's. */
function callsAsked(
	{ config, rotas }: Pick<Context, "config" | "rotas">,
	wanted: Wanted,
	language: Language,
): CallsOfSpan {
	const id = wanted.line ?? null;
	if (id !== null && !config.lines[id])
		throw new Refusal(404, noSuchRota(id.slice(0, 60)), language);
	const first = id ?? Object.keys(config.lines)[0] ?? "";
	const zone = rotas.current(first)?.rota.zone ?? "utc";
	return { line: id, zone, span: spanWritten(wanted, zone, language) };
}

function spanText({ from, to }: CallsOfSpan["span"]) {
	return { from: isoInstant(from), to: isoInstant(to) };
}
