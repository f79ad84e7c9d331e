import { z } from "zod";
import { ticketsPage } from "../../database/ticket-list.ts";
import { callerNumber } from "./caller-number.ts";
import { jsonEndpoint } from "./endpoint.ts";
import { logQuery, pageQuery, ticketsMeant } from "./log-query.ts";
import { ticket, tickets } from "./shapes.ts";
import { knownTicket, ticketNumber } from "./ticket-views.ts";

export const ticketsEndpoint = jsonEndpoint({
	path: "/tickets",
	summary: "Tickets, newest first, a page at a time",
	permission: "see tickets",
	query: {
		...pageQuery,
		caller: z
			.string()
			.max(64)
			.regex(/^\P{Cc}*[\p{L}\d]\P{Cc}*$/u)
			.optional()
			.meta({ description: "A number in any writing" }),
		...logQuery,
	},
	answers: tickets,
	handle: (ctx, { query, language }) => {
		const meant = ticketsMeant(ctx, query);
		return ticketsPage(ctx.database, {
			...meant,
			caller:
				query.caller === undefined
					? meant.caller
					: callerNumber(query.caller, ctx.config),
			limit: query.limit,
			cursor: query.cursor,
			language,
		});
	},
});

export const ticketEndpoint = jsonEndpoint({
	path: "/tickets/{number}",
	summary: "One ticket with everything that happened to it",
	permission: "see tickets",
	parameters: { number: ticketNumber },
	answers: ticket,
	refuses: { 404: "There is no such ticket" },
	handle: (ctx, { parameters, language }) =>
		knownTicket(ctx, parameters.number, language),
});
