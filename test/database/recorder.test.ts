import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { QueryTypes } from "sequelize";
import { createLogger } from "winston";
import { connect } from "../../src/database/connect.ts";
import { Recorder } from "../../src/database/recorder.ts";
import type { CallEntry } from "../../src/database/records.ts";
import { Spool } from "../../src/database/spool.ts";
import {
	type BreakableLink,
	breakableLink,
} from "../support/breakable-link.ts";
import { newCallSid } from "../support/calls.ts";
import { type TestDatabase, testDatabase } from "../support/database.ts";
import { eventually } from "../support/eventually.ts";

let fresh: TestDatabase;
let link: BreakableLink;
let folder: string;
let recorder: Recorder;
let database: ReturnType<typeof connect>;

beforeEach(async () => {
	fresh = await testDatabase();
	link = await breakableLink(fresh.url);
	folder = mkdtempSync(join(tmpdir(), "faultline-recorder-"));
	database = connect(link.url);
	recorder = await recorderOf(30_000);
});

async function recorderOf(patienceMs: number): Promise<Recorder> {
	await recorder?.stop();
	return new Recorder({
		database,
		spool: new Spool(join(folder, "spool")),
		log: createLogger({ silent: true }),
		patienceMs,
	});
}

afterEach(async () => {
	await recorder.stop();
	await database.close();
	await link.close();
	await fresh.close();
	rmSync(folder, { recursive: true, force: true });
});

function entry(more: Partial<CallEntry> = {}): CallEntry {
	return {
		record: "call",
		call: newCallSid(),
		line: "fault-line",
		caller: "+358401009001",
		called: "+358942721234",
		language: "fi",
		rotaVersion: 1,
		arrivedAt: "2026-03-03T00:00:00.000Z",
		year: 2026,
		busy: [],
		joinMinutes: 0,
		facts: [
			{
				key: "call-arrived",
				kind: "call-arrived",
				at: "2026-03-03T00:00:00.000Z",
				data: {},
			},
		],
		...more,
	};
}

async function ticketCount(): Promise<number> {
	const [row] = await fresh.database.query<{ count: number }>(
		"select count(*)::int as count from tickets",
		{ type: QueryTypes.SELECT },
	);
	return row?.count ?? 0;
}

test("what resolves is committed, and each entry has its own answer", async () => {
	const entries = Array.from({ length: 150 }, (_, i) =>
		entry({ busy: [`person-${i}`] }),
	);
	const recorded = await Promise.all(
		entries.map((one) => recorder.record(one)),
	);
	expect(recorded.map((one) => one?.busy)).toEqual(
		entries.map(({ busy }) => busy),
	);
	expect(await ticketCount()).toBe(150);
});

test.each(["cut", "goDead"] as const)(
	"with the database gone (%s) every entry is safe in time, and in the database later",
	async (how) => {
		await recorder.record(entry());
		const patienceMs = 3_000;
		recorder = await recorderOf(patienceMs);
		link[how]();
		const recorded = await Promise.all(
			Array.from({ length: 20 }, () => recorder.record(entry())),
		);
		expect(recorded).toEqual(Array(20).fill(null));
		// From then on nobody waits for the database any more.
		const next = performance.now();
		await recorder.record(entry());
		expect(performance.now() - next).toBeLessThan(patienceMs);
		link.restore();
		await eventually(async () => ((await ticketCount()) === 22 ? true : null));
		await eventually(async () =>
			(await recorder.record(entry())) === null ? null : true,
		);
	},
);

test("an entry that the database refuses holds up nobody, and is put aside", async () => {
	const impossible = entry({ arrivedAt: "the day before yesterday" });
	const [good, bad, alsoGood] = await Promise.all([
		recorder.record(entry()),
		recorder.record(impossible),
		recorder.record(entry()),
	]);
	expect([good, alsoGood].every((one) => one !== null)).toBe(true);
	expect(bad).toBeNull();
	await recorder.drain();
	expect(await ticketCount()).toBe(2);
	expect(
		readFileSync(join(folder, "spool", "refused.jsonl"), "utf8"),
	).toContain(impossible.call);
});
