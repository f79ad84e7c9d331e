import { z } from "zod";
import {
	type AccountChange,
	changeAccount,
} from "../../actions/change-account.ts";
import { resetSecondFactor } from "../../actions/change-second-factor.ts";
import { createAccount } from "../../actions/create-account.ts";
import { createAccountLink } from "../../actions/create-account-link.ts";
import { mailAccountLink } from "../../actions/mail-account-link.ts";
import { isDemo } from "../../config.ts";
import type { Context } from "../../context.ts";
import { allAccounts } from "../../database/accounts.ts";
import { emailOf } from "../../domain/account/email.ts";
import type { LinkPurpose } from "../../domain/account/link-mail.ts";
import { type Language, languages } from "../../domain/language.ts";
import { roles } from "../../domain/role.ts";
import { Refusal } from "../refusal.ts";
import { personName } from "./account.ts";
import {
	type Account,
	type AccountLink,
	account,
	accountLink,
	accounts,
} from "./account-shapes.ts";
import { accountView, knownAccount } from "./account-views.ts";
import { accountRefusals } from "./account-words.ts";
import { jsonEndpoint } from "./endpoint.ts";

const permission = "keep accounts";
const parameters = { id: z.guid() };
const noAccount = { 404: "There is no such account" };

export const accountsEndpoint = jsonEndpoint({
	path: "/accounts",
	summary: "Everybody who has an account, by name",
	permission,
	answers: accounts,
	handle: async ({ database, config }) => ({
		accounts: (await allAccounts(database, { demo: isDemo(config) })).map(
			accountView,
		),
	}),
});

export const inviteEndpoint = jsonEndpoint({
	method: "post",
	path: "/accounts",
	summary: "Makes an account and an invitation to it",
	permission,
	body: z.strictObject({
		email: z
			.string()
			.max(320)
			.refine((text) => emailOf(text) !== null),
		name: personName,
		role: z.enum(roles),
		language: z.enum(languages),
	}),
	answers: accountLink,
	refuses: { 409: "The address has an account already" },
	handle: async (ctx, { asker, body, language }) => {
		const created = await createAccount(ctx, { ...body, by: asker.name });
		if (created.kind === "refused")
			throw new Refusal(409, accountRefusals.addressTaken, language);
		return linkFor(ctx, created.id, "invitation", asker.name, language);
	},
});

export const changeAccountEndpoint = jsonEndpoint({
	method: "put",
	path: "/accounts/{id}",
	summary:
		"Changes somebody's name or role; with another role their sessions end",
	permission,
	parameters,
	body: z.strictObject({
		name: personName.optional(),
		role: z.enum(roles).optional(),
	}),
	answers: account,
	refuses: { ...noAccount, 409: "They are the last admin" },
	handle: (ctx, { asker, parameters: { id }, body, language }) =>
		changed(ctx, id, body, asker.name, language),
});

export const disableAccountEndpoint = jsonEndpoint({
	method: "post",
	path: "/accounts/{id}/disable",
	summary: "Lets somebody in no more; their sessions and links end",
	permission,
	parameters,
	answers: account,
	refuses: { ...noAccount, 409: "They are the last admin" },
	handle: (ctx, { asker, parameters: { id }, language }) =>
		changed(ctx, id, { disabled: true }, asker.name, language),
});

export const enableAccountEndpoint = jsonEndpoint({
	method: "post",
	path: "/accounts/{id}/enable",
	summary: "Lets somebody in again",
	permission,
	parameters,
	answers: account,
	refuses: noAccount,
	handle: (ctx, { asker, parameters: { id }, language }) =>
		changed(ctx, id, { disabled: false }, asker.name, language),
});

export const invitationEndpoint = linkEndpoint(
	"invitation",
	"/accounts/{id}/invitation",
	"Makes a new invitation in place of the one before",
);

export const resetLinkEndpoint = linkEndpoint(
	"reset",
	"/accounts/{id}/reset-link",
	"Makes a link for somebody to set another password with",
);

export const resetSecondFactorEndpoint = jsonEndpoint({
	method: "post",
	path: "/accounts/{id}/second-factor/reset",
	summary: "Takes away somebody's second factor; they set up another",
	permission,
	parameters,
	answers: account,
	refuses: noAccount,
	handle: async (ctx, { asker, parameters: { id }, language }) => {
		await resetSecondFactor(ctx, { account: id, by: asker.name });
		return accountView(await knownAccount(ctx, id, language));
	},
});

function linkEndpoint(purpose: LinkPurpose, path: string, summary: string) {
	return jsonEndpoint({
		method: "post",
		path,
		summary,
		permission,
		parameters,
		answers: accountLink,
		refuses: { ...noAccount, 409: "Their account does not take such a link" },
		handle: (ctx, { asker, parameters: { id }, language }) =>
			linkFor(ctx, id, purpose, asker.name, language),
	});
}

async function linkFor(
	ctx: Context,
	id: string,
	purpose: LinkPurpose,
	by: string,
	language: Language,
): Promise<AccountLink> {
	const made = await createAccountLink(ctx, { id, purpose, by });
	if (made.kind === "refused") {
		const [status, sentence] = {
			"no-such-account": [404, accountRefusals.noSuchAccount] as const,
			disabled: [409, accountRefusals.disabled] as const,
			demo: [409, accountRefusals.demoAccount] as const,
			active: [409, accountRefusals.active] as const,
		}[made.because];
		throw new Refusal(status, sentence, language);
	}
	const { url, expiresAt } = made;
	const mail = await mailAccountLink(ctx, {
		...{ account: made.account, url, purpose },
	});
	return {
		account: accountView(made.account),
		link: url,
		expiresAt: expiresAt.toISOString(),
		mail,
	};
}

async function changed(
	ctx: Context,
	id: string,
	change: AccountChange,
	by: string,
	language: Language,
): Promise<Account> {
	const result = await changeAccount(ctx, {
		...{ id, change, by },
		isDemo: isDemo(ctx.config),
	});
	if (result.kind === "refused")
		throw result.because === "last-admin"
			? new Refusal(409, accountRefusals.lastAdmin, language)
			: new Refusal(404, accountRefusals.noSuchAccount, language);
	return accountView(await knownAccount(ctx, id, language));
}
