import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { jest } from "@jest/globals";
import supertest from "supertest";
import { loadConfig } from "../../src/config.ts";
import { type Service, startService } from "../../src/service.ts";
import { visitor } from "../support/accounts.ts";
import { type TestDatabase, testDatabase } from "../support/database.ts";
import { freePort } from "../support/free-port.ts";

jest.setTimeout(60_000);

let database: TestDatabase;
const folder = mkdtempSync(join(tmpdir(), "faultline-demo-"));
beforeAll(async () => {
	database = await testDatabase();
});
afterAll(async () => {
	await database.close();
	rmSync(folder, { recursive: true, force: true });
});

async function started(settings: Record<string, string> = {}) {
	return startService(
		loadConfig({
			PORT: String(await freePort()),
			PHONE_NETWORK_PORT: String(await freePort()),
			DATABASE_URL: database.url,
			DATA_DIR: folder,
			LOG_LEVEL: "error",
			...settings,
		}),
	);
}

const peopleOf = async ({ url }: Service) =>
	(await supertest(url).get("/sign-in/ways")).body.demo;

test("the demo knows its houses and tenants from the first start on, and leaves them alone at the next", async () => {
	const counted = async () => {
		const demo = await started();
		const [rows] = await demo.ctx.database.query(
			`select (select count(*) from properties)::int as properties, (select count(*) from flats)::int as flats,
				(select count(*) from tenants join tenant_numbers on tenant_id = id where number = '+46701740690')::int as callers`,
		);
		await demo.ctx.database.query(
			"update properties set removed_at = now() where key <> '1001'",
		);
		await demo.stop();
		return rows[0];
	};
	const first = await counted();
	expect(first).toEqual({ properties: 6, flats: 191, callers: 1 });
	expect(await counted()).toEqual(first);
});

test("in the demo one click signs in as anybody, with no second factor; outside it these people are nobody", async () => {
	const demo = await started();
	const people = await peopleOf(demo);
	expect(
		people.map(({ name, role }: Record<string, string>) => `${name}, ${role}`),
	).toEqual([
		"Aino Virtanen, office",
		"Kalle Korhonen, technician",
		"Liisa Lind, technician",
		"Maija Laine, planner",
		"Ritva Mäkelä, manager",
		"Timo Saarinen, admin",
	]);
	const browser = visitor(demo.url);
	for (const { id, role, email } of people) {
		const answer = await browser.post("/sign-in/demo").send({ account: id });
		expect(answer.body).toEqual({ kind: "signed-in" });
		const { body } = await browser.get("/api/session");
		expect(body).toMatchObject({ role, demo: true, mustEnrol: false });
		expect(body.account.email).toBe(email);
	}
	const [aino, kalle] = people;
	await browser.post("/sign-in/demo").send({ account: kalle.id });
	expect((await browser.get("/api/session")).body.people).toEqual([
		{ line: "fault-line", person: "kalle", name: "Kalle Korhonen" },
	]);
	const admin = visitor(demo.url);
	await admin.post("/sign-in/demo").send({ account: people[5].id });
	await admin.post(`/api/accounts/${aino.id}/disable`);
	const reset = await admin.post(`/api/accounts/${kalle.id}/reset-link`);
	expect([reset.status, reset.body.error]).toEqual([
		409,
		expect.stringContaining("have no passwords"),
	]);
	await demo.stop();

	const again = await started();
	expect(await peopleOf(again)).toHaveLength(5);
	const cookie = await visitor(again.url)
		.post("/sign-in/demo")
		.send({ account: people[5].id });
	await again.stop();

	const live = await started({
		NODE_ENV: "production",
		PHONE_NETWORK: "built-in",
	});
	expect(await peopleOf(live)).toBeNull();
	const kept = await supertest(live.url)
		.get("/api/session")
		.set("Cookie", String(cookie.headers["set-cookie"]?.[0]));
	expect(kept.status).toBe(401);
	const click = await visitor(live.url)
		.post("/sign-in/demo")
		.send({ account: people[5].id });
	expect(click.status).toBe(404);
	await live.stop();
});
