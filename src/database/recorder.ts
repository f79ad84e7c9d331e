import { setImmediate as nextTurn } from "node:timers/promises";
import type { Sequelize } from "sequelize";
import type { Logger } from "winston";
import { type Entry, type Recorded, recordEntries } from "./records.ts";
import { type Spool, touchEveryMs } from "./spool.ts";

export interface RecorderOptions {
	readonly database: Sequelize;
	readonly spool: Spool;
	readonly log: Logger;
	/** How long a caller is kept waiting for the database before the spool takes over. */
	readonly patienceMs: number;
}

/**
 * Puts entries on record so that nobody on the phone ever waits for a database: entries that come together share a transaction,
 * and when the database does not answer in time they go to the spool, which is emptied as soon as it answers again.
 */
export class Recorder {
	readonly #database: Sequelize;
	readonly #spool: Spool;
	readonly #log: Logger;
	readonly #patienceMs: number;
	#queue: Pending[] = [];
	#underWay: readonly Pending[] | null = null;
	#databaseIsWell = true;
	#draining: Promise<void> | null = null;
	readonly #timers: NodeJS.Timeout[];

	constructor(options: RecorderOptions) {
		this.#database = options.database;
		this.#spool = options.spool;
		this.#log = options.log;
		this.#patienceMs = options.patienceMs;
		this.#timers = [
			setInterval(() => void this.drain(), drainEveryMs),
			setInterval(() => void this.#touch(), touchEveryMs),
		];
		for (const timer of this.#timers) timer.unref();
	}

	/**
	 * Resolves when the entry is safe: with the record's answer once it is committed, with null when it went to the spool.
	 * Throws only if neither the database nor the disk takes it.
	 */
	record(entry: Entry): Promise<Recorded | null> {
		if (!this.#databaseIsWell) return this.spool(entry);
		return new Promise((resolve, reject) => {
			const pending: Pending = {
				entry,
				done: false,
				answer: (recorded) => {
					if (pending.done) return;
					pending.done = true;
					clearTimeout(timer);
					resolve(recorded);
				},
				giveUp: (why) => {
					if (pending.done) return;
					pending.done = true;
					clearTimeout(timer);
					this.#databaseFails(why);
					this.spool(entry).then(resolve, reject);
				},
			};
			const timer = setTimeout(
				() => pending.giveUp(`no answer in ${this.#patienceMs} ms`),
				this.#patienceMs,
			);
			this.#queue.push(pending);
			this.#flush();
		});
	}

	/** Puts the entry on the disk, not asking the database. */
	async spool(entry: Entry): Promise<null> {
		await this.#spool.append(entry);
		return null;
	}

	/** Brings what is spooled into the database; leaves it for the next time when that does not answer. */
	drain(): Promise<void> {
		this.#draining ??= this.#drain().finally(() => {
			this.#draining = null;
		});
		return this.#draining;
	}

	/** Ends the background work; what is spooled stays for the next start. */
	async stop(): Promise<void> {
		for (const timer of this.#timers) clearInterval(timer);
		await this.#draining;
		await this.#spool.close();
	}

	#flush(): void {
		// One batch at a time: what comes meanwhile shares the next transaction, which costs hardly more for many than for one.
		if (this.#underWay) return;
		const waiting = this.#queue.filter((pending) => !pending.done);
		// Everybody locks tickets in one order, so that instances never wait for each other in a circle.
		const batch = waiting.slice(0, largestBatch).sort(byCall);
		this.#queue = waiting.slice(largestBatch);
		if (batch.length === 0) return;
		this.#underWay = batch;
		const giveWay = () => {
			if (this.#underWay !== batch) return;
			this.#underWay = null;
			this.#flush();
		};
		void this.#commit(batch, giveWay).finally(giveWay);
	}

	async #commit(
		batch: readonly Pending[],
		giveWay: () => void = () => {},
	): Promise<void> {
		try {
			const recorded = await recordEntries(
				this.#database,
				batch.map(({ entry }) => entry),
			);
			giveWay();
			// The database gets the next list before the calls of this one are seen to, or it would have nothing to do meanwhile.
			await nextTurn();
			batch.forEach((pending, i) => {
				pending.answer(recorded[i] ?? null);
			});
		} catch (error) {
			if (batch.length > 1 && (isRefusal(error) || isCircle(error)))
				for (const pending of batch) await this.#commit([pending]);
			else for (const pending of batch) pending.giveUp(reasonOf(error));
		}
	}

	async #drain(): Promise<void> {
		try {
			await this.#spool.drain(async (entries) => {
				for (let i = 0; i < entries.length; i += largestBatch)
					await this.#take(entries.slice(i, i + largestBatch));
			});
			if (!this.#databaseIsWell && this.#spool.isEmpty) {
				this.#databaseIsWell = true;
				this.#log.info("The database answers again; the spool is empty.");
			}
		} catch (error) {
			this.#databaseFails(reasonOf(error));
		}
	}

	async #take(entries: readonly Entry[]): Promise<void> {
		try {
			await withinPatience(recordEntries(this.#database, entries));
		} catch (error) {
			if (!isRefusal(error)) throw error;
			if (entries.length > 1) {
				for (const entry of entries) await this.#take([entry]);
				return;
			}
			for (const entry of entries) {
				const path = await this.#spool.putAside(entry);
				this.#log.error(
					`The database refuses an entry of the spool (${reasonOf(error)}). It is kept in ${path}: tell the developers.`,
				);
			}
		}
	}

	#databaseFails(why: string): void {
		// What hangs must not hold up what comes after it.
		this.#underWay = null;
		if (!this.#databaseIsWell) return;
		this.#databaseIsWell = false;
		this.#log.error(
			`The database does not take records (${why}). Calls go on; what happens is kept in the spool until it answers.`,
		);
	}

	async #touch(): Promise<void> {
		await this.#spool.touch().catch((error) => {
			this.#log.warn(`The spool cannot be touched: ${reasonOf(error)}`);
		});
	}
}

/** A connection that went dead without a word answers never. */
async function withinPatience<T>(work: Promise<T>): Promise<T> {
	let timer: NodeJS.Timeout | undefined;
	const late = new Promise<never>((_, reject) => {
		timer = setTimeout(
			() => reject(new Error(`no answer in ${drainPatienceMs} ms`)),
			drainPatienceMs,
		);
	});
	try {
		return await Promise.race([work, late]);
	} finally {
		clearTimeout(timer);
	}
}

interface Pending {
	readonly entry: Entry;
	done: boolean;
	readonly answer: (recorded: Recorded | null) => void;
	readonly giveUp: (why: string) => void;
}

const drainEveryMs = 1_000;
const drainPatienceMs = 10_000;
const largestBatch = 64;

function byCall(a: Pending, b: Pending): number {
	const key = ({ entry }: Pending) =>
		entry.record === "call" ? entry.call : "";
	return key(a).localeCompare(key(b));
}

/** Whether the database understood and refuses what an entry says (SQLSTATE classes 22 and 23), which trying again cannot mend. */
function isRefusal(error: unknown): boolean {
	return /^(22|23)/.test(stateOf(error));
}

/** Whether two lists waited for each other in a circle, and this one gave way (SQLSTATE 40P01): one entry alone never does. */
function isCircle(error: unknown): boolean {
	return stateOf(error) === "40P01";
}

function stateOf(error: unknown): string {
	return (error as { original?: { code?: string } }).original?.code ?? "";
}

function reasonOf(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}
