import { z } from "zod";
import { acknowledgeTicket } from "../../actions/acknowledge-ticket.ts";
import type { Context } from "../../context.ts";
import { ticketByNumber, ticketsPage } from "../../database/tickets.ts";
import type { Language } from "../../domain/language.ts";
import { ticketStatuses } from "../../domain/ticket/ticket.ts";
import { Refusal } from "../refusal.ts";
import { noSuchTicket, refusals } from "../words.ts";
import { callerNumber } from "./caller-number.ts";
import { jsonEndpoint } from "./endpoint.ts";
import { instantParameter } from "./instant.ts";
import { ticket, tickets } from "./shapes.ts";

const wholeNumber = z
	.string()
	.regex(/^\d{1,3}$/)
	.transform(Number);

const number = z.string().meta({ examples: ["2026-000123"] });

export const ticketsEndpoint = jsonEndpoint({
	path: "/tickets",
	summary: "Tickets, newest first, a page at a time",
	permission: "see tickets",
	query: {
		limit: wholeNumber
			.pipe(z.int().min(1).max(200))
			.default(50)
			.meta({ description: "At most so many, 1 to 200; default 50" }),
		cursor: z
			.string()
			.regex(/^[\w-]{1,200}$/)
			.optional()
			.meta({ description: "`next` of the page before" }),
		caller: z
			.string()
			.max(64)
			.regex(/^\P{Cc}*[\p{L}\d]\P{Cc}*$/u)
			.optional()
			.meta({ description: "A number in any writing" }),
		from: instantParameter.optional(),
		to: instantParameter.optional(),
		status: z.enum(ticketStatuses).optional(),
	},
	answers: tickets,
	handle: (ctx, { query, language }) => {
		const caller =
			query.caller === undefined
				? undefined
				: callerNumber(query.caller, ctx.config);
		return ticketsPage(ctx.database, { ...query, caller, language });
	},
});

export const ticketEndpoint = jsonEndpoint({
	path: "/tickets/{number}",
	summary: "One ticket with everything that happened to it",
	permission: "see tickets",
	parameters: { number },
	answers: ticket,
	refuses: { 404: "There is no such ticket" },
	handle: (ctx, { parameters, language }) =>
		knownTicket(ctx, parameters.number, language),
});

export const acknowledgeEndpoint = jsonEndpoint({
	method: "post",
	path: "/tickets/{number}/acknowledge",
	summary: "“I have it”: alarms about the ticket end",
	permission: "acknowledge tickets",
	parameters: { number },
	answers: ticket,
	refuses: {
		404: "There is no such ticket",
		409: "Somebody else has acknowledged it, or it is closed",
	},
	handle: async (ctx, { parameters, asker, language }) => {
		const { number: acknowledged } = await knownTicket(
			ctx,
			parameters.number,
			language,
		);
		const result = await acknowledgeTicket(ctx, {
			number: acknowledged,
			by: asker.name,
			role: asker.role,
		});
		if (result.kind === "refused") {
			const why =
				result.because === "already-acknowledged"
					? refusals.alreadyAcknowledged
					: refusals.cannotBeAcknowledged;
			throw new Refusal(409, why, language);
		}
		return knownTicket(ctx, acknowledged, language);
	},
});

async function knownTicket(ctx: Context, number: string, language: Language) {
	const found = /^\d{4}-\d{6,18}$/.test(number)
		? await ticketByNumber(ctx.database, number, { language })
		: null;
	if (!found)
		throw new Refusal(404, noSuchTicket(number.slice(0, 40)), language);
	return found;
}
