import type { Context } from "../context.ts";
import { enqueueAlarm } from "../database/alarms.ts";
import { callOrigin } from "../database/calls.ts";
import { addOutgoing } from "../database/messages.ts";
import { ticketOfCall } from "../database/tickets.ts";
import type { CallOrigin } from "../domain/call/origin.ts";
import {
	type Contact,
	needsAlarm,
	noticesDue,
} from "../domain/ticket/notices.ts";
import { ticketView } from "../domain/ticket/view.ts";
import { lineOf, planOf } from "./call-plan.ts";
import { messageOf, responsibleNow, toldOf } from "./ticket-told.ts";

/**
 * Looks at a call as it stands and has everybody told who is to be told: who took it, who missed it, who is responsible, the tenant. May
 * be asked any number of times: each message is sent once, and an alarm is begun once.
 */
export async function followUpCall(ctx: Context, call: string): Promise<void> {
	const origin = await callOrigin(ctx.database, call);
	if (!origin || !ctx.config.lines[origin.line]) return;
	const line = lineOf(ctx, origin);
	await ctx.database.transaction(async (transaction) => {
		const record = await ticketOfCall(ctx.database, call, transaction);
		if (!record) return;
		const ticket = ticketView(record);
		const notices = noticesDue(ticket, {
			told: toldOf(ctx, line, record),
			steps: planOf(ctx, origin).steps,
			responsible: responsibleNow(ctx, line),
			tenant: tenantOf(origin, record.language, line.tenantSms),
		});
		for (const notice of notices)
			await addOutgoing(
				ctx.database,
				transaction,
				messageOf(ctx, line, record, notice),
			);
		if (needsAlarm(ticket))
			await enqueueAlarm(ctx.database, transaction, {
				ticket: ticket.number,
				round: 1,
				minutes: line.alarmMinutes,
			});
	});
}

/** A withheld or odd caller cannot be texted, and neither can a call-back from our own number be asked for. */
function tenantOf(
	{ caller }: CallOrigin,
	language: Contact["language"],
	wanted: boolean,
): Contact | null {
	return wanted && caller.kind === "number"
		? { phone: caller.number, language }
		: null;
}
