import type { Transaction } from "sequelize";
import type { LineConfig } from "../config.ts";
import type { Context } from "../context.ts";
import { auditEntry } from "../database/audit.ts";
import { enqueueReminder } from "../database/reminders.ts";
import { ticketRecord } from "../database/tickets.ts";
import { type Notice, noticesTo } from "../domain/ticket/notices.ts";
import { reminderAt } from "../domain/ticket/reminder.ts";
import type { TicketRecord } from "../domain/ticket/view.ts";
import { holderOf } from "./ticket-people.ts";
import {
	accountsByMail,
	responsibleNow,
	tell,
	toldOf,
	waysTo,
} from "./ticket-told.ts";

export interface ReminderRound {
	/** Of the ticket. */
	readonly number: string;
	/** 1 is the first reminder. */
	readonly round: number;
	/** Of the ticket when it was assigned. */
	readonly revision: number;
}

const lastRound = 3;

/**
 * Reminds who was given a ticket and has not acknowledged it; from the second round on the office and whoever is on duty are told too, in
 * the last one the managers.
 */
export async function remindOfTicket(
	ctx: Context,
	{ number, round, revision }: ReminderRound,
): Promise<void> {
	const { database } = ctx;
	await database.transaction(async (transaction) => {
		const ticket = await ticketRecord(database, number, transaction);
		const line = ticket && ctx.config.lines[ticket.line];
		if (!line || ticket.status !== "assigned") return;
		const notices = await noticesOf(ctx, transaction, line, ticket, round);
		const told = toldOf(ctx, line, ticket);
		const about = `r${revision}:${round}`;
		const fresh = await tell(
			ctx,
			transaction,
			{ line, ticket, told, about },
			notices,
		);
		if (round > 1 && fresh.length > 0)
			await auditEntry(database, transaction, {
				at: ctx.clock.now(),
				actor: `line:${line.id}`,
				action: "ticket-escalated",
				subject: { kind: "ticket", id: number },
				reason: "nobody has acknowledged it",
				after: {
					round,
					told: [...new Set(fresh.map(({ to }) => to.name ?? to.to))],
				},
			});
		if (round < lastRound)
			await enqueueReminder(database, transaction, {
				...{ ticket: number, round: round + 1, revision },
				seconds: secondsToReminder(ctx, line, ticket),
			});
	});
}

async function noticesOf(
	ctx: Context,
	transaction: Transaction,
	line: LineConfig,
	ticket: TicketRecord,
	round: number,
): Promise<Notice[]> {
	const holder = await holderOf(ctx, transaction, line, ticket);
	const reminder = noticesTo(holder ? [holder] : [], "reminder");
	if (round === 1) return reminder;
	const others = await waysTo(ctx, transaction, responsibleNow(ctx, line));
	return [
		...reminder,
		...noticesTo(
			others.filter(({ to }) => to !== holder?.to),
			"unacknowledged",
		),
		...(round === lastRound
			? noticesTo(
					await accountsByMail(ctx, transaction, "manager"),
					"escalated",
				)
			: []),
	];
}

/** From now until somebody who has the ticket is to be reminded of it. */
export function secondsToReminder(
	ctx: Context,
	line: LineConfig,
	{ urgency }: Pick<TicketRecord, "urgency">,
): number {
	const zone = ctx.rotas.current(line.id)?.rota.zone ?? "utc";
	const now = ctx.clock.now().setZone(zone);
	return reminderAt(now, urgency, line.alarmMinutes).diff(now).as("seconds");
}
