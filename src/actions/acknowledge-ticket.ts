import { asAssignee, isTheirs } from "../domain/ticket/life.ts";
import {
	atTicket,
	type TicketChange,
	type TicketContext,
	type TicketResult,
} from "./ticket-at-work.ts";

/**
 * "I have it": alarms about the ticket end, and whoever said so has it. Who had acknowledged it before goes on where they are; only a call
 * that nobody took since then is off their mind.
 */
export async function acknowledgeTicket(
	ctx: TicketContext,
	change: TicketChange,
): Promise<TicketResult> {
	const { by } = change;
	return atTicket(ctx, "acknowledge", change, ({ ticket, at }) => {
		const goesOn = ticket.status !== "new" && ticket.status !== "assigned";
		return {
			action: "ticket-acknowledged",
			patch:
				goesOn && (isTheirs(ticket, by) || ticket.status === "done")
					? { missedCallAt: null }
					: {
							status: "acknowledged",
							assignee: isTheirs(ticket, by)
								? ticket.assignee
								: asAssignee(by, ticket.line),
							acknowledgedAt: at,
							acknowledgedBy: by.name,
							missedCallAt: null,
							underWayAt: null,
							onSiteAt: null,
						},
		};
	});
}
