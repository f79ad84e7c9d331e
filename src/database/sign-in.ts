import { QueryTypes, type Sequelize, type Transaction } from "sequelize";
import { type AuditEntry, auditEntry } from "./audit.ts";
import { secretHash } from "./tokens.ts";

/*
 * Links and sessions run out by the database's own clock: the service's clock can be moved in the demonstration, and
 * nobody should be thrown out by that.
 */

export interface Session {
	readonly role: string;
	readonly expiresAt: Date;
}

/** The session that the secret opens; null when unknown or over. */
export async function sessionOf(
	database: Sequelize,
	secret: string,
): Promise<Session | null> {
	const [session] = await database.query<Session>(
		`select role, expires_at as "expiresAt" from sessions
		where token_hash = $1 and expires_at > now()`,
		{ bind: [secretHash(secret)], type: QueryTypes.SELECT },
	);
	return session ?? null;
}

/** Keeps a new link's hash; links that have been too old for a day are taken away. */
export async function addSignInLink(
	database: Sequelize,
	link: {
		readonly secret: string;
		readonly role: string;
		readonly minutes: number;
	},
	transaction: Transaction,
	audit: AuditEntry,
): Promise<void> {
	await database.query(
		"delete from sign_in_links where expires_at < now() - interval '1 day'",
		{ transaction },
	);
	await database.query(
		`insert into sign_in_links (token_hash, role, created_at, expires_at)
		values ($1, $2, now(), now() + make_interval(mins => $3))`,
		{ bind: [secretHash(link.secret), link.role, link.minutes], transaction },
	);
	await auditEntry(database, transaction, audit);
}

/** Uses the link up: its role the first time, null ever after or when it is too old. */
export async function takeSignInLink(
	database: Sequelize,
	link: string,
	transaction: Transaction,
): Promise<string | null> {
	const [taken] = await database.query<{ role: string }>(
		`update sign_in_links set used_at = now()
		where token_hash = $1 and used_at is null and expires_at > now()
		returning role`,
		{ bind: [secretHash(link)], type: QueryTypes.SELECT, transaction },
	);
	return taken?.role ?? null;
}

/** Returns when the session ends by itself; sessions that are over are taken away. */
export async function addSession(
	database: Sequelize,
	session: {
		readonly secret: string;
		readonly role: string;
		readonly days: number;
	},
	transaction: Transaction,
	audit: AuditEntry,
): Promise<Date> {
	await database.query("delete from sessions where expires_at < now()", {
		transaction,
	});
	const [added] = await database.query<{ expiresAt: Date }>(
		`insert into sessions (token_hash, role, created_at, expires_at)
		values ($1, $2, now(), now() + make_interval(days => $3))
		returning expires_at as "expiresAt"`,
		{
			bind: [secretHash(session.secret), session.role, session.days],
			type: QueryTypes.SELECT,
			transaction,
		},
	);
	if (!added) throw new Error("The session was not stored");
	await auditEntry(database, transaction, audit);
	return added.expiresAt;
}

/** Nothing happens when there is no such session. */
export async function removeSession(
	database: Sequelize,
	secret: string,
): Promise<void> {
	await database.query("delete from sessions where token_hash = $1", {
		bind: [secretHash(secret)],
		type: QueryTypes.DELETE,
	});
}
