import type { Context } from "../context.ts";
import { removeSessionsOf } from "../database/sign-in.ts";

/** Somebody ends sessions of their own elsewhere: one, or all but the one they are in. Says how many there were. */
export async function endSessions(
	{ database, clock }: Pick<Context, "database" | "clock">,
	{
		account,
		which,
		by,
	}: {
		readonly account: string;
		readonly which: { readonly only: string } | { readonly except: string };
		readonly by: string;
	},
): Promise<number> {
	return database.transaction((transaction) =>
		removeSessionsOf(database, account, which, transaction, {
			at: clock.now(),
			actor: by,
			action: "sessions-ended",
			subject: { kind: "account", id: account },
			after: "only" in which ? { session: which.only } : { all: "others" },
		}),
	);
}
