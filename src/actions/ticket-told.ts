import type { LineConfig } from "../config.ts";
import type { Context } from "../context.ts";
import type { OutgoingMessage } from "../database/messages.ts";
import {
	type Contact,
	type Notice,
	responsiblePeople,
} from "../domain/ticket/notices.ts";
import type { Told } from "../domain/ticket/texts.ts";
import type { TicketRecord } from "../domain/ticket/view.ts";

/** What messages tell of a ticket. */
export function toldOf(
	ctx: Context,
	line: LineConfig,
	ticket: TicketRecord,
): Told {
	return {
		line: line.name,
		number: ticket.number,
		caller: ticket.caller,
		at: ticket.openedAt.setZone(ctx.rotas.current(line.id)?.rota.zone ?? "utc"),
		link: `${ctx.config.publicUrl}/tickets/${ticket.number}`,
	};
}

/** The person on duty now and the office; nobody, with an alarm in the log, where the line has no rota. */
export function responsibleNow(ctx: Context, line: LineConfig): Contact[] {
	const published = ctx.rotas.current(line.id);
	if (published)
		return responsiblePeople(
			published.answer(ctx.clock.now()),
			published.rota,
			line.language,
		);
	ctx.log.error(
		`Nobody can be told of a call: the line ${line.id} has no published rota. Publish one with \`faultline rota import\`.`,
	);
	return [];
}

/** The message of a notice; `round` tells repeated ones apart. */
export function messageOf(
	ctx: Context,
	line: LineConfig,
	ticket: TicketRecord,
	{ purpose, to, body }: Notice,
	round = 0,
): OutgoingMessage {
	return {
		ticketId: ticket.id,
		line: line.id,
		purpose,
		key: `${ticket.number}:${purpose}:${round}:${to}`,
		sender: line.number,
		recipient: to,
		body,
		at: ctx.clock.now(),
	};
}
