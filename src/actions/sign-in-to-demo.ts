import type { Context } from "../context.ts";
import { accountById } from "../database/accounts.ts";
import {
	type NewSession,
	newSession,
	type SessionAsked,
} from "./new-session.ts";

/** Opens a session as one of the people of the demonstration; null for anybody else. */
export async function signInToDemo(
	{ database, clock }: Pick<Context, "database" | "clock">,
	{ id, sender, replaces }: { readonly id: string } & SessionAsked,
): Promise<NewSession | null> {
	const account = await accountById(database, id);
	if (!account?.isDemo || account.disabledAt) return null;
	return database.transaction((transaction) =>
		newSession(
			database,
			{
				...{ account: id, stage: "full", openedBy: "demo" },
				...{ sender, replaces },
			},
			transaction,
			{
				at: clock.now(),
				actor: account.name,
				action: "signed-in",
				subject: { kind: "account", id },
				after: { by: "demo" },
			},
		),
	);
}
