import {
	chmodSync,
	existsSync,
	mkdtempSync,
	readFileSync,
	renameSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import {
	type EmbeddedDatabase,
	openEmbedded,
} from "../../src/database/embedded.ts";
import { eventually } from "../support/eventually.ts";

const patience = 30_000;

let dataDir: string;
let opened: EmbeddedDatabase[];
beforeEach(() => {
	dataDir = mkdtempSync(join(tmpdir(), "faultline-embedded-"));
	opened = [];
});
afterEach(async () => {
	for (const each of opened) await each.stop();
	rmSync(dataDir, { recursive: true, force: true });
}, patience);

async function open(as: "service" | "command" = "command") {
	const embedded = await openEmbedded({ dataDir, as });
	opened.push(embedded);
	return embedded;
}

async function ask(url: string, query: string): Promise<unknown> {
	const client = new pg.Client({ connectionString: url });
	client.on("error", () => {});
	try {
		await client.connect();
		const { rows } = await client.query(query);
		return rows[0];
	} finally {
		await client.end();
	}
}

const postmaster = () =>
	Number(
		readFileSync(join(dataDir, "postgres/postmaster.pid"), "utf8").split(
			"\n",
		)[0],
	);

test(
	"what one has stored the next finds; the last to leave stops the server",
	async () => {
		const service = await open("service");
		await ask(service.url, "create table kept as select 'yes' as answer");
		const command = await open("command");
		expect(command.url).toBe(service.url);
		await command.stop();
		expect(await ask(service.url, "select answer from kept")).toEqual({
			answer: "yes",
		});
		await service.stop();
		expect(() => postmaster()).toThrow("ENOENT");
		const again = await open();
		expect(await ask(again.url, "select answer from kept")).toEqual({
			answer: "yes",
		});
	},
	patience,
);

test(
	"there is one service to a data folder",
	async () => {
		await open("service");
		await expect(open("service")).rejects.toThrow(
			`Another Faultline already runs on the data folder ${dataDir}`,
		);
	},
	patience,
);

test(
	"a server that dies comes back where everybody expects it",
	async () => {
		const { url } = await open("service");
		const before = postmaster();
		process.kill(before, "SIGKILL");
		const answer = await eventually(() =>
			ask(url, "select 1 as one").catch(() => null),
		);
		expect(answer).toEqual({ one: 1 });
		expect(postmaster()).not.toBe(before);
	},
	patience,
);

test(
	"a pid file that names a stranger after a crash does not stop the start",
	async () => {
		const first = await open();
		await first.stop();
		// Alive, and no PostgreSQL: the test itself.
		writeFileSync(
			join(dataDir, "postgres/postmaster.pid"),
			`${process.pid}\n/proc/self/fd/3\n1\n1\n\n127.0.0.1\n1 1\nready\n`,
		);
		const again = await open();
		expect(await ask(again.url, "select 1 as one")).toEqual({ one: 1 });
	},
	patience,
);

test(
	"half a first start is begun anew",
	async () => {
		const first = await open();
		await first.stop();
		const half = join(dataDir, "postgres.new");
		rmSync(join(dataDir, "postgres"), { recursive: true });
		writeFileSync(half, "half");
		const again = await open();
		expect(await ask(again.url, "select 1 as one")).toEqual({ one: 1 });
	},
	patience,
);

test(
	"what is damaged is refused with one sentence, and nothing of it is touched",
	async () => {
		const first = await open();
		await first.stop();
		const cluster = join(dataDir, "postgres");
		const damages: readonly [string, string | null, RegExp][] = [
			["postgres/PG_VERSION", null, /^The folder .* is not a whole database: /],
			["postgres/PG_VERSION", "14\n", /was made by PostgreSQL 14, and this is/],
			["postgres/global/pg_control", null, /^The database in .* did not start/],
			["postgres.password", null, /^The database's password is missing: /],
		];
		for (const [name, content, sentence] of damages) {
			const file = join(dataDir, name);
			const aside = join(dataDir, "aside");
			renameSync(file, aside);
			if (content) writeFileSync(file, content);
			await expect(open()).rejects.toThrow(sentence);
			renameSync(aside, file);
		}
		expect(existsSync(cluster)).toBe(true);
		expect(await ask((await open()).url, "select 1 as one")).toEqual({
			one: 1,
		});
	},
	patience,
);

// Root may write everywhere.
if (process.getuid?.() !== 0)
	test("a folder that may not be written is refused with one sentence", async () => {
		chmodSync(dataDir, 0o500);
		await expect(open()).rejects.toThrow(
			`The data folder ${dataDir} cannot be read and written by this user`,
		);
		chmodSync(dataDir, 0o700);
	});
