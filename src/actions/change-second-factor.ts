import type { Transaction } from "sequelize";
import type { Context } from "../context.ts";
import { lockAccount } from "../database/accounts.ts";
import type { AuditEntry } from "../database/audit.ts";
import {
	removeSecondFactor,
	saveRecoveryCodes,
} from "../database/second-factors.ts";
import { removeSessionsOf } from "../database/sign-in.ts";
import { countAttempt, forgetAttempts } from "../database/sign-in-attempts.ts";
import { mustHaveSecondFactor } from "../domain/account/account.ts";
import { randomRecoveryCodes } from "./random-secret.ts";
import { takeCode } from "./take-code.ts";

type Needed = Pick<Context, "database" | "clock">;

interface WithCode {
	readonly account: string;
	readonly by: string;
	/** Whoever found an open session must not change what guards the next one. */
	readonly code: string;
}

export type CodeRefused =
	| { readonly kind: "refused"; readonly because: "wrong" }
	| {
			readonly kind: "refused";
			readonly because: "locked";
			readonly seconds: number;
	  };

/** New recovery codes in place of all earlier ones. */
export async function renewRecoveryCodes(
	ctx: Needed,
	asked: WithCode,
): Promise<
	| { readonly kind: "renewed"; readonly recoveryCodes: readonly string[] }
	| CodeRefused
> {
	const recoveryCodes = randomRecoveryCodes();
	const done = await withCode<never>(ctx, asked, async (transaction) => {
		await saveRecoveryCodes(
			ctx.database,
			asked.account,
			recoveryCodes,
			transaction,
			entry(ctx, asked, "recovery-codes-renewed"),
		);
		return null;
	});
	return done.kind === "done" ? { kind: "renewed", recoveryCodes } : done;
}

/** Somebody does without a second factor from now on, where their role lets them. */
export async function removeOwnSecondFactor(
	ctx: Needed,
	asked: WithCode,
): Promise<
	| { readonly kind: "done" }
	| CodeRefused
	| { readonly kind: "refused"; readonly because: "compulsory" }
> {
	const { database } = ctx;
	return withCode(ctx, asked, async (transaction) => {
		const account = await lockAccount(database, transaction, asked.account);
		if (!account || mustHaveSecondFactor(account))
			return { kind: "refused", because: "compulsory" } as const;
		const audit = entry(ctx, asked, "second-factor-removed");
		await removeSecondFactor(database, account.id, transaction, audit);
		return null;
	});
}

/** An admin takes away somebody's second factor, who has lost it: their sessions end, and they set up another. */
export async function resetSecondFactor(
	ctx: Needed,
	asked: { readonly account: string; readonly by: string },
): Promise<boolean> {
	const { database } = ctx;
	return database.transaction(async (transaction) => {
		const account = await lockAccount(database, transaction, asked.account);
		if (!account) return false;
		const audit = entry(ctx, asked, "second-factor-reset");
		await removeSecondFactor(database, account.id, transaction, audit);
		await removeSessionsOf(database, account.id, {}, transaction, null);
		return true;
	});
}

async function withCode<R extends { readonly kind: "refused" }>(
	{ database }: Needed,
	{ account, code }: WithCode,
	act: (transaction: Transaction) => Promise<R | null>,
): Promise<{ readonly kind: "done" } | CodeRefused | R> {
	const attempt = await countAttempt(database, "code", account);
	if (attempt.kind === "locked")
		return { kind: "refused", because: "locked", seconds: attempt.seconds };
	const taken = await database.transaction(async (transaction) => {
		const isRight = await takeCode(database, account, code, transaction);
		if (isRight === null) return { kind: "refused", because: "wrong" } as const;
		return (await act(transaction)) ?? ({ kind: "done" } as const);
	});
	const isWrong =
		taken.kind === "refused" && "because" in taken && taken.because === "wrong";
	if (!isWrong) await forgetAttempts(database, "code", account);
	return taken;
}

function entry(
	{ clock }: Needed,
	{ account, by }: { readonly account: string; readonly by: string },
	action: string,
): AuditEntry {
	return {
		at: clock.now(),
		actor: by,
		action,
		subject: { kind: "account", id: account },
	};
}
