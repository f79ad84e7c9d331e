import { z } from "zod";
import { endTicketLink } from "../../actions/end-ticket-link.ts";
import {
	type StandingTicketLink,
	standingLinksTo,
} from "../../database/ticket-links.ts";
import {
	isSameHolder,
	linkEnd,
	linkState,
} from "../../domain/ticket/ticket-link.ts";
import { isOfSomebodyElse } from "../link-asker.ts";
import { Refusal } from "../refusal.ts";
import { noSuchLink } from "../ticket-link-words.ts";
import { jsonEndpoint } from "./endpoint.ts";
import { ticketLinksShape } from "./ticket-link-shapes.ts";
import { knownTicket, ticketNumber } from "./ticket-views.ts";

export const ticketLinksEndpoint = jsonEndpoint({
	path: "/tickets/{number}/links",
	summary: "Who can open the ticket by a personal link now, without signing in",
	permission: "edit tickets",
	parameters: { number: ticketNumber },
	answers: ticketLinksShape,
	refuses: { 404: "There is no such ticket" },
	handle: async (ctx, { parameters, language }) => {
		const { id } = await knownTicket(ctx, parameters.number, language);
		const now = ctx.clock.now();
		const links = await standingLinksTo(ctx.database, id, now);
		const good = links.filter(
			(link) => linkState(link, now) === "open" && !isOfSomebodyElse(ctx, link),
		);
		return { links: holdersOf(good) };
	},
});

export const endTicketLinkEndpoint = jsonEndpoint({
	method: "delete",
	path: "/tickets/{number}/links/{id}",
	summary:
		"Ends a personal link, and the others that the same person holds to the ticket",
	permission: "edit tickets",
	parameters: { number: ticketNumber, id: z.guid() },
	answers: z.object({ kind: z.literal("ended") }),
	refuses: { 404: "There is no such ticket, or the link is over already" },
	handle: async (ctx, { parameters, asker, language }) => {
		const { number } = await knownTicket(ctx, parameters.number, language);
		const ended = await endTicketLink(ctx, {
			...{ number, id: parameters.id, by: asker.name },
		});
		if (!ended) throw new Refusal(404, noSuchLink, language);
		return { kind: "ended" as const };
	},
});

/** One entry a person; the newest link first. */
function holdersOf(links: readonly StandingTicketLink[]) {
	const newest = links.filter(
		(link, place) =>
			links.findIndex((other) => isSameHolder(other, link)) === place,
	);
	return newest.map((link) => {
		const ends = links
			.filter((other) => isSameHolder(other, link))
			.map((other) => linkEnd(other).getTime());
		return {
			...{ id: link.id, name: link.name, at: link.createdAt.toISOString() },
			until: new Date(Math.max(...ends)).toISOString(),
		};
	});
}
