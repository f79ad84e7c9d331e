import { QueryTypes, type Sequelize, type Transaction } from "sequelize";
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

/** Returns when the session ends by itself. */
export async function addSession(
	database: Sequelize,
	session: {
		readonly secret: string;
		readonly role: string;
		readonly days: number;
	},
	transaction: Transaction,
): Promise<Date> {
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
