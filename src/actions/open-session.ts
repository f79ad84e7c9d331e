import { randomBytes } from "node:crypto";
import type { Context } from "../context.ts";
import { addSession, takeSignInLink } from "../database/sign-in.ts";

const sessionDays = 30;

export type OpenedSession =
	| {
			readonly kind: "opened";
			readonly secret: string;
			readonly expiresAt: Date;
	  }
	| { readonly kind: "refused"; readonly because: "used-or-too-old" };

/** Opens a session with a sign-in link, which works once. The secret is told here and stored nowhere, only its hash. */
export async function openSession(
	ctx: Pick<Context, "database" | "clock">,
	{ link }: { readonly link: string },
): Promise<OpenedSession> {
	const { database } = ctx;
	const secret = randomBytes(32).toString("base64url");
	return database.transaction(async (transaction) => {
		const role = await takeSignInLink(database, link, transaction);
		if (role === null) return { kind: "refused", because: "used-or-too-old" };
		const expiresAt = await addSession(
			database,
			{ secret, role, days: sessionDays },
			transaction,
			{
				at: ctx.clock.now(),
				actor: "sign-in link",
				action: "session-opened",
				subject: { kind: "session", id: role },
			},
		);
		return { kind: "opened", secret, expiresAt };
	});
}
