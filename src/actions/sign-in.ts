import type { Context } from "../context.ts";
import {
	accountByEmail,
	passwordHashOf,
	savePasswordHash,
} from "../database/accounts.ts";
import { auditEntry } from "../database/audit.ts";
import {
	countAttempt,
	forgetAttempts,
	forgiveAttempt,
	removeOldAttempts,
} from "../database/sign-in-attempts.ts";
import { type Account, stageAfter } from "../domain/account/account.ts";
import { emailOf } from "../domain/account/email.ts";
import { placeOf } from "../domain/account/place.ts";
import { enterFailedSignIn } from "./enter-failed-sign-in.ts";
import {
	type NewSession,
	newSession,
	type SessionAsked,
} from "./new-session.ts";
import { hashOfPassword, isOutdated, isPassword } from "./password-hash.ts";

type Needed = Pick<Context, "database" | "clock">;

export type SignInResult =
	| { readonly kind: "opened"; readonly session: NewSession }
	| { readonly kind: "refused"; readonly because: "wrong" }
	| {
			readonly kind: "refused";
			readonly because: "locked";
			readonly seconds: number;
	  };

/**
 * Opens a session with an e-mail address and a password. Who has no account, no password or is disabled is told the same
 * as who typed a wrong password, and after as long; an address is locked after some wrong ones, whether it has an account
 * or not.
 */
export async function signIn(
	ctx: Needed,
	asked: { readonly email: string; readonly password: string } & SessionAsked,
): Promise<SignInResult> {
	const { database } = ctx;
	const email = emailOf(asked.email) ?? "no address";
	const locked = await lockOf(ctx, email, asked.sender.address);
	if (locked !== null)
		return { kind: "refused", because: "locked", seconds: locked };
	const account = await accountByEmail(database, email);
	const stored = account ? await passwordHashOf(database, account.id) : null;
	const isRight = await isPassword(asked.password, stored);
	if (!account || !stored || !isRight || account.disabledAt) {
		await enterFailedSignIn(ctx, {
			account: account?.id ?? null,
			reason: account?.disabledAt ? "account disabled" : "wrong password",
		});
		return { kind: "refused", because: "wrong" };
	}
	await forgetAttempts(database, "email", email);
	await forgiveAttempt(database, "address", placeOf(asked.sender.address));
	await removeOldAttempts(database);
	const fresh = isOutdated(stored)
		? await hashOfPassword(asked.password)
		: null;
	const session = await open(ctx, account, asked, fresh);
	return { kind: "opened", session };
}

async function open(
	{ database, clock }: Needed,
	account: Account,
	{ sender, replaces }: SessionAsked,
	freshHash: string | null,
): Promise<NewSession> {
	const stage = stageAfter("password", account);
	return database.transaction(async (transaction) => {
		if (freshHash)
			await savePasswordHash(
				database,
				account.id,
				freshHash,
				transaction,
				null,
			);
		return newSession(
			database,
			{ account: account.id, stage, openedBy: "password", sender, replaces },
			transaction,
			stage === "code"
				? null
				: {
						at: clock.now(),
						actor: account.name,
						action: "signed-in",
						subject: { kind: "account", id: account.id },
						after: { by: "password" },
					},
		);
	});
}

/** Seconds until the next attempt may be made; null when this one may. The one that closes the door is put on record. */
async function lockOf(
	{ database, clock }: Needed,
	email: string,
	address: string | null,
): Promise<number | null> {
	const attempts = [
		await countAttempt(database, "email", email),
		await countAttempt(database, "address", placeOf(address)),
	];
	const [byEmail] = attempts;
	if (byEmail?.kind === "locked" && byEmail.isFirst) {
		const account = await accountByEmail(database, email);
		if (account)
			await database.transaction((transaction) =>
				auditEntry(database, transaction, {
					at: clock.now(),
					actor: "sign-in",
					action: "sign-in-locked",
					subject: { kind: "account", id: account.id },
					reason: "too many wrong passwords",
					after: { address },
				}),
			);
	}
	const seconds = attempts.flatMap((each) =>
		each.kind === "locked" ? [each.seconds] : [],
	);
	return seconds.length > 0 ? Math.max(...seconds) : null;
}
