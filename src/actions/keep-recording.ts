import { createHash } from "node:crypto";
import { mkdir, open, rename } from "node:fs/promises";
import { join } from "node:path";
import type { Context } from "../context.ts";
import { auditEntry } from "../database/audit.ts";
import { notifyOfChange } from "../database/changes.ts";
import {
	type Recording,
	recordingBySid,
	saveKept,
	saveLost,
} from "../database/recordings.ts";
import { recordingMedia } from "./recording-media.ts";

/**
 * Fetches a recording from the carrier, checks it, and keeps it in `DATA_DIR/recordings`, readable by this user only. Done once;
 * throws when it did not work out, to be tried again.
 */
export async function keepRecording(ctx: Context, sid: string): Promise<void> {
	const recording = await recordingBySid(ctx.database, sid);
	if (recording?.state !== "announced") return;
	const media = await recordingMedia(ctx.config.carrier, sid);
	const file = `${sid}.wav`;
	await writeSafely(join(ctx.config.dataDir, "recordings"), file, media);
	await save(ctx, recording, file, media);
}

/** All tries have failed: says so on the ticket and in the log. The carrier's copy stays where it is. */
export async function giveUpRecording(
	ctx: Context,
	sid: string,
): Promise<void> {
	await saveLost(ctx.database, sid);
	ctx.log.error(
		`The recording ${sid} could not be fetched from the carrier. It is still there: listen to it in the carrier's console.`,
	);
}

async function save(
	ctx: Context,
	{ sid, line, ticket }: Recording,
	file: string,
	media: Buffer,
): Promise<void> {
	const { database, config } = ctx;
	const at = ctx.clock.now();
	const sha256 = createHash("sha256").update(media).digest("hex");
	const bytes = media.length;
	await database.transaction(async (transaction) => {
		await saveKept(database, transaction, {
			sid,
			file,
			bytes,
			sha256,
			at,
			deleteAtCarrier: config.lines[line]?.voicemail.deleteAtCarrier ?? false,
		});
		await auditEntry(database, transaction, {
			at,
			actor: `line:${line}`,
			action: "recording-kept",
			subject: { kind: "ticket", id: ticket },
			after: { recording: sid, bytes, sha256 },
		});
		await notifyOfChange(database, transaction, {
			kind: "ticket-changed",
			number: ticket,
			line,
		});
	});
}

/** Under its name there is only ever the whole file. */
async function writeSafely(
	folder: string,
	file: string,
	content: Buffer,
): Promise<void> {
	await mkdir(folder, { recursive: true, mode: 0o700 });
	const unfinished = join(folder, `${file}.part`);
	const handle = await open(unfinished, "w", 0o600);
	try {
		await handle.writeFile(content);
		await handle.sync();
	} finally {
		await handle.close();
	}
	await rename(unfinished, join(folder, file));
}
