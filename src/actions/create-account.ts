import { randomUUID } from "node:crypto";
import type { Context } from "../context.ts";
import { addAccount } from "../database/accounts.ts";
import { emailOf } from "../domain/account/email.ts";
import type { Language } from "../domain/language.ts";
import type { Role } from "../domain/role.ts";

export interface AccountToCreate {
	readonly email: string;
	readonly name: string;
	readonly role: Role;
	readonly language: Language;
	readonly isDemo?: boolean;
	readonly by: string;
}

export type CreatedAccount =
	| { readonly kind: "created"; readonly id: string }
	| {
			readonly kind: "refused";
			readonly because: "no-address" | "address-taken";
	  };

/** Makes an account that nobody can sign in to before a password is set, or a provider vouches for its address. */
export async function createAccount(
	ctx: Pick<Context, "database" | "clock">,
	{ name, role, language, isDemo = false, by, ...asked }: AccountToCreate,
): Promise<CreatedAccount> {
	const { database } = ctx;
	const email = emailOf(asked.email);
	if (email === null) return { kind: "refused", because: "no-address" };
	const id = randomUUID();
	const isAdded = await database.transaction((transaction) =>
		addAccount(
			database,
			{ id, email, name, role, language, isDemo },
			transaction,
			{
				at: ctx.clock.now(),
				actor: by,
				action: "account-created",
				subject: { kind: "account", id },
				after: { email, name, role },
			},
		),
	);
	return isAdded
		? { kind: "created", id }
		: { kind: "refused", because: "address-taken" };
}
