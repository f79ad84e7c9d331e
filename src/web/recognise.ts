import type { Request, RequestHandler } from "express";
import { isDemo } from "../config.ts";
import type { Context } from "../context.ts";
import { enteredFrom } from "../database/audit.ts";
import { sessionOf } from "../database/sign-in.ts";
import { tokenHolder } from "../database/tokens.ts";
import { type Role, roles } from "../domain/role.ts";
import { accountRefusals } from "./api/account-words.ts";
import { type Asker, rememberAsker } from "./asker.ts";
import { languageOf } from "./language-of.ts";
import { askerByLink, linkSecret } from "./link-asker.ts";
import { Refusal } from "./refusal.ts";
import { isFromConsole } from "./same-site.ts";
import { senderOf } from "./sender.ts";
import { sessionSecret } from "./session-cookie.ts";
import { refusals } from "./words.ts";
import { WrongTokens } from "./wrong-tokens.ts";

/** Lets through only who is known, by a token, a personal link or the console's session; everybody else gets 401, or 429 after many wrong tokens. */
export function recogniseAsker(ctx: Context): RequestHandler {
	const wrongTokens = new WrongTokens();
	return async (request, response, next) => {
		const link = linkSecret(request);
		const token = link ?? bearerToken(request);
		if (token !== null) refuseGuesser(request, token, wrongTokens);
		const asker =
			token === null
				? await askerBySession(ctx, request)
				: link === null
					? await askerByToken(ctx, request, token, wrongTokens)
					: await askerByLink(ctx, request, link, wrongTokens);
		rememberAsker(response, asker);
		const origin = senderOf(request).address;
		enteredFrom({ origin, account: asker.account?.id ?? null }, next);
	};
}

/** null when the request brings no token at all; an odd `Authorization` is a wrong token. */
function bearerToken(request: Request): string | null {
	const header = request.headers.authorization;
	if (header === undefined) return null;
	return /^Bearer +([\w.~+/=-]{1,200})$/i.exec(header)?.[1] ?? "";
}

function refuseGuesser(
	request: Request,
	token: string,
	wrongTokens: WrongTokens,
): void {
	const address = request.socket.remoteAddress ?? "";
	const wait = wrongTokens.secondsToWait(address, token);
	if (wait === 0) return;
	request.res?.set("Retry-After", String(wait));
	throw new Refusal(429, refusals.tooManyWrongTokens, languageOf(request));
}

async function askerByToken(
	ctx: Context,
	request: Request,
	token: string,
	wrongTokens: WrongTokens,
): Promise<Asker> {
	const address = request.socket.remoteAddress ?? "";
	const language = languageOf(request);
	const holder = await tokenHolder(ctx.database, token);
	const role = roleOf(holder?.role);
	if (holder && role) {
		wrongTokens.remember(token);
		return {
			name: holder.name,
			role,
			by: "token",
			account: null,
			session: null,
		};
	}
	wrongTokens.count(address, token);
	throw new Refusal(401, refusals.wrongToken, language);
}

/** What a session may do that waits for its second factor to be set up. */
const whileEnrolling = /^\/(session|account\/second-factor(\/confirm)?)$/;

async function askerBySession(ctx: Context, request: Request): Promise<Asker> {
	const language = languageOf(request);
	const secret = sessionSecret(request, ctx.config);
	if (secret === null) throw new Refusal(401, refusals.notSignedIn, language);
	// A stream stays open by itself: it is no sign of anybody's being there.
	const session = await sessionOf(ctx.database, secret, {
		isUse: request.path !== "/events",
	});
	const isOver =
		!session ||
		session.stage === "code" ||
		(session.isDemo && !isDemo(ctx.config));
	const role = roleOf(session?.role);
	if (isOver || !role) throw new Refusal(401, refusals.sessionEnded, language);
	const reads = request.method === "GET" || request.method === "HEAD";
	if (!reads && !isFromConsole(request, ctx.config.publicUrl))
		throw new Refusal(403, refusals.foreignRequest, language);
	const mustEnrol = session.stage === "enrol";
	if (mustEnrol && !whileEnrolling.test(request.path))
		throw new Refusal(403, accountRefusals.mustEnrol, language);
	return {
		name: session.name,
		role,
		by: "session",
		account: { id: session.account, email: session.email },
		session: { id: session.id, openedBy: session.openedBy, mustEnrol },
	};
}

function roleOf(text: string | undefined): Role | undefined {
	return roles.find((role) => role === text);
}
