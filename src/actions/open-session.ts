import type { Context } from "../context.ts";
import { accountById } from "../database/accounts.ts";
import { takeSignInLink } from "../database/sign-in.ts";
import {
	type NewSession,
	newSession,
	type SessionAsked,
} from "./new-session.ts";

export type OpenedSession =
	| { readonly kind: "opened"; readonly session: NewSession }
	| { readonly kind: "refused"; readonly because: "used-or-too-old" };

/** Opens a session with a sign-in link, which works once. */
export async function openSession(
	ctx: Pick<Context, "database" | "clock">,
	{ link, sender, replaces }: { readonly link: string } & SessionAsked,
): Promise<OpenedSession> {
	const { database } = ctx;
	return database.transaction(async (transaction) => {
		const id = await takeSignInLink(database, link, transaction);
		const account = id && (await accountById(database, id, transaction));
		if (!account || account.disabledAt)
			return { kind: "refused", because: "used-or-too-old" };
		const session = await newSession(
			database,
			{
				...{ account: account.id, stage: "full", openedBy: "link" },
				...{ sender, replaces },
			},
			transaction,
			{
				at: ctx.clock.now(),
				actor: account.name,
				action: "signed-in",
				subject: { kind: "account", id: account.id },
				after: { by: "link" },
			},
		);
		return { kind: "opened", session };
	});
}
