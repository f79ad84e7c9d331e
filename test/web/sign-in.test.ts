import supertest from "supertest";
import { signInPath } from "../support/api.ts";
import { type OpenLine, openLine } from "../support/open-line.ts";

let line: OpenLine;
beforeAll(async () => {
	line = await openLine({ closed: ["kalle"], fallback: ["kalle"] });
});
afterAll(() => line.close());

const fromConsole = { "X-Faultline-Console": "1" };

test("a link that is only looked at still opens the console, once", async () => {
	const path = await signInPath(line.service, "admin");
	const { url } = line.service;
	for (let looks = 0; looks < 3; looks += 1) {
		const page = await supertest(url).get(path);
		expect(page.status).toBe(200);
		expect(page.text).toContain('<form method="post"');
		expect(page.headers["cache-control"]).toBe("no-store");
	}
	const opened = await supertest(url).post(path);
	expect(opened.status).toBe(303);
	expect(opened.headers.location).toBe("/");
	expect(opened.headers["set-cookie"]?.[0]).toMatch(
		/^faultline=[\w-]{43}; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Strict$/,
	);
	const again = await supertest(url).post(path);
	expect(again.status).toBe(410);
	expect(again.text).toContain("This link no longer works");
	expect(again.headers["set-cookie"]).toBeUndefined();
});

test.each([
	["fi", "Linkki ei enää kelpaa"],
	["sv", "Länken gäller inte längre"],
])("a link that was never made is told in %s", async (language, words) => {
	const { status, text } = await supertest(line.service.url)
		.post("/sign-in/%3Cscript%3E")
		.set("Accept-Language", language);
	expect(status).toBe(410);
	expect(text).toContain(words);
	expect(text).not.toContain("<script>");
});

test("a session reads, changes things only from the console's own page, and ends when it is signed out", async () => {
	const agent = supertest.agent(line.service.url);
	await agent.post(await signInPath(line.service, "manager"));
	const session = await agent.get("/api/session");
	expect(session.body).toMatchObject({ role: "manager", name: "manager" });

	const path = "/api/tickets/2026-999999/acknowledge";
	expect((await agent.post(path)).status).toBe(403);
	const foreign = agent.post(path).set(fromConsole);
	expect((await foreign.set("Origin", "https://evil.example")).status).toBe(
		403,
	);
	const crossSite = agent.post(path).set(fromConsole);
	expect((await crossSite.set("Sec-Fetch-Site", "cross-site")).status).toBe(
		403,
	);
	const own = agent.post(path).set(fromConsole);
	expect((await own.set("Origin", line.config.publicUrl)).status).toBe(404);

	expect((await agent.post("/sign-out")).status).toBe(403);
	expect((await agent.post("/sign-out").set(fromConsole)).status).toBe(204);
	expect((await agent.get("/api/session")).status).toBe(401);
});

test("whoever has a session already is led on without using the link up", async () => {
	const agent = supertest.agent(line.service.url);
	await agent.post(await signInPath(line.service, "admin"));
	const second = await signInPath(line.service, "admin");
	expect((await agent.get(second)).status).toBe(303);
	expect((await supertest(line.service.url).post(second)).status).toBe(303);
});

test("a session that is over opens nothing", async () => {
	const agent = supertest.agent(line.service.url);
	await agent.post(await signInPath(line.service, "admin"));
	await line.service.ctx.database.query(
		"update sessions set expires_at = now() - interval '1 second'",
	);
	const { status, body } = await agent.get("/api/session");
	expect(status).toBe(401);
	expect(body.error).toContain("Sign in again");
});
