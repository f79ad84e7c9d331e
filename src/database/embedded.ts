import { existsSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import type { Logger } from "winston";
import { SetupError } from "../errors.ts";
import { accountFor } from "./embedded/account.ts";
import {
	checkCluster,
	keepLogSmall,
	passwordOf,
	prepareFolder,
} from "./embedded/data-folder.ts";
import { asSetupError, sayingWhy } from "./embedded/faults.ts";
import { type RunningServer, runningServer } from "./embedded/pid-file.ts";
import { programs } from "./embedded/programs.ts";
import {
	type Cluster,
	createCluster,
	freePort,
	ServerError,
	startServer,
	stopServer,
} from "./embedded/server.ts";

/** A real PostgreSQL of our own, kept under the data folder. */
export interface EmbeddedDatabase {
	/** Where it listens, password included; stays the same when the server has to be started again. */
	readonly url: string;
	/** Stops the server, unless somebody else (the service, a command) is using it. */
	stop(): Promise<void>;
	/** Tells the server to stop and does not wait for it. */
	abandon(): void;
}

export interface EmbeddedOptions {
	readonly dataDir: string;
	/** The one service of a data folder, or a command that may run beside it. */
	readonly as: "service" | "command";
	readonly log?: Logger;
	/** PostgreSQL's settings over ours. */
	readonly settings?: Readonly<Record<string, string>>;
}

// Advisory locks in the database `postgres`: they end with the process that holds them, however it ends.
const userLock = 7_146_001;
const serviceLock = 7_146_002;
const longestWait = 60_000;

/**
 * Opens the embedded database of a data folder: makes it, starts it, or adopts the server that an earlier service left
 * running. If the server dies while it is held, it is started again on the same port.
 *
 * @throws SetupError with one plain sentence when the folder or the server cannot be used, or another service has it.
 */
export async function openEmbedded(
	options: EmbeddedOptions,
): Promise<EmbeddedDatabase> {
	const held = new HeldServer(options);
	await held.hold();
	return {
		url: held.url("faultline"),
		stop: () => held.release(),
		abandon: () => held.abandon(),
	};
}

class HeldServer {
	readonly #options: EmbeddedOptions;
	readonly #cluster: Cluster;
	readonly #password: string;
	#port: number | undefined;
	#holder: pg.Client | undefined;
	#releasing = false;

	constructor(options: EmbeddedOptions) {
		this.#options = options;
		const directory = join(options.dataDir, "postgres");
		prepareFolder(options.dataDir);
		this.#cluster = sayingWhy(options.dataDir, () => ({
			directory,
			account: accountFor(directory),
			programs: programs(),
			logFile: join(options.dataDir, "postgres.log"),
			...(options.settings ? { settings: options.settings } : {}),
		}));
		this.#password = passwordOf(options.dataDir, existsSync(directory));
		sayingWhy(options.dataDir, () => {
			if (existsSync(directory)) checkCluster(directory);
			else createCluster(this.#cluster, this.#password);
			keepLogSmall(this.#cluster.logFile);
		});
	}

	url(database: string): string {
		return `postgres://faultline:${this.#password}@127.0.0.1:${this.#port}/${database}`;
	}

	/** Starts or adopts the server and marks it as used by us. */
	async hold(): Promise<void> {
		const deadline = Date.now() + longestWait;
		for (;;) {
			try {
				const server = await this.#start();
				this.#port = server.port;
				this.#holder = await this.#connect();
				break;
			} catch (error) {
				if (!passesByItself(error) || Date.now() > deadline)
					throw asSetupError(this.#options.dataDir, error);
				await pause(50);
			}
		}
		this.#holder.on("error", () => {});
		this.#holder.on("end", () => void this.#revive());
	}

	async release(): Promise<void> {
		this.#releasing = true;
		const alone = await this.#holder
			?.query(
				`select pg_advisory_unlock_shared(${userLock}), pg_try_advisory_lock(${userLock}) as alone`,
			)
			.then(
				({ rows }) => rows[0].alone as boolean,
				() => true,
			);
		const server = runningServer(this.#cluster.directory);
		if (server && alone) await stopServer(this.#cluster, server);
		await this.#holder?.end().catch(() => {});
	}

	abandon(): void {
		this.#releasing = true;
		const server = runningServer(this.#cluster.directory);
		if (server) process.kill(server.pid, "SIGINT");
	}

	async #start(): Promise<RunningServer> {
		const running = runningServer(this.#cluster.directory);
		if (running?.ready) return running;
		if (running) throw new ServerError("it is still starting or stopping");
		return startServer(this.#cluster, await freePort(this.#port));
	}

	async #connect(): Promise<pg.Client> {
		const client = new pg.Client({
			connectionString: this.url("postgres"),
			application_name: `faultline ${this.#options.as}`,
			connectionTimeoutMillis: 10_000,
			keepAlive: true,
			ssl: false,
		});
		client.on("error", () => {});
		try {
			await client.connect();
			await client.query(`select pg_advisory_lock_shared(${userLock})`);
			if (this.#options.as === "service") await this.#beTheOnlyService(client);
			await createDatabase(client);
			return client;
		} catch (error) {
			await client.end().catch(() => {});
			throw error;
		}
	}

	async #beTheOnlyService(client: pg.Client): Promise<void> {
		const { rows } = await client.query(
			`select pg_try_advisory_lock(${serviceLock}) as ours`,
		);
		if (!rows[0].ours)
			throw new SetupError(
				`Another Faultline already runs on the data folder ${this.#options.dataDir}: stop that one first, or set DATA_DIR to another folder.`,
			);
	}

	/** The server went away under us (killed, out of memory): bring it back where everybody expects it. */
	async #revive(): Promise<void> {
		const { log } = this.#options;
		for (let wait = 100; !this.#releasing; wait = Math.min(wait * 2, 5000)) {
			log?.error("the embedded database went away; starting it again");
			try {
				await this.hold();
				log?.info("the embedded database is back");
				return;
			} catch (error) {
				log?.error(String(error));
				await pause(wait);
			}
		}
	}
}

/** Somebody else may be starting or stopping it at this very moment, a killed one's orphans be ending, the port be taken. */
function passesByItself(error: unknown): boolean {
	const { code, message } = error as NodeJS.ErrnoException;
	if (error instanceof ServerError)
		return /still starting|lock file|shared memory|could not create any TCP/.test(
			message,
		);
	return ["ECONNREFUSED", "ECONNRESET", "57P01", "57P03"].includes(code ?? "");
}

async function createDatabase(client: pg.Client): Promise<void> {
	const found = await client.query(
		"select 1 from pg_database where datname = 'faultline'",
	);
	if (found.rowCount) return;
	await client.query("create database faultline").catch((error) => {
		if (error.code !== "42P04" && error.code !== "23505") throw error;
	});
}
