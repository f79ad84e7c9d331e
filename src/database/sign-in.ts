import { QueryTypes, type Sequelize, type Transaction } from "sequelize";
import {
	idleHours,
	type OpenedBy,
	rolesThatMayIdle,
	type Stage,
} from "../domain/account/account.ts";
import type { Role } from "../domain/role.ts";
import { type AuditEntry, auditEntry } from "./audit.ts";
import { secretHash } from "./tokens.ts";

/*
 * Links and sessions run out by the database's own clock: the service's clock can be moved in the demonstration, and
 * nobody should be thrown out by that.
 */

export interface Session {
	readonly id: string;
	readonly account: string;
	readonly email: string;
	readonly name: string;
	readonly role: Role;
	readonly stage: Stage;
	readonly openedBy: OpenedBy;
	readonly isDemo: boolean;
}

/** Where a request comes from, as its sender may see it later. */
export interface Sender {
	readonly address: string | null;
	readonly browser: string | null;
}

const isOpen = `expires_at > now() and disabled_at is null
	and (role = any(string_to_array($2, ',')) or last_seen_at > now() - make_interval(hours => $3))`;
const openBinds = [rolesThatMayIdle.join(","), idleHours] as const;

/** The session that the secret opens; null when unknown or over. That it is used is noted, to the minute. */
export async function sessionOf(
	database: Sequelize,
	secret: string,
	{ isUse }: { readonly isUse: boolean } = { isUse: true },
): Promise<Session | null> {
	const [session] = await database.query<Session>(
		`with found as (
			select sessions.id, account_id as account, email, name, role, stage, opened_by as "openedBy",
				is_demo as "isDemo", last_seen_at
			from sessions join accounts on accounts.id = account_id where token_hash = $1 and ${isOpen}
		), seen as (
			update sessions set last_seen_at = now()
			where $4 and id in (select id from found where last_seen_at < now() - interval '1 minute')
		)
		select id, account, email, name, role, stage, "openedBy", "isDemo" from found`,
		{
			bind: [secretHash(secret), ...openBinds, isUse],
			type: QueryTypes.SELECT,
		},
	);
	return session ?? null;
}

/** Keeps a new link's hash; links that have been too old for a day are taken away. */
export async function addSignInLink(
	database: Sequelize,
	link: {
		readonly secret: string;
		readonly account: string;
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
		`insert into sign_in_links (token_hash, account_id, created_at, expires_at)
		values ($1, $2, now(), now() + make_interval(mins => $3))`,
		{
			bind: [secretHash(link.secret), link.account, link.minutes],
			transaction,
		},
	);
	await auditEntry(database, transaction, audit);
}

/** Uses the link up: its account the first time, null ever after or when it is too old. */
export async function takeSignInLink(
	database: Sequelize,
	link: string,
	transaction: Transaction,
): Promise<string | null> {
	const [taken] = await database.query<{ account: string }>(
		`update sign_in_links set used_at = now()
		where token_hash = $1 and used_at is null and expires_at > now()
		returning account_id as account`,
		{ bind: [secretHash(link)], type: QueryTypes.SELECT, transaction },
	);
	return taken?.account ?? null;
}

/** Returns when the session ends by itself; sessions that are over are taken away. */
export async function addSession(
	database: Sequelize,
	session: {
		readonly id: string;
		readonly secret: string;
		readonly account: string;
		readonly stage: Stage;
		readonly openedBy: OpenedBy;
		readonly minutes: number;
		readonly sender: Sender;
	},
	transaction: Transaction,
): Promise<Date> {
	await database.query("delete from sessions where expires_at < now()", {
		transaction,
	});
	const { id, account, stage, openedBy, minutes, sender } = session;
	const [added] = await database.query<{ expiresAt: Date }>(
		`insert into sessions (token_hash, id, account_id, stage, opened_by, created_at, expires_at, address, browser)
		values ($1, $2, $3, $4, $5, now(), now() + make_interval(mins => $6), $7, $8)
		returning expires_at as "expiresAt"`,
		{
			bind: [
				secretHash(session.secret),
				...[id, account, stage, openedBy, minutes],
				...[sender.address, sender.browser],
			],
			type: QueryTypes.SELECT,
			transaction,
		},
	);
	if (!added) throw new Error("The session was not stored");
	return added.expiresAt;
}

export interface OpenSession {
	readonly id: string;
	readonly openedBy: OpenedBy;
	readonly createdAt: Date;
	readonly lastSeenAt: Date;
	readonly address: string | null;
	readonly browser: string | null;
}

/** The account's sessions that are not over, the one used last first. */
export async function openSessionsOf(
	database: Sequelize,
	account: string,
): Promise<OpenSession[]> {
	return database.query<OpenSession>(
		`select sessions.id, opened_by as "openedBy", sessions.created_at as "createdAt", last_seen_at as "lastSeenAt",
			address, browser
		from sessions join accounts on accounts.id = account_id
		where account_id = $1 and stage <> 'code' and ${isOpen}
		order by last_seen_at desc, sessions.id`,
		{ bind: [account, ...openBinds], type: QueryTypes.SELECT },
	);
}

/** Ends sessions of the account: one by its id, all but one, or all. Says how many there were. */
export async function removeSessionsOf(
	database: Sequelize,
	account: string,
	which: { readonly only?: string; readonly except?: string },
	transaction: Transaction,
	audit: AuditEntry | null,
): Promise<number> {
	const ended = await database.query(
		`delete from sessions where account_id = $1 and ($2::uuid is null or id = $2::uuid)
			and ($3::uuid is null or id <> $3::uuid) returning id`,
		{
			bind: [account, which.only ?? null, which.except ?? null],
			type: QueryTypes.SELECT,
			transaction,
		},
	);
	if (ended.length > 0 && audit) await auditEntry(database, transaction, audit);
	return ended.length;
}

/** Nothing happens when there is no such session. */
export async function removeSession(
	database: Sequelize,
	secret: string,
	transaction: Transaction,
): Promise<void> {
	await database.query("delete from sessions where token_hash = $1", {
		bind: [secretHash(secret)],
		transaction,
	});
}
