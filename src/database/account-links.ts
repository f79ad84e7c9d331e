import { QueryTypes, type Sequelize, type Transaction } from "sequelize";
import type { LinkPurpose } from "../domain/account/link-mail.ts";
import { secretHash } from "./tokens.ts";

/** Keeps a new link's hash in place of the account's earlier ones of its kind, and says when it ends. */
export async function addAccountLink(
	database: Sequelize,
	link: {
		readonly secret: string;
		readonly account: string;
		readonly purpose: LinkPurpose;
		readonly minutes: number;
	},
	transaction: Transaction,
): Promise<Date> {
	const { secret, account, purpose, minutes } = link;
	await database.query(
		"delete from account_links where account_id = $1 and purpose = $2",
		{ bind: [account, purpose], transaction },
	);
	const [added] = await database.query<{ expiresAt: Date }>(
		`insert into account_links (token_hash, account_id, purpose, created_at, expires_at)
		values ($1, $2, $3, now(), now() + make_interval(mins => $4)) returning expires_at as "expiresAt"`,
		{
			bind: [secretHash(secret), account, purpose, minutes],
			type: QueryTypes.SELECT,
			transaction,
		},
	);
	if (!added) throw new Error("The link was not stored");
	return added.expiresAt;
}

/** Whose link it is; null when it was used, is too old, was never made, or its account is disabled. */
export async function accountOfLink(
	database: Sequelize,
	{
		secret,
		purpose,
	}: { readonly secret: string; readonly purpose: LinkPurpose },
	transaction?: Transaction,
): Promise<string | null> {
	const [found] = await database.query<{ account: string }>(
		`select account_id as account from account_links join accounts on accounts.id = account_id
		where token_hash = $1 and purpose = $2 and used_at is null and expires_at > now() and disabled_at is null
		${transaction ? "for update" : ""}`,
		{
			bind: [secretHash(secret), purpose],
			type: QueryTypes.SELECT,
			...(transaction && { transaction }),
		},
	);
	return found?.account ?? null;
}

/** Uses up every link that the account has: a password has been set by one of them, or they must not work any more. */
export async function spendLinks(
	database: Sequelize,
	account: string,
	transaction: Transaction,
): Promise<void> {
	await database.query(
		"update account_links set used_at = now() where account_id = $1 and used_at is null",
		{ bind: [account], transaction },
	);
	await database.query(
		"update sign_in_links set used_at = now() where account_id = $1 and used_at is null",
		{ bind: [account], transaction },
	);
}
