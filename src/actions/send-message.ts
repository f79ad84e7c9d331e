import type { Context } from "../context.ts";
import {
	endSending,
	type Message,
	messageById,
	type SendingResult,
} from "../database/messages.ts";
import { whyNotTexted } from "../database/opt-outs.ts";
import { segmentsOf } from "../domain/ticket/gsm.ts";
import {
	type HeldBecause,
	isOptedOut,
} from "../domain/ticket/message-errors.ts";
import { audienceOf, isPurpose } from "../domain/ticket/purposes.ts";
import { isFixedLine } from "../rota-document/phone-number.ts";

/**
 * Hands a message to the carrier, and has it tell us what becomes of it; an e-mail goes to the mail server. Who wants no text messages is
 * sent none: the message is held, where it can be seen. What is refused is put on record as failed; when nobody can be reached this
 * throws, to be tried again. A message may then arrive twice: neither has a way to tell.
 */
export async function sendMessage(ctx: Context, id: string): Promise<void> {
	const message = await messageById(ctx.database, id);
	if (!message || message.carrierSid || isOver(message)) return;
	if (message.channel === "email") await mail(ctx, message);
	else await sendText(ctx, message);
}

function isOver({ status }: Message): boolean {
	return ["failed", "sent", "held"].includes(status);
}

async function sendText(ctx: Context, message: Message): Promise<void> {
	const held = await whyHeld(ctx, message);
	if (held) {
		await endSending(ctx.database, message, { status: "held", error: held });
		return;
	}
	const { id, attempt } = message;
	try {
		const sent = await ctx.carrier.messages.create({
			to: message.recipient,
			from: message.sender ?? "",
			body: message.body,
			statusCallback: `${ctx.config.publicUrl}/twilio/messages/status?message=${id}&attempt=${attempt}`,
		});
		await endSending(ctx.database, message, {
			status: sent.status,
			carrierSid: sent.sid,
			...costOf(ctx, message, Number(sent.numSegments)),
		});
	} catch (error) {
		const refusal = refusalIn(error);
		if (!refusal) throw error;
		await endSending(ctx.database, message, {
			status: isOptedOut(refusal) ? "held" : "failed",
			error: refusal,
		});
		ctx.log.error(
			`The carrier refuses a text message (${refusal}). Whoever it was for has not been told.`,
			{ message: id },
		);
	}
}

/** Our own people are tried at any number that the rota gives them: they have to be told. */
async function whyHeld(
	{ database }: Context,
	{ recipient, line, purpose }: Message,
): Promise<HeldBecause | null> {
	const why = await whyNotTexted(database, { number: recipient, line });
	if (why === "opted-out") return why;
	if (!isPurpose(purpose) || audienceOf(purpose) !== "tenant") return null;
	return why ?? (isFixedLine(recipient) ? "fixed-line" : null);
}

/** The carrier counts 0 where it does not know yet. */
function costOf(
	{ config }: Context,
	{ line, body }: Message,
	counted: number,
): Pick<SendingResult, "segments" | "price"> {
	const segments = counted > 0 ? counted : segmentsOf(body);
	const price = config.lines[line]?.sms;
	return {
		segments,
		...(price && {
			price: { amount: segments * price.price, currency: price.currency },
		}),
	};
}

/** Once the server has taken it, it is sent; whether it is read nobody tells. */
async function mail(ctx: Context, message: Message): Promise<void> {
	const { id, recipient, subject, body } = message;
	const end = (status: string, error?: string) =>
		endSending(ctx.database, message, { status, ...(error && { error }) });
	if (!ctx.mail.isSet) {
		await end("failed", "SMTP_URL is not set");
		ctx.log.error(
			"An e-mail cannot be sent: SMTP_URL is not set. Whoever it was for has not been told.",
			{ message: id },
		);
		return;
	}
	try {
		await ctx.mail.send({ to: recipient, subject: subject ?? "", text: body });
	} catch (error) {
		const refusal = refusalByMail(error);
		if (!refusal) throw error;
		await end("failed", refusal);
		ctx.log.error(
			`The mail server refuses an e-mail (${refusal}). Whoever it was for has not been told.`,
			{ message: id },
		);
		return;
	}
	await end("sent");
}

/** What the server says of this very message when it will never take it. Source: RFC 5321, 4.2.1. */
function refusalByMail(error: unknown): string | null {
	const { code, responseCode } = error as {
		readonly code?: string;
		readonly responseCode?: number;
	};
	const isAboutIt = code === "EENVELOPE" || code === "EMESSAGE";
	return isAboutIt && responseCode && responseCode >= 500
		? `the mail server answered ${responseCode}`
		: null;
}

/** What the carrier says when trying again cannot help; it asks for patience with 429. */
function refusalIn(error: unknown): string | null {
	const { status, code, message } = error as Partial<
		Readonly<{ status: number; code: number; message: string }>
	>;
	if (typeof status !== "number" || status < 400 || status >= 500) return null;
	return status === 429 ? null : `${code ?? status}: ${message}`;
}

/** After the last try: it is on record as failed, where it can be seen. */
export async function giveUpMessage(ctx: Context, id: string): Promise<void> {
	const message = await messageById(ctx.database, id);
	if (!message) return;
	await endSending(ctx.database, message, {
		status: "failed",
		error: "nobody took it, however often it was tried",
	});
	ctx.log.error(
		"A message was given up after many tries. Whoever it was for has not been told.",
		{ message: id },
	);
}
