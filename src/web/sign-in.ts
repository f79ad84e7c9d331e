import {
	type Request,
	type RequestHandler,
	type Response,
	Router,
} from "express";
import { openSession } from "../actions/open-session.ts";
import type { Context } from "../context.ts";
import { removeSession, sessionOf } from "../database/sign-in.ts";
import { languageOf } from "./language-of.ts";
import { plainPage, plainPageFiles } from "./plain-page.ts";
import { Refusal } from "./refusal.ts";
import { isFromConsole } from "./same-site.ts";
import {
	clearSessionCookie,
	sessionSecret,
	setSessionCookie,
} from "./session-cookie.ts";
import { signInWords } from "./sign-in-words.ts";
import { refusals } from "./words.ts";

/**
 * A sign-in link shows a page, and only the page's own POST uses the link up: programs that look at links ahead of
 * people fetch them with GET.
 */
export function signInRouter(ctx: Context): Router {
	const router = Router();
	router.use(plainPageFiles());
	router.use("/sign-in", (_request, response, next) => {
		response.set("Cache-Control", "no-store");
		response.set("Referrer-Policy", "no-referrer");
		next();
	});
	router.get("/sign-in/:link", async (request, response) => {
		if (await isSignedIn(ctx, request)) response.redirect(303, "/");
		else response.type("html").send(openingPage(request));
	});
	router.post("/sign-in/:link", takeLink(ctx));
	router.post("/sign-out", signOut(ctx));
	return router;
}

function takeLink(ctx: Context): RequestHandler<{ link: string }> {
	return async (request, response) => {
		const opened = await openSession(ctx, { link: request.params.link });
		if (opened.kind === "opened") {
			const { secret, expiresAt } = opened;
			setSessionCookie(response, ctx.config, secret, expiresAt);
			response.redirect(303, "/");
			return;
		}
		if (await isSignedIn(ctx, request)) response.redirect(303, "/");
		else response.status(410).type("html").send(usedPage(request));
	};
}

function signOut(ctx: Context): RequestHandler {
	return async (request, response: Response) => {
		if (!isFromConsole(request, ctx.config.publicUrl))
			throw new Refusal(403, refusals.foreignRequest, languageOf(request));
		const secret = sessionSecret(request, ctx.config);
		if (secret !== null) await removeSession(ctx.database, secret);
		clearSessionCookie(response, ctx.config);
		response.status(204).end();
	};
}

async function isSignedIn(ctx: Context, request: Request): Promise<boolean> {
	const secret = sessionSecret(request, ctx.config);
	if (secret === null) return false;
	const session = await sessionOf(ctx.database, secret);
	return session !== null;
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
