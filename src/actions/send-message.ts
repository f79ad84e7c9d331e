import type { Context } from "../context.ts";
import { endSending, messageById } from "../database/messages.ts";

/**
 * Hands a message to the carrier, and has it tell us what becomes of it. What the carrier refuses is put on record as failed; when it
 * cannot be reached this throws, to be tried again. A message may then arrive twice: the carrier has no way to tell.
 */
export async function sendMessage(ctx: Context, id: string): Promise<void> {
	const message = await messageById(ctx.database, id);
	if (!message || message.carrierSid || message.status === "failed") return;
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

/** What the carrier says when trying again cannot help; it asks for patience with 429. */
function refusalIn(error: unknown): string | null {
	const { status, code, message } = error as Partial<
		Record<"status" | "code", number> & { message: string }
	>;
	if (typeof status !== "number" || status < 400 || status >= 500) return null;
	return status === 429 ? null : `${code ?? status}: ${message}`;
}
