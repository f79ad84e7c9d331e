import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Context } from "../context.ts";
import { filesOfNobody } from "../database/ticket-files.ts";

/** A file is on the disk before it is on record; one that is this old never will be. */
const youngestMs = 3_600_000;

const filesAtATime = 1_000;

/** Clears away what lies among the files of tickets and belongs to none: the service stopped while it was saved, or it was removed and could not be erased. */
export async function removeLostFiles({
	config,
	database,
	log,
}: Pick<Context, "config" | "database" | "log">): Promise<void> {
	const names = await readdir(join(config.dataDir, "files")).catch(() => []);
	for (let i = 0; i < names.length; i += filesAtATime) {
		const lying = names
			.slice(i, i + filesAtATime)
			.map((name) => `files/${name}`);
		for (const file of await filesOfNobody(database, lying)) {
			const path = join(config.dataDir, file);
			const { mtimeMs } = await stat(path);
			// How old a file is the disk tells by its own clock.
			if (Date.now() - mtimeMs < youngestMs) continue;
			await rm(path, { force: true });
			log.info(`${file} belonged to no ticket and was removed.`);
		}
	}
}
