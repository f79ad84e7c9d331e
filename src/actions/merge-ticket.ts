import { lockCalls } from "../database/ticket-split.ts";
import {
	atTicket,
	enterDeed,
	type TicketChange,
	type TicketContext,
	type TicketResult,
} from "./ticket-at-work.ts";

/** The ticket is the same fault as another one: it is closed, and goes on there. Reopening it undoes that. */
export async function mergeTicket(
	ctx: TicketContext,
	{ into, ...change }: TicketChange & { readonly into: string },
): Promise<TicketResult> {
	const { number } = change;
	return atTicket(
		ctx,
		"merge",
		{ ...change, also: into },
		async ({ ticket, other, at, transaction }) => {
			if (into === number) return { kind: "into-itself" };
			if (!other) return { kind: "no-such-ticket", number: into };
			if (other.mergedInto !== null)
				return { kind: "into-merged", into: other.mergedInto };
			if (other.status === "closed")
				return { kind: "into-closed", number: into };
			const calls = await lockCalls(ctx.database, transaction, ticket.id);
			if (calls.some(({ endedAt }) => endedAt === null))
				return { kind: "call-goes-on" };
			return {
				action: "ticket-merged",
				patch: {
					status: "closed",
					closedAt: at,
					mergedInto: into,
					missedCallAt: null,
				},
				afterwards: () =>
					enterDeed(ctx, transaction, {
						...change,
						ticket: other,
						at,
						action: "ticket-merged-in",
						after: { merged: number },
					}),
			};
		},
	);
}
