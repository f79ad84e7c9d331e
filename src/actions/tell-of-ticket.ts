import type { Transaction } from "sequelize";
import type { LineConfig } from "../config.ts";
import type { Context } from "../context.ts";
import { enqueueAlarm } from "../database/alarms.ts";
import { enqueueReminder } from "../database/reminders.ts";
import { ticketRecordById } from "../database/tickets.ts";
import type { Actor } from "../domain/ticket/life.ts";
import {
	type Notice,
	noticesTo,
	type Receiver,
	tenantAs,
} from "../domain/ticket/notices.ts";
import type { TicketRecord } from "../domain/ticket/view.ts";
import { secondsToReminder } from "./remind-of-ticket.ts";
import { holderOf, tenantOf } from "./ticket-people.ts";
import { responsibleNow, tell, toldOf, waysTo } from "./ticket-told.ts";

export interface TicketEvent {
	readonly ticketId: string;
	readonly event: "assigned" | "under-way" | "done" | "given-back";
	/** Who did it; they are not told what they know. */
	readonly by?: Pick<Actor, "account" | "people">;
}

/**
 * Tells whom it concerns of what somebody has just done with a ticket, and sees to the reminders that may follow: the assignee that it
 * is theirs, the tenant that somebody is on the way or that it is done, the office and whoever is on duty that it needs somebody. Call
 * it in the transaction of the change, after the change is saved.
 */
export async function tellOfTicket(
	ctx: Context,
	transaction: Transaction,
	{ ticketId, event, by }: TicketEvent,
): Promise<void> {
	const { database } = ctx;
	const ticket = await ticketRecordById(database, ticketId, transaction);
	const line = ticket && ctx.config.lines[ticket.line];
	if (!line) return;
	const notices = await noticesOf(ctx, transaction, line, ticket, event);
	await tell(
		ctx,
		transaction,
		{
			...{ line, ticket, told: toldOf(ctx, line, ticket) },
			about: `r${ticket.revision}`,
		},
		notices.filter(({ to }) => !isThey(ticket, to, by)),
	);
	if (event === "assigned" && ticket.status === "assigned")
		await enqueueReminder(database, transaction, {
			ticket: ticket.number,
			round: 1,
			revision: ticket.revision,
			seconds: secondsToReminder(ctx, line, ticket),
		});
	if (event === "given-back")
		await enqueueAlarm(database, transaction, {
			ticket: ticket.number,
			round: 1,
			minutes: line.alarmMinutes,
		});
}

async function noticesOf(
	ctx: Context,
	transaction: Transaction,
	line: LineConfig,
	ticket: TicketRecord,
	event: TicketEvent["event"],
): Promise<Notice[]> {
	switch (event) {
		case "assigned": {
			const holder = await holderOf(ctx, transaction, line, ticket);
			return holder ? [{ purpose: "assigned", to: holder }] : [];
		}
		case "given-back":
			return noticesTo(
				await waysTo(ctx, transaction, responsibleNow(ctx, line)),
				"given-back",
			);
		case "under-way":
		case "done": {
			const tenant = await tenantOf(ctx, transaction, line, ticket);
			return tenant ? [{ purpose: event, to: tenantAs(tenant) }] : [];
		}
	}
}

function isThey(
	{ line }: TicketRecord,
	{ person }: Receiver,
	by: TicketEvent["by"],
): boolean {
	return (
		person !== null &&
		(by?.people ?? []).some((one) => one.line === line && one.person === person)
	);
}
