import { randomUUID } from "node:crypto";
import {
	type FileHandle,
	mkdir,
	open,
	readdir,
	readFile,
	stat,
	unlink,
	utimes,
} from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import type { Entry } from "./records.ts";

/**
 * Entries on disk for as long as the database does not answer: one file a process, one line an entry. What `append` has
 * resolved is on the disk itself, so it outlives a killed process and a lost machine power.
 */
export class Spool {
	readonly #folder: string;
	readonly #own =
		`${hostname().replaceAll("-", "_")}-${process.pid}-${randomUUID()}`;
	#file: { readonly path: string; readonly handle: FileHandle } | null = null;
	#files = 0;
	#waiting: Waiting[] = [];
	#writing: Promise<void> | null = null;

	/** @param folder is made when the first entry needs it. */
	constructor(folder: string) {
		this.#folder = folder;
	}

	/** Resolves when the entry is on the disk; entries that come together share one write. */
	append(entry: Entry): Promise<void> {
		return new Promise((resolve, reject) => {
			this.#waiting.push({ entry, resolve, reject });
			this.#writing ??= this.#write();
		});
	}

	/** Whether this process has entries that are not drained yet. */
	get isEmpty(): boolean {
		return this.#file === null && this.#waiting.length === 0;
	}

	/**
	 * Hands every spooled entry over, those of processes that are gone too, and deletes a file once `take` has resolved for all of it.
	 * What `take` throws ends the draining and leaves the file for the next time.
	 */
	async drain(take: (entries: Entry[]) => Promise<void>): Promise<void> {
		await this.close();
		for (const path of await this.#drainable()) {
			await take(await entriesOf(path));
			await unlink(path);
		}
	}

	/** Lets go of the file that is being written; the next entry begins another one. */
	async close(): Promise<void> {
		await this.#writing;
		const file = this.#file;
		this.#file = null;
		await file?.handle.close();
	}

	/** Tells other processes that the files of this one are in good hands. */
	async touch(): Promise<void> {
		const now = new Date();
		if (this.#file) await utimes(this.#file.path, now, now);
	}

	/** Puts aside an entry that the database refuses for what it says, so that it does not hold up the others. */
	async putAside(entry: Entry): Promise<string> {
		const path = join(this.#folder, "refused.jsonl");
		const handle = await open(path, "a", 0o600);
		await handle.appendFile(`${JSON.stringify(entry)}\n`);
		await handle.datasync();
		await handle.close();
		return path;
	}

	async #write(): Promise<void> {
		while (this.#waiting.length > 0) {
			const batch = this.#waiting;
			this.#waiting = [];
			try {
				this.#file ??= await this.#open();
				const lines = batch.map(({ entry }) => `${JSON.stringify(entry)}\n`);
				await this.#file.handle.appendFile(lines.join(""));
				await this.#file.handle.datasync();
				for (const { resolve } of batch) resolve();
			} catch (error) {
				for (const { reject } of batch) reject(error);
			}
		}
		this.#writing = null;
	}

	async #open() {
		await mkdir(this.#folder, { recursive: true, mode: 0o700 });
		const name = `${this.#own}-${this.#files++}${suffix}`;
		const path = join(this.#folder, name);
		const handle = await open(path, "a", 0o600);
		// The file's name, too, has to outlive a power cut.
		const folder = await open(this.#folder, "r");
		await folder.sync();
		await folder.close();
		return { path, handle };
	}

	async #drainable(): Promise<string[]> {
		const names = await readdir(this.#folder).catch(() => []);
		const paths: string[] = [];
		for (const name of names.filter((one) => one.endsWith(suffix)).sort())
			if (await this.#mayDrain(name)) paths.push(join(this.#folder, name));
		return paths;
	}

	async #mayDrain(name: string): Promise<boolean> {
		const path = join(this.#folder, name);
		if (name.startsWith(this.#own)) return path !== this.#file?.path;
		const [host, pid] = name.split("-");
		if (host === this.#own.split("-")[0] && isGone(Number(pid))) return true;
		const age = await stat(path).then(
			({ mtimeMs }) => Date.now() - mtimeMs,
			() => 0,
		);
		return age > abandonedAfterMs;
	}
}

interface Waiting {
	readonly entry: Entry;
	readonly resolve: () => void;
	readonly reject: (error: unknown) => void;
}

const suffix = ".jsonl.spool";
const abandonedAfterMs = 60_000;

/** How often `touch` has to be called for other processes to leave the files alone. */
export const touchEveryMs = 20_000;

function isGone(pid: number): boolean {
	// A container's only process has the same number after every start.
	if (pid === process.pid) return true;
	try {
		process.kill(pid, 0);
		return false;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === "ESRCH";
	}
}

/** The last line may be half written: its request was never answered, so nobody relies on it. */
async function entriesOf(path: string): Promise<Entry[]> {
	const lines = (await readFile(path, "utf8")).split("\n");
	return lines.slice(0, -1).flatMap((line) => {
		try {
			return [JSON.parse(line) as Entry];
		} catch {
			return [];
		}
	});
}
