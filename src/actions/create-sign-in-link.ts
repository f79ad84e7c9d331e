import { randomBytes } from "node:crypto";
import type { Context } from "../context.ts";
import { addSignInLink } from "../database/sign-in.ts";
import type { Role } from "../domain/role.ts";

const linkMinutes = 60;

/** Makes a link to the console that opens one session, within an hour. Its secret is in the link and nowhere else. */
export async function createSignInLink(
	ctx: Pick<Context, "database" | "clock"> & { config: { publicUrl: string } },
	{ role, by }: { readonly role: Role; readonly by: string },
): Promise<{ readonly url: string }> {
	const { database, config } = ctx;
	const secret = randomBytes(32).toString("base64url");
	await database.transaction((transaction) =>
		addSignInLink(
			database,
			{ secret, role, minutes: linkMinutes },
			transaction,
			{
				at: ctx.clock.now(),
				actor: by,
				action: "sign-in-link-created",
				subject: { kind: "sign-in-link", id: role },
			},
		),
	);
	return { url: `${config.publicUrl}/sign-in/${secret}` };
}
