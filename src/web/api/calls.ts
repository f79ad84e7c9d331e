import { callsInProgress } from "../../database/calls-in-progress.ts";
import type { TicketView } from "../../domain/ticket/ticket.ts";
import { jsonEndpoint } from "./endpoint.ts";
import { isoInstant } from "./instant.ts";
import { type CallInProgress, calls } from "./shapes.ts";

export const callsEndpoint = jsonEndpoint({
	path: "/calls",
	summary: "Calls in progress: whom they ring, or who talks, since when",
	permission: "see calls in progress",
	answers: calls,
	handle: async (ctx, { language }) => {
		const now = ctx.clock.now();
		const tickets = await callsInProgress(ctx.database, now, language);
		return { at: isoInstant(now), calls: tickets.map(callOf) };
	},
});

function callOf(ticket: TicketView): CallInProgress {
	const { ringing } = ticket;
	const accepted = ringing.find(({ outcome }) => outcome === "accepted");
	return {
		ticket: ticket.number,
		line: ticket.line,
		caller: ticket.caller,
		startedAt: ticket.openedAt,
		wasRung: ringing.length > 0,
		ringing: ringing
			.filter(({ outcome }) => outcome === "ringing")
			.map((attempt) => since(attempt, attempt.startedAt)),
		talkingTo: accepted
			? since(accepted, accepted.endedAt ?? accepted.startedAt)
			: null,
	};
}

function since(
	{ person, name }: TicketView["ringing"][number],
	instant: string,
) {
	return { person, name, since: instant };
}
