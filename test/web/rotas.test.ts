import type { Rota } from "../../src/domain/rota/rota.ts";
import { readRota } from "../../src/rota-document/read-rota.ts";
import { writeRota } from "../../src/rota-document/write-rota.ts";
import * as shapes from "../../src/web/api/rota-shapes.ts";
import { askerOf } from "../support/api.ts";
import { type OpenLine, openLine, rotaOf } from "../support/open-line.ts";

let line: OpenLine;
let planner: Awaited<ReturnType<typeof askerOf>>["agent"];

const base = "/api/rotas/fault-line";

beforeAll(async () => {
	line = await openLine();
	planner = (await askerOf(line.service, "planner")).agent;
});
afterAll(() => line.close());

const override = {
	duty: "technician",
	start: "2026-03-04T16:00",
	end: "2026-03-05T08:00",
	person: "liisa",
	instead: "kalle",
	why: "dentist",
};

async function newest(): Promise<{ version: number; rota: Rota }> {
	const { body } = await planner.get(base);
	const { version, rota } = shapes.rotaView.parse(body);
	return { version, rota: rota as unknown as Rota };
}

/** Accepts every warning of the rota for the same reason. */
async function accepting(rota: unknown, reason = "a test") {
	const { body } = await planner.post(`${base}/review`).send({ rota });
	return shapes.rotaReview
		.parse(body)
		.problems.map(({ key }) => ({ problem: key, reason }));
}

test("the published rota comes with its holidays, and an unknown line or version is 404", async () => {
	const { status, body } = await planner.get(base);
	expect(status).toBe(200);
	expect(shapes.rotaView.parse(body)).toMatchObject({
		line: "fault-line",
		version: 1,
		newest: 1,
		publishedBy: "first start",
		holidays: null,
		absences: [],
	});
	for (const path of ["/api/rotas/other", `${base}?version=99`]) {
		const missing = await planner.get(path);
		expect([missing.status, typeof missing.body.error]).toEqual([
			404,
			"string",
		]);
	}
	expect((await planner.get(`${base}?version=0`)).status).toBe(400);
	const { body: all } = await planner.get("/api/rotas");
	expect(shapes.rotasShape.parse(all).rotas).toHaveLength(1);
});

test("a draft is kept for its owner alone, and not overwritten unseen", async () => {
	const { version, rota } = await newest();
	const other = (await askerOf(line.service, "planner")).agent;
	const path = `${base}/draft`;
	expect((await planner.get(path)).body.draft).toBeNull();
	const draft = { rota: { ...rota, name: "New name" }, basedOn: version };
	const first = await planner.put(path).send({ ...draft, revision: 0 });
	expect([first.status, first.body]).toEqual([200, { revision: 1 }]);
	const again = await planner.put(path).send({ ...draft, revision: 1 });
	expect(again.body).toEqual({ revision: 2 });
	const stale = await planner.put(path).send({ ...draft, revision: 1 });
	expect(stale.status).toBe(409);
	const anew = await planner.put(path).send({ ...draft, revision: 0 });
	expect(anew.status).toBe(409);
	expect((await planner.get(path)).body).toMatchObject({
		draft: { basedOn: version, revision: 2, rota: { name: "New name" } },
		others: [],
	});
	const seen = (await other.get(path)).body;
	expect([seen.draft, seen.others.length]).toEqual([null, 1]);
	expect((await newest()).rota.name).toBe("Scenario");
	expect((await planner.delete(path)).body).toEqual({ discarded: true });
	expect((await planner.get(path)).body.draft).toBeNull();
});

test("a draft may be large, and of another line or shape it is refused with every place", async () => {
	const { version, rota } = await newest();
	const path = `${base}/draft`;
	const large = { ...rota, name: "x".repeat(150_000) };
	const refused = await planner
		.put(path)
		.send({ rota: large, basedOn: version, revision: 0 });
	expect(refused.status).not.toBe(413);
	const wrong = await planner.put(path).send({
		rota: { ...rota, hours: "always", colour: "blue" },
		basedOn: version,
		revision: 0,
	});
	expect(wrong.status).toBe(422);
	expect(
		wrong.body.problems.map(({ where }: { where: string }) => where),
	).toEqual(expect.arrayContaining(["hours", "colour"]));
	const foreign = await planner
		.put(path)
		.send({ rota: { ...rota, line: "other" }, basedOn: version, revision: 0 });
	expect([foreign.status, foreign.body.error]).toEqual([
		422,
		expect.stringContaining("fault-line"),
	]);
	await planner.delete(path);
});

test("a gap stops a publish until it is accepted with a reason, warning by warning", async () => {
	const { version, rota } = await newest();
	const gap = {
		...rota,
		duties: { ...rota.duties, backup: [] },
	};
	const path = `${base}/publish`;
	const bare = await planner
		.post(path)
		.send({ rota: gap, basedOn: version, accepts: [] });
	expect(bare.status).toBe(422);
	expect(JSON.stringify(bare.body.problems)).toContain("Nobody has backup");
	const accepts = await accepting(gap, "nobody is needed");
	const partly = await planner
		.post(path)
		.send({ rota: gap, basedOn: version, accepts: accepts.slice(1) });
	expect(partly.status).toBe(422);
	const empty = await planner.post(path).send({
		rota: gap,
		basedOn: version,
		accepts: accepts.map(({ problem }) => ({ problem, reason: " " })),
	});
	expect(empty.status).toBe(400);
	const whole = await planner
		.post(path)
		.send({ rota: gap, basedOn: version, note: "tried", accepts });
	expect(whole.status).toBe(200);
	expect(shapes.rotaPublished.parse(whole.body).version).toBe(version + 1);
	const { body } = await planner.get(`${base}/versions`);
	expect(body.versions[0]).toMatchObject({
		version: version + 1,
		note: "tried",
	});
	const [row] = await line.database.database.query(
		"select accepted_warnings as w from rota_versions order by version desc limit 1",
	);
	expect(JSON.stringify(row)).toContain("nobody is needed");
});

test("who publishes second is told of the first, and nothing is overwritten", async () => {
	const { version, rota } = await newest();
	const publish = async (name: string) => {
		const changed = { ...rota, name };
		return planner.post(`${base}/publish`).send({
			rota: changed,
			basedOn: version,
			accepts: await accepting(changed),
		});
	};
	expect((await publish("First")).status).toBe(200);
	const second = await publish("Second");
	expect([second.status, second.body.error]).toEqual([
		409,
		expect.stringContaining(String(version + 1)),
	]);
	expect((await newest()).rota.name).toBe("First");
});

test("an override is added and taken away by the API; each time a version", async () => {
	const before = await newest();
	const added = await planner.post(`${base}/overrides`).send({ override });
	expect([added.status, added.body.version]).toEqual([200, before.version + 1]);
	const { body } = await planner.get(`${base}/overrides`);
	expect(body.overrides).toEqual([{ index: 0, ...override }]);
	const unknown = await planner
		.post(`${base}/overrides`)
		.send({ override: { ...override, person: "kale" } });
	expect(unknown.status).toBe(422);
	expect(JSON.stringify(unknown.body.problems)).toContain("kalle");
	const missing = await planner.delete(
		`${base}/overrides/7?basedOn=${body.version}`,
	);
	expect(missing.status).toBe(404);
	const stale = await planner.delete(
		`${base}/overrides/0?basedOn=${before.version}&reason=test`,
	);
	expect(stale.status).toBe(409);
	const removed = await planner.delete(
		`${base}/overrides/0?basedOn=${body.version}&reason=test`,
	);
	expect(removed.status).toBe(200);
	expect((await newest()).rota).toEqual(before.rota);
});

test("what is exported imports to an equal rota, and a file with faults is told them all", async () => {
	const { rota, version } = await newest();
	expect(Object.keys(rota.people)).toEqual(["aino", "kalle", "liisa", "pekka"]);
	const { status, text, headers } = await planner.get(`${base}/export`);
	expect([status, headers["content-disposition"]]).toEqual([
		200,
		`attachment; filename=fault-line-${version}.yaml`,
	]);
	expect(readRota(text).rota).toEqual(rota);
	const read = await planner
		.post(`${base}/read`)
		.type("application/yaml")
		.send(text);
	expect(read.body.rota).toEqual(rota);
	const imported = await planner
		.post(`${base}/import?reason=again&basedOn=${version}`)
		.type("application/yaml")
		.send(text);
	expect([imported.status, imported.body.version]).toEqual([200, version + 1]);
	expect((await newest()).rota).toEqual(rota);
	const broken = await planner
		.post(`${base}/import`)
		.type("application/yaml")
		.send("rota: 1\nline: [");
	expect(broken.status).toBe(422);
	expect(broken.body.problems[0].what).toContain("Line 2");
	const foreign = await planner
		.post(`${base}/import`)
		.type("application/yaml")
		.send(writeRota(rotaOf("other", {})));
	expect(foreign.status).toBe(422);
});

test("the difference of two versions is told in hours", async () => {
	await planner
		.post(`${base}/overrides`)
		.send({ override: { ...override, why: "again" } });
	const { version } = await newest();
	const { status, body } = await planner.get(
		`${base}/difference?from=${version - 1}&to=${version}`,
	);
	expect(status).toBe(200);
	expect(shapes.rotaReview.parse(body).changes).toEqual([
		{
			duty: "technician",
			start: "2026-03-04T14:00:00Z",
			end: "2026-03-05T06:00:00Z",
			before: "kalle",
			after: "liisa",
		},
	]);
});

test.each(["technician", "office"] as const)(
	"a %s sees the rota and changes nothing",
	async (role) => {
		const { agent } = await askerOf(line.service, role);
		expect((await agent.get(base)).status).toBe(200);
		const statuses = [
			await agent.get(`${base}/draft`),
			await agent.put(`${base}/draft`).send({}),
			await agent.post(`${base}/publish`).send({}),
			await agent.post(`${base}/overrides`).send({}),
			await agent.post(`${base}/import`).send("x"),
		].map(({ status }) => status);
		expect(new Set(statuses)).toEqual(new Set([403]));
	},
);

test("the address of a calendar is for those who edit the rota, its shifts are for all", async () => {
	const { rota, version } = await newest();
	const secret = "https://calendar.example.org/private-5f3a/jour.ics";
	const withCalendar = {
		...rota,
		duties: { ...rota.duties, backup: [{ calendar: { url: secret } }] },
	};
	await planner.post(`${base}/publish`).send({
		rota: withCalendar,
		basedOn: version,
		accepts: await accepting(withCalendar),
	});
	expect(JSON.stringify((await newest()).rota)).toContain(secret);
	const { agent } = await askerOf(line.service, "technician");
	for (const path of [base, `${base}/export`, `${base}?version=${version}`]) {
		const { status, text } = await agent.get(path);
		expect(status).toBe(200);
		expect(text).not.toContain("private-5f3a");
	}
	expect((await agent.get(base)).body.rota.duties.backup).toEqual([
		{ calendar: { url: "https://calendar.example.org/…r.ics#1" } },
	]);
});
