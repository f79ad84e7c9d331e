import type { Context } from "../context.ts";
import { tellOfTicket } from "./tell-of-ticket.ts";
import {
	atTicket,
	type TicketChange,
	type TicketResult,
} from "./ticket-at-work.ts";
import { whoHasIt } from "./who-has-ticket.ts";

/** "I am there", whether or not they said before that they were on the way. */
export async function arriveAtTicket(
	ctx: Context,
	change: TicketChange,
): Promise<TicketResult> {
	return atTicket(ctx, "arrive", change, ({ ticket, at, transaction }) => ({
		action: "ticket-arrived",
		patch: {
			...whoHasIt(ticket, change.by, at),
			status: "under-way",
			underWayAt: ticket.underWayAt ?? at,
			onSiteAt: at,
		},
		afterwards: async () => {
			if (ticket.status !== "under-way")
				await tellOfTicket(ctx, transaction, {
					ticketId: ticket.id,
					event: "under-way",
					by: change.by,
				});
		},
	}));
}
