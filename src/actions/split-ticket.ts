import { randomUUID } from "node:crypto";
import type { Context } from "../context.ts";
import { enqueueAlarm } from "../database/alarms.ts";
import { lockCalls, openSplitTicket } from "../database/ticket-split.ts";
import {
	atTicket,
	enterDeed,
	type TicketChange,
	type TicketResult,
} from "./ticket-at-work.ts";

export interface Split extends TicketChange {
	/** The carrier's ids of those that go; none of a ticket that has no calls. */
	readonly calls: readonly string[];
	/** Of the new ticket. */
	readonly summary: string;
}

/** Two faults were in one ticket: the calls chosen become a ticket of their own, with the same place and tenant. */
export async function splitTicket(
	ctx: Context,
	{ calls, summary, ...change }: Split,
): Promise<TicketResult> {
	return atTicket(ctx, "split", change, async ({ ticket, at, transaction }) => {
		const chosen = new Set(calls);
		const all = await lockCalls(ctx.database, transaction, ticket.id);
		const going = all.filter(({ sid }) => chosen.has(sid));
		if (going.length < chosen.size) return { kind: "no-such-call" };
		if (all.length > 0 && going.length === 0) return { kind: "no-call-goes" };
		if (all.length > 0 && going.length === all.length)
			return { kind: "no-call-stays" };
		if (going.some(({ endedAt }) => endedAt === null))
			return { kind: "call-goes-on" };
		const openedAt = going[0]?.arrivedAt ?? at;
		const zone = ctx.rotas.current(ticket.line)?.rota.zone ?? "utc";
		const { number, isMissed } = await openSplitTicket(
			ctx.database,
			transaction,
			{
				id: randomUUID(),
				from: ticket.id,
				calls: going.map(({ sid }) => sid),
				summary,
				openedAt,
				year: openedAt.setZone(zone).year,
			},
		);
		return {
			action: "ticket-split",
			patch: {},
			after: { split: number, calls: going.length },
			afterwards: async () => {
				await enterDeed(ctx, transaction, {
					...change,
					ticket: { number, line: ticket.line },
					at,
					action: "ticket-split-off",
					after: { splitFrom: ticket.number, status: "new", summary },
				});
				const line = ctx.config.lines[ticket.line];
				if (isMissed && line)
					await enqueueAlarm(ctx.database, transaction, {
						ticket: number,
						round: 1,
						minutes: line.alarmMinutes,
					});
			},
		};
	});
}
