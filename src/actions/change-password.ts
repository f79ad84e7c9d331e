import type { Context } from "../context.ts";
import { spendLinks } from "../database/account-links.ts";
import {
	accountById,
	passwordHashOf,
	savePasswordHash,
} from "../database/accounts.ts";
import { removeSessionsOf } from "../database/sign-in.ts";
import { countAttempt, forgetAttempts } from "../database/sign-in-attempts.ts";
import type { OpenedBy } from "../domain/account/account.ts";
import {
	type PasswordProblem,
	problemWithPassword,
} from "../domain/account/password.ts";
import {
	type NewSession,
	newSession,
	type SessionAsked,
} from "./new-session.ts";
import { hashOfPassword, isPassword } from "./password-hash.ts";

export type PasswordChange =
	| { readonly kind: "changed"; readonly session: NewSession }
	| {
			readonly kind: "refused";
			readonly because: "wrong" | "no-password" | PasswordProblem;
	  }
	| {
			readonly kind: "refused";
			readonly because: "locked";
			readonly seconds: number;
	  };

/** Sets another password for somebody who knows the present one; all their sessions end, and they go on in a new one. */
export async function changePassword(
	ctx: Pick<Context, "database" | "clock">,
	asked: {
		readonly account: string;
		readonly current: string;
		readonly password: string;
		readonly openedBy: OpenedBy;
	} & SessionAsked,
): Promise<PasswordChange> {
	const { database, clock } = ctx;
	const { account: id, password, openedBy, sender } = asked;
	const account = await accountById(database, id);
	const stored = await passwordHashOf(database, id);
	if (!account || !stored) return { kind: "refused", because: "no-password" };
	const attempt = await countAttempt(database, "email", account.email);
	if (attempt.kind === "locked")
		return { kind: "refused", because: "locked", seconds: attempt.seconds };
	if (!(await isPassword(asked.current, stored)))
		return { kind: "refused", because: "wrong" };
	await forgetAttempts(database, "email", account.email);
	const problem = problemWithPassword(password, account);
	if (problem) return { kind: "refused", because: problem };
	const hash = await hashOfPassword(password);
	const session = await database.transaction(async (transaction) => {
		await savePasswordHash(database, id, hash, transaction, {
			at: clock.now(),
			actor: account.name,
			action: "password-changed",
			subject: { kind: "account", id },
		});
		await spendLinks(database, id, transaction);
		await removeSessionsOf(database, id, {}, transaction, null);
		return newSession(
			database,
			{ account: id, stage: "full", openedBy, sender, replaces: null },
			transaction,
			null,
		);
	});
	return { kind: "changed", session };
}
