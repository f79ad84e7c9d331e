import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { publishRota } from "../../src/actions/publish-rota.ts";
import { sealAudit } from "../../src/actions/seal-audit.ts";
import { type AtWork, atWork } from "../support/at-work.ts";
import { arrivedCall, callEnded } from "../support/calls.ts";
import { faultline } from "../support/command.ts";
import { type TestDatabase, testDatabase } from "../support/database.ts";
import { rotaOf } from "../support/open-line.ts";

let work: AtWork;
let empty: TestDatabase;
const elsewhere = mkdtempSync(join(tmpdir(), "faultline-audit-"));

beforeAll(async () => {
	work = await atWork();
	empty = await testDatabase();
	process.env.CONFIG_DIR = join(import.meta.dirname, "../../config");
	process.env.PUBLIC_URL = "https://faults.example.org";
	use(work.test.url, work.ctx.config.dataDir);
	const call = await arrivedCall(work);
	await call.record(callEnded);
	await work.network.clock.passes({ minutes: 70 });
	// Two documents that say the same in another order are not the same text.
	const rota = rotaOf("fault-line", {});
	await publishRota(work.ctx, {
		rota: {
			...rota,
			people: Object.fromEntries(Object.entries(rota.people).reverse()),
		},
		by: "test",
		reason: "in another order",
	});
	await sealAudit(work.ctx);
});

afterAll(async () => {
	await work.close();
	await empty.close();
	rmSync(elsewhere, { recursive: true, force: true });
});

function use(url: string, dataDir: string): void {
	process.env.DATABASE_URL = url;
	process.env.DATA_DIR = dataDir;
}

const head = async () => {
	const [row] = await work.rows<{ head: string }>(
		"select encode(hash, 'hex') as head from audit_seals order by id desc limit 1",
	);
	return row?.head ?? "";
};

test("what nobody has touched is intact, and exits with 0", async () => {
	const { said, exitCode } = await faultline("audit", "verify");
	expect([said, exitCode]).toEqual([
		`intact: 3 entries, 2 versions of rotas, 1 calls, head ${await head()}\n`,
		0,
	]);
	const kept = await faultline("audit", "verify", "--head", await head());
	expect(kept.exitCode).toBe(0);
	const other = await faultline("audit", "verify", "--head", "0".repeat(64));
	expect(other.exitCode).toBe(1);
	expect(other.said).toContain(`The chain has no seal ${"0".repeat(64)}.`);
	const json = await faultline("audit", "verify", "--json");
	expect(JSON.parse(json.said)).toMatchObject({ isIntact: true, calls: 1 });
});

test("a backup that is restored elsewhere is as intact, with its heads", async () => {
	const file = join(elsewhere, "saved.tar.gz");
	expect((await faultline("backup", file)).exitCode).toBe(0);
	use(empty.url, join(elsewhere, "data"));
	try {
		expect(await faultline("restore", file)).toMatchObject({ exitCode: 0 });
		expect(existsSync(join(elsewhere, "data", "audit-heads.log"))).toBe(true);
		const { said, exitCode } = await faultline("audit", "verify");
		expect([said.split("\n")[0], exitCode]).toEqual([
			`intact: 3 entries, 2 versions of rotas, 1 calls, head ${await head()}`,
			0,
		]);
	} finally {
		use(work.test.url, work.ctx.config.dataDir);
	}
});

test("what was done is found, and where it came from", async () => {
	await faultline("token", "create", "--name", "billing", "--role", "office");
	const { said } = await faultline("audit", "search", "--what", "accounts");
	expect(said).toMatch(
		new RegExp(
			`^\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d  command line made a key to the API  token \\S+.*  from: command line: ${userInfo().username}\n$`,
		),
	);
	const json = await faultline(
		...["audit", "search", "--about", "2026-000001", "--json"],
	);
	expect(JSON.parse(json.said)).toMatchObject([
		{ action: "ticket-opened", actor: "line:fault-line", origin: "phone" },
	]);
	const none = await faultline("audit", "search", "--who", "Nobody");
	expect(none.said).toBe("Nothing fits.\n");
	const wrong = await faultline("audit", "search", "--what", "secrets");
	expect(wrong.exitCode).toBe(2);
});

test("the running service compares the calls, and what it found is told", async () => {
	const late = await faultline("calls", "reconcile", "--wait", "0");
	expect(late.exitCode).toBe(1);
	expect(late.said).toContain("see that it runs");
	await work.runJobs();
	let isDone = false;
	const asked = faultline("calls", "reconcile", "--day", "2026-03-03").finally(
		() => {
			isDone = true;
		},
	);
	while (!isDone) await work.runJobs();
	const { said, exitCode } = await asked;
	// The test's call was never at the carrier.
	expect(said).toMatch(
		/^2026-03-03 {2}fault-line {2}0 calls at the carrier, 1 here\n {2}2026-03-03 {2}the carrier has no record of call CA\w+ of ticket 2026-000001\n$/,
	);
	expect(exitCode).toBe(0);
});

test("tampering is told, with where it is, and exits with 1", async () => {
	await work.rows(
		"alter table audit_entries disable trigger audit_entries_append_only",
	);
	const [{ id } = { id: "" }] = await work.rows<{ id: string }>(
		"update audit_entries set actor = 'Nobody' where action = 'ticket-opened' returning id::text",
	);
	const { said, exitCode } = await faultline("audit", "verify");
	expect(exitCode).toBe(1);
	expect(said).toContain(`Entry ${id} has been changed since it was sealed.`);
	expect(said).toContain("tampered: 1 found");
	expect(
		readFileSync(join(work.ctx.config.dataDir, "audit-heads.log"), "utf8"),
	).toContain(await head());
});
