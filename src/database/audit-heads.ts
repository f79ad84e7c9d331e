import { existsSync } from "node:fs";
import { appendFile, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Seal } from "./audit-seals.ts";

/** The file in the data folder that is written beside the database. */
export const headsFile = "audit-heads.log";

/** Notes new seals outside the database, a line each: whoever rewrites the whole chain there is found out by them. */
export async function noteHeads(
	dataDir: string,
	seals: readonly Pick<Seal, "id" | "hash" | "sealedAt" | "count">[],
): Promise<void> {
	const lines = seals.map(
		({ id, hash, sealedAt, count }) => `${id} ${hash} ${sealedAt} ${count}\n`,
	);
	await appendFile(join(dataDir, headsFile), lines.join(""), { mode: 0o600 });
}

/** The hashes that were noted, by the seal's id; null where no file is. A line that was cut short is left out. */
export async function notedHeads(
	dataDir: string,
): Promise<ReadonlyMap<string, ReadonlySet<string>> | null> {
	const file = join(dataDir, headsFile);
	if (!existsSync(file)) return null;
	const heads = new Map<string, Set<string>>();
	for (const line of (await readFile(file, "utf8")).split("\n")) {
		const [, id, hash] = /^(\d+) ([0-9a-f]{64}) \S+ \d+$/.exec(line) ?? [];
		if (!id || !hash) continue;
		heads.set(id, (heads.get(id) ?? new Set()).add(hash));
	}
	return heads;
}
