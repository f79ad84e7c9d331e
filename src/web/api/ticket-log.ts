import { findTickets } from "../../database/found-tickets.ts";
import {
	type LogRow,
	logRows,
	logSummary,
	mostCounted,
} from "../../database/ticket-log.ts";
import { jsonEndpoint } from "./endpoint.ts";
import { logQuery, pageQuery, ticketsMeant } from "./log-query.ts";
import {
	type TicketLogRow,
	ticketLog,
	ticketLogSummary,
} from "./ticket-log-shapes.ts";

export const ticketLogEndpoint = jsonEndpoint({
	path: "/ticket-log",
	summary: "Rows of the log, newest first, a page at a time",
	permission: "see tickets",
	query: { ...pageQuery, ...logQuery },
	answers: ticketLog,
	handle: async (ctx, { query }) => {
		const { ids, next } = await findTickets(
			ctx.database,
			ticketsMeant(ctx, query),
			query,
		);
		const rows = await logRows(ctx.database, ids);
		return { tickets: rows.map(rowView), next };
	},
});

export const ticketLogSummaryEndpoint = jsonEndpoint({
	path: "/ticket-log/summary",
	summary: "How many tickets wait: for anybody, for their end, past their time",
	permission: "see tickets",
	query: { line: logQuery.line },
	answers: ticketLogSummary,
	handle: async (ctx, { query }) => ({
		...(await logSummary(ctx.database, {
			line: query.line ?? null,
			now: ctx.clock.now(),
		})),
		most: mostCounted,
	}),
});

function rowView(row: LogRow): TicketLogRow {
	return {
		...row,
		labels: [...row.labels],
		openedAt: row.openedAt.toISOString(),
		dueAt: row.dueAt?.toISOString() ?? null,
		missedCallAt: row.missedCallAt?.toISOString() ?? null,
	};
}
