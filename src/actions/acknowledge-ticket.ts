import type { Context } from "../context.ts";
import { auditEntry } from "../database/audit.ts";
import { notifyOfChange } from "../database/changes.ts";
import { lockTicket, saveAcknowledgement } from "../database/tickets.ts";
import type { Role } from "../domain/role.ts";

export interface Acknowledgement {
	/** Of the ticket. */
	readonly number: string;
	/** Who says "I have it", as others know them. */
	readonly by: string;
	readonly role: Role;
}

export type AcknowledgeResult =
	| { readonly kind: "acknowledged" }
	| {
			readonly kind: "refused";
			readonly because: "no-such-ticket" | "already-acknowledged" | "closed";
	  };

/** Somebody has the ticket: alarms about it end. Only the first one to say so has it. */
export async function acknowledgeTicket(
	ctx: Pick<Context, "database" | "clock">,
	{ number, by, role }: Acknowledgement,
): Promise<AcknowledgeResult> {
	const { database, clock } = ctx;
	return database.transaction(async (transaction) => {
		const ticket = await lockTicket(database, transaction, number);
		if (!ticket) return { kind: "refused", because: "no-such-ticket" };
		if (ticket.status === "closed")
			return { kind: "refused", because: "closed" };
		if (ticket.status !== "new")
			return { kind: "refused", because: "already-acknowledged" };
		const at = clock.now();
		await saveAcknowledgement(database, transaction, { number, by, at });
		await auditEntry(database, transaction, {
			at,
			actor: by,
			action: "ticket-acknowledged",
			subject: { kind: "ticket", id: number },
			before: { status: ticket.status },
			after: { status: "acknowledged", role },
		});
		await notifyOfChange(database, transaction, {
			kind: "ticket-changed",
			number,
			line: ticket.line,
		});
		return { kind: "acknowledged" };
	});
}
