import type { Context } from "../context.ts";
import { endSending, type Message, messageById } from "../database/messages.ts";

/**
 * Hands a message to the carrier, and has it tell us what becomes of it; an e-mail goes to the mail server. What is refused is put on
 * record as failed; when nobody can be reached this throws, to be tried again. A message may then arrive twice: neither has a way to tell.
 */
export async function sendMessage(ctx: Context, id: string): Promise<void> {
	const message = await messageById(ctx.database, id);
	if (!message || message.carrierSid || isOver(message)) return;
	if (message.channel === "email") await mail(ctx, message);
	else await sendText(ctx, message);
}

function isOver({ status }: Message): boolean {
	return status === "failed" || status === "sent";
}

async function sendText(ctx: Context, message: Message): Promise<void> {
	const { id } = message;
	try {
		const sent = await ctx.carrier.messages.create({
			to: message.recipient,
			from: message.sender ?? "",
			body: message.body,
			statusCallback: `${ctx.config.publicUrl}/twilio/messages/status?message=${id}`,
		});
		await endSending(ctx.database, id, {
			status: sent.status,
			carrierSid: sent.sid,
		});
	} catch (error) {
		const refusal = refusalIn(error);
		if (!refusal) throw error;
		await endSending(ctx.database, id, { status: "failed", error: refusal });
		ctx.log.error(
			`The carrier refuses a text message (${refusal}). Whoever it was for has not been told.`,
			{ message: id },
		);
	}
}

/** Once the server has taken it, it is sent; whether it is read nobody tells. */
async function mail(ctx: Context, message: Message): Promise<void> {
	const { id, recipient, subject, body } = message;
	const end = (status: string, error?: string) =>
		endSending(ctx.database, id, { status, ...(error && { error }) });
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
		Record<"status" | "code", number> & { message: string }
	>;
	if (typeof status !== "number" || status < 400 || status >= 500) return null;
	return status === 429 ? null : `${code ?? status}: ${message}`;
}

/** After the last try: it is on record as failed, where it can be seen. */
export async function giveUpMessage(ctx: Context, id: string): Promise<void> {
	await endSending(ctx.database, id, {
		status: "failed",
		error: "nobody took it, however often it was tried",
	});
	ctx.log.error(
		"A message was given up after many tries. Whoever it was for has not been told.",
		{ message: id },
	);
}
