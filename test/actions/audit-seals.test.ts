import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sealAudit, sealWhenDue } from "../../src/actions/seal-audit.ts";
import { verifyAudit } from "../../src/actions/verify-audit.ts";
import { auditEntry, enteredFrom } from "../../src/database/audit.ts";
import {
	type Tampering,
	tamperingInWords,
} from "../../src/domain/audit/verification.ts";
import { type AtWork, atWork } from "../support/at-work.ts";
import { arrivedCall, callEnded, ringEnded } from "../support/calls.ts";

let work: AtWork;
beforeAll(async () => {
	work = await atWork();
	await grow(3);
	await grow(2);
	await sealAudit(work.ctx);
	// So that the last seal is not the only one of its kind, and nothing waits.
	await grow(1);
}, 60_000);
afterAll(() => work.close());

/** Some history: entries of every form, calls with facts, and a seal an hour later. */
async function grow(entries: number): Promise<void> {
	const { ctx, network } = work;
	for (let i = 0; i < entries; i += 1)
		await enter({
			reason: `because ${i} of ä, "ö" and\n😀`,
			after: { n: 1.5 },
		});
	const call = await arrivedCall(work);
	await call.record(
		ringEnded({ result: "human", callerGone: true, talkSeconds: 12 }),
		callEnded,
	);
	await network.clock.passes({ minutes: 75 });
	await sealAudit(ctx);
}

async function enter(more: object = {}): Promise<void> {
	const { database, clock } = work.ctx;
	await enteredFrom({ origin: "10.0.0.7", account: crypto.randomUUID() }, () =>
		database.transaction((transaction) =>
			auditEntry(database, transaction, {
				at: clock.now(),
				actor: "Aino Virtanen",
				action: "ticket-changed",
				subject: { kind: "ticket", id: "2026-000123" },
				before: { labels: ["a"], ö: null },
				...more,
			}),
		),
	);
}

/** As somebody who may do anything in the database, past its triggers. */
async function asSuperuser(...statements: string[]): Promise<void> {
	await work.ctx.database.transaction(async (transaction) => {
		const run = (sql: string) => work.ctx.database.query(sql, { transaction });
		await run("set local session_replication_role = replica");
		for (const statement of statements) await run(statement);
	});
}

const found = async (): Promise<Tampering[]> => [
	...(await verifyAudit(work.ctx)).found,
];

const tables = [
	"audit_entries",
	"rota_versions",
	"calls",
	"call_facts",
	"audit_leaves",
	"audit_seals",
];

/** Does something, tells what is found, and puts all tables back. */
async function after(...statements: string[]): Promise<Tampering[]> {
	await asSuperuser(
		...tables.map((name) => `create table kept_${name} as table ${name}`),
		...statements,
	);
	try {
		return await found();
	} finally {
		await asSuperuser(
			...tables.flatMap((name) => [
				`delete from ${name}`,
				`insert into ${name} ${
					["audit_entries", "call_facts"].includes(name)
						? "overriding system value"
						: ""
				} select * from kept_${name}`,
				`drop table kept_${name}`,
			]),
		);
	}
}

test("what nobody has touched is intact, with its counts and its head", async () => {
	const verified = await verifyAudit(work.ctx);
	expect(verified).toMatchObject({
		isIntact: true,
		...{ rotas: 1, calls: 3, late: 0, waiting: 0, found: [] },
		comparedWithFile: true,
	});
	const [counted] = await work.rows<{ entries: number; head: string }>(
		`select (select count(*)::int from audit_entries) as entries,
			(select encode(hash, 'hex') from audit_seals order by id desc limit 1) as head`,
	);
	expect(verified).toMatchObject({ ...counted });
	expect(verified.seals).toBeGreaterThan(2);
});

test("the hash is of the text that the decision describes", async () => {
	const [leaf] = await work.rows<{
		id: string;
		hash: string;
		at: string;
		after: string | null;
	}>(
		`select e.id::text, e.after::text as after, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US') || 'Z' as at, encode(l.hash, 'hex') as hash
		from audit_entries e join audit_leaves l on l.kind = 'entry' and l.number = e.id where e.action = 'ticket-opened' order by e.id limit 1`,
	);
	const written = `{"faultline":"leaf 1","fields":{"account":null,"action":"ticket-opened","actor":"line:fault-line","after":${JSON.stringify(leaf?.after)},"at":"${leaf?.at}","before":null,"id":"${leaf?.id}","origin":"phone","reason":"a call arrived","subjectId":"2026-000001","subjectKind":"ticket"},"key":"","kind":"entry","number":"${leaf?.id}"}`;
	expect(createHash("sha256").update(written).digest("hex")).toBe(leaf?.hash);
});

const changed: Readonly<Record<string, (column: string) => string>> = {
	text: (column) => `coalesce(${column} || 'x', 'x')`,
	"text[]": (column) => `${column} || 'x'`,
	jsonb: (column) =>
		`coalesce(case jsonb_typeof(${column}) when 'array' then ${column} || '"x"' else ${column} || '{"x": null}' end, 'null')`,
	json: (column) => `(${column}::text || ' ')::json`,
	uuid: (column) =>
		`coalesce(nullif('00000000-0000-4000-8000-000000000000'::uuid, ${column}), ${column})`,
	"timestamp with time zone": (column) =>
		`coalesce(${column} + interval '1 microsecond', now())`,
	bigint: (column) => `${column} + 1000`,
	integer: (column) => `coalesce(${column} + 1000, 1)`,
	bytea: (column) => `set_byte(${column}, 7, 255 - get_byte(${column}, 7))`,
};

/** Of calls only what is fixed is sealed: the caller is erased some day, the outcome follows from the facts. */
const sealedOfCalls = [
	...["sid", "line", "called", "rota_version", "arrived_at", "ended_at"],
	...["recovered_at", "busy"],
];

test("any change of any column is found, in any row", async () => {
	const columns = await work.rows<{
		name: string;
		column: string;
		type: string;
	}>(
		`select c.relname as name, a.attname as column, format_type(a.atttypid, null) as type
		from pg_attribute a join pg_class c on c.oid = a.attrelid
		where c.oid = any($1::regclass[]) and a.attnum > 0 and not a.attisdropped order by 1, a.attnum`,
		tables,
	);
	const unseen: string[] = [];
	for (const { name, column, type } of columns) {
		if (name === "calls" && !sealedOfCalls.includes(column)) continue;
		const change = changed[type];
		if (!change) throw new Error(`no change of ${name}.${column}, ${type}`);
		const isKind = name === "audit_leaves" && column === "kind";
		const to = isKind
			? // Of no other kind may there be a leaf with the same key and number already.
				"case kind when 'rota' then 'call' else 'rota' end"
			: change(column);
		const [row] = await work.rows<{ row: string }>(
			`select ctid::text as row from ${name} order by random() limit 1`,
		);
		const tamperings = await after(
			...(name === "audit_leaves"
				? ["alter table audit_leaves drop constraint audit_leaves_kind_check"]
				: []),
			// An identity is changed only by a default that says so.
			...(column === "id" && ["audit_entries", "call_facts"].includes(name)
				? [`alter table ${name} alter column id set generated by default`]
				: []),
			`update ${name} set ${column} = ${to} where ctid = '${row?.row}'`,
		);
		if (name === "audit_leaves")
			await asSuperuser(
				"alter table audit_leaves add constraint audit_leaves_kind_check check (kind in ('entry', 'rota', 'call'))",
			);
		if (tamperings.length === 0) unseen.push(`${name}.${column}`);
	}
	expect(unseen).toEqual([]);
	expect(await found()).toEqual([]);
}, 60_000);

test("any deleted row is found, and named", async () => {
	for (const name of tables) {
		const [row] = await work.rows<{ row: string }>(
			// The newest seal may go with everything below it: then what it held is sealed anew. The file tells.
			`select ctid::text as row from ${name} order by random() limit 1`,
		);
		expect([
			name,
			(await after(`delete from ${name} where ctid = '${row?.row}'`)).length,
		]).not.toEqual([name, 0]);
	}
	const [entry] = await work.rows<{ id: string }>(
		"select min(id)::text as id from audit_entries",
	);
	expect(
		await after(`delete from audit_entries where id = ${entry?.id}`),
	).toEqual([
		{
			kind: "missing",
			what: { kind: "entry", number: entry?.id, key: "" },
		},
	]);
});

test("an entry that is put in afterwards is found, before and after the next seal", async () => {
	const inserted = `insert into audit_entries (at, actor, action, subject_kind, subject_id)
		values ('2026-03-03T00:10Z', 'Nobody', 'ticket-closed', 'ticket', '2026-000001')`;
	expect(await after(inserted)).toMatchObject([
		{ kind: "backdated", what: { kind: "entry" } },
	]);
	const version = `insert into rota_versions (line, version, document, published_at, published_by, note, source_digest)
		select line, version + 1, document, published_at + interval '1 minute', 'Nobody', note, source_digest from rota_versions`;
	expect(await after(version)).toMatchObject([
		{ kind: "backdated", what: { kind: "rota", number: "2" } },
	]);
	const fact = (id: string, recorded: string) =>
		`insert into call_facts (id, call_sid, key, kind, at, data, recorded_at) overriding system value
		select ${id}, call_sid, 'x', kind, at, data, ${recorded} from call_facts order by id limit 1`;
	expect(await after(fact("-1", "recorded_at"))).toMatchObject([
		{ kind: "changed", what: { kind: "call" } },
	]);
	expect(await after(fact("999999", "at"))).toMatchObject([
		{ kind: "added", what: { kind: "call" } },
	]);
});

const newestEntry = "(select max(id) from audit_entries)";
const newestSeal = "(select max(id) from audit_seals)";

test.each<[what: string, says: RegExp[], statements: string[]]>([
	[
		"changed",
		[/^Entry \d+ has been changed since it was sealed$/],
		[`update audit_entries set reason = 'x' where id = ${newestEntry}`],
	],
	[
		"removed",
		[/^Entry \d+ has been deleted since it was sealed$/],
		[`delete from audit_entries where id = ${newestEntry}`],
	],
	[
		"put in",
		[/^Entry \d+ was put in afterwards: its time had been sealed without it$/],
		[
			`insert into audit_entries (at, actor, action, subject_kind, subject_id)
			values ('2026-03-03T00:10Z', 'Nobody', 'ticket-closed', 'ticket', '2026-000001')`,
		],
	],
	[
		"put in another order",
		[/^Entry \d+ has been changed/, /^Entry \d+ has been changed/],
		[
			`update audit_entries a set actor = b.actor, reason = b.reason, action = b.action, before = b.before, after = b.after,
				subject_id = b.subject_id, origin = b.origin, account_id = b.account_id, at = b.at
			from audit_entries b where a.id in (${newestEntry}, (select min(id) from audit_entries))
				and b.id in (${newestEntry}, (select min(id) from audit_entries)) and a.id <> b.id`,
		],
	],
	[
		"with a seal's list in another order",
		[/^Seal 1 or its list has been changed$/],
		[
			"update audit_leaves set place = -place where seal_id = 1 and place < 3",
			"update audit_leaves set place = 3 + place where seal_id = 1 and place < 0",
		],
	],
	[
		"without its beginning",
		[
			/^The chain does not begin at its beginning: the first seal is 2$/,
			/^Seal 1 has been deleted: it was noted outside the database and is not in it$/,
		],
		[
			"delete from audit_leaves where seal_id = 1",
			"delete from audit_seals where id = 1",
		],
	],
	[
		"without a seal in its middle",
		[
			/^The chain is broken between seals 1 and 3$/,
			/^Seal 2 has been deleted: it was noted/,
		],
		[
			"delete from audit_leaves where seal_id = 2",
			"delete from audit_seals where id = 2",
		],
	],
	[
		"cut off at its end, with all that was sealed there",
		[/^Seal \d+ has been deleted: it was noted/],
		[
			`delete from audit_entries where id in (
				select number from audit_leaves where kind = 'entry' and seal_id = ${newestSeal})`,
			...["call_facts where call_sid", "calls where sid"].map(
				(which) =>
					`delete from ${which} in (select key from audit_leaves where kind = 'call' and seal_id = ${newestSeal})`,
			),
			`delete from audit_leaves where seal_id = ${newestSeal}`,
			`delete from audit_seals where id = ${newestSeal}`,
		],
	],
])("a log %s is found out, in a sentence", async (_, says, statements) => {
	// Entries that lost their seal say to be older than the one before; they are told of as well.
	const told = (await after(...statements)).map(
		(one) => tamperingInWords(one).en,
	);
	for (const sentence of says)
		expect(told).toContainEqual(expect.stringMatching(sentence));
	if (!told.some((each) => each.includes("put in afterwards")))
		expect(told).toHaveLength(says.length);
});

test("what comes late of a call is no tampering, but is counted and named", async () => {
	const call = await arrivedCall(work);
	await call.record(callEnded);
	await work.network.clock.passes({ hours: 3 });
	await enter();
	await sealAudit(work.ctx);
	const before = await verifyAudit(work.ctx);
	const { call: sid } = call.origin;
	await work.rows(
		`insert into call_facts (call_sid, key, kind, at, data) select call_sid, 'late', kind, at, data from call_facts
		where call_sid = $1 limit 1`,
		sid,
	);
	const [later] = await work.rows<{ sid: string }>(
		`insert into calls (sid, ticket_id, line, caller, called, language, arrived_at, ended_at)
		select 'CAlater', ticket_id, line, caller, called, language, arrived_at, ended_at from calls where sid = $1 returning sid`,
		sid,
	);
	await sealAudit(work.ctx, { whole: true });
	const verified = await verifyAudit(work.ctx);
	expect(verified).toMatchObject({ isIntact: true, late: before.late + 2 });
	expect(verified.lateOnes?.map(({ key }) => key)).toEqual(
		expect.arrayContaining([sid, later?.sid]),
	);
});

test("whoever makes the whole chain anew is found out by the heads outside the database", async () => {
	const elsewhere = mkdtempSync(join(tmpdir(), "faultline-heads-"));
	const [{ head } = { head: "" }] = await work.rows<{ head: string }>(
		"select encode(hash, 'hex') as head from audit_seals order by id desc limit 1",
	);
	await asSuperuser(
		...tables.map((name) => `create table kept_${name} as table ${name}`),
		"update audit_entries set actor = 'Somebody Else' where id = (select min(id) from audit_entries)",
		"delete from audit_leaves",
		"delete from audit_seals",
	);
	const forger = {
		...work.ctx,
		config: { ...work.ctx.config, dataDir: elsewhere },
	};
	await sealAudit(forger);
	expect(await verifyAudit(forger)).toMatchObject({ isIntact: true });
	expect((await verifyAudit(forger, { head })).found).toEqual([
		{ kind: "head-unknown", hash: head },
	]);
	expect((await found()).map(({ kind }) => kind)).toContain("head-differs");
	rmSync(elsewhere, { recursive: true });
	await asSuperuser(
		...tables.flatMap((name) => [
			`delete from ${name}`,
			`insert into ${name} overriding system value select * from kept_${name}`,
			`drop table kept_${name}`,
		]),
	);
	expect(await found()).toEqual([]);
	expect(await verifyAudit(work.ctx, { head })).toMatchObject({
		isIntact: true,
	});
});

test("two who seal at once make one chain; each head is noted in the file and in the program's log", async () => {
	await enter();
	await Promise.all([sealAudit(work.ctx), sealAudit(work.ctx)]);
	await enter();
	await sealAudit(work.ctx);
	const verified = await verifyAudit(work.ctx);
	expect(verified).toMatchObject({ isIntact: true, waiting: 0 });
	const noted = readFileSync(
		join(work.ctx.config.dataDir, "audit-heads.log"),
		"utf8",
	);
	expect(noted.trimEnd().split("\n")).toHaveLength(verified.seals);
	expect(noted).toContain(` ${verified.head} `);
	expect(work.logged.join("\n")).toContain(verified.head);
});

test("the tenth seal follows upon the ninth, as the eleventh upon the tenth", async () => {
	const { seals } = await verifyAudit(work.ctx);
	for (let i = seals; i < 12; i += 1) {
		await enter();
		await sealAudit(work.ctx);
	}
	expect(await verifyAudit(work.ctx)).toMatchObject({
		...{ isIntact: true, seals: 12, waiting: 0, found: [] },
	});
});

test("what was entered under an earlier id and committed later is sealed too", async () => {
	const before = await verifyAudit(work.ctx);
	await work.rows(
		`insert into audit_entries (id, at, actor, action, subject_kind, subject_id) overriding system value
		values ((select min(id) - 5 from audit_entries), $1, 'Late', 'ticket-opened', 'ticket', '2026-000009')`,
		work.ctx.clock.now().toJSDate(),
	);
	await sealAudit(work.ctx, { whole: true });
	expect(await verifyAudit(work.ctx)).toMatchObject({
		isIntact: true,
		entries: before.entries + 1,
	});
});

test("it is time for a seal five minutes after the last, or when 500 entries wait", async () => {
	await work.rows(
		`insert into audit_seals select (select max(id) + 1 from audit_seals), previous_hash, hash, 0, now(), null from audit_seals limit 1`,
	);
	const seals = async () => (await work.rows("select from audit_seals")).length;
	const before = await seals();
	await enter();
	await sealWhenDue(work.ctx);
	expect(await seals()).toBe(before);
	await work.rows(
		`insert into audit_entries (at, actor, action, subject_kind, subject_id)
		select now(), 'Many', 'ticket-opened', 'ticket', 'x' from generate_series(1, 500)`,
	);
	await sealWhenDue(work.ctx);
	expect(await seals()).toBe(before + 1);
});
