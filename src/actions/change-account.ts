import type { Context } from "../context.ts";
import { spendLinks } from "../database/account-links.ts";
import { lockAccount, lockAdmins, saveAccount } from "../database/accounts.ts";
import { removeSessionsOf } from "../database/sign-in.ts";
import type { Account } from "../domain/account/account.ts";
import type { Language } from "../domain/language.ts";
import type { Role } from "../domain/role.ts";

export interface AccountChange {
	readonly name?: string | undefined;
	readonly role?: Role | undefined;
	readonly language?: Language | undefined;
	readonly disabled?: boolean | undefined;
}

export type ChangedAccount =
	| { readonly kind: "changed" }
	| {
			readonly kind: "refused";
			readonly because: "no-such-account" | "last-admin";
	  };

/**
 * Changes an account. With another role, or disabled, all its sessions end; disabled, its links do too. The last admin who
 * can get in stays one.
 *
 * @param change.isDemo whether this is the demonstration, whose people count there and nowhere else.
 */
export async function changeAccount(
	{ database, clock }: Pick<Context, "database" | "clock">,
	{
		id,
		change,
		isDemo,
		by,
	}: {
		readonly id: string;
		readonly change: AccountChange;
		readonly isDemo: boolean;
		readonly by: string;
	},
): Promise<ChangedAccount> {
	return database.transaction(async (transaction) => {
		const admins = await lockAdmins(database, transaction, { demo: isDemo });
		const before = await lockAccount(database, transaction, id);
		if (!before) return { kind: "refused", because: "no-such-account" };
		if (losesAdmin(before, change) && admins <= 1)
			return { kind: "refused", because: "last-admin" };
		await saveAccount(database, id, change, transaction, {
			at: clock.now(),
			actor: by,
			action: actionOf(change),
			subject: { kind: "account", id },
			before: partOf(before, change),
			after: change,
		});
		const isOut = change.disabled === true;
		if (isOut || (change.role && change.role !== before.role))
			await removeSessionsOf(database, id, {}, transaction, null);
		if (isOut) await spendLinks(database, id, transaction);
		return { kind: "changed" };
	});
}

function losesAdmin(before: Account, { role, disabled }: AccountChange) {
	const wasOne = before.role === "admin" && before.disabledAt === null;
	return wasOne && (disabled === true || (role ?? "admin") !== "admin");
}

function actionOf({ disabled }: AccountChange): string {
	if (disabled === undefined) return "account-changed";
	return disabled ? "account-disabled" : "account-enabled";
}

function partOf(before: Account, change: AccountChange) {
	return {
		...(change.name && { name: before.name }),
		...(change.role && { role: before.role }),
		...(change.language && { language: before.language }),
	};
}
