import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import type { Sequelize, Transaction } from "sequelize";
import type { Logger } from "winston";
import type { Change, Changes } from "../context.ts";
import { addressOf, breakWhenSilent } from "./connect.ts";

/** PostgreSQL's channel of changes; the payload is one `Change` as JSON. */
const channel = "faultline";

/** Tells every instance of the change, when and only if the transaction commits. */
export async function notifyOfChange(
	database: Sequelize,
	transaction: Transaction | null,
	change: Change,
): Promise<void> {
	await database.query("select pg_notify($1, $2)", {
		transaction,
		bind: [channel, JSON.stringify(change)],
	});
}

/** Changes as the database notifies them, over a connection of its own that comes back when it is lost. */
export class ChangeListener implements Changes {
	readonly #database: Sequelize;
	readonly #log: Logger;
	readonly #missed: () => Promise<void>;
	readonly #listeners = new Set<(change: Change) => void>();
	readonly #silentForMs: number | undefined;
	readonly #pulse: NodeJS.Timeout;
	#client: pg.Client | undefined;
	#stopping = false;

	/**
	 * @param options.missed called whenever the connection is back: what happened meanwhile was not notified and has to
	 * be read again.
	 * @param options.pulseMs how often the connection is felt for: nothing else tells that nothing can come by it any more.
	 */
	constructor(options: {
		readonly database: Sequelize;
		readonly log: Logger;
		readonly missed: () => Promise<void>;
		readonly pulseMs?: number;
		readonly silentForMs?: number;
	}) {
		this.#database = options.database;
		this.#log = options.log;
		this.#missed = options.missed;
		this.#silentForMs = options.silentForMs;
		this.#pulse = setInterval(
			() => void this.#client?.query("select").catch(() => {}),
			options.pulseMs ?? 30_000,
		).unref();
	}

	publish(change: Change): void {
		notifyOfChange(this.#database, null, change).catch((error) =>
			this.#log.warn("a change could not be notified", { change, error }),
		);
	}

	subscribe(listener: (change: Change) => void): () => void {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}

	/** Listens from now on; rejects when the first connection fails. */
	async start(): Promise<void> {
		const client = new pg.Client({
			connectionString: addressOf(this.#database),
			application_name: "faultline changes",
			connectionTimeoutMillis: 3_000,
			keepAlive: true,
		});
		client.on("notification", ({ payload }) => this.#tell(payload ?? ""));
		client.on("error", () => {});
		breakWhenSilent(client, this.#silentForMs);
		try {
			await client.connect();
			await client.query(`listen ${channel}`);
		} catch (error) {
			await client.end().catch(() => {});
			throw error;
		}
		this.#client = client;
		client.on("end", () => void this.#comeBack());
	}

	async stop(): Promise<void> {
		this.#stopping = true;
		clearInterval(this.#pulse);
		this.#listeners.clear();
		await this.#client?.end().catch(() => {});
	}

	async #comeBack(): Promise<void> {
		for (let wait = 100; !this.#stopping; wait = Math.min(wait * 2, 5_000)) {
			await pause(wait, undefined, { ref: false });
			try {
				await this.start();
				await this.#missed();
				this.#tellAll({ kind: "missed" });
				return;
			} catch {
				// Whoever uses the database logs that it is away.
			}
		}
	}

	#tell(payload: string): void {
		const change = changeIn(payload);
		if (change) this.#tellAll(change);
	}

	#tellAll(change: Change): void {
		for (const listener of this.#listeners) {
			try {
				listener(change);
			} catch (error) {
				this.#log.error("a listener failed on a change", { change, error });
			}
		}
	}
}

function changeIn(payload: string): Change | null {
	try {
		return JSON.parse(payload) as Change;
	} catch {
		return null;
	}
}
