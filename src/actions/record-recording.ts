import type { Context } from "../context.ts";
import type { CallOrigin } from "../domain/call/origin.ts";
import { recordCall } from "./record-call.ts";
import type { Switchboard } from "./switchboard.ts";

/** What the carrier tells of a recording; a completed one is fetched by a task. */
export async function recordRecording(
	ctx: Context,
	board: Switchboard,
	origin: CallOrigin,
	recording: { sid: string; status: string; seconds: number | null },
): Promise<void> {
	const { sid, status, seconds } = recording;
	const facts = [
		{ kind: "recording-announced", recording: sid, status, seconds } as const,
	];
	if (status === "in-progress") {
		await recordCall(ctx, board, origin, facts);
		return;
	}
	await recordCall(ctx, board, origin, facts, {
		recording: {
			sid,
			seconds,
			state: status === "completed" ? "announced" : "absent",
			announcedAt: new Date(ctx.clock.now().toMillis()).toISOString(),
		},
	});
}
