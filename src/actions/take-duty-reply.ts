import type { Context } from "../context.ts";
import {
	lockConfirmation,
	saveOutcome,
} from "../database/duty-confirmations.ts";
import type { Instruction } from "../domain/call/instructions.ts";
import {
	afterReply,
	askWhetherTheyHaveIt,
	notRecorded,
	replyOf,
} from "../domain/duty-notice/confirm-call.ts";
import { alarmOfDuty, endAlarmOfDuty, settle } from "./alarm-of-duty.ts";
import { askedIn, type DutyCall } from "./duty-call.ts";
import { lineDuties, personOf } from "./line-duties.ts";

/** Somebody, or something, picked up: says whose duty it is and asks for a key. No database is needed for it. */
export function askAboutDuty(ctx: Context, call: DutyCall): Instruction[] {
	const line = ctx.config.lines[call.line];
	if (!line) return [{ kind: "hang-up" }];
	return askWhetherTheyHaveIt(
		askedIn(call, line.name),
		ctx.clock.now(),
		call.language,
	);
}

/**
 * A key was pressed. "I have it" counts whenever it comes, also after the office was alarmed; "I cannot" alarms the office at once. The
 * same key told twice changes nothing the second time.
 */
export async function takeDutyReply(
	ctx: Context,
	call: DutyCall,
	key: string | null,
): Promise<Instruction[]> {
	const reply = replyOf(key);
	if (reply === null) return afterReply(null, call.language);
	try {
		await record(ctx, call, reply);
		return afterReply(reply, call.language);
	} catch (error) {
		ctx.log.error(
			"Somebody answered whether they have their duty, and it could not be put on record. They are rung again.",
			{ error: String(error), duty: call.duty },
		);
		return notRecorded(call.language);
	}
}

async function record(
	ctx: Context,
	call: DutyCall,
	reply: "confirmed" | "declined",
): Promise<void> {
	const { database } = ctx;
	const duties = await lineDuties(ctx, call.line);
	if (!duties) throw new Error(`The line ${call.line} has no rota`);
	await database.transaction(async (transaction) => {
		const found = await lockConfirmation(database, transaction, call.id);
		if (!found || found.state === "withdrawn" || found.state === reply) return;
		// Who has said yes changes their mind by talking to the office.
		if (reply === "declined" && found.state === "confirmed") return;
		const actor = personOf(duties, found.person)?.name ?? found.person;
		const { tries } = call;
		await saveOutcome(database, transaction, found.id, {
			...{ tries, outcome: reply, callSid: null },
		});
		await settle(ctx, transaction, found, reply, { actor, at: duties.now });
		if (reply === "confirmed")
			await endAlarmOfDuty(ctx, transaction, duties, found);
		else await alarmOfDuty(ctx, transaction, duties, found, "declined");
	});
}
