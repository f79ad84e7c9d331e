import type { Transaction } from "sequelize";
import type { Context } from "../context.ts";
import { accountOfLink, spendLinks } from "../database/account-links.ts";
import { lockAccount, savePasswordHash } from "../database/accounts.ts";
import { removeSessionsOf } from "../database/sign-in.ts";
import { forgetAttempts } from "../database/sign-in-attempts.ts";
import type { Account } from "../domain/account/account.ts";
import type { LinkPurpose } from "../domain/account/link-mail.ts";
import {
	type PasswordProblem,
	problemWithPassword,
} from "../domain/account/password.ts";
import { hashOfPassword } from "./password-hash.ts";

type Needed = Pick<Context, "database" | "clock">;

export type LinkRefused = {
	readonly kind: "refused";
	readonly because: "used-or-too-old" | PasswordProblem;
};

/** Sets another password by a link, once: every session ends, and a lock opens. Signing in is the next step. */
export async function resetPassword(
	ctx: Needed,
	{ secret, password }: { readonly secret: string; readonly password: string },
): Promise<{ readonly kind: "reset" } | LinkRefused> {
	const set = await setPasswordByLink(ctx, {
		...{ secret, password, purpose: "reset" },
		alongside: async () => null,
	});
	return set.kind === "refused" ? set : { kind: "reset" };
}

/**
 * What both kinds of links do; `alongside` belongs to the same transaction. The password is hashed before the transaction, so
 * that it is short.
 */
export async function setPasswordByLink<T>(
	{ database, clock }: Needed,
	asked: {
		readonly secret: string;
		readonly password: string;
		readonly purpose: LinkPurpose;
		readonly name?: string;
		readonly alongside: (
			account: Account,
			transaction: Transaction,
		) => Promise<T>;
	},
): Promise<{ readonly kind: "set"; readonly result: T } | LinkRefused> {
	const { secret, password, purpose } = asked;
	const found = await accountOfLink(database, { secret, purpose });
	if (found === null) return { kind: "refused", because: "used-or-too-old" };
	const hash = await hashOfPassword(password);
	const set = await database.transaction(async (transaction) => {
		const account = await lockAccount(database, transaction, found);
		const still = await accountOfLink(
			database,
			{ secret, purpose },
			transaction,
		);
		if (!account || still === null)
			return { kind: "refused", because: "used-or-too-old" } as const;
		const { email } = account;
		const name = asked.name ?? account.name;
		const problem = problemWithPassword(password, { email, name });
		if (problem) return { kind: "refused", because: problem } as const;
		await savePasswordHash(database, account.id, hash, transaction, {
			at: clock.now(),
			actor: account.name,
			action: "password-set",
			subject: { kind: "account", id: account.id },
			reason: purpose,
		});
		await spendLinks(database, account.id, transaction);
		await removeSessionsOf(database, account.id, {}, transaction, null);
		const result = await asked.alongside(account, transaction);
		return { kind: "set", result, email } as const;
	});
	if (set.kind === "set") await forgetAttempts(database, "email", set.email);
	return set;
}
