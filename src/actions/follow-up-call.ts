import type { Context } from "../context.ts";
import { enqueueAlarm } from "../database/alarms.ts";
import { callOrigin } from "../database/calls.ts";
import { ticketOfCall } from "../database/tickets.ts";
import { callerText } from "../domain/call/caller.ts";
import { needsAlarm, noticesDue } from "../domain/ticket/notices.ts";
import { callView } from "../domain/ticket/view.ts";
import { lineOf, planOf } from "./call-plan.ts";
import { holderOf, tenantOf } from "./ticket-people.ts";
import { responsibleNow, tell, toldOf, waysTo } from "./ticket-told.ts";

/**
 * Looks at a call as it stands and has everybody told who is to be told: who took it, who missed it, who is responsible, who has its
 * ticket already, the tenant. May be asked any number of times: each message about a call is sent once, and its alarm is begun once.
 */
export async function followUpCall(ctx: Context, sid: string): Promise<void> {
	const { database } = ctx;
	const origin = await callOrigin(database, sid);
	if (!origin || !ctx.config.lines[origin.line]) return;
	const line = lineOf(ctx, origin);
	await database.transaction(async (transaction) => {
		const ticket = await ticketOfCall(database, sid, transaction);
		const call = ticket?.calls.find((each) => each.sid === sid);
		if (!ticket || !call) return;
		const { caller } = origin;
		const notices = noticesDue(callView(call, line.language), {
			steps: planOf(ctx, origin).steps,
			responsible: await waysTo(ctx, transaction, responsibleNow(ctx, line)),
			holder: await holderOf(ctx, transaction, line, ticket),
			// A withheld or odd caller cannot be texted.
			tenant:
				caller.kind === "number"
					? await tenantOf(ctx, transaction, line, ticket, callerText(caller))
					: null,
			isCalledAgain: ticket.calls[0]?.sid !== sid,
		});
		const told = toldOf(ctx, line, ticket, call);
		await tell(ctx, transaction, { line, ticket, told, about: sid }, notices);
		if (needsAlarm(ticket))
			await enqueueAlarm(database, transaction, {
				ticket: ticket.number,
				round: 1,
				minutes: line.alarmMinutes,
			});
	});
}
