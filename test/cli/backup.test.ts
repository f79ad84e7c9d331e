import {
	existsSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { QueryTypes, type Sequelize } from "sequelize";
import { addSubject } from "../../src/actions/add-subject.ts";
import { addTicketFile } from "../../src/actions/add-ticket-file.ts";
import { type AtWork, atWork } from "../support/at-work.ts";
import { faultline } from "../support/command.ts";
import { type TestDatabase, testDatabase } from "../support/database.ts";

const folder = mkdtempSync(join(tmpdir(), "faultline-backup-"));
let work: AtWork;
let empty: TestDatabase;
beforeAll(async () => {
	work = await atWork();
	empty = await testDatabase();
	process.env.CONFIG_DIR = join(import.meta.dirname, "../../config");
});
afterAll(async () => {
	await work.close();
	await empty.close();
	rmSync(folder, { recursive: true });
});

function installation(url: string, dataDir: string): void {
	process.env.DATABASE_URL = url;
	process.env.DATA_DIR = dataDir;
}

test("a backup brings everything into an empty installation: settings as they have become, files of tickets, tickets that refer to each other", async () => {
	const { ctx, test } = work;
	await ctx.database.query(
		`insert into tickets (id, number, line, channel, status, language, opened_at)
		select ('00000000-0000-4000-8000-00000000000' || n)::uuid, '2026-00000' || n, 'fault-line', 'counter', 'new', 'fi', now()
		from generate_series(1, 3) as n;
		update tickets set merged_into = '00000000-0000-4000-8000-000000000003' where number = '2026-000001'`,
	);
	const pdf = Buffer.from("%PDF-1.7 a report");
	const sent = { number: "2026-000002", name: "a.pdf", by: "x", account: null };
	const added = await addTicketFile(ctx, { ...sent, content: pdf });
	if (added.kind !== "added") throw new Error(added.kind);
	const names = { fi: "Uusi", sv: "Ny", en: "New" };
	await addSubject(ctx, { parent: null, names, urgency: "low", by: "x" });

	installation(test.url, ctx.config.dataDir);
	const file = join(folder, "saved.tar.gz");
	expect((await faultline("backup", file)).exitCode).toBe(0);
	expect(existsSync(file)).toBe(true);
	installation(empty.url, join(folder, "data"));
	const restored = await faultline("restore", file);
	expect(restored).toEqual({
		exitCode: 0,
		said: expect.stringMatching(/^Restored what was saved/),
	});

	const files = join(folder, "data", "files");
	const kept = join(files, readdirSync(files)[0] ?? "");
	expect(readFileSync(kept)).toEqual(pdf);
	for (const sql of [
		"select * from subjects order by id",
		"select * from service_classes order by id",
		"select * from tickets order by id",
		"select * from ticket_files order by id",
		"select * from ticket_search order by 1",
	])
		expect(await rowsOf(empty.database, sql)).toEqual(
			await rowsOf(ctx.database, sql),
		);
	// What keeps itself by triggers does so again.
	await empty.database.query(
		"update tickets set summary = 'a burst pipe' where number = '2026-000002'",
	);
	const [found] = await rowsOf(
		empty.database,
		"select count(*)::int as count from pg_trigger where tgenabled = 'D' and not tgisinternal",
	);
	expect(found).toEqual({ count: 0 });
});

function rowsOf(database: Sequelize, sql: string): Promise<object[]> {
	return database.query(sql, { type: QueryTypes.SELECT });
}
