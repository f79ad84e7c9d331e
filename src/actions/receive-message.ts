import type { LineConfig } from "../config.ts";
import type { Context } from "../context.ts";
import type { Caller } from "../domain/call/caller.ts";
import { callerText } from "../domain/call/caller.ts";
import { answerToWish, stopOrStart } from "../domain/ticket/opt-out.ts";
import { commandIn } from "../domain/ticket/text-commands.ts";
import {
	isOptOut,
	thanksForText,
	thanksToColleague,
} from "../domain/ticket/texts.ts";
import { colleagueAt } from "./obey-text.ts";
import type { Switchboard } from "./switchboard.ts";

export interface ArrivingMessage {
	readonly carrierSid: string;
	readonly sender: Caller;
	/** E.164. */
	readonly recipient: string;
	readonly body: string;
}

/**
 * Keeps a text message that came in and has it passed on to the person on duty. Who wants no more messages gets none from the moment that
 * it is kept.
 *
 * @returns the reply, or null when none is due: the carrier has answered already, the sender cannot be answered, had one within the
 * hour, or is a colleague who hears what came of what they said they do.
 */
export async function receiveMessage(
	ctx: Context,
	board: Switchboard,
	message: ArrivingMessage,
): Promise<string | null> {
	const { carrierSid, sender, recipient, body } = message;
	const line = lineTexted(ctx, recipient);
	const wish = sender.kind === "number" ? stopOrStart(body) : null;
	const recorded = await keep(ctx, board, {
		record: "message",
		carrierSid,
		line: line?.id ?? "",
		sender: callerText(sender),
		recipient,
		body: body.slice(0, longestBody),
		...(wish && { wish: wish.wish }),
		at: new Date(ctx.clock.now().toMillis()).toISOString(),
	});
	if (!line || sender.kind !== "number") return null;
	if (wish && wish.spokenTo !== "carrier")
		return answerToWish(line.name, wish.wish, wish.spokenTo);
	const colleague = colleagueAt(ctx, line, sender.number);
	if (isOptOut(body) || (colleague && commandIn(body) !== null)) return null;
	if (recorded?.deservesReply === false) return null;
	if (colleague) return thanksToColleague(colleague.language ?? line.language);
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
