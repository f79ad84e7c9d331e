import type { Context } from "../context.ts";
import { auditEntry } from "../database/audit.ts";

/**
 * Puts on record that somebody could not sign in. What they typed stays out of it: people type passwords where addresses belong. The
 * attempts that are counted and locked out come no further than this, so nobody can fill the log with them.
 */
export async function enterFailedSignIn(
	{ database, clock }: Pick<Context, "database" | "clock">,
	{
		account,
		reason,
	}: {
		/** null when it is not known whose it was. */
		readonly account: string | null;
		readonly reason: string;
	},
): Promise<void> {
	await database.transaction((transaction) =>
		auditEntry(database, transaction, {
			at: clock.now(),
			actor: "sign-in",
			action: "sign-in-failed",
			subject:
				account === null
					? { kind: "sign-in", id: "unknown" }
					: { kind: "account", id: account },
			reason,
		}),
	);
}
