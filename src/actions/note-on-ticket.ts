import { addNote } from "../database/ticket-notes.ts";
import {
	atTicket,
	type TicketChange,
	type TicketContext,
	type TicketResult,
} from "./ticket-at-work.ts";

/** Writes down what somebody knows about the ticket, whatever its status. */
export async function noteOnTicket(
	ctx: TicketContext,
	{ body, ...change }: TicketChange & { readonly body: string },
): Promise<TicketResult> {
	return atTicket(ctx, "note", change, async ({ ticket, at, transaction }) => {
		const note = await addNote(ctx.database, transaction, {
			ticketId: ticket.id,
			at,
			by: change.by.name,
			body,
		});
		return { action: "ticket-noted", patch: {}, after: { note } };
	});
}
