import supertest from "supertest";
import { revokeToken } from "../../src/actions/revoke-token.ts";
import { type Role, roles } from "../../src/domain/role.ts";
import { may, permissionsOf } from "../../src/web/access.ts";
import type { Endpoint } from "../../src/web/api/endpoint.ts";
import { endpointsOf } from "../../src/web/api/endpoints.ts";
import { closeConnections, statusOf } from "../support/any-request.ts";
import { askerOf, signInPath } from "../support/api.ts";
import { type OpenLine, openLine } from "../support/open-line.ts";

let line: OpenLine;
beforeAll(async () => {
	line = await openLine();
});
afterAll(() => line.close());

const paths = [
	"/api/tickets",
	"/api/tickets/2026-000001",
	"/api/on-duty",
	"/api/calls",
	"/api/events",
	"/api/session",
	"/api/recordings/RE0",
	"/api/openapi.json",
	"/api/docs",
	"/api/docs/start.js",
	"/api/nowhere",
	"/api",
];

test.each(paths)("GET %s is for nobody without a token", async (path) => {
	const { status, body, headers } = await supertest(line.service.url).get(path);
	expect(status).toBe(401);
	expect(headers["www-authenticate"]).toBe("Bearer");
	expect(body.error).toContain("faultline token create");
});

test.each(["Bearer wrong", "Bearer", "Basic YTpi", "Bearer a b", "Bearer ÿ"])(
	"Authorization: %s is refused",
	async (header) => {
		const { status, body } = await supertest(line.service.url)
			.get("/api/tickets")
			.set("Authorization", header);
		expect(status).toBe(401);
		expect(body.error).toContain("unknown or revoked");
	},
);

test("a revoked token opens nothing", async () => {
	const { agent, name } = await askerOf(line.service, "admin");
	expect((await agent.get("/api/tickets")).status).toBe(200);
	await revokeToken(line.service.ctx, { name, by: "test" });
	expect((await agent.get("/api/tickets")).status).toBe(401);
});

test.each(roles.map((role) => [role]))(
	"%s may read who is on duty and the tickets",
	async (role) => {
		const { agent } = await askerOf(line.service, role);
		for (const path of ["/api/on-duty", "/api/tickets", "/api/calls"])
			expect((await agent.get(path)).status).toBe(200);
	},
);

test.each(roles.map((role) => [role]))(
	"%s may acknowledge; a ticket that nobody knows is 404",
	async (role) => {
		const { agent } = await askerOf(line.service, role);
		const path = "/api/tickets/2026-999999/acknowledge";
		const { status, body } = await agent.post(path);
		expect(status).toBe(404);
		expect(typeof body.error).toBe("string");
	},
);

describe("every endpoint", () => {
	const endpoints = () => endpointsOf(line.service.ctx);
	const broken = (headers: Record<string, string>) => ({
		headers: { "content-type": "application/json", ...headers },
		body: Buffer.from("{no json"),
	});
	const addressOf = ({ path }: Endpoint) =>
		`${line.service.url}/api${path.replaceAll(/\{\w+\}/g, crypto.randomUUID())}`;
	afterAll(closeConnections);

	test.each(roles.map((role) => [role]))(
		"lets a %s do what the table allows, and refuses the rest before it reads a body",
		async (role) => {
			const { secret } = await askerOf(line.service, role);
			const request = broken({ authorization: `Bearer ${secret}` });
			const wrong: string[] = [];
			for (const endpoint of endpoints()) {
				const { method, path, permission } = endpoint;
				const status = await statusOf(
					method.toUpperCase(),
					addressOf(endpoint),
					request,
				);
				const isAllowed = may(role, permission);
				if ((status === 403) === isAllowed)
					wrong.push(`${method} ${path}: ${status}`);
			}
			expect(wrong).toEqual([]);
		},
		60_000,
	);

	test("that changes something is for the console's own page, where a session asks", async () => {
		const opened = await supertest(line.service.url).post(
			await signInPath(line.service, "admin"),
		);
		const cookie = String(opened.headers["set-cookie"]?.[0]);
		const wrong: string[] = [];
		for (const endpoint of endpoints()) {
			if (endpoint.method === "get") continue;
			const method = endpoint.method.toUpperCase();
			const status = await statusOf(
				method,
				addressOf(endpoint),
				broken({ cookie }),
			);
			if (status !== 403) wrong.push(`${method} ${endpoint.path}: ${status}`);
		}
		expect(wrong).toEqual([]);
	});

	test("is for nobody who has not been recognised", async () => {
		const wrong: string[] = [];
		for (const endpoint of endpoints()) {
			const method = endpoint.method.toUpperCase();
			const status = await statusOf(method, addressOf(endpoint), broken({}));
			if (status !== 401) wrong.push(`${method} ${endpoint.path}: ${status}`);
		}
		expect(wrong).toEqual([]);
	});
});

test.each<[string, string, Role[]]>([
	["post", "/rotas/{line}/publish", ["planner", "manager", "admin"]],
	["put", "/rotas/{line}/draft", ["planner", "manager", "admin"]],
	["get", "/accounts", ["admin"]],
	["post", "/accounts", ["admin"]],
	["post", "/accounts/{id}/reset-link", ["admin"]],
	["post", "/tickets/{number}/acknowledge", [...roles]],
	[
		"delete",
		"/tickets/{number}/links/{id}",
		["office", "planner", "manager", "admin"],
	],
	["put", "/account/password", [...roles]],
])("%s %s is for %j", (method, path, allowed) => {
	const found = endpointsOf(line.service.ctx).find(
		(each) => each.method === method && each.path === path,
	);
	if (!found) throw new Error("there is no such endpoint");
	expect(roles.filter((role) => may(role, found.permission))).toEqual(allowed);
});

test("a role that is none of ours may do nothing", () => {
	expect(permissionsOf("caretaker")).toEqual([]);
});

test("what is not there is 404, what takes other methods 405, what cannot be read 400, what is too large 413", async () => {
	const { agent } = await askerOf(line.service, "admin");
	const nowhere = await agent.get("/api/nowhere");
	expect(nowhere.status).toBe(404);
	expect(nowhere.body.error).toContain("/api/openapi.json");
	const method = await agent.put("/api/tickets");
	expect(method.status).toBe(405);
	expect(method.headers.allow).toBe("GET");
	const path = "/api/tickets/2026-000001/acknowledge";
	const json = await agent.post(path).type("json").send("{not json");
	expect(json.status).toBe(400);
	const large = await agent.post(path).send({ text: "x".repeat(70_000) });
	expect(large.status).toBe(413);
	expect(large.body.error).toContain("64 kB");
});

test.each([
	["fi", "Tässä osoitteessa"],
	["sv", "Det finns ingenting"],
	["en", "There is nothing"],
])("refusals speak %s", async (language, words) => {
	const { agent } = await askerOf(line.service, "admin");
	const asked = await agent.get(`/api/nowhere?lang=${language}`);
	expect(asked.body.error).toContain(words);
	const accepted = await agent
		.get("/api/nowhere")
		.set("Accept-Language", `de, ${language};q=0.8`);
	expect(accepted.body.error).toContain(words);
});

test("many wrong tokens are not looked up any more, and a right one still opens", async () => {
	const { agent } = await askerOf(line.service, "admin");
	expect((await agent.get("/api/session")).status).toBe(200);
	const statuses = new Set<number>();
	for (let tries = 0; tries < 30; tries += 1) {
		const { status } = await supertest(line.service.url)
			.get("/api/session")
			.auth(`guess-${tries}`, { type: "bearer" });
		statuses.add(status);
	}
	expect([...statuses]).toEqual([401, 429]);
	expect((await agent.get("/api/session")).status).toBe(200);
});
