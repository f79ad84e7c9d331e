import type { Request, Response, Router } from "express";
import { signInByProvider } from "../../actions/sign-in-by-provider.ts";
import type { Context } from "../../context.ts";
import type { RefusedAtProvider } from "../api/account-shapes.ts";
import { accountRefusals } from "../api/account-words.ts";
import { languageOf } from "../language-of.ts";
import { plainPage } from "../plain-page.ts";
import { Refusal } from "../refusal.ts";
import { handOver, sessionAsked } from "../sign-in-requests.ts";
import { signInWords } from "../sign-in-words.ts";
import { setFlowCookie, takeFlowCookie } from "./flow-cookie.ts";
import { beginFlow, endFlow } from "./provider.ts";

const callback = "/sign-in/oidc/callback";

/**
 * Signing in with an account elsewhere, by OpenID Connect. The browser comes back from another site, and on that navigation
 * it does not send a `Strict` cookie: so the return answers with a page of ours that leads on, instead of a redirect.
 */
export function providerRoutes(router: Router, ctx: Context): void {
	const { config, log } = ctx;
	const redirectUri = `${config.publicUrl}${callback}`;

	router.get(callback, async (request, response) => {
		const flow = takeFlowCookie(request, response, config);
		const provider = config.signInProviders.find(
			({ id }) => id === flow?.provider,
		);
		if (!flow || !provider) return sendBack(response, "failed");
		const query = new URL(request.originalUrl, config.publicUrl).search;
		let claims: Awaited<ReturnType<typeof endFlow>>;
		try {
			claims = await endFlow(provider, flow, new URL(redirectUri + query));
		} catch (error) {
			log.warn("a sign-in at a provider failed", {
				provider: provider.name,
				error: sayable(error),
			});
			return sendBack(response, "failed");
		}
		const result = await signInByProvider(ctx, {
			...{ issuer: provider.issuer, claims },
			...sessionAsked(ctx, request),
		});
		if (result.kind === "refused") return sendBack(response, result.because);
		handOver(ctx, response, result.session);
		response.type("html").send(leadingOnPage(request));
	});

	router.get("/sign-in/oidc/:id", async (request, response) => {
		const provider = config.signInProviders.find(
			({ id }) => id === request.params.id,
		);
		if (!provider)
			throw new Refusal(
				404,
				accountRefusals.noSuchProvider,
				languageOf(request),
			);
		try {
			const { url, flow } = await beginFlow(provider, redirectUri);
			setFlowCookie(response, config, flow);
			response.redirect(303, url);
		} catch (error) {
			log.warn("a sign-in provider could not be asked", {
				provider: provider.name,
				error: sayable(error),
			});
			sendBack(response, "failed");
		}
	});
}

function sendBack(response: Response, because: RefusedAtProvider): void {
	response.redirect(303, `/sign-in?refused=${because}`);
}

/** What happened, without codes or tokens. */
function sayable(error: unknown): string {
	if (!(error instanceof Error)) return "unknown";
	const code = "code" in error ? ` (${String(error.code)})` : "";
	return `${error.message}${code}`;
}

function leadingOnPage(request: Request): string {
	const language = languageOf(request);
	return plainPage({
		language,
		title: signInWords.signedInTitle[language],
		sentences: [],
		goOn: { to: "/", label: signInWords.goOn[language] },
	});
}
