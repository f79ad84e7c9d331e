import type { Request } from "express";
import type { Context } from "../context.ts";
import {
	type HeldTicketLink,
	heldTicketLink,
} from "../database/ticket-links.ts";
import { linkState } from "../domain/ticket/ticket-link.ts";
import type { Asker } from "./asker.ts";
import { languageOf } from "./language-of.ts";
import { Refusal } from "./refusal.ts";
import {
	linkRefusal,
	notByLink,
	readsOnly,
	unknownLink,
} from "./ticket-link-words.ts";
import { noSuchTicket } from "./words.ts";
import type { WrongTokens } from "./wrong-tokens.ts";

/** The secret of a personal link that the request brings; null when it brings none. */
export function linkSecret(request: Request): string | null {
	const header = request.headers.authorization ?? "";
	return /^Ticket-Link +([\w-]{1,200})$/i.exec(header)?.[1] ?? null;
}

/**
 * Who holds the link: the person it was sent to, as a technician, and only for the one ticket.
 *
 * @throws Refusal 401 for a link that nobody made, 410 for one that is over, with what to do instead.
 */
export async function askerByLink(
	ctx: Context,
	request: Request,
	secret: string,
	wrongTokens: WrongTokens,
): Promise<Asker> {
	const address = request.socket.remoteAddress ?? "";
	const language = languageOf(request);
	const link = await heldTicketLink(ctx.database, secret);
	if (!link) {
		wrongTokens.count(address, secret);
		throw new Refusal(401, unknownLink, language);
	}
	const state = isOfSomebodyElse(ctx, link)
		? "revoked"
		: linkState(link, ctx.clock.now());
	if (state !== "open") {
		const sentence = linkRefusal(state, ctx.config.lines[link.line]);
		throw new Refusal(410, sentence, language);
	}
	wrongTokens.remember(secret);
	return {
		name: link.name,
		role: "technician",
		by: "link",
		...{ account: null, session: null },
		link: {
			ticketId: link.ticketId,
			number: link.number,
			sentFor: link.sentFor,
			line: link.line,
			person: link.person,
			heldBy: holderOtherThan(link),
		},
	};
}

/**
 * A link goes as far as its own ticket, and only looks at it while somebody else has it.
 *
 * @throws Refusal 403 or 404.
 */
export function refuseBeyondLink(
	request: Request,
	{ link }: Asker,
	forLink: boolean,
): void {
	if (!link) return;
	const language = languageOf(request);
	if (!forLink) throw new Refusal(403, notByLink, language);
	const { number } = request.params;
	if (number !== undefined && number !== link.number)
		throw new Refusal(404, noSuchTicket(String(number).slice(0, 40)), language);
	if (request.method !== "GET" && link.heldBy !== null)
		throw new Refusal(403, readsOnly(link.heldBy), language);
}

/** Whoever left the rota, or has another phone now, has no key to it any more. */
export function isOfSomebodyElse(
	ctx: Pick<Context, "rotas">,
	{ line, person, phone }: Pick<HeldTicketLink, "line" | "person" | "phone">,
): boolean {
	if (person === null) return false;
	const rota = ctx.rotas.current(line)?.rota;
	return rota !== undefined && rota.people[person]?.phone !== phone;
}

/** Where another call waits that nobody took, whoever says so has it, as ever. */
function holderOtherThan(link: HeldTicketLink): string | null {
	const { assigneeName, assigneePerson, person, name } = link;
	if (assigneeName === null || link.missedCallAt !== null) return null;
	const isTheirs =
		person === null ? assigneeName === name : assigneePerson === person;
	return isTheirs ? null : assigneeName;
}
