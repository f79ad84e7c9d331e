import type { Router } from "express";
import { askForReset } from "../actions/ask-for-reset.ts";
import { confirmSignIn } from "../actions/confirm-sign-in.ts";
import { signIn } from "../actions/sign-in.ts";
import { signInToDemo } from "../actions/sign-in-to-demo.ts";
import { isDemo } from "../config.ts";
import type { Context } from "../context.ts";
import { allAccounts } from "../database/accounts.ts";
import type { Forgotten, SignedIn, SignInWays } from "./api/account-shapes.ts";
import { accountRefusals, lockedUnlessReset } from "./api/account-words.ts";
import { signInBodies } from "./api/sign-in-descriptions.ts";
import { Refusal } from "./refusal.ts";
import { senderOf } from "./sender.ts";
import { sessionSecret } from "./session-cookie.ts";
import {
	handOver,
	onPost,
	refuseLocked,
	sessionAsked,
} from "./sign-in-requests.ts";

/** Signing in by e-mail address and password, a code where one is needed, and as the people of the demonstration. */
export function passwordRoutes(router: Router, ctx: Context): void {
	router.get("/sign-in/ways", async (_request, response) => {
		response.json(await waysOf(ctx));
	});

	onPost(
		router,
		ctx,
		"/sign-in",
		signInBodies.password,
		async ({ body, language, request, response }): Promise<SignedIn> => {
			const asked = sessionAsked(ctx, request);
			const result = await signIn(ctx, { ...body, ...asked });
			if (result.kind === "opened")
				return handOver(ctx, response, result.session);
			if (result.because === "locked")
				return refuseLocked(
					response,
					result.seconds,
					language,
					lockedUnlessReset(result.seconds),
				);
			throw new Refusal(401, accountRefusals.wrongPassword, language);
		},
	);

	onPost(
		router,
		ctx,
		"/sign-in/code",
		signInBodies.code,
		async ({ body, language, request, response }): Promise<SignedIn> => {
			const secret = sessionSecret(request, ctx.config) ?? "";
			const sender = senderOf(request);
			const result = await confirmSignIn(ctx, { ...body, secret, sender });
			if (result.kind === "opened")
				return handOver(ctx, response, result.session);
			if (result.because === "locked")
				return refuseLocked(response, result.seconds, language);
			throw new Refusal(
				401,
				result.because === "wrong"
					? accountRefusals.wrongCode
					: accountRefusals.beginAgain,
				language,
			);
		},
	);

	onPost(
		router,
		ctx,
		"/sign-in/forgot",
		signInBodies.forgot,
		async ({ body, language, request, response }): Promise<Forgotten> => {
			const { address } = senderOf(request);
			const asked = await askForReset(ctx, { ...body, address });
			if (asked.kind === "refused")
				return refuseLocked(response, asked.seconds, language);
			return { kind: asked.kind };
		},
	);

	onPost(
		router,
		ctx,
		"/sign-in/demo",
		signInBodies.demo,
		async ({ body, language, request, response }): Promise<SignedIn> => {
			const asked = sessionAsked(ctx, request);
			const session = isDemo(ctx.config)
				? await signInToDemo(ctx, { id: body.account, ...asked })
				: null;
			if (!session) throw new Refusal(404, accountRefusals.notInDemo, language);
			return handOver(ctx, response, session);
		},
	);
}

async function waysOf({
	config,
	database,
	mail,
}: Context): Promise<SignInWays> {
	const demo = isDemo(config)
		? await allAccounts(database, { demo: true })
		: null;
	return {
		password: true,
		oidc: config.signInProviders.map(({ id, name }) => ({ id, name })),
		demo:
			demo
				?.filter((each) => each.isDemo && !each.disabledAt)
				.map(({ id, name, role, email }) => ({ id, name, role, email })) ??
			null,
		mail: mail.isSet,
	};
}
