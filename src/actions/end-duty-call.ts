import { DateTime } from "luxon";
import type { Context } from "../context.ts";
import {
	lockConfirmation,
	saveOutcome,
} from "../database/duty-confirmations.ts";
import { nextTry } from "../domain/duty-notice/confirm-call.ts";
import type { DutyCall } from "./duty-call.ts";
import { giveUp } from "./follow-confirmations.ts";
import { lineDuties } from "./line-duties.ts";

/** A call about a duty is over; without an answer after the last try the office is alarmed at once. Told twice, it counts once. */
export async function endDutyCall(
	ctx: Context,
	call: DutyCall,
	ended: { readonly callSid: string; readonly status: string },
): Promise<void> {
	const { database } = ctx;
	const duties = await lineDuties(ctx, call.line);
	if (!duties) return;
	await database.transaction(async (transaction) => {
		await saveOutcome(database, transaction, call.id, {
			tries: call.tries,
			outcome: ended.status,
			callSid: ended.callSid,
		});
		const found = await lockConfirmation(database, transaction, call.id);
		if (found?.state !== "asked") return;
		const { tries, rungAt, outcome } = found;
		const rung = rungAt && DateTime.fromJSDate(rungAt);
		const step = nextTry({ tries, rungAt: rung, outcome }, duties.now);
		if (step === "give-up") await giveUp(ctx, transaction, duties, found);
	});
}
