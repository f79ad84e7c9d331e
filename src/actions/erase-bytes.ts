import { rm } from "node:fs/promises";
import { basename, join } from "node:path";
import type { Context } from "../context.ts";

/** Deletes recordings and files of tickets from the disk; throws when it cannot, to be tried again. */
export async function eraseBytes(
	{ config }: Pick<Context, "config">,
	{
		recordings,
		files,
	}: {
		readonly recordings: readonly string[];
		/** Below the data folder. */
		readonly files: readonly string[];
	},
): Promise<void> {
	const paths = [
		...recordings.map((file) => join("recordings", basename(file))),
		...files.map((file) => join("files", basename(file))),
	];
	for (const path of paths)
		await rm(join(config.dataDir, path), { force: true });
}
