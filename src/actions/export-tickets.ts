import type { Context } from "../context.ts";
import { auditEntry } from "../database/audit.ts";
import { countTickets, findTickets } from "../database/found-tickets.ts";
import type { TicketsMeant } from "../database/ticket-conditions.ts";
import { type LogRow, logRows } from "../database/ticket-log.ts";
import { addressOnRecord } from "../domain/ticket/searched-numbers.ts";

export interface TicketsToExport {
	readonly meant: TicketsMeant;
	/** As whoever asked wrote it, for the record. */
	readonly filter: string;
	/** As what it leaves the service, e.g. `xlsx`. */
	readonly format: string;
	readonly by: string;
}

/**
 * Takes tickets out of the log, newest first, fetched page by page while they are written. Who took out which, and how many, is on
 * record before the first of them leaves.
 */
export async function exportTickets(
	ctx: Pick<Context, "database" | "clock">,
	{ meant, filter, format, by }: TicketsToExport,
): Promise<AsyncIterable<readonly LogRow[]>> {
	const { database } = ctx;
	const at = ctx.clock.now();
	// What comes while it is written would be in the file, and not in the count.
	const until = meant.to && meant.to < at ? meant.to : at;
	const settled = { ...meant, to: until };
	const count = await countTickets(database, settled, null);
	const onRecord = addressOnRecord(filter);
	await database.transaction((transaction) =>
		auditEntry(database, transaction, {
			at,
			actor: by,
			action: "tickets-exported",
			subject: { kind: "tickets", id: onRecord === "" ? "all" : onRecord },
			after: { filter: onRecord, count, format },
		}),
	);
	return pagesOf(ctx, settled);
}

const rowsAtOnce = 1_000;

async function* pagesOf(
	{ database }: Pick<Context, "database">,
	meant: TicketsMeant,
): AsyncGenerator<readonly LogRow[]> {
	let cursor: string | null = null;
	do {
		const page: Awaited<ReturnType<typeof findTickets>> = await findTickets(
			database,
			meant,
			{ limit: rowsAtOnce, cursor },
		);
		yield await logRows(database, page.ids);
		cursor = page.next;
	} while (cursor !== null);
}
