import { createHash } from "node:crypto";
import { QueryTypes, type Sequelize, type Transaction } from "sequelize";
import { type AuditEntry, auditEntry } from "./audit.ts";

/** What is stored of a secret. Secrets are 256 random bits, so one quick hash is as good as a slow one. */
export function secretHash(secret: string): Buffer {
	return createHash("sha256").update(secret).digest();
}

export interface TokenHolder {
	readonly name: string;
	readonly role: string;
}

/** Whose API token it is; null when unknown or revoked. */
export async function tokenHolder(
	database: Sequelize,
	token: string,
): Promise<TokenHolder | null> {
	const [holder] = await database.query<TokenHolder>(
		`select name, role from api_tokens
		where token_hash = $1 and revoked_at is null`,
		{ bind: [secretHash(token)], type: QueryTypes.SELECT },
	);
	return holder ?? null;
}

/** A key to the API as it may be shown; the token itself is stored nowhere. */
export interface ApiToken {
	readonly id: string;
	readonly name: string;
	readonly role: string;
	readonly createdAt: Date;
	readonly revokedAt: Date | null;
}

/** Every token, revoked ones too, the newest first. */
export async function apiTokens(database: Sequelize): Promise<ApiToken[]> {
	return database.query<ApiToken>(
		`select id, name, role, created_at as "createdAt", revoked_at as "revokedAt"
		from api_tokens order by created_at desc, id`,
		{ type: QueryTypes.SELECT },
	);
}

/** Keeps a new token's hash. */
export async function addToken(
	database: Sequelize,
	token: {
		readonly id: string;
		readonly secret: string;
		readonly name: string;
		readonly role: string;
	},
	transaction: Transaction,
	audit: AuditEntry,
): Promise<void> {
	await database.query(
		`insert into api_tokens (id, name, role, token_hash, created_at)
		values ($1, $2, $3, $4, $5)`,
		{
			bind: [
				token.id,
				token.name,
				token.role,
				secretHash(token.secret),
				audit.at.toJSDate(),
			],
			transaction,
		},
	);
	await auditEntry(database, transaction, audit);
}

/** Takes every token of this name out of use, and says how many that were. */
export async function revokeTokensNamed(
	database: Sequelize,
	name: string,
	transaction: Transaction,
	audit: AuditEntry,
): Promise<number> {
	const revoked = await database.query(
		`update api_tokens set revoked_at = $2
		where name = $1 and revoked_at is null returning id`,
		{
			bind: [name, audit.at.toJSDate()],
			type: QueryTypes.SELECT,
			transaction,
		},
	);
	if (revoked.length > 0) await auditEntry(database, transaction, audit);
	return revoked.length;
}
