import type { Context } from "../context.ts";
import { tellOfTicket } from "./tell-of-ticket.ts";
import {
	atTicket,
	enterDeed,
	type TicketChange,
	type TicketResult,
} from "./ticket-at-work.ts";

/** There is more to do after all: whoever had the ticket is to have it again. One that was merged stands by itself again. */
export async function reopenTicket(
	ctx: Context,
	change: TicketChange & { readonly reason: string },
): Promise<TicketResult> {
	return atTicket(ctx, "reopen", change, ({ ticket, at, transaction }) => {
		const { number, line, mergedInto } = ticket;
		return {
			action: "ticket-reopened",
			patch: {
				status: ticket.assignee ? "assigned" : "new",
				acknowledgedAt: null,
				acknowledgedBy: null,
				underWayAt: null,
				onSiteAt: null,
				doneAt: null,
				closedAt: null,
				mergedInto: null,
			},
			afterwards: async () => {
				if (mergedInto !== null)
					await enterDeed(ctx, transaction, {
						...change,
						ticket: { number: mergedInto, line },
						at,
						action: "ticket-separated",
						before: { merged: number },
					});
				if (ticket.assignee)
					await tellOfTicket(ctx, transaction, {
						ticketId: ticket.id,
						event: "assigned",
						by: change.by,
					});
			},
		};
	});
}
