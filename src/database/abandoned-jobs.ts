import pg from "pg";
import type { Logger } from "winston";
import { breakWhenSilent } from "./connect.ts";

/**
 * Gives jobs back to the queue whose worker was killed. The queue itself would wait four hours, for it cannot know that
 * nobody works on them. So each pool of workers holds a lock named after it, and a lock that nobody holds tells.
 */
export class AbandonedJobs {
	readonly #url: string;
	readonly #log: Logger;
	readonly #mine = new Set<string>();
	#client: pg.Client | undefined;
	#sweeping: Promise<void> = Promise.resolve();
	readonly #timer: NodeJS.Timeout;

	constructor(options: { readonly url: string; readonly log: Logger }) {
		this.#url = options.url;
		this.#log = options.log;
		this.#timer = setInterval(() => void this.sweep(), 60_000).unref();
	}

	/** Marks the pool's jobs as being worked on, for as long as this process lives. */
	claim(pool: string): void {
		this.#mine.add(pool);
		void this.#then(async () => {
			await this.#lock(await this.#connected(), pool);
		});
	}

	/** Gives back what nobody works on; resolves when that is done, and never rejects. */
	sweep(): Promise<void> {
		return this.#then(async () => {
			const client = await this.#connected();
			const { rows } = await client.query<{ pool: string }>(
				"select distinct locked_by as pool from graphile_worker.jobs where locked_by <> all($1)",
				[[...this.#mine]],
			);
			for (const { pool } of rows) await giveBack(client, pool);
		});
	}

	async stop(): Promise<void> {
		clearInterval(this.#timer);
		await this.#sweeping;
		await this.#client?.end().catch(() => {});
	}

	/** One after another, on one connection. */
	#then(act: () => Promise<void>): Promise<void> {
		this.#sweeping = this.#sweeping.then(act).catch((error) => {
			this.#log.warn("jobs that nobody works on could not be looked for", {
				error,
			});
		});
		return this.#sweeping;
	}

	/** The connection that holds our locks; a new one takes them again. */
	async #connected(): Promise<pg.Client> {
		if (this.#client) return this.#client;
		const client = new pg.Client({
			connectionString: this.#url,
			application_name: "faultline jobs",
			connectionTimeoutMillis: 3_000,
			keepAlive: true,
		});
		client.on("error", () => {});
		client.on("end", () => {
			this.#client = undefined;
		});
		breakWhenSilent(client);
		await client.connect();
		this.#client = client;
		for (const pool of this.#mine) await this.#lock(client, pool);
		return client;
	}

	async #lock(client: pg.Client, pool: string): Promise<void> {
		await client.query(`select pg_advisory_lock(${lockOf("$1")})`, [pool]);
	}
}

async function giveBack(client: pg.Client, pool: string): Promise<void> {
	const { rows } = await client.query(
		`select pg_try_advisory_lock(${lockOf("$1")}) as abandoned`,
		[pool],
	);
	if (!rows[0].abandoned) return;
	await client.query("select graphile_worker.force_unlock_workers($1)", [
		[pool],
	]);
	await client.query(`select pg_advisory_unlock(${lockOf("$1")})`, [pool]);
}

function lockOf(parameter: string): string {
	return `hashtextextended('jobs of ' || ${parameter}, 0)`;
}
