import { Command } from "commander";
import { createSignInLink } from "../actions/create-sign-in-link.ts";
import { accountByEmail, firstAdmin } from "../database/accounts.ts";
import { emailOf } from "../domain/account/email.ts";
import { SetupError } from "../errors.ts";
import { type CommandContext, withDatabase } from "./database.ts";

/** A fresh link to the console, for whoever administers this machine. */
export function signInCommand(): Command {
	return new Command("sign-in")
		.description("print a link that opens the console once, within an hour")
		.option("--email <address>", "as whom (default: the first admin)")
		.action(async ({ email }: { email?: string }) => {
			const { url } = await withDatabase(async (ctx) =>
				createSignInLink(ctx, {
					account: await accountFor(ctx, email),
					by: "command line",
				}),
			);
			console.log(url);
		});
}

async function accountFor(
	{ config, database }: CommandContext,
	email: string | undefined,
): Promise<string> {
	if (email === undefined) {
		const admin = await firstAdmin(database, { demo: !config.production });
		if (admin) return admin.id;
		throw new SetupError(
			"Nobody has an account yet that could be signed in to: make one with `npx faultline admin create --email ADDRESS --name NAME`.",
		);
	}
	const account = await accountByEmail(database, emailOf(email) ?? email);
	if (!account || account.disabledAt || (account.isDemo && config.production))
		throw new SetupError(
			`Nobody who can sign in has the address ${email}: \`npx faultline admin list\` shows the admins.`,
		);
	return account.id;
}
