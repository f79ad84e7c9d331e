import type { Transaction } from "sequelize";
import type { LineConfig } from "../config.ts";
import type { Context } from "../context.ts";
import { enqueueAlarm } from "../database/alarms.ts";
import { auditEntry } from "../database/audit.ts";
import { ticketRecord } from "../database/tickets.ts";
import { alarmNotices, isEscalation } from "../domain/ticket/escalation.ts";
import { byText, type Notice, needsAlarm } from "../domain/ticket/notices.ts";
import type { TicketRecord } from "../domain/ticket/view.ts";
import {
	accountsByMail,
	nextNow,
	responsibleNow,
	tell,
	toldOf,
	waysTo,
} from "./ticket-told.ts";

export interface AlarmRound {
	/** Of the ticket. */
	readonly number: string;
	/** When the call came that nobody took; null in a job of an older release, which knew of one call only. */
	readonly of: string | null;
	/** 1 is the first reminder. */
	readonly round: number;
}

/**
 * Reminds whoever is responsible now of a call that nobody took, or a ticket that was given back, and more people from round to round;
 * sees to the next reminder. Ends by itself when the ticket is acknowledged.
 */
export async function raiseAlarm(
	ctx: Context,
	{ number, of, round }: AlarmRound,
): Promise<void> {
	const { database } = ctx;
	await database.transaction(async (transaction) => {
		const ticket = await ticketRecord(database, number, transaction);
		const line = ticket && ctx.config.lines[ticket.line];
		if (!line || !needsAlarm(ticket) || !isAbout(ticket, of)) return;
		const told = toldOf(ctx, line, ticket);
		const about = `${ticket.missedCallAt?.toMillis() ?? 0}:${round}`;
		const notices = await noticesOf(ctx, transaction, line, ticket, round);
		const fresh = await tell(
			ctx,
			transaction,
			{ line, ticket, told, about },
			notices,
		);
		if (isEscalation(round) && fresh.length > 0)
			await enterEscalation(ctx, transaction, ticket, round, fresh);
		await enqueueAlarm(database, transaction, {
			ticket: number,
			round: round + 1,
			minutes: line.alarmMinutes,
		});
	});
}

/** A call missed since, after somebody had acknowledged the one before, has rounds of its own. */
function isAbout({ missedCallAt }: TicketRecord, of: string | null): boolean {
	return of === null || missedCallAt?.toMillis() === Date.parse(of);
}

async function noticesOf(
	ctx: Context,
	transaction: Transaction,
	line: LineConfig,
	{ calls, missedCallAt }: TicketRecord,
	round: number,
): Promise<Notice[]> {
	const isCall = calls.some(
		({ arrivedAt }) => missedCallAt && +arrivedAt === +missedCallAt,
	);
	return alarmNotices(round, isCall ? "call" : "ticket", {
		responsible: await waysTo(ctx, transaction, responsibleNow(ctx, line)),
		next: nextNow(ctx, line).map(byText),
		managers: await accountsByMail(ctx, transaction, "manager"),
	});
}

async function enterEscalation(
	ctx: Context,
	transaction: Transaction,
	{ number, line, missedCallAt }: TicketRecord,
	round: number,
	notices: readonly Notice[],
): Promise<void> {
	const names = notices.map(({ to }) => to.name ?? to.to);
	await auditEntry(ctx.database, transaction, {
		at: ctx.clock.now(),
		actor: `line:${line}`,
		action: "ticket-escalated",
		subject: { kind: "ticket", id: number },
		reason: "nobody has acknowledged it",
		after: {
			round,
			since: missedCallAt?.toUTC().toISO() ?? null,
			told: [...new Set(names)],
		},
	});
}
