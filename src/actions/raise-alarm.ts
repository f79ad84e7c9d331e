import type { Context } from "../context.ts";
import { enqueueAlarm } from "../database/alarms.ts";
import { addOutgoing } from "../database/messages.ts";
import { ticketRecord } from "../database/tickets.ts";
import { needsAlarm, noticesTo } from "../domain/ticket/notices.ts";
import { ticketView } from "../domain/ticket/view.ts";
import { messageOf, responsibleNow, toldOf } from "./ticket-told.ts";

/**
 * Reminds whoever is responsible now of a call that nobody took, and sees to the next reminder; ends by itself when the ticket is
 * acknowledged.
 */
export async function raiseAlarm(
	ctx: Context,
	number: string,
	round: number,
): Promise<void> {
	await ctx.database.transaction(async (transaction) => {
		const record = await ticketRecord(ctx.database, number, transaction);
		const line = record && ctx.config.lines[record.line];
		if (!line || !needsAlarm(ticketView(record))) return;
		const told = toldOf(ctx, line, record);
		for (const notice of noticesTo(responsibleNow(ctx, line), "alarm", told))
			await addOutgoing(
				ctx.database,
				transaction,
				messageOf(ctx, line, record, notice, round),
			);
		await enqueueAlarm(ctx.database, transaction, {
			ticket: number,
			round: round + 1,
			minutes: line.alarmMinutes,
		});
	});
}
