import { spawnSync } from "node:child_process";
import {
	appendFileSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	rmSync,
	utimesSync,
	writeFileSync,
} from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import type { Entry } from "../../src/database/records.ts";
import { Spool } from "../../src/database/spool.ts";

let folder: string;
beforeEach(() => {
	folder = join(mkdtempSync(join(tmpdir(), "faultline-spool-")), "spool");
});
afterEach(() => rmSync(join(folder, ".."), { recursive: true, force: true }));

const entry = (i: number) =>
	({ record: "delivery", message: `${i}`, error: "ä\n👷" }) as unknown as Entry;

async function drained(spool: Spool): Promise<Entry[]> {
	const taken: Entry[] = [];
	await spool.drain(async (entries) => {
		taken.push(...entries);
	});
	return taken;
}

const host = hostname().replaceAll("-", "_");
const aliveElsewhere = `${host}-${process.ppid}-other-0.jsonl.spool`;

test("what is appended is drained once, in order, and then the folder is empty", async () => {
	const spool = new Spool(folder);
	expect(spool.isEmpty).toBe(true);
	expect(await drained(spool)).toEqual([]);
	const entries = Array.from({ length: 50 }, (_, i) => entry(i));
	await Promise.all(entries.map((one) => spool.append(one)));
	expect(spool.isEmpty).toBe(false);
	expect(await drained(spool)).toEqual(entries);
	expect(await drained(spool)).toEqual([]);
	expect(readdirSync(folder)).toEqual([]);
	await spool.append(entry(99));
	expect(await drained(spool)).toEqual([entry(99)]);
});

test("what nobody takes stays for the next time", async () => {
	const spool = new Spool(folder);
	await spool.append(entry(1));
	await expect(
		spool.drain(async () => {
			throw new Error("no database");
		}),
	).rejects.toThrow("no database");
	await spool.append(entry(2));
	expect(await drained(spool)).toEqual([entry(1), entry(2)]);
});

test("a killed process's file is taken over, its half-written last line left out", async () => {
	mkdirSync(folder);
	const dead = spawnSync(process.execPath, ["-e", "0"]).pid;
	const file = join(folder, `${host}-${dead}-x-0.jsonl.spool`);
	writeFileSync(file, `${JSON.stringify(entry(1))}\n{"record":"del`);
	expect(await drained(new Spool(folder))).toEqual([entry(1)]);
	expect(readdirSync(folder)).toEqual([]);
});

test("a living process's file is left alone until it has not been touched for a minute", async () => {
	mkdirSync(folder);
	const file = join(folder, aliveElsewhere);
	appendFileSync(file, `${JSON.stringify(entry(1))}\n`);
	const spool = new Spool(folder);
	expect(await drained(spool)).toEqual([]);
	const longAgo = new Date(Date.now() - 61_000);
	utimesSync(file, longAgo, longAgo);
	expect(await drained(spool)).toEqual([entry(1)]);
});

test("an entry that is put aside is kept, and never drained again", async () => {
	const spool = new Spool(folder);
	await spool.append(entry(1));
	await drained(spool);
	const path = await spool.putAside(entry(1));
	expect(readdirSync(folder)).toEqual(["refused.jsonl"]);
	expect(path).toContain("refused.jsonl");
	expect(await drained(spool)).toEqual([]);
});
