import { type Request, type RequestHandler, Router } from "express";
import { openSession } from "../actions/open-session.ts";
import { signOut } from "../actions/sign-out.ts";
import type { Context } from "../context.ts";
import { sessionOf } from "../database/sign-in.ts";
import { languageOf } from "./language-of.ts";
import { providerRoutes } from "./oidc/routes.ts";
import { plainPage, plainPageFiles } from "./plain-page.ts";
import { clearSessionCookie, sessionSecret } from "./session-cookie.ts";
import { passwordLinkRoutes } from "./sign-in-by-link.ts";
import { passwordRoutes } from "./sign-in-by-password.ts";
import { handOver, refuseForeign, sessionAsked } from "./sign-in-requests.ts";
import { signInWords } from "./sign-in-words.ts";

/**
 * Everything that lets somebody in. A sign-in link shows a page, and only the page's own POST uses the link up: programs
 * that look at links ahead of people fetch them with GET.
 */
export function signInRouter(ctx: Context): Router {
	const router = Router();
	router.use(plainPageFiles());
	router.use("/sign-in", (_request, response, next) => {
		response.set("Cache-Control", "no-store");
		response.set("Referrer-Policy", "no-referrer");
		next();
	});
	passwordRoutes(router, ctx);
	passwordLinkRoutes(router, ctx);
	providerRoutes(router, ctx);
	router.get("/sign-in/:link", async (request, response) => {
		if (await isSignedIn(ctx, request)) response.redirect(303, "/");
		else response.type("html").send(openingPage(request));
	});
	router.post("/sign-in/:link", takeLink(ctx));
	router.post("/sign-out", async (request, response) => {
		refuseForeign(ctx, request);
		const secret = sessionSecret(request, ctx.config);
		if (secret !== null) await signOut(ctx, secret);
		clearSessionCookie(response, ctx.config);
		response.status(204).end();
	});
	return router;
}

function takeLink(ctx: Context): RequestHandler<{ link: string }> {
	return async (request, response) => {
		const asked = sessionAsked(ctx, request as Request);
		const opened = await openSession(ctx, {
			link: request.params.link,
			...asked,
		});
		if (opened.kind === "opened") {
			handOver(ctx, response, opened.session);
			response.redirect(303, "/");
			return;
		}
		if (await isSignedIn(ctx, request as Request)) response.redirect(303, "/");
		else
			response
				.status(410)
				.type("html")
				.send(usedPage(request as Request));
	};
}

async function isSignedIn(ctx: Context, request: Request): Promise<boolean> {
	const secret = sessionSecret(request, ctx.config);
	if (secret === null) return false;
	const session = await sessionOf(ctx.database, secret);
	return session?.stage === "full";
}

function openingPage(request: Request): string {
	const language = languageOf(request);
	return plainPage({
		language,
		title: signInWords.title[language],
		sentences: [signInWords.opening[language]],
		button: signInWords.button[language],
	});
}

function usedPage(request: Request): string {
	const language = languageOf(request);
	return plainPage({
		language,
		title: signInWords.usedTitle[language],
		sentences: [signInWords.used[language], signInWords.another[language]],
	});
}
