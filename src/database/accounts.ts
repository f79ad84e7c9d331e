import { QueryTypes, type Sequelize, type Transaction } from "sequelize";
import type { Account } from "../domain/account/account.ts";
import type { Language } from "../domain/language.ts";
import type { Role } from "../domain/role.ts";
import { type AuditEntry, auditEntry } from "./audit.ts";

const columns = `id, email, name, role, language, is_demo as "isDemo", password_hash is not null as "hasPassword",
	totp_confirmed_at as "secondFactorSince", accounts.created_at as "createdAt", last_signed_in_at as "lastSignedInAt",
	disabled_at as "disabledAt"`;

/** Everybody, by name. Accounts of the demonstration are left out unless asked for. */
export async function allAccounts(
	database: Sequelize,
	{ demo }: { readonly demo: boolean },
	transaction?: Transaction,
): Promise<Account[]> {
	return database.query<Account>(
		`select ${columns} from accounts where $1 or not is_demo order by name, email`,
		{
			bind: [demo],
			type: QueryTypes.SELECT,
			...(transaction && { transaction }),
		},
	);
}

export async function accountById(
	database: Sequelize,
	id: string,
	transaction?: Transaction,
): Promise<Account | null> {
	const [account] = await database.query<Account>(
		`select ${columns} from accounts where id = $1`,
		{
			bind: [id],
			type: QueryTypes.SELECT,
			...(transaction && { transaction }),
		},
	);
	return account ?? null;
}

/** The address is one that `emailOf` gave. */
export async function accountByEmail(
	database: Sequelize,
	email: string,
): Promise<Account | null> {
	const [account] = await database.query<Account>(
		`select ${columns} from accounts where email = $1`,
		{ bind: [email], type: QueryTypes.SELECT },
	);
	return account ?? null;
}

/** The admin who has been there longest; one of the demonstration only when there is no other. */
export async function firstAdmin(
	database: Sequelize,
	{ demo }: { readonly demo: boolean },
): Promise<Account | null> {
	const [admin] = await database.query<Account>(
		`select ${columns} from accounts where role = 'admin' and disabled_at is null and ($1 or not is_demo)
		order by is_demo, accounts.created_at, id limit 1`,
		{ bind: [demo], type: QueryTypes.SELECT },
	);
	return admin ?? null;
}

/** Whom somebody at a provider has signed in as before. */
export async function accountByIdentity(
	database: Sequelize,
	{ issuer, subject }: { readonly issuer: string; readonly subject: string },
): Promise<Account | null> {
	const [account] = await database.query<Account>(
		`select ${columns} from accounts join account_identities on account_id = id
		where issuer = $1 and subject = $2`,
		{ bind: [issuer, subject], type: QueryTypes.SELECT },
	);
	return account ?? null;
}

/** The account, and nobody else changes it until the transaction ends. */
export async function lockAccount(
	database: Sequelize,
	transaction: Transaction,
	id: string,
): Promise<Account | null> {
	const [account] = await database.query<Account>(
		`select ${columns} from accounts where id = $1 for update`,
		{ bind: [id], type: QueryTypes.SELECT, transaction },
	);
	return account ?? null;
}

/** How many admins can get in; nobody else can change that until the transaction ends. */
export async function lockAdmins(
	database: Sequelize,
	transaction: Transaction,
	{ demo }: { readonly demo: boolean },
): Promise<number> {
	const admins = await database.query(
		`select id from accounts where role = 'admin' and disabled_at is null and ($1 or not is_demo)
		order by id for update`,
		{ bind: [demo], type: QueryTypes.SELECT, transaction },
	);
	return admins.length;
}

/** False when the address is somebody's already; then nothing is written. */
export async function addAccount(
	database: Sequelize,
	account: {
		readonly id: string;
		readonly email: string;
		readonly name: string;
		readonly role: Role;
		readonly language: Language;
		readonly isDemo: boolean;
	},
	transaction: Transaction,
	audit: AuditEntry,
): Promise<boolean> {
	const { id, email, name, role, language, isDemo } = account;
	const added = await database.query(
		`insert into accounts (id, email, name, role, language, is_demo, created_at)
		values ($1, $2, $3, $4, $5, $6, now()) on conflict (email) do nothing returning id`,
		{
			bind: [id, email, name, role, language, isDemo],
			type: QueryTypes.SELECT,
			transaction,
		},
	);
	if (added.length === 0) return false;
	await auditEntry(database, transaction, audit);
	return true;
}

/** What is left out stays as it is. */
export async function saveAccount(
	database: Sequelize,
	id: string,
	change: {
		readonly name?: string | undefined;
		readonly role?: Role | undefined;
		readonly language?: Language | undefined;
		readonly disabled?: boolean | undefined;
	},
	transaction: Transaction,
	audit: AuditEntry,
): Promise<void> {
	const { name, role, language, disabled } = change;
	await database.query(
		`update accounts set name = coalesce($2, name), role = coalesce($3, role), language = coalesce($4, language),
			disabled_at = case when $5 then coalesce(disabled_at, now()) when not $5 then null else disabled_at end
		where id = $1`,
		{
			bind: [
				id,
				name ?? null,
				role ?? null,
				language ?? null,
				disabled ?? null,
			],
			transaction,
		},
	);
	await auditEntry(database, transaction, audit);
}

export async function passwordHashOf(
	database: Sequelize,
	id: string,
): Promise<string | null> {
	const [row] = await database.query<{ hash: string | null }>(
		"select password_hash as hash from accounts where id = $1",
		{ bind: [id], type: QueryTypes.SELECT },
	);
	return row?.hash ?? null;
}

/** Without an audit entry when only the parameters of the hash are new. */
export async function savePasswordHash(
	database: Sequelize,
	id: string,
	hash: string,
	transaction: Transaction,
	audit: AuditEntry | null,
): Promise<void> {
	await database.query("update accounts set password_hash = $2 where id = $1", {
		bind: [id, hash],
		transaction,
	});
	if (audit) await auditEntry(database, transaction, audit);
}

export async function saveSignIn(
	database: Sequelize,
	id: string,
	transaction: Transaction,
): Promise<void> {
	await database.query(
		"update accounts set last_signed_in_at = now() where id = $1",
		{ bind: [id], transaction },
	);
}

/** From now on whoever this is at the provider is this account. */
export async function saveIdentity(
	database: Sequelize,
	identity: {
		readonly issuer: string;
		readonly subject: string;
		readonly account: string;
	},
	transaction: Transaction,
): Promise<void> {
	await database.query(
		`insert into account_identities (issuer, subject, account_id, created_at) values ($1, $2, $3, now())
		on conflict do nothing`,
		{
			bind: [identity.issuer, identity.subject, identity.account],
			transaction,
		},
	);
}
