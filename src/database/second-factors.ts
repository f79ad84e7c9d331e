import { QueryTypes, type Sequelize, type Transaction } from "sequelize";
import { type AuditEntry, auditEntry } from "./audit.ts";
import { secretHash } from "./tokens.ts";

export interface SecondFactor {
	readonly secret: string | null;
	readonly confirmedAt: Date | null;
	/** The step of the last code that was accepted; null before the first. */
	readonly lastStep: number | null;
	/** By the database's clock, which no demonstration moves. */
	readonly now: Date;
}

/** The account's second factor; nobody else uses it until the transaction ends. */
export async function lockSecondFactor(
	database: Sequelize,
	transaction: Transaction,
	account: string,
): Promise<SecondFactor | null> {
	const [found] = await database.query<SecondFactor>(
		`select totp_secret as secret, totp_confirmed_at as "confirmedAt", totp_last_step::float8 as "lastStep",
			clock_timestamp() as now
		from accounts where id = $1 for update`,
		{ bind: [account], type: QueryTypes.SELECT, transaction },
	);
	return found ?? null;
}

/** A secret that has yet to be confirmed with a code. */
export async function saveTotpSecret(
	database: Sequelize,
	account: string,
	secret: string,
	transaction: Transaction,
): Promise<void> {
	await database.query(
		`update accounts set totp_secret = $2, totp_confirmed_at = null, totp_last_step = null where id = $1`,
		{ bind: [account, secret], transaction },
	);
}

export async function saveTotpStep(
	database: Sequelize,
	account: string,
	step: number,
	transaction: Transaction,
): Promise<void> {
	await database.query(
		`update accounts set totp_last_step = $2, totp_confirmed_at = coalesce(totp_confirmed_at, now()) where id = $1`,
		{ bind: [account, step], transaction },
	);
}

/** In place of those that were there. */
export async function saveRecoveryCodes(
	database: Sequelize,
	account: string,
	codes: readonly string[],
	transaction: Transaction,
	audit: AuditEntry,
): Promise<void> {
	await database.query("delete from recovery_codes where account_id = $1", {
		bind: [account],
		transaction,
	});
	for (const code of codes)
		await database.query(
			"insert into recovery_codes (account_id, code_hash) values ($1, $2)",
			{ bind: [account, secretHash(code)], transaction },
		);
	await auditEntry(database, transaction, audit);
}

/** True once for each code. */
export async function takeRecoveryCode(
	database: Sequelize,
	account: string,
	code: string,
	transaction: Transaction,
): Promise<boolean> {
	const taken = await database.query(
		"delete from recovery_codes where account_id = $1 and code_hash = $2 returning account_id",
		{ bind: [account, secretHash(code)], type: QueryTypes.SELECT, transaction },
	);
	return taken.length > 0;
}

export async function recoveryCodesLeft(
	database: Sequelize,
	account: string,
): Promise<number> {
	const [row] = await database.query<{ left: number }>(
		"select count(*)::int as left from recovery_codes where account_id = $1",
		{ bind: [account], type: QueryTypes.SELECT },
	);
	return row?.left ?? 0;
}

export async function removeSecondFactor(
	database: Sequelize,
	account: string,
	transaction: Transaction,
	audit: AuditEntry,
): Promise<void> {
	await database.query(
		`update accounts set totp_secret = null, totp_confirmed_at = null, totp_last_step = null where id = $1`,
		{ bind: [account], transaction },
	);
	await database.query("delete from recovery_codes where account_id = $1", {
		bind: [account],
		transaction,
	});
	await auditEntry(database, transaction, audit);
}
