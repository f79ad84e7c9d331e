import type { Context } from "../context.ts";
import { callOrigin, callsWithoutEnd } from "../database/calls.ts";
import { recordEntries } from "../database/records.ts";
import { entryOf } from "./record-call.ts";

/** Ends calls that cannot be going on any more and of which the carrier never told the end, so that somebody hears of them. */
export async function endForgottenCalls(ctx: Context): Promise<void> {
	const before = ctx.clock.now().minus(longestCall);
	for (const call of await callsWithoutEnd(ctx.database, before)) {
		const origin = await callOrigin(ctx.database, call);
		if (!origin || !ctx.config.lines[origin.line]) continue;
		await recordEntries(ctx.database, [
			entryOf(ctx, origin, [
				{ kind: "call-ended", status: "not-told", seconds: null },
			]),
		]);
	}
}

/** The carrier ends a call after four hours. Source: Twilio, TwiML Dial, "timeLimit". */
const longestCall = { hours: 5 };
