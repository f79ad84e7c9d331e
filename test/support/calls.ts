import { randomBytes } from "node:crypto";
import { answerCall } from "../../src/actions/answer-call.ts";
import { recordCall } from "../../src/actions/record-call.ts";
import { callerOf } from "../../src/domain/call/caller.ts";
import type { CallFact } from "../../src/domain/call/facts.ts";
import type { CallOrigin } from "../../src/domain/call/origin.ts";
import type { AtWork } from "./at-work.ts";
import { lineNumber } from "./open-line.ts";

/** A call that has just arrived; more facts of it can be recorded. */
export interface ArrivedCall {
	readonly origin: CallOrigin;
	record(...facts: CallFact[]): Promise<void>;
}

export const newCallSid = () => `CA${randomBytes(16).toString("hex")}`;

/** Has a call arrive as the carrier would tell it. */
export async function arrivedCall(
	{ ctx, board }: AtWork,
	{ from = "+358401009001", call = newCallSid() } = {},
): Promise<ArrivedCall> {
	const line = Object.values(ctx.config.lines)[0];
	if (!line) throw new Error("there is no line");
	const { origin } = await answerCall(ctx, board, {
		call,
		line,
		caller: callerOf(from),
		called: lineNumber,
	});
	return {
		origin,
		record: async (...facts) => {
			await recordCall(ctx, board, origin, facts);
		},
	};
}

/** The end of ringing one step. */
export function ringEnded(
	more: Partial<Extract<CallFact, { kind: "ring-ended" }>> = {},
): CallFact {
	return {
		kind: "ring-ended",
		step: 0,
		attempt: 1,
		result: "no-answer",
		leg: null,
		person: "kalle",
		talkSeconds: null,
		callerGone: false,
		...more,
	};
}

export const callEnded: CallFact = {
	kind: "call-ended",
	status: "completed",
	seconds: 30,
};
