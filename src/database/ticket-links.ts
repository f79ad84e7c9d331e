import type { DateTime } from "luxon";
import { QueryTypes, type Sequelize, type Transaction } from "sequelize";
import type { PersonId } from "../domain/rota/rota.ts";
import type { LinkStanding } from "../domain/ticket/ticket-link.ts";
import { secretHash } from "./tokens.ts";

export interface NewTicketLink {
	readonly id: string;
	readonly secret: string;
	readonly ticketId: string;
	readonly line: string;
	readonly person: PersonId | null;
	readonly name: string;
	/** E.164. */
	readonly phone: string;
	readonly at: DateTime;
	readonly expiresAt: DateTime;
}

/** Keeps the hash of a new link's secret, and gives the number of its ticket. */
export async function addTicketLink(
	database: Sequelize,
	transaction: Transaction,
	link: NewTicketLink,
): Promise<string> {
	const [row] = await database.query<{ number: string }>(
		`with added as (
			insert into ticket_links (id, secret_hash, ticket_id, line, person, name, phone, created_at, expires_at)
			values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning ticket_id
		)
		select number from tickets join added on added.ticket_id = tickets.id`,
		{
			bind: [
				link.id,
				secretHash(link.secret),
				link.ticketId,
				link.line,
				link.person,
				link.name,
				link.phone,
				link.at.toJSDate(),
				link.expiresAt.toJSDate(),
			],
			type: QueryTypes.SELECT,
			transaction,
		},
	);
	if (!row) throw new Error(`There is no ticket ${link.ticketId} to link to`);
	return row.number;
}

/** A link as its holder brings it, with the ticket that it opens now. */
export interface HeldTicketLink extends LinkStanding {
	/** Of the ticket that it opens: the one that its own became a part of, where it did. */
	readonly ticketId: string;
	readonly number: string;
	/** The number of its own ticket. */
	readonly sentFor: string;
	readonly line: string;
	readonly person: PersonId | null;
	readonly name: string;
	/** E.164. */
	readonly phone: string;
	/** Who has the ticket now. */
	readonly assigneePerson: PersonId | null;
	readonly assigneeName: string | null;
	/** Since when a call waits that nobody took. */
	readonly missedCallAt: Date | null;
}

/** Whose link it is and what it opens, also when it is over; null when nobody ever made it. */
export async function heldTicketLink(
	database: Sequelize,
	secret: string,
): Promise<HeldTicketLink | null> {
	const [link] = await database.query<HeldTicketLink>(
		`with recursive way (id, merged_into, step) as (
			select tickets.id, tickets.merged_into, 0
				from tickets join ticket_links on ticket_links.ticket_id = tickets.id where secret_hash = $1
			union all
			select tickets.id, tickets.merged_into, step + 1
				from tickets join way on way.merged_into = tickets.id where step < 20
		)
		select tickets.id as "ticketId", tickets.number, (select number from tickets where id = ticket_id) as "sentFor",
			ticket_links.line, person, name, phone,
			assignee_person as "assigneePerson", assignee_name as "assigneeName", missed_call_at as "missedCallAt", expires_at as "expiresAt", revoked_at as "revokedAt", tickets.closed_at as "closedAt"
		from ticket_links, way join tickets on tickets.id = way.id
		where secret_hash = $1 order by way.step desc limit 1`,
		{ bind: [secretHash(secret)], type: QueryTypes.SELECT },
	);
	return link ?? null;
}

/** A link that may still open a ticket, as the ticket's page tells of it. */
export interface StandingTicketLink extends LinkStanding {
	readonly id: string;
	readonly line: string;
	readonly person: PersonId | null;
	readonly name: string;
	/** E.164. */
	readonly phone: string;
	readonly createdAt: Date;
}

/** The ticket and all that became a part of it: their links open it. */
const parts = `with recursive parts (id, step) as (
	select $1::uuid, 0
	union all
	select tickets.id, step + 1 from tickets join parts on tickets.merged_into = parts.id where step < 20
)`;

/** Those that nobody has ended and that expire later than this, the newest first. */
export async function standingLinksTo(
	database: Sequelize,
	ticketId: string,
	at: DateTime,
	transaction: Transaction | null = null,
): Promise<StandingTicketLink[]> {
	return database.query<StandingTicketLink>(
		`${parts}
		select ticket_links.id, ticket_links.line, person, name, phone, ticket_links.created_at as "createdAt",
			expires_at as "expiresAt", revoked_at as "revokedAt", whole.closed_at as "closedAt"
		from ticket_links join parts on ticket_links.ticket_id = parts.id join tickets whole on whole.id = $1::uuid
		where revoked_at is null and expires_at > $2 and whole.merged_into is null
		order by ticket_links.created_at desc, ticket_links.id`,
		{
			...{ bind: [ticketId, at.toJSDate()], transaction },
			type: QueryTypes.SELECT,
		},
	);
}

/** From now on they open nothing. */
export async function revokeLinks(
	database: Sequelize,
	transaction: Transaction,
	ids: readonly string[],
	at: DateTime,
): Promise<void> {
	await database.query(
		"update ticket_links set revoked_at = $2 where id = any ($1::uuid[])",
		{ bind: [ids, at.toJSDate()], transaction },
	);
}
