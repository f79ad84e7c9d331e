import { execFile } from "node:child_process";
import { createReadStream, createWriteStream, existsSync } from "node:fs";
import {
	chmod,
	cp,
	mkdir,
	mkdtemp,
	readFile,
	rename,
	rm,
	writeFile,
} from "node:fs/promises";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { promisify } from "node:util";
import { Command } from "commander";
import { headsFile } from "../database/audit-heads.ts";
import {
	isUnused,
	readAllRows,
	type SavedDatabase,
	writeAllRows,
} from "../database/backup.ts";
import { SetupError } from "../errors.ts";
import { type CommandContext, withDatabase } from "./database.ts";

interface Contents extends SavedDatabase {
	readonly faultline: 1;
	readonly savedAt: string;
}

/** What lies in the data folder beside the database: recordings, files of tickets, and what waits to be stored. */
const folders = ["recordings", "files", "spool"];

const run = promisify(execFile);

/** Writes everything that an installation has gathered into one file. */
export function backupCommand(): Command {
	return new Command("backup")
		.description(
			"save the database, the recordings and the files of tickets into one file; the service may go on running",
		)
		.argument("<file>", "such as faultline-2026-11-21.tar.gz")
		.action((file: string) =>
			withDatabase((ctx) => backup(ctx, resolve(file))),
		);
}

/** Brings a backup into an installation that has not been used yet. */
export function restoreCommand(): Command {
	return new Command("restore")
		.description(
			"bring a backup into an empty installation; the service stopped",
		)
		.argument("<file>", "what `faultline backup` wrote")
		.action((file: string) =>
			withDatabase((ctx) => restore(ctx, resolve(file)), { as: "service" }),
		);
}

async function backup(ctx: CommandContext, file: string): Promise<void> {
	if (existsSync(file))
		throw new SetupError(`${file} exists already: name another file.`);
	await inDraftFolder(ctx, async (draft) => {
		// Before the rows: a seal that is noted must be among them.
		const heads = join(ctx.config.dataDir, headsFile);
		if (existsSync(heads)) await cp(heads, join(draft, headsFile));
		const saved = await readAllRows(ctx.database, {
			table: (name, rows) => writeLines(join(draft, `${name}.jsonl`), rows),
		});
		const contents: Contents = {
			faultline: 1,
			savedAt: ctx.clock.now().toISO() ?? "",
			...saved,
		};
		await writeFile(join(draft, "contents.json"), JSON.stringify(contents));
		for (const folder of folders) {
			const from = join(ctx.config.dataDir, folder);
			if (existsSync(from))
				await cp(from, join(draft, folder), { recursive: true });
		}
		await tar(["-czf", `${draft}.tar.gz`, "-C", draft, "."]);
		await chmod(`${draft}.tar.gz`, 0o600);
		await cp(`${draft}.tar.gz`, file);
		const rows = saved.tables.reduce((sum, table) => sum + table.rows, 0);
		console.log(
			`Saved ${rows} rows, the recordings and the files of tickets in ${file}.`,
		);
	});
}

async function restore(ctx: CommandContext, file: string): Promise<void> {
	if (!existsSync(file)) throw new SetupError(`There is no file ${file}.`);
	if (!(await isUnused(ctx.database)))
		throw new SetupError(
			"This installation has been used: restore into an empty one (set DATA_DIR to a new folder, or DATABASE_URL to an empty database).",
		);
	await inDraftFolder(ctx, async (draft) => {
		await tar(["-xzf", file, "-C", draft]);
		const contents = await contentsOf(draft, file);
		await writeAllRows(ctx.database, contents, (table) =>
			linesOf(join(draft, `${table}.jsonl`)),
		);
		for (const folder of [...folders, headsFile]) {
			const saved = join(draft, folder);
			const home = join(ctx.config.dataDir, folder);
			if (!existsSync(saved)) continue;
			await rm(home, { recursive: true, force: true });
			await rename(saved, home);
		}
		console.log(`Restored what was saved at ${contents.savedAt}.`);
	});
}

/** A folder for the pieces, on the disk where they belong, gone afterwards. */
async function inDraftFolder(
	ctx: CommandContext,
	act: (draft: string) => Promise<void>,
): Promise<void> {
	await mkdir(ctx.config.dataDir, { recursive: true });
	const draft = await mkdtemp(join(ctx.config.dataDir, "backup-"));
	try {
		await act(draft);
	} finally {
		await rm(draft, { recursive: true, force: true });
		await rm(`${draft}.tar.gz`, { force: true });
	}
}

async function contentsOf(draft: string, file: string): Promise<Contents> {
	try {
		const contents = JSON.parse(
			await readFile(join(draft, "contents.json"), "utf8"),
		);
		if (contents.faultline === 1) return contents as Contents;
	} catch {
		// Said below.
	}
	throw new SetupError(
		`${file} is not a backup that this Faultline can read: use one that \`faultline backup\` wrote.`,
	);
}

async function tar(words: string[]): Promise<void> {
	try {
		await run("tar", words);
	} catch (cause) {
		throw new SetupError(
			`The file could not be packed or unpacked (${(cause as Error).message.trim()}): see that \`tar\` is installed, that the file is whole, and that the disk has room.`,
			{ cause },
		);
	}
}

async function writeLines(
	file: string,
	rows: AsyncIterable<string>,
): Promise<number> {
	let count = 0;
	async function* lines() {
		for await (const row of rows) {
			count += 1;
			yield `${row}\n`;
		}
	}
	await pipeline(Readable.from(lines()), createWriteStream(file));
	return count;
}

function linesOf(file: string): AsyncIterable<string> {
	return createInterface({
		input: createReadStream(file),
		crlfDelay: Infinity,
	});
}
