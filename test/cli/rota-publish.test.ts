import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { newestRota } from "../../src/database/rotas.ts";
import { readRota } from "../../src/rota-document/read-rota.ts";
import { writeRota } from "../../src/rota-document/write-rota.ts";
import { rotaWith } from "../domain/rota/rotas.ts";
import { faultline } from "../support/command.ts";
import { type TestDatabase, testDatabase } from "../support/database.ts";

const folder = mkdtempSync(join(tmpdir(), "rota-publish-"));
let opened: TestDatabase;

beforeAll(async () => {
	opened = await testDatabase();
	process.env.DATABASE_URL = opened.url;
	process.env.CONFIG_DIR = join(import.meta.dirname, "../../config");
});

afterAll(async () => {
	await opened.close();
	rmSync(folder, { recursive: true });
});

const rota = (...words: string[]) => faultline("rota", ...words);

function file(changes: Parameters<typeof rotaWith>[0]): string {
	const path = join(folder, "rota.yaml");
	writeFileSync(path, writeRota(rotaWith(changes)));
	return path;
}

const gap = { duties: { ...rotaWith().duties, backup: [] } };

test("a rota is published, exported, published again; warnings need a reason; errors and strange lines are refused", async () => {
	const unknown = await rota("export", "fault-line");
	expect([unknown.exitCode, unknown.said]).toEqual([
		1,
		expect.stringContaining("has no published rota"),
	]);

	expect(await rota("import", file({}))).toEqual({
		said: "Published version 1 of fault-line.\n",
		exitCode: 0,
	});
	const exported = await rota("export", "fault-line");
	expect(readRota(exported.said)).toEqual({ rota: rotaWith(), problems: [] });

	const warned = await rota("import", file(gap));
	expect([warned.exitCode, warned.said]).toEqual([
		1,
		expect.stringContaining("--reason TEXT"),
	]);
	expect(warned.said).toContain("Nobody has backup");
	const accepted = await rota(
		"import",
		file(gap),
		"--reason",
		"backup comes next month",
		"--json",
	);
	expect(JSON.parse(accepted.said)).toEqual({
		line: "fault-line",
		version: 2,
		problems: [
			expect.objectContaining({ severity: "warning", where: "duties.backup" }),
		],
	});

	const wrong = await rota(
		"import",
		file({ fallback: [] }),
		"--reason",
		"none",
	);
	expect([wrong.exitCode, wrong.said]).toEqual([
		1,
		expect.stringContaining("correct the errors first"),
	]);
	const strange = await rota("import", file({ line: "other-line" }));
	expect([strange.exitCode, strange.said]).toEqual([
		1,
		expect.stringContaining("There is no line other-line"),
	]);

	const newest = await newestRota(opened.database, "fault-line");
	expect([newest?.version, newest?.publishedBy, newest?.note]).toEqual([
		2,
		"command line",
		"backup comes next month",
	]);
	const first = await rota("export", "fault-line", "--version", "1", "--json");
	expect(JSON.parse(first.said)).toEqual(rotaWith());
	expect((await rota("export", "fault-line", "--version", "9")).exitCode).toBe(
		1,
	);
}, 60_000);

test("overrides are added, listed and removed, and any version is brought back", async () => {
	const line = "fault-line";
	const before = await newestRota(opened.database, line);
	const add = (...words: string[]) =>
		rota(
			...["override", "add", line, "--duty", "technician"],
			...["--reason", "test", ...words],
		);
	const odd = await add(
		...["--from", "2099-10-25T03:30", "--to", "2099-10-26T08:00"],
		...["--person", "liisa"],
	);
	expect(odd.exitCode).toBe(2);
	const added = await add(
		...["--from", "2099-12-24T15:00", "--to", "2099-12-25T08:00"],
		...["--person", "liisa", "--why", "dentist"],
	);
	expect(added.said).toContain(`Published version ${version(before) + 1}`);
	const listed = await rota("override", "list", line, "--json");
	expect(JSON.parse(listed.said)).toEqual([
		{
			index: 0,
			duty: "technician",
			start: "2099-12-24T15:00",
			end: "2099-12-25T08:00",
			person: "liisa",
			why: "dentist",
		},
	]);
	const gone = await rota("override", "remove", line, "4");
	expect([gone.exitCode, gone.said]).toEqual([
		1,
		expect.stringContaining("no override 4"),
	]);
	await rota("override", "remove", line, "0", "--reason", "test");
	expect((await newestRota(opened.database, line))?.rota).toEqual(before?.rota);
	const restored = await rota("restore", line, "1", "--reason", "test");
	expect(restored.exitCode).toBe(0);
	const versions = await rota("versions", line, "--json");
	expect(JSON.parse(versions.said)[0]).toMatchObject({
		version: version(before) + 3,
		note: "test",
	});
	expect((await rota("restore", line, "99")).exitCode).toBe(1);
});

function version(found: { readonly version: number } | null): number {
	return found?.version ?? 0;
}
