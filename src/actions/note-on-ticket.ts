import { addNote, isNoteThere } from "../database/ticket-notes.ts";
import { idOfSent, type Sent } from "./sent-once.ts";
import {
	atTicket,
	type TicketChange,
	type TicketContext,
	type TicketResult,
} from "./ticket-at-work.ts";

/** Writes down what somebody knows about the ticket, whatever its status; what comes twice with one key is there once. */
export async function noteOnTicket(
	ctx: TicketContext,
	{
		body,
		key,
		...change
	}: TicketChange & Pick<Sent, "key"> & { readonly body: string },
): Promise<TicketResult> {
	const { number } = change;
	const by = change.by.name;
	const id = idOfSent({ number, by, key });
	// Before anything can be refused: somebody else may have the ticket since it came.
	if (await isNoteThere(ctx.database, id)) return { kind: "changed", number };
	return atTicket(ctx, "note", change, async ({ ticket, at, transaction }) => {
		if (await isNoteThere(ctx.database, id, transaction)) return null;
		await addNote(ctx.database, transaction, {
			id,
			ticketId: ticket.id,
			at,
			by,
			body,
		});
		return { action: "ticket-noted", patch: {}, after: { note: id } };
	});
}
