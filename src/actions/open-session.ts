import { randomBytes } from "node:crypto";
import type { DateTime } from "luxon";
import type { Context } from "../context.ts";
import { addSession, takeSignInLink } from "../database/sign-in.ts";

const sessionDays = 30;

export type OpenedSession =
	| {
			readonly kind: "opened";
			readonly secret: string;
			readonly expiresAt: DateTime;
	  }
	| { readonly kind: "refused"; readonly because: "used-or-too-old" };

/** Opens a session with a sign-in link, which works once. The secret is told here and stored nowhere, only its hash. */
export async function openSession(
	ctx: Context,
	{ link }: { readonly link: string },
): Promise<OpenedSession> {
	const createdAt = ctx.clock.now();
	const expiresAt = createdAt.plus({ days: sessionDays });
	const secret = randomBytes(32).toString("base64url");
	return ctx.database.transaction(async (transaction) => {
		const role = await takeSignInLink(
			ctx.database,
			link,
			createdAt,
			transaction,
		);
		if (role === null) return { kind: "refused", because: "used-or-too-old" };
		await addSession(
			ctx.database,
			{ secret, role, createdAt, expiresAt },
			transaction,
		);
		return { kind: "opened", secret, expiresAt };
	});
}
