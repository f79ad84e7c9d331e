import {
	existsSync,
	mkdirSync,
	readdirSync,
	rmSync,
	statfsSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { connect } from "../../src/database/connect.ts";
import { openEmbedded } from "../../src/database/embedded.ts";
import { migrate } from "../../src/database/migrate.ts";

const prefix = "faultline-test-";
const memory = "/dev/shm";
const roomWanted = 4 * 1024 ** 3;

/** Starts a PostgreSQL in a folder of its own, with a migrated database `template` to clone from. */
export async function startTestServer(): Promise<{
	url: string;
	stop(): Promise<void>;
	/** Has it end by itself. */
	abandon(): void;
}> {
	await stopWhatWasLeftBehind();
	const dataDir = join(quickFolder(), `${prefix}${process.pid}`);
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

/** Each test's database is a thousand files: in memory, where there is plenty, they come and go ten times as quickly. */
function quickFolder(): string {
	try {
		const { bavail, bsize } = statfsSync(memory);
		return bavail * bsize > roomWanted ? memory : tmpdir();
	} catch {
		return tmpdir();
	}
}

/** A run that was killed could not stop its server. */
async function stopWhatWasLeftBehind(): Promise<void> {
	const folders = [tmpdir(), memory].filter((folder) => existsSync(folder));
	for (const folder of folders)
		for (const name of readdirSync(folder)) await stopLeft(folder, name);
}

async function stopLeft(folder: string, name: string): Promise<void> {
	const pid = Number(name.slice(prefix.length));
	if (!name.startsWith(prefix) || !Number.isInteger(pid) || isAlive(pid))
		return;
	const dataDir = join(folder, name);
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

function isAlive(pid: number): boolean {
	try {
		return process.kill(pid, 0);
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === "EPERM";
	}
}
