import type { LineConfig } from "../config.ts";
import type { Context } from "../context.ts";
import {
	addOutgoing,
	type Message,
	messageById,
	type OutgoingMessage,
} from "../database/messages.ts";
import type { Contact } from "../domain/ticket/notices.ts";
import { commandIn, commandReply } from "../domain/ticket/text-commands.ts";
import { isOptOut, passedOn } from "../domain/ticket/texts.ts";
import { colleagueAt, obeyText } from "./obey-text.ts";
import { responsibleNow } from "./ticket-told.ts";

/**
 * Sees to a message that came in: "OK", "on my way" or "done" from one of the line's own people is done with their ticket, anything else
 * goes to whoever is responsible now.
 */
export async function passOnMessage(ctx: Context, id: string): Promise<void> {
	const message = await messageById(ctx.database, id);
	const line = message && ctx.config.lines[message.line];
	if (!line || isOptOut(message.body)) return;
	const colleague = colleagueAt(ctx, line, message.sender);
	const command = colleague && commandIn(message.body);
	if (command) {
		const language = colleague.language ?? line.language;
		const reply = await obeyText(ctx, colleague, command);
		await send(ctx, line, message, [
			{
				contact: { phone: colleague.phone, language },
				body: commandReply(reply, language),
			},
		]);
		return;
	}
	const contacts = responsibleNow(ctx, line).filter(
		({ phone }) => phone !== message.sender,
	);
	await send(
		ctx,
		line,
		message,
		contacts.map((contact) => ({
			contact,
			body: passedOn(
				line.name,
				colleague?.name ?? message.sender,
				message.body,
				contact.language,
			),
		})),
	);
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
