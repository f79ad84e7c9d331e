import type { Context } from "../context.ts";
import { saveAccount } from "../database/accounts.ts";
import { stageAfter } from "../domain/account/account.ts";
import type { Language } from "../domain/language.ts";
import {
	type NewSession,
	newSession,
	type SessionAsked,
} from "./new-session.ts";
import { type LinkRefused, setPasswordByLink } from "./reset-password.ts";

/** Somebody who was invited chooses a password, and may correct their name and language; they are signed in at once. */
export async function acceptInvitation(
	ctx: Pick<Context, "database" | "clock">,
	asked: {
		readonly secret: string;
		readonly password: string;
		readonly name?: string | undefined;
		readonly language?: Language | undefined;
	} & SessionAsked,
): Promise<
	{ readonly kind: "opened"; readonly session: NewSession } | LinkRefused
> {
	const { database, clock } = ctx;
	const { secret, password, name, language, sender, replaces } = asked;
	const set = await setPasswordByLink(ctx, {
		...{ secret, password, purpose: "invitation" },
		...(name && { name }),
		alongside: async (account, transaction) => {
			const by = {
				at: clock.now(),
				actor: name ?? account.name,
				subject: { kind: "account", id: account.id },
			};
			await saveAccount(database, account.id, { name, language }, transaction, {
				...by,
				action: "invitation-accepted",
			});
			return newSession(
				database,
				{
					...{ account: account.id, openedBy: "password", sender, replaces },
					stage: stageAfter("password", account),
				},
				transaction,
				{ ...by, action: "signed-in", after: { by: "invitation" } },
			);
		},
	});
	return set.kind === "set" ? { kind: "opened", session: set.result } : set;
}
