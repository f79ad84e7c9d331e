import {
	atTicket,
	type TicketChange,
	type TicketContext,
	type TicketResult,
} from "./ticket-at-work.ts";

/** Nothing more is to come of the ticket, whether or not anything was done. */
export async function closeTicket(
	ctx: TicketContext,
	change: TicketChange,
): Promise<TicketResult> {
	return atTicket(ctx, "close", change, ({ at }) => ({
		action: "ticket-closed",
		patch: { status: "closed", closedAt: at, missedCallAt: null },
	}));
}
