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
	ctx: Context,
	{ link }: { readonly link: string },
): Promise<OpenedSession> {
	const secret = randomBytes(32).toString("base64url");
	return ctx.database.transaction(async (transaction) => {
		const role = await takeSignInLink(ctx.database, link, transaction);
		if (role === null) return { kind: "refused", because: "used-or-too-old" };
		const session = { secret, role, days: sessionDays };
		const expiresAt = await addSession(ctx.database, session, transaction);
		return { kind: "opened", secret, expiresAt };
	});
}
