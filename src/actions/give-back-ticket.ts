import type { Context } from "../context.ts";
import { tellOfTicket } from "./tell-of-ticket.ts";
import {
	atTicket,
	type TicketChange,
	type TicketResult,
} from "./ticket-at-work.ts";

/** Whoever had the ticket has it no longer: others are told, and reminded until somebody acknowledges it. */
export async function giveBackTicket(
	ctx: Context,
	change: TicketChange & { readonly reason: string },
): Promise<TicketResult> {
	return atTicket(ctx, "give-back", change, ({ ticket, at, transaction }) => ({
		action: "ticket-given-back",
		patch: {
			status: "new",
			assignee: null,
			acknowledgedAt: null,
			acknowledgedBy: null,
			underWayAt: null,
			onSiteAt: null,
			missedCallAt: ticket.missedCallAt ?? at,
		},
		afterwards: () =>
			tellOfTicket(ctx, transaction, {
				ticketId: ticket.id,
				event: "given-back",
				by: change.by,
			}),
	}));
}
