import type { Context } from "../../context.ts";
import { myTickets } from "../../database/my-tickets.ts";
import { allSubjects } from "../../database/ticket-settings.ts";
import type { Actor } from "../../domain/ticket/life.ts";
import { Refusal } from "../refusal.ts";
import { onlyByLink } from "../ticket-link-words.ts";
import { jsonEndpoint } from "./endpoint.ts";
import { isoInstant } from "./instant.ts";
import {
	myTicketShape,
	myTicketsShape,
	ticketLinkShape,
} from "./my-ticket-shapes.ts";
import { myTicketView, subjectPath } from "./my-ticket-view.ts";
import { lineName } from "./swap-views.ts";
import { actorOf, knownTicket, ticketNumber } from "./ticket-views.ts";

export const myTicketsEndpoint = jsonEndpoint({
	path: "/my-tickets",
	summary:
		"Your open tickets, those that nobody has acknowledged on lines where you are on duty, and what you did in the last 24 hours",
	permission: "work on tickets",
	answers: myTicketsShape,
	handle: async (ctx, { asker }) => {
		const actor = actorOf(ctx, asker);
		const now = ctx.clock.now();
		const rows = await myTickets(ctx.database, {
			people: actor.people,
			account: actor.account,
			onDutyOn: linesOnDuty(ctx, actor),
			doneSince: now.minus({ hours: 24 }),
		});
		const subjects = await allSubjects(ctx.database);
		return {
			at: isoInstant(now),
			tickets: rows.map(
				({ openedAt, missedCallAt, onSiteAt, dueAt, doneAt, ...row }) => ({
					...row,
					lineName: lineName(ctx, row.line),
					subject: subjectPath(subjects, row.subject),
					openedAt: openedAt.toISOString(),
					missedCallAt: missedCallAt?.toISOString() ?? null,
					onSiteAt: onSiteAt?.toISOString() ?? null,
					dueAt: dueAt?.toISOString() ?? null,
					doneAt: doneAt?.toISOString() ?? null,
				}),
			),
		};
	},
});

export const myTicketEndpoint = jsonEndpoint({
	path: "/my-tickets/{number}",
	summary: "One ticket as whoever works on it needs it",
	permission: "work on tickets",
	forLink: true,
	parameters: { number: ticketNumber },
	answers: myTicketShape,
	refuses: { 404: "There is no such ticket" },
	handle: async (ctx, { parameters, asker, language }) => {
		const ticket = await knownTicket(ctx, parameters.number, language);
		return myTicketView(ctx, ticket, asker);
	},
});

export const ticketLinkEndpoint = jsonEndpoint({
	path: "/ticket-link",
	summary: "What the personal link of a text message opens, and whose it is",
	permission: "work on tickets",
	forLink: true,
	answers: ticketLinkShape,
	refuses: {
		404: "No personal link was sent along",
		410: "The link has expired, or its ticket is closed",
	},
	handle: (_ctx, { asker, language }) => {
		const { link, name } = asker;
		if (!link) throw new Refusal(404, onlyByLink, language);
		const { number, sentFor, heldBy } = link;
		return { number, sentFor, name, heldBy };
	},
});

/** The lines on which they hold a duty now, or are rung in this hour. */
function linesOnDuty(
	{ config, rotas, clock }: Pick<Context, "config" | "rotas" | "clock">,
	{ people }: Actor,
): string[] {
	const now = clock.now();
	return Object.keys(config.lines).filter((line) => {
		const answer = rotas.current(line)?.answer(now);
		if (!answer) return false;
		const having = [
			...Object.values(answer.duties).map(({ person }) => person),
			...answer.steps.flatMap((step) => (step.fallback ? [] : step.people)),
		];
		return people.some(
			(one) => one.line === line && having.includes(one.person),
		);
	});
}
