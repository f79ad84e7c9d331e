import supertest from "supertest";
import { type OpenLine, openLine } from "../support/open-line.ts";

let line: OpenLine;
beforeAll(async () => {
	line = await openLine({ closed: ["kalle"] });
});
afterAll(() => line.close());

test("it is alive, and ready when every line has a rota in memory", async () => {
	const asked = supertest(line.service.url);
	expect((await asked.get("/healthz")).body).toEqual({ alive: true });
	const ready = await asked.get("/readyz");
	expect(ready.status).toBe(200);
	expect(ready.body).toEqual({ ready: true, linesWithoutRota: [] });
});

test("metrics count calls, time the webhooks by route and count tickets by outcome", async () => {
	const { tenant, kalle, clock } = line;
	await tenant.dials();
	await kalle.rings();
	await tenant.hangsUp();
	await clock.passes({ seconds: 1 });
	const { text, headers } = await supertest(line.service.url).get("/metrics");
	expect(headers["content-type"]).toContain("text/plain");
	expect(text).toMatch(/^faultline_calls_total 1$/m);
	expect(text).toMatch(
		/^faultline_webhook_duration_seconds_count\{route="\/voice",status="200"\} 1$/m,
	);
	expect(text).toMatch(
		/^faultline_tickets_opened_24h\{outcome="abandoned"\} 1$/m,
	);
	expect(text).toMatch(/^faultline_spool_bytes 0$/m);
	expect(text).toContain("process_cpu_user_seconds_total");
});

test("pages may run only our own scripts, and no answer says what makes it", async () => {
	const { headers } = await supertest(line.service.url).get("/");
	const policy = headers["content-security-policy"];
	expect(policy).toContain("default-src 'none'");
	expect(policy).toContain("script-src 'self';");
	expect(policy).not.toContain("unsafe");
	expect(headers["x-powered-by"]).toBeUndefined();
	expect(headers["x-content-type-options"]).toBe("nosniff");
});

test("each page has a style nonce of its own", async () => {
	const nonceOf = async () => {
		const { headers, text } = await supertest(line.service.url).get("/");
		const policy = String(headers["content-security-policy"]);
		const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? "none";
		return { nonce, text };
	};
	const [one, other] = [await nonceOf(), await nonceOf()];
	expect(one.nonce).not.toBe(other.nonce);
	expect(one.text).not.toContain("CSP_NONCE");
});

test("a page that does not exist is told with 404", async () => {
	const asked = supertest(line.service.url);
	expect((await asked.get("/nowhere")).status).toBe(404);
	expect((await asked.post("/")).status).toBe(404);
	expect((await asked.get("/%E0%A4%A")).status).toBe(400);
	expect((await asked.get("/assets/../../package.json")).text).not.toContain(
		'"dependencies"',
	);
});
