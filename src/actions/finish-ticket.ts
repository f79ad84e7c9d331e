import { randomUUID } from "node:crypto";
import type { Context } from "../context.ts";
import { addNote } from "../database/ticket-notes.ts";
import { tellOfTicket } from "./tell-of-ticket.ts";
import {
	atTicket,
	type TicketChange,
	type TicketResult,
} from "./ticket-at-work.ts";
import { whoHasIt } from "./who-has-ticket.ts";

/** The work is finished; what was done can be told in a note. */
export async function finishTicket(
	ctx: Context,
	{ note, ...change }: TicketChange & { readonly note?: string | undefined },
): Promise<TicketResult> {
	return atTicket(
		ctx,
		"finish",
		change,
		async ({ ticket, at, transaction }) => {
			const id = randomUUID();
			if (note)
				await addNote(ctx.database, transaction, {
					id,
					ticketId: ticket.id,
					at,
					by: change.by.name,
					body: note,
				});
			return {
				action: "ticket-finished",
				patch: {
					...whoHasIt(ticket, change.by, at),
					status: "done",
					doneAt: at,
				},
				...(note ? { after: { note: id } } : {}),
				afterwards: () =>
					tellOfTicket(ctx, transaction, {
						ticketId: ticket.id,
						event: "done",
						by: change.by,
					}),
			};
		},
	);
}
