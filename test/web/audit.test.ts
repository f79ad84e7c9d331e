import { allSubjects } from "../../src/database/ticket-settings.ts";
import type {
	AuditPage,
	Reconciliations,
	VerificationAnswer,
} from "../../src/web/api/audit-shapes.ts";
import {
	accountWithPassword,
	goodPassword,
	visitor,
} from "../support/accounts.ts";
import { askerOf, consoleOf } from "../support/api.ts";
import { eventually } from "../support/eventually.ts";
import { type OpenLine, openLine } from "../support/open-line.ts";

let line: OpenLine;
let manager: Awaited<ReturnType<typeof askerOf>>["agent"];
beforeAll(async () => {
	line = await openLine({ closed: ["kalle"] });
	manager = (await askerOf(line.service, "manager")).agent;
	await line.tenant.dials();
	await line.kalle.answers();
	await line.kalle.presses("1");
	await line.clock.passes({ seconds: 20 });
	await line.tenant.hangsUp();
	await line.clock.passes({ seconds: 10 });
});
afterAll(() => line.close());

const page = async (query: object): Promise<AuditPage> => {
	const { body, status } = await manager.get("/api/audit").query(query);
	expect(status).toBe(200);
	return body;
};

test("entries are found by who, what kind, what about, when and any word, newest first", async () => {
	const { entries } = await page({ subject: "2026-000001" });
	expect(entries.map(({ action, actor }) => [action, actor])).toEqual([
		["ticket-acknowledged", "Kalle Korhonen"],
		["ticket-opened", "line:fault-line"],
	]);
	expect(entries[0]).toMatchObject({
		...{ kind: "tickets", reason: "took the call", origin: "phone" },
		changes: expect.arrayContaining([
			{ field: "status", from: "new", to: "acknowledged" },
		]),
	});
	const found = async (query: object) =>
		(await page(query)).entries.map(({ action }) => action);
	expect(await found({ actor: "Kalle Korhonen" })).toEqual([
		"ticket-acknowledged",
	]);
	expect(await found({ actor: "Kalle Korhonen", kind: "rota" })).toEqual([]);
	expect(await found({ actor: "korho" })).toEqual(["ticket-acknowledged"]);
	expect(await found({ actor: "linja fault" })).toEqual(["ticket-opened"]);
	expect(await found({ actor: "korho", text: "took" })).toHaveLength(1);
	expect(await found({ actor: "nobody of this name" })).toEqual([]);
	expect(await found({ kind: "rota" })).toEqual(["rota-published"]);
	expect(await found({ kind: "tickets", text: "korho took" })).toEqual([
		"ticket-acknowledged",
	]);
	expect(await found({ text: "2026-000001", kind: "tickets" })).toHaveLength(2);
	expect(await found({ text: "%_'\\:*" })).toEqual([]);
	expect(
		await found({ from: "2026-03-03T00:00:01Z", subject: "2026-000001" }),
	).toEqual(["ticket-acknowledged"]);
	const actors = await manager.get("/api/audit/actors");
	expect(actors.body.actors).toEqual(
		expect.arrayContaining(["Kalle Korhonen", "line:fault-line"]),
	);
});

test("page after page, each entry comes once", async () => {
	for (const filter of [{}, { kind: "tickets" }, { actor: "test" }]) {
		const all = (await page({ ...filter, limit: 200 })).entries;
		const seen: string[] = [];
		let cursor: string | undefined;
		do {
			const { entries, next } = await page({ ...filter, limit: 1, cursor });
			seen.push(...entries.map(({ id }) => id));
			cursor = next ?? undefined;
		} while (cursor);
		expect(seen).toEqual(all.map(({ id }) => id));
	}
});

test.each([
	["kind=nonsense"],
	["limit=0"],
	["cursor=99999999T000000.000000Z_1"],
	["from=yesterday"],
])("what cannot be asked is refused: %s", async (query) => {
	expect((await manager.get(`/api/audit?${query}`)).status).toBe(400);
});

test("only managers see the proof", async () => {
	const planner = await askerOf(line.service, "planner");
	for (const path of ["audit", "audit/export", "reconciliations"])
		expect((await planner.agent.get(`/api/${path}`)).status).toBe(403);
});

test("an export is a table without formulas, and is itself on record with what was asked for", async () => {
	const name = `=HYPERLINK("https://evil.example")`;
	await line.database.database.query(
		`insert into audit_entries (at, actor, action, subject_kind, subject_id)
		values (now(), $1, 'ticket-changed', 'ticket', '2026-000009')`,
		{ bind: [name] },
	);
	const { text, headers } = await manager
		.get("/api/audit/export?subject=2026-000009")
		.expect(200);
	expect(headers["content-disposition"]).toContain("audit.csv");
	const [head, row, ...more] = text.trimEnd().split("\r\n");
	expect(head).toContain("Number,Time (UTC),Who");
	expect(row).toContain(`"'=HYPERLINK(""https://evil.example"")"`);
	expect(more).toEqual([]);
	const { entries } = await page({ kind: "exports" });
	expect(entries[0]).toMatchObject({
		action: "audit-exported",
		actor: expect.stringMatching(/^manager/),
		changes: [{ field: "subject", from: null, to: "2026-000009" }],
	});
	await manager
		.get("/api/audit/export")
		.query({
			text: "040 123 4567",
			actor: "0401234567",
			subject: "+358401234567",
		})
		.expect(200);
	const [searched] = (await page({ kind: "exports" })).entries;
	expect(searched?.changes).toHaveLength(3);
	for (const { to } of searched?.changes ?? []) expect(to).toBe("***");
});

test("every door says where what it enters comes from", async () => {
	const { ctx, url } = line.service;
	const account = await accountWithPassword(ctx, { role: "admin" });
	const browser = visitor(url);
	await browser
		.post("/sign-in")
		.send({ email: account.email, password: "nonsense of mine" })
		.expect(401);
	await browser
		.post("/sign-in")
		.send({ email: account.email, password: goodPassword })
		.expect(200);
	const admin = await consoleOf(line.service, "admin", account.id);
	await admin.post("/api/account/sessions/end-others").send({});
	const { entries } = await page({ kind: "accounts", subject: account.id });
	const of = (action: string) =>
		entries.find((entry) => entry.action === action);
	expect(of("sign-in-failed")).toMatchObject({
		origin: expect.stringMatching(/^(::1|127\.0\.0\.1)$/),
		reason: "wrong password",
	});
	expect(of("signed-in")?.origin).toMatch(/^(::1|127\.0\.0\.1)$/);
	expect(JSON.stringify(entries)).not.toContain("nonsense of mine");
	const [published] = (await page({ kind: "rota" })).entries;
	expect(published?.origin).toBe("service start");
});

test("what the entries name by an id is told by its name, in the reader's language; what is gone is not", async () => {
	const { database } = line.service.ctx;
	const [subject] = await allSubjects(database);
	await database.query(
		`insert into audit_entries (at, actor, action, subject_kind, subject_id, after)
		values ('2026-03-03T00:20Z', 'Named', 'ticket-changed', 'ticket', '2026-000001', $1),
			('2026-03-03T00:21Z', 'Named', 'rota-published', 'rota', 'fault-line', '{"giver": "kalle", "tenant": "gone"}')`,
		{ bind: [JSON.stringify({ subject: subject?.id })] },
	);
	const { names } = await page({ actor: "Named", lang: "sv" });
	expect(names).toEqual({
		[`subject ${subject?.id}`]: subject?.names.sv,
		"line fault-line": line.config.lines["fault-line"]?.name.sv,
		"person kalle": "Kalle Korhonen",
	});
});

test("who is signed in stands in the entry, beside where they ask from", async () => {
	const { ctx } = line.service;
	const account = await accountWithPassword(ctx, {
		...{ role: "manager", name: "Ritva Salo" },
	});
	const console = await consoleOf(line.service, "manager", account.id);
	await console.get("/api/audit/export?subject=nothing").expect(200);
	const { entries } = await page({ kind: "exports", text: "nothing" });
	expect(entries[0]).toMatchObject({
		...{ actor: "Ritva Salo", account: "Ritva Salo" },
		origin: expect.stringMatching(/^(::1|127\.0\.0\.1)$/),
	});
});

test("all seals are looked at when somebody asks, and the page is told what that has shown", async () => {
	await manager.post("/api/audit/verification").expect(200);
	const verified = await eventually(async () => {
		const { body } = await manager.get("/api/audit/verification");
		return (body as VerificationAnswer).verification;
	});
	expect(verified).toMatchObject({ isIntact: true, tamperings: 0, found: [] });
	expect(verified.entries).toBeGreaterThan(3);
	await line.database.database.transaction(async (transaction) => {
		const { database } = line.database;
		await database.query("set local session_replication_role = replica", {
			transaction,
		});
		await database.query(
			"update audit_entries set actor = 'Nobody' where action = 'ticket-opened'",
			{ transaction },
		);
	});
	await manager.post("/api/audit/verification").expect(200);
	const tampered = await eventually(async () => {
		const { body } = await manager.get("/api/audit/verification?lang=fi");
		const { verification } = body as VerificationAnswer;
		return verification?.isIntact === false ? verification : null;
	});
	expect(tampered.found).toEqual([
		expect.stringMatching(/^Kirjaus \d+ on muuttunut sinetöinnin jälkeen$/),
	]);
});

test("how the days compare with the carrier is told, and compared when somebody asks", async () => {
	line.network.clock.set(line.network.now().plus({ days: 1 }));
	await manager.post("/api/reconciliations").expect(200);
	const compared = await eventually(async () => {
		const { body } = await manager.get("/api/reconciliations");
		return (body as Reconciliations).days.length > 0
			? (body as Reconciliations)
			: null;
	});
	expect(compared).toMatchObject({
		days: [{ day: "2026-03-03", carrierCalls: 1, ourCalls: 1 }],
		findings: [],
	});
	expect(
		(await manager.get("/api/reconciliations?first=2026-02-30")).status,
	).toBe(400);
});

test("a word is found however long ago it was written, page after page, each entry once", async () => {
	const days = [0, 1, 13, 15, 100, 130, 131, 900, 1_100, 4_000];
	await line.database.database.query(
		`insert into audit_entries (at, actor, action, subject_kind, subject_id, reason, origin)
		select timestamptz '2026-03-03T00:00Z' - make_interval(days => days), 'Spread', 'ticket-changed', 'ticket', days,
			'antediluvian', 'phone' from unnest($1::int[]) as days`,
		{ bind: [days] },
	);
	const pages = async (more: object) => {
		const seen: string[] = [];
		let cursor: string | undefined;
		do {
			const asked = { text: "antedil", limit: 3, cursor, ...more };
			const { entries, next } = await page(asked);
			seen.push(...entries.map(({ subject }) => subject.id));
			cursor = next ?? undefined;
		} while (cursor);
		return seen.map(Number);
	};
	expect(await pages({})).toEqual(days);
	expect(await pages({ actor: "Spread", kind: "tickets" })).toEqual(days);
	expect(
		await pages({ from: "2023-06-01T00:00Z", to: "2026-02-20T00:00Z" }),
	).toEqual([13, 15, 100, 130, 131, 900]);
	expect(await pages({ text: "antedil nowhere" })).toEqual([]);
});
