import type { Context } from "../context.ts";
import { removeSessionsOf, sessionOf } from "../database/sign-in.ts";

/** Ends the session; nothing happens when it is over already. */
export async function signOut(
	{ database, clock }: Pick<Context, "database" | "clock">,
	secret: string,
): Promise<void> {
	const session = await sessionOf(database, secret);
	if (!session) return;
	await database.transaction((transaction) =>
		removeSessionsOf(
			database,
			session.account,
			{ only: session.id },
			transaction,
			{
				at: clock.now(),
				actor: session.name,
				action: "signed-out",
				subject: { kind: "account", id: session.account },
			},
		),
	);
}
