import type { Transaction } from "sequelize";
import type { LineConfig } from "../config.ts";
import type { Context } from "../context.ts";
import {
	addOutgoing,
	forgetSecrets,
	type Message,
	messageById,
	sendAgain,
} from "../database/messages.ts";
import { addNumberWithoutTexts, addOptOut } from "../database/opt-outs.ts";
import { ticketRecordById } from "../database/tickets.ts";
import type { Person } from "../domain/rota/rota.ts";
import {
	isOptedOut,
	isPassing,
	takesNoTexts,
} from "../domain/ticket/message-errors.ts";
import { notToldSubject, notToldText } from "../domain/ticket/not-told.ts";
import { audienceOf, isPurpose } from "../domain/ticket/purposes.ts";
import { subjectOf } from "../domain/ticket/texts.ts";
import { responsibleNow, toldOf, waysTo } from "./ticket-told.ts";

const minutesUntilAgain = 5;

/**
 * Sees to a message that did not arrive: what may well arrive later is sent once more, what the carrier says of the receiver is kept in
 * mind, and a technician who is not told of a ticket is told by e-mail, or the office is told to ring them.
 */
export async function seeToFailedMessage(
	ctx: Context,
	id: string,
	attempt: number,
): Promise<void> {
	const { database } = ctx;
	const message = await messageById(database, id);
	if (!message || message.attempt !== attempt || !hasFailed(message)) return;
	await keepInMind(ctx, message);
	if (attempt === 1 && message.channel === "sms" && isPassing(message.error)) {
		await sendAgain(database, message, minutesUntilAgain);
		return;
	}
	await database.transaction(async (transaction) => {
		await findAnotherWay(ctx, transaction, message);
		await forgetSecrets(database, transaction, id);
	});
}

function hasFailed({ status }: Message): boolean {
	return ["failed", "undelivered", "held"].includes(status);
}

async function keepInMind(
	{ database }: Context,
	{ recipient, line, error }: Message,
): Promise<void> {
	if (isOptedOut(error)) await addOptOut(database, { number: recipient, line });
	else if (takesNoTexts(error))
		await addNumberWithoutTexts(database, recipient, error ?? "");
}

/** Only for what concerns a ticket and our own people: what a tenant did not get is to be seen on the ticket. */
async function findAnotherWay(
	ctx: Context,
	transaction: Transaction,
	message: Message,
): Promise<void> {
	const { ticketId, purpose, channel, person: id } = message;
	const line = ctx.config.lines[message.line];
	if (!line || ticketId === null || id === null) return;
	if (!isPurpose(purpose) || audienceOf(purpose) === "tenant") return;
	const people = ctx.rotas.current(line.id)?.rota.people ?? {};
	const person = Object.hasOwn(people, id) ? people[id] : undefined;
	// Whoever sits at a desk had the same by e-mail, and has the console before them.
	if (!person || person.answers === "directly") return;
	const isByMail =
		channel === "sms" &&
		(await tellByMail(ctx, transaction, line, message, person));
	const wantsNone = message.error === "opted-out" || isOptedOut(message.error);
	if (!isByMail || wantsNone)
		await tellOffice(ctx, transaction, line, message, person);
}

/** False when there is no way. */
async function tellByMail(
	ctx: Context,
	transaction: Transaction,
	line: LineConfig,
	message: Message,
	{ email, language }: Person,
): Promise<boolean> {
	if (!ctx.mail.isSet || email === undefined || message.ticketId === null)
		return false;
	const ticket = await ticketRecordById(
		ctx.database,
		message.ticketId,
		transaction,
	);
	if (!ticket || !isPurpose(message.purpose)) return false;
	const told = toldOf(ctx, line, ticket);
	await addOutgoing(ctx.database, transaction, {
		...message,
		key: `${message.key}:by-mail`,
		channel: "email",
		recipient: email.toLowerCase(),
		sender: line.number,
		subject: subjectOf(message.purpose, told, language ?? line.language),
		at: ctx.clock.now(),
	});
	return true;
}

/** "Liisa did not get the text": somebody rings them, or sees to it otherwise. */
async function tellOffice(
	ctx: Context,
	transaction: Transaction,
	line: LineConfig,
	message: Message,
	{ name, phone }: Person,
): Promise<void> {
	const { database } = ctx;
	const ticket = await ticketRecordById(
		database,
		message.ticketId ?? "",
		transaction,
	);
	if (!ticket) return;
	const told = toldOf(ctx, line, ticket);
	const who = { name, phone };
	const others = responsibleNow(ctx, line).filter(
		(one) => one.phone !== message.recipient && one.person !== message.person,
	);
	for (const to of await waysTo(ctx, transaction, others))
		await addOutgoing(database, transaction, {
			ticketId: ticket.id,
			line: line.id,
			purpose: "not-told",
			key: `${message.key}:not-told:${to.to}`,
			sender: line.number,
			recipient: to.to,
			person: to.person,
			channel: to.channel,
			...(to.channel === "email" && {
				subject: notToldSubject(told, who, to.language),
			}),
			body: notToldText(told, who, to.language),
			at: ctx.clock.now(),
		});
	if (others.length === 0)
		ctx.log.error(
			`${name} did not get a message about ${ticket.number}, and there is nobody else to tell. Put somebody among the fallback people of the rota.`,
			{ message: message.id },
		);
}
