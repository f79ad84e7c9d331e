import type { Context } from "../context.ts";
import { tellOfTicket } from "./tell-of-ticket.ts";
import {
	atTicket,
	type TicketChange,
	type TicketResult,
} from "./ticket-at-work.ts";
import { whoHasIt } from "./who-has-ticket.ts";

/** "On my way": whoever says so of a ticket that nobody had has it. */
export async function startTicket(
	ctx: Context,
	change: TicketChange,
): Promise<TicketResult> {
	return atTicket(ctx, "start", change, ({ ticket, at, transaction }) => ({
		action: "ticket-started",
		patch: {
			...whoHasIt(ticket, change.by, at),
			status: "under-way",
			underWayAt: at,
		},
		afterwards: () =>
			tellOfTicket(ctx, transaction, {
				ticketId: ticket.id,
				event: "under-way",
				by: change.by,
			}),
	}));
}
