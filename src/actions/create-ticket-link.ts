import { randomUUID } from "node:crypto";
import type { DateTime } from "luxon";
import type { Transaction } from "sequelize";
import type { Context } from "../context.ts";
import { auditEntry } from "../database/audit.ts";
import { addTicketLink } from "../database/ticket-links.ts";
import type { PersonId } from "../domain/rota/rota.ts";
import { linkHours } from "../domain/ticket/ticket-link.ts";
import { shortSecret } from "./random-secret.ts";

export interface LinkWanted {
	readonly ticketId: string;
	/** Of the ticket. */
	readonly line: string;
	/** Of the line's rota; left out for somebody who is only told. */
	readonly person?: PersonId;
	/** As others know them: what is done by the link is done by them. */
	readonly name: string;
	/** The phone that it is sent to, E.164. */
	readonly phone: string;
	readonly at: DateTime;
}

/**
 * Makes somebody's own link to one ticket, and gives its address: it opens that ticket, or the one that it has become a part of, and nothing
 * else, for 72 hours and at most a day after the ticket is closed. Its secret is in the address and nowhere else, so each call makes
 * another link: ask for one only for a message that is about to be written.
 */
export async function linkFor(
	ctx: Pick<Context, "database"> & { config: { publicUrl: string } },
	transaction: Transaction,
	{ at, person, ...wanted }: LinkWanted,
): Promise<string> {
	const secret = shortSecret();
	const number = await addTicketLink(ctx.database, transaction, {
		...wanted,
		id: randomUUID(),
		secret,
		person: person ?? null,
		at,
		expiresAt: at.plus({ hours: linkHours }),
	});
	await auditEntry(ctx.database, transaction, {
		at,
		actor: `line:${wanted.line}`,
		action: "ticket-link-created",
		subject: { kind: "ticket", id: number },
		after: { for: wanted.name },
	});
	return `${ctx.config.publicUrl}/t/${secret}`;
}
