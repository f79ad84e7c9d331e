import { z } from "zod";
import { readShifts } from "../../calendar-document/read-shifts.ts";
import { rotaDraft } from "../../database/rota-drafts.ts";
import { askerKey } from "../asker.ts";
import { Refusal } from "../refusal.ts";
import * as shapes from "./calendar-shapes.ts";
import { calendarRefusals } from "./calendar-words.ts";
import { jsonEndpoint } from "./endpoint.ts";
import { knownRota, line } from "./rotas.ts";

export const readShiftsEndpoint = jsonEndpoint({
	method: "post",
	path: "/rotas/{line}/read-shifts",
	summary:
		"Reads shifts from a file (.ics, .csv or .xlsx) and tells what is wrong with each row; nothing is kept",
	permission: "edit the rota",
	parameters: { line },
	query: { duty: z.string().min(1).max(200).optional() },
	upload: {
		kind: "file",
		mediaType: "application/octet-stream",
		what: "The file as it is",
		limit: "5mb",
	},
	answers: shapes.readShifts,
	refuses: { 404: "No such line or duty" },
	handle: async (ctx, { parameters, query, asker, request, language }) => {
		const known = await knownRota(ctx, parameters.line, undefined, language);
		const draft = await rotaDraft(ctx.database, known.line, askerKey(asker));
		const rota = draft?.rota ?? known.rota;
		if (query.duty !== undefined && !Object.hasOwn(rota.duties, query.duty))
			throw new Refusal(404, calendarRefusals.noSuchDuty, language);
		const now = ctx.clock.now();
		const bytes = Buffer.isBuffer(request.body)
			? request.body
			: Buffer.alloc(0);
		const { rows, shifts, problems } = await readShifts(bytes, rota, {
			from: now.minus({ years: 1 }).toMillis(),
			to: now.plus({ years: 2 }).toMillis(),
		});
		return { rows: [...rows], shifts: [...shifts], problems: [...problems] };
	},
});
