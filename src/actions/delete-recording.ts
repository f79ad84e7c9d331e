import type { Context } from "../context.ts";
import {
	recordingBySid,
	saveDeletedAtCarrier,
} from "../database/recordings.ts";

/** Has the carrier delete its copy of a recording of which ours is kept, or erased as well; throws when it cannot be reached, to be tried again. */
export async function deleteRecording(
	ctx: Context,
	sid: string,
): Promise<void> {
	const recording = await recordingBySid(ctx.database, sid);
	if (recording?.state !== "kept" && recording?.state !== "erased") return;
	try {
		await ctx.carrier.recordings(sid).remove();
	} catch (error) {
		const isGone = (error as { status?: number }).status === 404;
		if (!isGone) throw error;
	}
	await saveDeletedAtCarrier(ctx.database, sid, ctx.clock.now());
}
