import type { Context } from "../context.ts";
import { addAccountLink } from "../database/account-links.ts";
import { lockAccount } from "../database/accounts.ts";
import { auditEntry } from "../database/audit.ts";
import { type Account, stateOf } from "../domain/account/account.ts";
import { type LinkPurpose, linkMinutes } from "../domain/account/link-mail.ts";
import { randomSecret } from "./random-secret.ts";

export type AccountLinkResult =
	| {
			readonly kind: "created";
			readonly account: Account;
			readonly url: string;
			readonly expiresAt: Date;
	  }
	| {
			readonly kind: "refused";
			readonly because: "no-such-account" | "disabled" | "demo" | "active";
	  };

/**
 * Makes a link to set a password with, in place of earlier ones of its kind: an invitation for an account that has none
 * yet, a reset for any. Its secret is in the link and nowhere else.
 */
export async function createAccountLink(
	ctx: Pick<Context, "database" | "clock"> & { config: { publicUrl: string } },
	asked: {
		readonly id: string;
		readonly purpose: LinkPurpose;
		readonly by: string;
	},
): Promise<AccountLinkResult> {
	const { database, clock, config } = ctx;
	const { id, purpose, by } = asked;
	return database.transaction(async (transaction) => {
		const account = await lockAccount(database, transaction, id);
		if (!account) return { kind: "refused", because: "no-such-account" };
		if (account.isDemo) return { kind: "refused", because: "demo" };
		if (account.disabledAt) return { kind: "refused", because: "disabled" };
		if (purpose === "invitation" && stateOf(account) !== "invited")
			return { kind: "refused", because: "active" };
		const secret = randomSecret();
		const expiresAt = await addAccountLink(
			database,
			{ secret, account: id, purpose, minutes: linkMinutes[purpose] },
			transaction,
		);
		await auditEntry(database, transaction, {
			at: clock.now(),
			actor: by,
			action: `${purpose}-link-created`,
			subject: { kind: "account", id },
		});
		const url = `${config.publicUrl}/${purpose}/${secret}`;
		return { kind: "created", account, url, expiresAt };
	});
}
