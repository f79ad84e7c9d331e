import type { Context } from "../context.ts";
import { addSignInLink } from "../database/sign-in.ts";
import { randomSecret } from "./random-secret.ts";

const linkMinutes = 60;

/** Makes a link to the console that opens one session, within an hour. Its secret is in the link and nowhere else. */
export async function createSignInLink(
	ctx: Pick<Context, "database" | "clock"> & { config: { publicUrl: string } },
	{ account, by }: { readonly account: string; readonly by: string },
): Promise<{ readonly url: string }> {
	const { database, config } = ctx;
	const secret = randomSecret();
	await database.transaction((transaction) =>
		addSignInLink(
			database,
			{ secret, account, minutes: linkMinutes },
			transaction,
			{
				at: ctx.clock.now(),
				actor: by,
				action: "sign-in-link-created",
				subject: { kind: "account", id: account },
			},
		),
	);
	return { url: `${config.publicUrl}/sign-in/${secret}` };
}
