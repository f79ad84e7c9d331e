import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { sealAudit } from "../../src/actions/seal-audit.ts";
import { verifyAudit } from "../../src/actions/verify-audit.ts";
import { askerOf } from "../support/api.ts";
import { eventually } from "../support/eventually.ts";
import { type OpenLine, openLine } from "../support/open-line.ts";

let line: OpenLine;
beforeAll(async () => {
	line = await openLine();
});
afterAll(() => line.close());

const run = async (sql: string, ...bind: unknown[]) =>
	(await line.database.database.query(sql, { bind }))[0] as Record<
		string,
		unknown
	>[];

const number = "+358401009001";
const name = "Matti Meikäläinen";
const recording = `RE${"a".repeat(32)}`;

/** A tenant who has called, with everything that can be held on them. */
async function known(): Promise<void> {
	const { agent } = await askerOf(line.service, "office");
	const property = await agent.post("/api/properties").send({
		...{ key: "1", address: "Kiviparintie 2", postalCode: null, city: null },
		...{ area: null, stairwells: [], serviceClass: null },
		...{ flats: [{ stairwell: "B", number: "12" }] },
		...{ latitude: null, longitude: null },
	});
	await agent.post("/api/tenants").send({
		...{ key: "m", name, numbers: [number], language: "fi" },
		...{ property: property.body.id, stairwell: "B", flat: "12" },
	});
	await line.tenant.dials();
	await line.kalle.rings();
	// What becomes of the leg, then what the line says: the address that the carrier names as failed carries the caller's number.
	line.network.misbehave.dropAfter = 2;
	await line.kalle.declines();
	await line.liisa.rings({ withinSeconds: 20 });
	await line.tenant.hangsUp();
	await line.ticket.view();
	const failure = "select 1 from call_facts where kind = 'carrier-failed'";
	await eventually(async () => (await run(failure))[0] ?? null);
	for (const folder of ["recordings", "files"])
		mkdirSync(join(line.config.dataDir, folder), { recursive: true });
	writeFileSync(join(line.config.dataDir, "recordings", "r.wav"), "RIFF");
	writeFileSync(join(line.config.dataDir, "files", "f.jpg"), "JPEG");
	const [ticket] = await run("select id from tickets");
	const id = ticket?.id;
	await run(
		"update tickets set summary = 'Matin hana vuotaa' where id = $1",
		id,
	);
	await run(
		`insert into ticket_notes (id, ticket_id, at, by_name, body) values (gen_random_uuid(), $1, now(), 'Aino', 'Matti soitti')`,
		id,
	);
	await run(
		`insert into ticket_files (id, ticket_id, at, by_name, name, media_type, bytes, sha256, file)
		values (gen_random_uuid(), $1, now(), 'Kalle', 'matin keittiö.jpg', 'image/jpeg', 4, 'x', 'files/f.jpg')`,
		id,
	);
	// Whoever is on duty gets what they write, in a message of its own.
	await line.tenant.phone.sendsText("+358942721234", "Matti tässä");
	const copy = "select 1 from messages where body like '%: Matti tässä'";
	await eventually(async () => (await run(copy))[0] ?? null);
	await elsewhere();
	await run(
		`insert into recordings (sid, call_sid, seconds, state, file, announced_at)
		select $1, sid, 3, 'only-here', 'r.wav', now() from calls`,
		recording,
	);
	await run(
		"insert into callers (number, language, updated_at) values ($1, 'fi', now())",
		number,
	);
}

/** What was written of them on the ticket of somebody else. */
async function elsewhere(): Promise<void> {
	const other = "00000000-0000-4000-8000-00000000000b";
	await run(
		`insert into tickets (id, number, line, channel, status, opened_at, summary, labels)
		values ($1, '2025-900001', 'fault-line', 'phone', 'new', now(), null, '{naapuri +358-40-1009001}')`,
		other,
	);
	await run(
		`insert into ticket_notes (id, ticket_id, at, by_name, body)
		values (gen_random_uuid(), $1, now(), 'Aino', 'naapuri soitti, 040 100 9001, vuotaa 24.12.2026 alkaen'),
			(gen_random_uuid(), $1, now(), 'Aino', 'ei 040 100 9002')`,
		other,
	);
	const { agent } = await askerOf(line.service, "office");
	const told = await agent.put("/api/tickets/2025-900001").send({
		...{ revision: 1, summary: "Avain: 0401009001" },
		reason: "call 0401009001 first",
	});
	expect(told.status).toBe(200);
}

test("everything on a number is on one page, given out as a file, and erased so that nothing of it is left and the seals hold", async () => {
	await known();
	const { agent } = await askerOf(line.service, "manager");
	for (const spelling of [
		"040 100 9001",
		"+358 40 1009001",
		"00358401009001",
	]) {
		const { body } = await agent
			.get("/api/data-requests")
			.query({ number: spelling });
		expect(body).toMatchObject({
			number,
			tenants: [{ name, place: "Kiviparintie 2 B 12" }],
			tickets: [{ number: "2026-000001", because: "caller" }],
			calls: [{ ticket: "2026-000001" }],
			recordings: [
				{ url: expect.stringContaining(`/api/recordings/${recording}`) },
			],
			notes: [{ body: "Matti soitti" }],
			files: [{ name: "matin keittiö.jpg" }],
			mentions: [
				{ ticket: "2025-900001", in: "label" },
				{ in: "summary", text: "Avain: 0401009001" },
				{ in: "note", text: expect.stringContaining("naapuri soitti") },
			],
			languages: [{ language: "fi" }],
			erasures: [],
		});
		expect(body.messages).toContainEqual(
			expect.objectContaining({
				direction: "out",
				body: expect.stringContaining("Matti tässä"),
			}),
		);
	}
	const exported = await agent
		.get("/api/data-requests/export")
		.query({ number });
	expect(exported.headers["content-disposition"]).toContain(
		"data-request-358401009001.json",
	);
	expect(exported.body.tenants[0].name).toBe(name);

	const keep = (name: string, filter: string) =>
		office.post("/api/ticket-views").send({ name, filter, isShared: true });
	const { agent: office } = await askerOf(line.service, "office");
	await keep("Vuodot", "q=vuoto+040-100+9001&status=open");
	await keep("Soittaja 0401009001", "q=%2B358401009001");
	await keep("Avoimet", "status=open");

	await run(
		`insert into what_ifs (id, line, name, at, yearly, caller, expects, kept_at, kept_by)
			values (gen_random_uuid(), 'fault-line', 'Jouluaatto', '2026-12-24T17:05', true, $1, '{}', now(), 'test')`,
		number,
	);

	const { ctx } = line.service;
	await sealAudit(ctx, { whole: true });
	const erased = await agent
		.post("/api/data-requests/erase")
		.send({ number: "0401009001" });
	expect(erased.body).toMatchObject({
		...{ tenants: 1, tickets: 1, calls: 1, recordings: 1, notes: 1, files: 1 },
		...{ views: 2, mentions: 3 },
	});
	expect(
		await run("select name, filter from ticket_views order by name"),
	).toEqual([
		{ name: "Avoimet", filter: "status=open" },
		{ name: "Vuodot", filter: "q=vuoto&status=open" },
	]);
	const after = await agent.get("/api/data-requests").query({ number });
	const { erasures, number: _, ...held } = after.body;
	expect(erasures).toEqual([
		{ at: expect.any(String), by: expect.any(String) },
	]);
	expect(Object.values(held).flat()).toEqual([]);
	const [left] = await run(
		`select (select json_agg(t order by t.number desc) from tickets t) as tickets, (select json_agg(c) from calls c) as calls,
			(select json_agg(f) from call_facts f) as facts, (select json_agg(m) from messages m) as messages,
			(select json_agg(n) from ticket_notes n) as notes, (select json_agg(f) from ticket_files f) as files,
			(select json_agg(a) from audit_entries a) as entries, (select json_agg(t) from tenants t) as tenants,
			(select json_agg(s) from ticket_search s) as search, (select json_agg(w) from what_ifs w) as "whatIfs"`,
	);
	expect(JSON.stringify(left)).not.toMatch(/401009001|Mati|Matti|Meik|hana/i);
	expect(
		await run(
			"select summary, labels, (select array_agg(body order by body) from ticket_notes where ticket_id = tickets.id) as notes from tickets where number = '2025-900001'",
		),
	).toEqual([
		{
			...{ summary: "Avain: ***", labels: ["naapuri ***"] },
			notes: [
				"ei 040 100 9002",
				"naapuri soitti, ***, vuotaa 24.12.2026 alkaen",
			],
		},
	]);
	expect(left?.tickets).toMatchObject([
		{
			caller: expect.stringMatching(/^erased-[0-9a-f]{8}$/),
			...{ outcome: "abandoned", property_id: expect.any(String) },
		},
		{ number: "2025-900001" },
	]);
	const { dataDir } = line.config;
	await eventually(async () =>
		["recordings/r.wav", "files/f.jpg"].some((file) =>
			existsSync(join(dataDir, file)),
		)
			? null
			: true,
	);
	const [entry] = await run(
		"select subject_id, after from audit_entries where action = 'number-erased'",
	);
	expect(entry?.after).toMatchObject({
		...{ tickets: 1, reference: expect.stringMatching(/^ref:/) },
	});
	await sealAudit(ctx, { whole: true });
	expect((await verifyAudit(ctx)).isIntact).toBe(true);
});

test("what is no number is refused with a sentence, and the office may not ask", async () => {
	const { agent } = await askerOf(line.service, "manager");
	const wrong = await agent.get("/api/data-requests").query({ number: "112" });
	expect([wrong.status, wrong.body.problems]).toEqual([
		400,
		[{ where: "number", what: expect.stringContaining("“112”") }],
	]);
	const { agent: office } = await askerOf(line.service, "office");
	for (const path of ["", "/export"])
		expect(
			(await office.get(`/api/data-requests${path}`).query({ number })).status,
		).toBe(403);
});
