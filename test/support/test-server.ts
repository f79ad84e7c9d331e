import { existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { connect } from "../../src/database/connect.ts";
import { openEmbedded } from "../../src/database/embedded.ts";
import { migrate } from "../../src/database/migrate.ts";

const prefix = "faultline-test-";

/** Starts a PostgreSQL in a folder of its own, with a migrated database `template` to clone from. */
export async function startTestServer(): Promise<{
	url: string;
	stop(): Promise<void>;
	/** Has it end by itself. */
	abandon(): void;
}> {
	await stopWhatWasLeftBehind();
	const dataDir = join(tmpdir(), `${prefix}${process.pid}`);
	rmSync(dataDir, { recursive: true, force: true });
	mkdirSync(dataDir);
	const embedded = await openEmbedded({
		dataDir,
		as: "command",
		settings: { fsync: "off", full_page_writes: "off", max_connections: "200" },
	});
	const stop = async () => {
		await embedded.stop();
		rmSync(dataDir, { recursive: true, force: true });
	};
	const admin = new pg.Client({ connectionString: embedded.url });
	await admin.connect();
	await admin.query("create database template");
	await admin.end();
	const url = embedded.url.replace(/[^/]*$/, "template");
	const database = connect(url);
	await migrate(database);
	await database.close();
	return { url: embedded.url, stop, abandon: embedded.abandon };
}

/** A run that was killed could not stop its server. */
async function stopWhatWasLeftBehind(): Promise<void> {
	for (const name of readdirSync(tmpdir())) {
		if (!name.startsWith(prefix)) continue;
		const pid = Number(name.slice(prefix.length));
		if (!Number.isInteger(pid) || isAlive(pid)) continue;
		const dataDir = join(tmpdir(), name);
		try {
			if (existsSync(join(dataDir, "postgres/postmaster.pid"))) {
				const left = await openEmbedded({ dataDir, as: "command" });
				await left.stop();
			}
		} catch {
			// Only half of it was there.
		}
		rmSync(dataDir, { recursive: true, force: true });
	}
}

function isAlive(pid: number): boolean {
	try {
		return process.kill(pid, 0);
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === "EPERM";
	}
}
