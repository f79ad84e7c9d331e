import type { Request, Router } from "express";
import { acceptInvitation } from "../actions/accept-invitation.ts";
import { type LinkRefused, resetPassword } from "../actions/reset-password.ts";
import type { Context } from "../context.ts";
import { accountOfLink } from "../database/account-links.ts";
import { accountById } from "../database/accounts.ts";
import type { LinkPurpose } from "../domain/account/link-mail.ts";
import type { Language } from "../domain/language.ts";
import type { PasswordLink, SignedIn } from "./api/account-shapes.ts";
import { accountRefusals, passwordProblems } from "./api/account-words.ts";
import { signInBodies } from "./api/sign-in-descriptions.ts";
import { languageOf } from "./language-of.ts";
import { Refusal } from "./refusal.ts";
import { handOver, onPost, sessionAsked } from "./sign-in-requests.ts";

/** Setting a password by an invitation or a reset link. Looking at a link does not use it up. */
export function passwordLinkRoutes(router: Router, ctx: Context): void {
	for (const purpose of ["invitation", "reset"] as const)
		router.get(`/sign-in/${purpose}/:secret`, async (request, response) => {
			const secret = secretOf(request);
			response.json(await linkView(ctx, secret, purpose, languageOf(request)));
		});

	onPost(
		router,
		ctx,
		"/sign-in/reset/:secret",
		signInBodies.reset,
		async ({ body, language, request }) => {
			const secret = secretOf(request);
			const result = await resetPassword(ctx, { secret, ...body });
			if (result.kind === "refused") throw refused(result, language);
			return { kind: "reset" };
		},
	);

	onPost(
		router,
		ctx,
		"/sign-in/invitation/:secret",
		signInBodies.invitation,
		async ({ body, language, request, response }): Promise<SignedIn> => {
			const result = await acceptInvitation(ctx, {
				...{ secret: secretOf(request), ...body },
				...sessionAsked(ctx, request),
			});
			if (result.kind === "refused") throw refused(result, language);
			return handOver(ctx, response, result.session);
		},
	);
}

async function linkView(
	{ database }: Context,
	secret: string,
	purpose: LinkPurpose,
	language: Language,
): Promise<PasswordLink> {
	const id = await accountOfLink(database, { secret, purpose });
	const account = id && (await accountById(database, id));
	if (!account) throw new Refusal(410, accountRefusals.linkUsed, language);
	const { email, name: whose, role } = account;
	return { email, name: whose, role, language: account.language };
}

function secretOf(request: Request): string {
	return String(request.params.secret);
}

function refused({ because }: LinkRefused, language: Language): Refusal {
	if (because === "used-or-too-old")
		return new Refusal(410, accountRefusals.linkUsed, language);
	const sentence = passwordProblems[because];
	return new Refusal(400, sentence, language, [
		{ where: "password", what: sentence[language] },
	]);
}
