import type { Context } from "../context.ts";
import { auditEntry } from "../database/audit.ts";
import { notifyOfChange } from "../database/changes.ts";
import { lockTicket } from "../database/ticket-life.ts";
import { revokeLinks, standingLinksTo } from "../database/ticket-links.ts";
import { isSameHolder } from "../domain/ticket/ticket-link.ts";

/**
 * Ends a personal link to a ticket, and every other that the same person holds to it: none of them opens anything any more. A message
 * that is written later brings another.
 *
 * @returns false when there is no such link, or it is over already.
 */
export async function endTicketLink(
	{ database, clock }: Pick<Context, "database" | "clock">,
	asked: { readonly number: string; readonly id: string; readonly by: string },
): Promise<boolean> {
	const { number, id, by } = asked;
	return database.transaction(async (transaction) => {
		const at = clock.now();
		const ticket = await lockTicket(database, transaction, number);
		if (!ticket) return false;
		const links = await standingLinksTo(database, ticket.id, at, transaction);
		const meant = links.find((link) => link.id === id);
		if (!meant) return false;
		const theirs = links.filter((link) => isSameHolder(link, meant));
		const ids = theirs.map((link) => link.id);
		await revokeLinks(database, transaction, ids, at);
		await auditEntry(database, transaction, {
			...{ at, actor: by, action: "ticket-link-ended" },
			subject: { kind: "ticket", id: number },
			before: { for: meant.name, links: ids.length },
		});
		await notifyOfChange(database, transaction, {
			...{ kind: "ticket-changed", number, line: ticket.line },
		});
		return true;
	});
}
