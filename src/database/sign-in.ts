import type { DateTime } from "luxon";
import { QueryTypes, type Sequelize, type Transaction } from "sequelize";
import { secretHash } from "./tokens.ts";

export interface Session {
	readonly role: string;
	readonly expiresAt: Date;
}

/** The session that the secret opens; null when unknown or over. */
export async function sessionOf(
	database: Sequelize,
	secret: string,
	now: DateTime,
): Promise<Session | null> {
	const [session] = await database.query<Session>(
		`select role, expires_at as "expiresAt" from sessions
		where token_hash = $1 and expires_at > $2`,
		{
			bind: [secretHash(secret), now.toJSDate()],
			type: QueryTypes.SELECT,
		},
	);
	return session ?? null;
}

/** Uses the link up: its role the first time, null ever after or when it is too old. */
export async function takeSignInLink(
	database: Sequelize,
	link: string,
	now: DateTime,
	transaction: Transaction,
): Promise<string | null> {
	const [taken] = await database.query<{ role: string }>(
		`update sign_in_links set used_at = $2
		where token_hash = $1 and used_at is null and expires_at > $2
		returning role`,
		{
			bind: [secretHash(link), now.toJSDate()],
			type: QueryTypes.SELECT,
			transaction,
		},
	);
	return taken?.role ?? null;
}

export async function addSession(
	database: Sequelize,
	session: {
		readonly secret: string;
		readonly role: string;
		readonly createdAt: DateTime;
		readonly expiresAt: DateTime;
	},
	transaction: Transaction,
): Promise<void> {
	await database.query(
		`insert into sessions (token_hash, role, created_at, expires_at)
		values ($1, $2, $3, $4)`,
		{
			bind: [
				secretHash(session.secret),
				session.role,
				session.createdAt.toJSDate(),
				session.expiresAt.toJSDate(),
			],
			type: QueryTypes.INSERT,
			transaction,
		},
	);
}

export async function removeSession(
	database: Sequelize,
	secret: string,
): Promise<void> {
	await database.query("delete from sessions where token_hash = $1", {
		bind: [secretHash(secret)],
		type: QueryTypes.DELETE,
	});
}
