import type { Context } from "../context.ts";
import { auditEntry } from "../database/audit.ts";
import {
	type CallsOfSpan,
	callNumbers,
	callsByHour,
	callsByPerson,
} from "../database/call-numbers.ts";
import type { NumbersShown } from "../domain/numbers/number-sheets.ts";

/** The numbers of a span, to leave the service; that somebody took them out is on record. */
export async function exportNumbers(
	ctx: Pick<Context, "database" | "clock">,
	asked: CallsOfSpan,
	{ by, format }: { readonly by: string; readonly format: string },
): Promise<NumbersShown> {
	const { database } = ctx;
	const shown = {
		all: await callNumbers(database, asked),
		hours: await callsByHour(database, asked),
		people: await callsByPerson(database, asked),
	};
	await database.transaction((transaction) =>
		auditEntry(database, transaction, {
			at: ctx.clock.now(),
			actor: by,
			action: "numbers-exported",
			subject: { kind: "line", id: asked.line ?? "all" },
			after: {
				from: asked.span.from.toUTC().toISO(),
				to: asked.span.to.toUTC().toISO(),
				format,
			},
		}),
	);
	return shown;
}
