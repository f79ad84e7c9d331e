import type { Context } from "../context.ts";
import { auditEntry } from "../database/audit.ts";
import { type Sender, sessionOf } from "../database/sign-in.ts";
import {
	countAttempt,
	forgetAttempts,
	forgiveAttempt,
} from "../database/sign-in-attempts.ts";
import { placeOf } from "../domain/account/place.ts";
import { enterFailedSignIn } from "./enter-failed-sign-in.ts";
import { type NewSession, newSession } from "./new-session.ts";
import { takeCode } from "./take-code.ts";

export type ConfirmResult =
	| { readonly kind: "opened"; readonly session: NewSession }
	| { readonly kind: "refused"; readonly because: "wrong" | "begin-again" }
	| {
			readonly kind: "refused";
			readonly because: "locked";
			readonly seconds: number;
	  };

/** The second step of a sign-in: a code makes a whole session of the one that the password opened. */
export async function confirmSignIn(
	ctx: Pick<Context, "database" | "clock">,
	asked: {
		readonly secret: string;
		readonly code: string;
		readonly sender: Sender;
	},
): Promise<ConfirmResult> {
	const { database, clock } = ctx;
	const { secret, sender } = asked;
	const begun = await sessionOf(database, secret);
	if (begun?.stage !== "code")
		return { kind: "refused", because: "begin-again" };
	const attempt = await countCode(ctx, begun, sender.address);
	if (attempt !== null)
		return { kind: "refused", because: "locked", seconds: attempt };
	const session = await database.transaction(async (transaction) => {
		const { account } = begun;
		const taken = await takeCode(database, account, asked.code, transaction);
		if (taken === null) return null;
		return newSession(
			database,
			{
				...{ account, stage: "full", openedBy: "password" },
				...{ sender, replaces: secret },
			},
			transaction,
			{
				at: clock.now(),
				actor: begun.name,
				action: "signed-in",
				subject: { kind: "account", id: account },
				after: {
					by:
						taken === "app"
							? "password and code"
							: "password and recovery code",
				},
			},
		);
	});
	if (!session) {
		await enterFailedSignIn(ctx, {
			account: begun.account,
			reason: "wrong code",
		});
		return { kind: "refused", because: "wrong" };
	}
	await forgetAttempts(database, "code", begun.account);
	await forgiveAttempt(database, "address", placeOf(sender.address));
	return { kind: "opened", session };
}

/** Seconds to wait, or null. */
async function countCode(
	{ database, clock }: Pick<Context, "database" | "clock">,
	{ account }: { readonly account: string },
	address: string | null,
): Promise<number | null> {
	const byCode = await countAttempt(database, "code", account);
	const byAddress = await countAttempt(database, "address", placeOf(address));
	if (byCode.kind === "locked" && byCode.isFirst)
		await database.transaction((transaction) =>
			auditEntry(database, transaction, {
				at: clock.now(),
				actor: "sign-in",
				action: "sign-in-locked",
				subject: { kind: "account", id: account },
				reason: "too many wrong codes",
				after: { address },
			}),
		);
	const seconds = [byCode, byAddress].flatMap((each) =>
		each.kind === "locked" ? [each.seconds] : [],
	);
	return seconds.length > 0 ? Math.max(...seconds) : null;
}
