// How long the audit log takes to be sealed, to be verified and to answer a manager, beside references measured in the same run:
// the same rows read one after the other with a SHA-256 of each, and one entry asked for by its id. Run it with
// `npm run bench:proof`, with `-- 1000000` for so many entries; `PROOF_DIR` keeps the database for next time.
import { createHash } from "node:crypto";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { QueryTypes } from "sequelize";
import { sealAudit } from "../src/actions/seal-audit.ts";
import { verifyAudit } from "../src/actions/verify-audit.ts";
import { realClock } from "../src/clock.ts";
import { actorsOfEntries, findEntries } from "../src/database/audit-search.ts";
import { connect } from "../src/database/connect.ts";
import { openEmbedded } from "../src/database/embedded.ts";
import { migrate } from "../src/database/migrate.ts";
import { auditView } from "../src/domain/audit/view.ts";
import { createLog } from "../src/log.ts";
import { entriesIn, makeEntries } from "./proof/entries.ts";
import { questions } from "./proof/questions.ts";
import { median, share } from "./tickets/figures.ts";

const count = Number(process.argv[2] ?? 100_000);
const goalMilliseconds = 100;
const rounds = 40;

const kept = process.env.PROOF_DIR;
const dataDir = kept ?? (await mkdtemp(join(tmpdir(), "faultline-bench-")));
await mkdir(dataDir, { recursive: true });
const embedded = await openEmbedded({ dataDir, as: "command" });
const database = connect(embedded.url, 2);
const ctx = {
	database,
	clock: realClock,
	config: { dataDir },
	log: createLog({ level: "error", format: "pretty" }),
};
try {
	await migrate(database);
	if ((await entriesIn(database)) === 0)
		await timed(`${count} entries made`, () => makeEntries(database, count));
	await timed("sealed", () => sealAudit(ctx, { whole: true }));
	await vacuum();
	await measureVerifying();
	await measureSearches();
} finally {
	await database.close();
	await embedded.stop();
	if (!kept) await rm(dataDir, { recursive: true, force: true });
}

/** As the database does by itself in time; longer than a statement of the service may take. */
async function vacuum(): Promise<void> {
	const client = new pg.Client({ connectionString: embedded.url });
	await client.connect();
	await client.query("vacuum analyze");
	await client.end();
}

async function measureVerifying(): Promise<void> {
	const plain = await timed("read and hashed plainly, the reference", readAll);
	const look = await timed("verified", () => verifyAudit(ctx));
	if (!look.result.isIntact) throw new Error("the log is not intact");
	console.log(
		`verified in ${(look.seconds / plain.seconds).toFixed(1)} times the reference: ${look.result.entries} entries under ${look.result.seals} seals`,
	);
}

async function readAll(): Promise<number> {
	let last = "0";
	let hashed = 0;
	for (;;) {
		const rows = await database.query<{ id: string }>(
			"select * from audit_entries where id > $1 order by id limit 5000",
			{ bind: [last], type: QueryTypes.SELECT },
		);
		for (const row of rows)
			createHash("sha256").update(JSON.stringify(row)).digest("hex");
		hashed += rows.length;
		last = rows.at(-1)?.id ?? last;
		if (rows.length < 5000) return hashed;
	}
}

async function measureSearches(): Promise<void> {
	console.log("\nmilliseconds: half and 95 % within");
	const slow: string[] = [];
	for (const [kind, asked] of Object.entries(await questions(database))) {
		const delays = await delaysOf(async (round) => {
			const { filter, after } = asked[round % asked.length] ?? {};
			const found = await findEntries(database, filter ?? {}, {
				...{ after: after ?? null, limit: 51 },
			});
			return found.map(auditView);
		});
		tell(kind, delays);
		if (share(delays, 0.95) > goalMilliseconds) slow.push(kind);
	}
	tell("everybody", await delaysOf(() => actorsOfEntries(database)));
	tell(
		"one entry, the reference",
		await delaysOf((round) =>
			database.query("select * from audit_entries where id = $1", {
				bind: [1 + ((round * 7919) % count)],
				type: QueryTypes.SELECT,
			}),
		),
	);
	console.log(`over ${goalMilliseconds} ms: ${slow.join(", ") || "none"}`);
	if (slow.length > 0) process.exitCode = 1;
}

async function delaysOf(
	work: (round: number) => Promise<unknown>,
): Promise<number[]> {
	const delays: number[] = [];
	for (let round = -3; round < rounds; round += 1) {
		const started = performance.now();
		await work(round + 3);
		if (round >= 0) delays.push(performance.now() - started);
	}
	return delays;
}

function tell(what: string, delays: readonly number[]): void {
	const [half, most] = [median(delays), share(delays, 0.95)].map((each) =>
		each.toFixed(1).padStart(8),
	);
	console.log(`${what.padEnd(28)}${half}${most}`);
}

/** With the most memory that the process has held meanwhile. */
async function timed<T>(
	what: string,
	work: () => Promise<T>,
): Promise<{ readonly result: T; readonly seconds: number }> {
	let most = 0;
	const look = () => {
		most = Math.max(most, process.memoryUsage.rss());
	};
	const looking = setInterval(look, 50);
	const started = performance.now();
	const result = await work();
	const seconds = (performance.now() - started) / 1000;
	look();
	clearInterval(looking);
	console.log(
		`${what}: ${seconds.toFixed(1)} s, at most ${Math.round(most / 1e6)} MB`,
	);
	return { result, seconds };
}
