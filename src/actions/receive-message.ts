import type { LineConfig } from "../config.ts";
import type { Context } from "../context.ts";
import type { Caller } from "../domain/call/caller.ts";
import { callerText } from "../domain/call/caller.ts";
import { isOptOut, thanksForText } from "../domain/ticket/texts.ts";
import type { Switchboard } from "./switchboard.ts";

export interface ArrivingMessage {
	readonly carrierSid: string;
	readonly sender: Caller;
	/** E.164. */
	readonly recipient: string;
	readonly body: string;
}

/**
 * Keeps a text message that came in and has it passed on to the person on duty.
 *
 * @returns the reply, or null when none is due: the sender wants no more messages, cannot be answered, or had one within the hour.
 */
export async function receiveMessage(
	ctx: Context,
	board: Switchboard,
	message: ArrivingMessage,
): Promise<string | null> {
	const { carrierSid, sender, recipient, body } = message;
	const line = lineTexted(ctx, recipient);
	const recorded = await keep(ctx, board, {
		record: "message",
		carrierSid,
		line: line?.id ?? "",
		sender: callerText(sender),
		recipient,
		body: body.slice(0, longestBody),
		at: new Date(ctx.clock.now().toMillis()).toISOString(),
	});
	if (!line || sender.kind !== "number" || isOptOut(body)) return null;
	if (recorded?.deservesReply === false) return null;
	const language = board.languageOf(sender.number) ?? line.language;
	return thanksForText(line.name, line.number, language);
}

async function keep(
	ctx: Context,
	board: Switchboard,
	entry: Parameters<Switchboard["recorder"]["record"]>[0],
) {
	try {
		return await board.recorder.record(entry);
	} catch (error) {
		ctx.log.error(
			"Neither the database nor the spool takes a text message. See to the disk and the database.",
			{ error: String(error), entry },
		);
		return null;
	}
}

function lineTexted(ctx: Context, recipient: string): LineConfig | undefined {
	const lines = Object.values(ctx.config.lines);
	return lines.find(({ number }) => number === recipient) ?? lines[0];
}

/** The carrier itself takes no more. Source: Twilio, "Message resource". */
const longestBody = 1_600;
