import { pipeline } from "node:stream/promises";
import { z } from "zod";
import { exportStandbyPay } from "../../actions/export-standby-pay.ts";
import { paySheets } from "../../domain/fairness/pay-sheets.ts";
import type { StandbyPay } from "../../domain/fairness/standby-pay.ts";
import { writeCsv } from "../../spreadsheet/csv.ts";
import { writeXlsx } from "../../spreadsheet/xlsx.ts";
import { otherEndpoint } from "./endpoint.ts";
import { dutyParameter, nightParameter } from "./fairness.ts";
import type { standbyPayAnswer } from "./fairness-shapes.ts";
import { isoInstant } from "./instant.ts";
import { localDateParameter, spanWritten } from "./local-time.ts";
import { knownRota, line } from "./rotas.ts";

export const standbyPayEndpoint = otherEndpoint({
	path: "/rotas/{line}/standby-pay",
	summary:
		"Standby hours a person by sort of day, day and night, and call-outs; as CSV, XLSX or JSON, by the rotas as they held",
	permission: "export standby pay",
	parameters: { line },
	query: {
		from: localDateParameter,
		to: localDateParameter,
		night: nightParameter,
		duty: dutyParameter,
		format: z.enum(["csv", "xlsx", "json"]).default("csv"),
	},
	refuses: { 404: "No such line" },
	mediaType: "text/csv",
	what: "The rows; with `format` also XLSX (with a second sheet of the call-outs) or JSON",
	handle: async (ctx, { parameters, query, asker, language, response }) => {
		const { rota } = await knownRota(ctx, parameters.line, undefined, language);
		const span = spanWritten(query, rota.zone, language);
		const { night, format } = query;
		const pay = await exportStandbyPay(ctx, {
			...{ line: rota.line, span, night, format },
			duty: query.duty ?? null,
			by: asker.name,
		});
		if (format === "json") {
			response.json({
				...{ from: isoInstant(span.from), to: isoInstant(span.to) },
				line: rota.line,
				night: `${night.start}-${night.end}`,
				...payView(pay),
			} satisfies z.input<typeof standbyPayAnswer>);
			return;
		}
		const days = [span.from, span.to].map((at) => at.toISODate()).join("-");
		response.attachment(`standby-${rota.line}-${days}.${format}`);
		const sheets = paySheets(pay, rota.zone, language);
		if (format === "xlsx")
			response.send(await writeXlsx([sheets.hours, sheets.callOuts]));
		else await pipeline(writeCsv(sheets.hours, language), response);
	},
});

function payView({ rows, callOuts }: StandbyPay) {
	return {
		rows: [...rows],
		callOuts: callOuts.map((call) => ({ ...call, at: isoInstant(call.at) })),
	};
}
