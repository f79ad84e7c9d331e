import type { DateTime } from "luxon";
import type { StandingTicket, TicketPatch } from "../database/ticket-life.ts";
import { type Actor, asAssignee } from "../domain/ticket/life.ts";

/** To work on a ticket is to have acknowledged it: of one that nobody had, the actor has it from now on. */
export function whoHasIt(
	ticket: StandingTicket,
	by: Actor,
	at: DateTime,
): TicketPatch {
	return {
		assignee: ticket.assignee ?? asAssignee(by, ticket.line),
		acknowledgedAt: ticket.acknowledgedAt ?? at,
		acknowledgedBy: ticket.acknowledgedBy ?? by.name,
		missedCallAt: null,
	};
}
