import pg from "pg";
import supertest from "supertest";
import { askerOf } from "../support/api.ts";
import { type OpenLine, openLine } from "../support/open-line.ts";

let line: OpenLine;
beforeAll(async () => {
	line = await openLine();
});
afterAll(() => line.close());

test("without the database it stays ready for calls, and the API says in a sentence what is wrong", async () => {
	const { agent } = await askerOf(line.service, "admin");
	expect((await agent.get("/api/tickets")).status).toBe(200);
	// All of it is expected, and nothing that a test has to say.
	line.service.ctx.log.silent = true;
	await letIn(false);
	const { status, body, headers } = await agent
		.get("/api/tickets")
		.set("Accept-Language", "fi");
	expect(status).toBe(503);
	expect(body).toEqual({
		error: expect.stringContaining("Tietokanta ei vastaa"),
	});
	expect(headers["retry-after"]).toBe("5");
	const asked = supertest(line.service.url);
	expect((await asked.get("/readyz")).status).toBe(200);
	const metrics = await asked.get("/metrics");
	expect(metrics.status).toBe(200);
	expect(metrics.text).toContain("faultline_webhook_duration_seconds");
	await letIn(true);
	expect((await agent.get("/api/tickets")).status).toBe(200);
});

/** Nobody gets into the line's database any more, and those who were in are thrown out. */
async function letIn(isOpen: boolean): Promise<void> {
	const name = new URL(line.database.url).pathname.slice(1);
	const client = new pg.Client({
		connectionString: process.env.FAULTLINE_TEST_SERVER,
	});
	await client.connect();
	try {
		await client.query(
			`alter database ${name} with allow_connections ${isOpen}`,
		);
		if (!isOpen)
			await client.query(
				"select pg_terminate_backend(pid) from pg_stat_activity where datname = $1",
				[name],
			);
	} finally {
		await client.end();
	}
}
