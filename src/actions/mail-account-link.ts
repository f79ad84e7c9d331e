import type { Context } from "../context.ts";
import { accountByEmail } from "../database/accounts.ts";
import type { Account } from "../domain/account/account.ts";
import { type LinkPurpose, linkMail } from "../domain/account/link-mail.ts";
import { createAccountLink } from "./create-account-link.ts";

/** Mails somebody their link, in their language. The link can be given by other means when that fails. */
export async function mailAccountLink(
	{ mail, log }: Pick<Context, "mail" | "log">,
	{
		account,
		url,
		purpose,
	}: {
		readonly account: Account;
		readonly url: string;
		readonly purpose: LinkPurpose;
	},
): Promise<"sent" | "failed" | "not-set"> {
	if (!mail.isSet) return "not-set";
	const { name, email, language } = account;
	try {
		await mail.send({
			to: email,
			...linkMail(purpose, language, { name, link: url }),
		});
		return "sent";
	} catch (error) {
		log.warn("a link could not be mailed", {
			account: account.id,
			error: (error as Error).message,
		});
		return "failed";
	}
}

/** Mails a link to whoever has this address; to a stranger nothing. The link is made here, so that no job holds it. */
export async function mailResetLink(
	ctx: Pick<Context, "database" | "clock" | "config" | "mail" | "log">,
	email: string,
): Promise<void> {
	const account = await accountByEmail(ctx.database, email);
	if (!account) return;
	const made = await createAccountLink(ctx, {
		id: account.id,
		purpose: "reset",
		by: "forgotten password",
	});
	if (made.kind === "refused") return;
	const { name, language } = account;
	await ctx.mail.send({
		to: account.email,
		...linkMail("reset", language, { name, link: made.url }),
	});
}
