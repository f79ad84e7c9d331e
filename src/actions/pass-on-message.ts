import type { LineConfig } from "../config.ts";
import type { Context } from "../context.ts";
import {
	addOutgoing,
	type Message,
	messageById,
	type OutgoingMessage,
} from "../database/messages.ts";
import { newestUnacknowledged } from "../database/tickets.ts";
import type { Person, PersonId } from "../domain/rota/rota.ts";
import type { Contact } from "../domain/ticket/notices.ts";
import {
	acknowledgementIn,
	isOptOut,
	passedOn,
	thanksForAcknowledging,
} from "../domain/ticket/texts.ts";
import { acknowledgeTicket } from "./acknowledge-ticket.ts";
import { responsibleNow } from "./ticket-told.ts";

/**
 * Sees to a message that came in: "OK" from one of the line's own people acknowledges a ticket, anything else goes to whoever
 * is responsible now.
 */
export async function passOnMessage(ctx: Context, id: string): Promise<void> {
	const message = await messageById(ctx.database, id);
	const line = message && ctx.config.lines[message.line];
	if (!line || isOptOut(message.body)) return;
	const colleague = colleagueOf(ctx, line, message.sender);
	if (colleague && (await acknowledged(ctx, line, message, colleague))) return;
	const contacts = responsibleNow(ctx, line).filter(
		({ phone }) => phone !== message.sender,
	);
	await send(
		ctx,
		line,
		message,
		contacts.map((contact) => ({
			contact,
			body: passedOn(line.name, message.sender, message.body, contact.language),
		})),
	);
}

async function acknowledged(
	ctx: Context,
	line: LineConfig,
	message: Message,
	colleague: Colleague,
): Promise<boolean> {
	const meant = acknowledgementIn(message.body);
	if (!meant) return false;
	const number =
		meant.number ?? (await newestUnacknowledged(ctx.database, line.id));
	if (!number) return false;
	const result = await acknowledgeTicket(ctx, {
		number,
		by: {
			name: colleague.name,
			role: "technician",
			account: null,
			people: [{ line: line.id, person: colleague.id }],
		},
	});
	if (result.kind === "refused") return false;
	const language = colleague.language ?? line.language;
	await send(ctx, line, message, [
		{
			contact: { phone: colleague.phone, language },
			body: thanksForAcknowledging(number, language),
		},
	]);
	return true;
}

type Colleague = Person & { readonly id: PersonId };

function colleagueOf(
	ctx: Context,
	line: LineConfig,
	phone: string | null,
): Colleague | undefined {
	const people = ctx.rotas.current(line.id)?.rota.people ?? {};
	return Object.entries(people)
		.map(([id, person]) => ({ ...person, id }))
		.find((person) => person.phone === phone);
}

async function send(
	ctx: Context,
	line: LineConfig,
	{ id }: Message,
	messages: readonly { contact: Contact; body: string }[],
): Promise<void> {
	await ctx.database.transaction(async (transaction) => {
		for (const { contact, body } of messages) {
			const message: OutgoingMessage = {
				ticketId: null,
				line: line.id,
				purpose: "passed-on",
				key: `${id}:${contact.phone}`,
				sender: line.number,
				recipient: contact.phone,
				body,
				at: ctx.clock.now(),
			};
			await addOutgoing(ctx.database, transaction, message);
		}
	});
}
