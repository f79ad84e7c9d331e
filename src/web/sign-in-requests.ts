import express, { type Request, type Response, type Router } from "express";
import type { z } from "zod";
import type { NewSession, SessionAsked } from "../actions/new-session.ts";
import type { Context } from "../context.ts";
import type { Language } from "../domain/language.ts";
import type { SignedIn } from "./api/account-shapes.ts";
import { lockedFor } from "./api/account-words.ts";
import { checkedBody } from "./api/endpoint.ts";
import { languageOf } from "./language-of.ts";
import { Refusal } from "./refusal.ts";
import { isFromConsole } from "./same-site.ts";
import { senderOf } from "./sender.ts";
import { sessionSecret, setSessionCookie } from "./session-cookie.ts";
import { refusals } from "./words.ts";

/** What a handler of somebody who is not signed in yet is told. */
export interface Knock<B> {
	readonly body: B;
	readonly language: Language;
	readonly request: Request;
	readonly response: Response;
}

/**
 * A POST of the console's pages before anybody is signed in: JSON in, JSON out. It must come from our own page too, or
 * another site could sign a browser in as somebody else.
 */
export function onPost<S extends z.ZodType>(
	router: Router,
	ctx: Context,
	path: string,
	schema: S,
	handle: (knock: Knock<z.output<S>>) => Promise<unknown>,
): void {
	router.post(
		path,
		(request, _response, next) => {
			refuseForeign(ctx, request);
			next();
		},
		express.json({ limit: "16kb" }),
		async (request, response) => {
			const language = languageOf(request);
			const body = checkedBody(schema, request.body ?? {}, language);
			response.json(
				await handle({
					body: body as z.output<S>,
					...{ language, request, response },
				}),
			);
		},
	);
}

export function refuseForeign(ctx: Context, request: Request): void {
	if (!isFromConsole(request, ctx.config.publicUrl))
		throw new Refusal(403, refusals.foreignRequest, languageOf(request));
}

/** Where a new session would come from, and which one it would replace. */
export function sessionAsked(ctx: Context, request: Request): SessionAsked {
	return {
		sender: senderOf(request),
		replaces: sessionSecret(request, ctx.config),
	};
}

/** Hands the session to the browser, and says how far it has come. */
export function handOver(
	ctx: Context,
	response: Response,
	{ secret, expiresAt, stage }: NewSession,
): SignedIn {
	setSessionCookie(response, ctx.config, secret, expiresAt);
	const kinds = {
		full: "signed-in",
		code: "code-needed",
		enrol: "must-enrol",
	} as const;
	return { kind: kinds[stage] };
}

/** Refuses an attempt for as long as too many others have been made. */
export function refuseLocked(
	response: Response,
	seconds: number,
	language: Language,
	sentence = lockedFor(seconds),
): never {
	response.set("Retry-After", String(seconds));
	throw new Refusal(429, sentence, language);
}
