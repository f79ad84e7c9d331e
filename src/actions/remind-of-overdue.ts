import type { Context } from "../context.ts";
import { keepOverdueTold, ticketsOverdue } from "../database/reminders.ts";
import { ticketRecord } from "../database/tickets.ts";
import { noticesTo } from "../domain/ticket/notices.ts";
import { mayBeTold } from "../domain/ticket/reminder.ts";
import { holderOf } from "./ticket-people.ts";
import { responsibleNow, tell, toldOf, waysTo } from "./ticket-told.ts";

/**
 * Tells of tickets whose due time has passed, each due time once: who has it, or the office and whoever is on duty where nobody does. What
 * is not urgent waits for the day.
 */
export async function remindOfOverdue(ctx: Context): Promise<void> {
	for (const number of await ticketsOverdue(ctx.database, ctx.clock.now()))
		await remind(ctx, number);
}

async function remind(ctx: Context, number: string): Promise<void> {
	const { database, clock } = ctx;
	await database.transaction(async (transaction) => {
		const ticket = await ticketRecord(database, number, transaction);
		const line = ticket && ctx.config.lines[ticket.line];
		const zone = (line && ctx.rotas.current(line.id)?.rota.zone) ?? "utc";
		const now = clock.now().setZone(zone);
		if (!line || !ticket.dueAt || !mayBeTold(now, ticket.urgency)) return;
		if (!(await keepOverdueTold(database, transaction, number))) return;
		const holder = await holderOf(ctx, transaction, line, ticket);
		const receivers = holder
			? [holder]
			: await waysTo(ctx, transaction, responsibleNow(ctx, line));
		const told = toldOf(ctx, line, ticket);
		const about = String(ticket.dueAt.toMillis());
		await tell(
			ctx,
			transaction,
			{ line, ticket, told, about },
			noticesTo(receivers, "overdue"),
		);
	});
}
