import type { Context } from "../context.ts";
import {
	accountByEmail,
	accountByIdentity,
	saveIdentity,
} from "../database/accounts.ts";
import type { Account } from "../domain/account/account.ts";
import {
	type ProviderClaims,
	vouchedEmail,
} from "../domain/account/provider-claims.ts";
import { enterFailedSignIn } from "./enter-failed-sign-in.ts";
import {
	type NewSession,
	newSession,
	type SessionAsked,
} from "./new-session.ts";

export type ProviderSignIn =
	| { readonly kind: "opened"; readonly session: NewSession }
	| {
			readonly kind: "refused";
			readonly because: "no-account" | "not-verified" | "disabled";
	  };

/**
 * Opens a session for somebody whom a provider has proven. The first time, the address that the provider vouches for finds
 * the account; from then on it is the same person at the provider, whatever their address. A stranger gets no account.
 */
export async function signInByProvider(
	ctx: Pick<Context, "database" | "clock">,
	asked: {
		readonly issuer: string;
		readonly claims: ProviderClaims;
	} & SessionAsked,
): Promise<ProviderSignIn> {
	const { database, clock } = ctx;
	const { issuer, claims, sender, replaces } = asked;
	const identity = { issuer, subject: claims.sub };
	const known = await accountByIdentity(database, identity);
	const email = vouchedEmail(issuer, claims);
	const account = known ?? (await invited(ctx, email));
	const because = whyNot(account, known !== null || email !== null);
	if (!account || because) {
		const reason = `at a provider: ${because}`;
		await enterFailedSignIn(ctx, { account: account?.id ?? null, reason });
		return { kind: "refused", because: because ?? "no-account" };
	}
	const session = await database.transaction(async (transaction) => {
		if (!known)
			await saveIdentity(
				database,
				{ ...identity, account: account.id },
				transaction,
			);
		return newSession(
			database,
			{
				...{ account: account.id, stage: "full", openedBy: "provider" },
				...{ sender, replaces },
			},
			transaction,
			{
				at: clock.now(),
				actor: account.name,
				action: "signed-in",
				subject: { kind: "account", id: account.id },
				after: { by: "provider", issuer },
			},
		);
	});
	return { kind: "opened", session };
}

function whyNot(
	account: Account | null,
	isVouchedFor: boolean,
): Extract<ProviderSignIn, { kind: "refused" }>["because"] | null {
	if (!isVouchedFor) return "not-verified";
	if (!account) return "no-account";
	return account.disabledAt ? "disabled" : null;
}

async function invited(
	{ database }: Pick<Context, "database">,
	email: string | null,
): Promise<Account | null> {
	const account = email === null ? null : await accountByEmail(database, email);
	return account?.isDemo ? null : account;
}
