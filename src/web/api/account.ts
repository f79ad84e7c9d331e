import { z } from "zod";
import { changeAccount } from "../../actions/change-account.ts";
import { changePassword } from "../../actions/change-password.ts";
import { endSessions } from "../../actions/end-sessions.ts";
import { isDemo } from "../../config.ts";
import type { Context } from "../../context.ts";
import { openSessionsOf } from "../../database/sign-in.ts";
import { type Language, languages } from "../../domain/language.ts";
import { Refusal } from "../refusal.ts";
import { senderOf } from "../sender.ts";
import { handOver, refuseLocked } from "../sign-in-requests.ts";
import { type OwnSessions, ownAccount, ownSessions } from "./account-shapes.ts";
import { ownAccountView, ownerOf } from "./account-views.ts";
import { accountRefusals, passwordProblems } from "./account-words.ts";
import { jsonEndpoint } from "./endpoint.ts";

const permission = "keep one's own account";
const noAccount = { 409: "A token has no account" };
export const personName = z.string().trim().min(1).max(100);

export const ownAccountEndpoint = jsonEndpoint({
	path: "/account",
	summary: "The account of whoever is signed in",
	permission,
	answers: ownAccount,
	refuses: noAccount,
	handle: (ctx, { asker, language }) =>
		ownAccountView(ctx, ownerOf(asker, language).id, language),
});

export const changeOwnAccountEndpoint = jsonEndpoint({
	method: "put",
	path: "/account",
	summary: "Changes one's own name or language",
	permission,
	body: z.strictObject({
		name: personName.optional(),
		language: z.enum(languages).optional(),
	}),
	answers: ownAccount,
	refuses: noAccount,
	handle: async (ctx, { asker, body, language }) => {
		const { id, name } = ownerOf(asker, language);
		await changeAccount(ctx, {
			...{ id, change: body, by: name },
			isDemo: isDemo(ctx.config),
		});
		return ownAccountView(ctx, id, language);
	},
});

export const changePasswordEndpoint = jsonEndpoint({
	method: "put",
	path: "/account/password",
	summary: "Sets another password; every other session ends",
	permission,
	body: z.strictObject({
		current: z.string().max(1_024),
		password: z.string().max(1_024),
	}),
	answers: ownAccount,
	refuses: { 409: "There is no password to change", 429: "Too many attempts" },
	handle: async (ctx, { asker, body, language, request, response }) => {
		const { id, session } = ownerOf(asker, language);
		const result = await changePassword(ctx, {
			...{ account: id, ...body, openedBy: session.openedBy },
			...{ sender: senderOf(request), replaces: null },
		});
		if (result.kind === "changed") {
			handOver(ctx, response, result.session);
			return ownAccountView(ctx, id, language);
		}
		const { because } = result;
		if (because === "locked")
			return refuseLocked(response, result.seconds, language);
		if (because === "no-password")
			throw new Refusal(409, accountRefusals.noPassword, language);
		const isWrong = because === "wrong";
		const sentence = isWrong
			? accountRefusals.wrongCurrent
			: passwordProblems[because];
		throw new Refusal(400, sentence, language, [
			{ where: isWrong ? "current" : "password", what: sentence[language] },
		]);
	},
});

export const ownSessionsEndpoint = jsonEndpoint({
	path: "/account/sessions",
	summary: "Where one is signed in",
	permission,
	answers: ownSessions,
	refuses: noAccount,
	handle: (ctx, { asker, language }) => {
		const { id, session } = ownerOf(asker, language);
		return sessionsView(ctx, id, session.id);
	},
});

export const endOtherSessionsEndpoint = jsonEndpoint({
	method: "delete",
	path: "/account/sessions",
	summary: "Ends all of one's sessions but this one",
	permission,
	answers: ownSessions,
	refuses: noAccount,
	handle: async (ctx, { asker, language }) => {
		const { id, name, session } = ownerOf(asker, language);
		const which = { except: session.id };
		await endSessions(ctx, { account: id, which, by: name });
		return sessionsView(ctx, id, session.id);
	},
});

export const endSessionEndpoint = jsonEndpoint({
	method: "delete",
	path: "/account/sessions/{id}",
	summary: "Ends one of one's own sessions",
	permission,
	parameters: { id: z.guid() },
	answers: ownSessions,
	refuses: { ...noAccount, 404: "It has ended already" },
	handle: async (ctx, { asker, parameters, language }) => {
		const { id, name, session } = ownerOf(asker, language);
		const which = { only: parameters.id };
		const ended = await endSessions(ctx, { account: id, which, by: name });
		if (ended === 0) throw noSuchSession(language);
		return sessionsView(ctx, id, session.id);
	},
});

function noSuchSession(language: Language): Refusal {
	return new Refusal(404, accountRefusals.noSuchSession, language);
}

async function sessionsView(
	{ database }: Context,
	account: string,
	current: string,
): Promise<OwnSessions> {
	const sessions = await openSessionsOf(database, account);
	return {
		sessions: sessions.map((each) => ({
			id: each.id,
			isThisOne: each.id === current,
			by: each.openedBy,
			createdAt: each.createdAt.toISOString(),
			lastSeenAt: each.lastSeenAt.toISOString(),
			address: each.address,
			browser: each.browser,
		})),
	};
}
