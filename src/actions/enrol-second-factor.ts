import type { Context } from "../context.ts";
import { accountById } from "../database/accounts.ts";
import {
	lockSecondFactor,
	saveRecoveryCodes,
	saveTotpSecret,
	saveTotpStep,
} from "../database/second-factors.ts";
import { removeSessionsOf } from "../database/sign-in.ts";
import { countAttempt, forgetAttempts } from "../database/sign-in-attempts.ts";
import type { OpenedBy } from "../domain/account/account.ts";
import {
	type NewSession,
	newSession,
	type SessionAsked,
} from "./new-session.ts";
import { randomRecoveryCodes } from "./random-secret.ts";
import { newTotpSecret, stepOfCode, totpUri } from "./totp.ts";

type Needed = Pick<Context, "database" | "clock">;

export type Enrolment =
	| { readonly kind: "begun"; readonly secret: string; readonly uri: string }
	| { readonly kind: "refused"; readonly because: "already-on" };

/** Begins to set up a second factor, with a new secret each time; it holds once a code has confirmed it. */
export async function beginEnrolment(
	{ database }: Pick<Context, "database">,
	{ account, email }: { readonly account: string; readonly email: string },
): Promise<Enrolment> {
	return database.transaction(async (transaction) => {
		const factor = await lockSecondFactor(database, transaction, account);
		if (factor?.confirmedAt) return { kind: "refused", because: "already-on" };
		const secret = newTotpSecret();
		await saveTotpSecret(database, account, secret, transaction);
		return { kind: "begun", secret, uri: totpUri(secret, email) };
	});
}

export type Confirmed =
	| {
			readonly kind: "confirmed";
			readonly recoveryCodes: readonly string[];
			readonly session: NewSession;
	  }
	| {
			readonly kind: "refused";
			readonly because: "not-begun" | "already-on" | "wrong";
	  }
	| {
			readonly kind: "refused";
			readonly because: "locked";
			readonly seconds: number;
	  };

/**
 * The first code proves that the app has the secret: the second factor holds from now on. Every session so far ends, for
 * none of them was opened with it, and this one goes on as a whole one.
 */
export async function confirmEnrolment(
	ctx: Needed,
	asked: {
		readonly account: string;
		readonly code: string;
		readonly openedBy: OpenedBy;
	} & SessionAsked,
): Promise<Confirmed> {
	const { database } = ctx;
	const attempt = await countAttempt(database, "code", asked.account);
	if (attempt.kind === "locked")
		return { kind: "refused", because: "locked", seconds: attempt.seconds };
	const confirmed = await confirm(ctx, asked);
	if (confirmed.kind === "confirmed")
		await forgetAttempts(database, "code", asked.account);
	return confirmed;
}

async function confirm(
	{ database, clock }: Needed,
	asked: Parameters<typeof confirmEnrolment>[1],
): Promise<Confirmed> {
	const { account, openedBy, sender } = asked;
	return database.transaction(async (transaction) => {
		const factor = await lockSecondFactor(database, transaction, account);
		if (factor?.confirmedAt) return { kind: "refused", because: "already-on" };
		if (!factor?.secret) return { kind: "refused", because: "not-begun" };
		const step = stepOfCode(factor.secret, asked.code, factor.now);
		if (step === null) return { kind: "refused", because: "wrong" };
		await saveTotpStep(database, account, step, transaction);
		const recoveryCodes = randomRecoveryCodes();
		const whose = await accountById(database, account, transaction);
		await saveRecoveryCodes(database, account, recoveryCodes, transaction, {
			at: clock.now(),
			actor: whose?.name ?? account,
			action: "second-factor-set-up",
			subject: { kind: "account", id: account },
		});
		await removeSessionsOf(database, account, {}, transaction, null);
		const session = await newSession(
			database,
			{ account, stage: "full", openedBy, sender, replaces: null },
			transaction,
			null,
		);
		return { kind: "confirmed", recoveryCodes, session };
	});
}
