import { QueryTypes } from "sequelize";
import supertest from "supertest";
import { accountOf, consoleOf } from "../support/api.ts";
import { freePort } from "../support/free-port.ts";
import {
	client,
	type LocalProvider,
	localProvider,
} from "../support/oidc-provider.ts";
import { type OpenLine, openLine } from "../support/open-line.ts";

let line: OpenLine;
let provider: LocalProvider;
let reticent: LocalProvider;
beforeAll(async () => {
	const port = await freePort();
	const callback = `http://localhost:${port}/sign-in/oidc/callback`;
	provider = await localProvider(await freePort(), callback);
	reticent = await localProvider(await freePort(), callback, "when asked");
	line = await openLine({
		settings: {
			PORT: String(port),
			OIDC_ISSUER: provider.issuer,
			OIDC_CLIENT_ID: client.id,
			OIDC_CLIENT_SECRET: client.secret,
			OIDC_NAME: "Housing office",
			OIDC_2_ISSUER: "http://localhost:9",
			OIDC_2_CLIENT_ID: "x",
			OIDC_2_CLIENT_SECRET: "y",
			OIDC_3_ISSUER: reticent.issuer,
			OIDC_3_CLIENT_ID: client.id,
			OIDC_3_CLIENT_SECRET: client.secret,
			OIDC_3_NAME: "Reticent",
		},
	});
});
afterAll(async () => {
	await line.close();
	await provider.close();
	await reticent.close();
});

const ctx = () => line.service.ctx;

/** A browser's way to the provider and back; gives the answer of our callback. */
async function roundTrip(
	agent = supertest.agent(line.service.url),
	change: (callback: URL) => void = () => {},
	id = "1",
) {
	const start = await agent.get(`/sign-in/oidc/${id}`);
	expect(start.status).toBe(303);
	const there = new URL(String(start.headers.location));
	expect(there.origin).toBe((id === "1" ? provider : reticent).issuer);
	const callback = await throughProvider(there);
	change(callback);
	const answer = await agent.get(`${callback.pathname}${callback.search}`);
	return { agent, answer, there, callback, start };
}

/** Follows the provider's own redirects, with its cookies, until it sends the browser to us. */
async function throughProvider(from: URL): Promise<URL> {
	const cookies = new Map<string, string>();
	let address = from;
	for (let hops = 0; hops < 10; hops += 1) {
		const response = await fetch(address, {
			redirect: "manual",
			headers: {
				cookie: [...cookies]
					.map(([key, value]) => `${key}=${value}`)
					.join("; "),
			},
		});
		for (const cookie of response.headers.getSetCookie()) {
			const [key = "", value = ""] = (cookie.split(";")[0] ?? "").split("=");
			cookies.set(key, value);
		}
		address = new URL(response.headers.get("location") ?? "", address);
		if (address.origin !== from.origin) return address;
	}
	throw new Error("the provider leads nowhere");
}

const verified = (email: string) => ({ email, email_verified: true });

test("whoever was invited signs in with an account elsewhere, without a second factor here", async () => {
	const email = "ritva@accounts.example";
	const id = await accountOf(ctx(), { role: "manager", name: "Ritva", email });
	provider.says("sub-ritva", verified("Ritva@Accounts.example"));
	const { agent, answer, there, start } = await roundTrip();
	expect(there.searchParams.get("code_challenge_method")).toBe("S256");
	expect(there.searchParams.get("nonce")).toBeTruthy();
	expect(there.searchParams.get("redirect_uri")).toBe(
		`${line.config.publicUrl}/sign-in/oidc/callback`,
	);
	expect(start.headers["set-cookie"]?.[0]).toMatch(
		/^faultline-oidc=[^;]+; Max-Age=600; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/,
	);
	// No redirect: a browser that comes from another site would not send the new cookie along it.
	expect(answer.status).toBe(200);
	expect(answer.text).toContain('http-equiv="refresh" content="0; url=/"');
	expect(String(answer.headers["set-cookie"])).toMatch(
		/faultline=[\w-]{43};[^,]*, [^,]*HttpOnly; SameSite=Strict/,
	);
	const { body } = await agent.get("/api/session");
	expect(body).toMatchObject({ role: "manager", mustEnrol: false });
	expect(body.account.id).toBe(id);
	const entries = await ctx().database.query<{ after: object }>(
		"select after from audit_entries where subject_id = $1 and action = 'signed-in'",
		{ bind: [id], type: QueryTypes.SELECT },
	);
	expect(entries).toEqual([
		{ after: { by: "provider", issuer: provider.issuer } },
	]);

	// From now on it is the person there, whatever their address is.
	provider.says("sub-ritva", { email: "new@accounts.example" });
	expect((await roundTrip()).answer.status).toBe(200);
});

test("a provider that tells the address only when asked again is asked", async () => {
	const email = "aino@accounts.example";
	const id = await accountOf(ctx(), { role: "office", name: "Aino", email });
	reticent.says("sub-aino", verified(email));
	const { agent } = await roundTrip(undefined, undefined, "3");
	const { body } = await agent.get("/api/session");
	expect(body.account.id).toBe(id);
});

test.each([
	["a stranger", verified("stranger@accounts.example"), "no-account"],
	[
		"an address that is not verified",
		{ email: "admin@accounts.example", email_verified: false },
		"not-verified",
	],
	["no address at all", {}, "not-verified"],
])("%s is not let in, and gets no account", async (_who, claims, because) => {
	await accountOf(ctx(), { role: "admin" });
	provider.says(`sub-${because}-${Object.keys(claims).length}`, claims);
	const before = await ctx().database.query("select id from accounts", {
		type: QueryTypes.SELECT,
	});
	const { agent, answer } = await roundTrip();
	expect([answer.status, answer.headers.location]).toEqual([
		303,
		`/sign-in?refused=${because}`,
	]);
	expect((await agent.get("/api/session")).status).toBe(401);
	expect(
		await ctx().database.query("select id from accounts", {
			type: QueryTypes.SELECT,
		}),
	).toHaveLength(before.length);
});

test("a disabled account is not let in", async () => {
	const email = "gone@accounts.example";
	const id = await accountOf(ctx(), { role: "office", name: "Gone", email });
	const admin = await consoleOf(line.service, "admin");
	await admin.post(`/api/accounts/${id}/disable`);
	provider.says("sub-gone", verified(email));
	const { answer } = await roundTrip();
	expect(answer.headers.location).toBe("/sign-in?refused=disabled");
});

test("a return that this browser did not begin, or that was changed on the way, opens nothing", async () => {
	await accountOf(ctx(), { role: "admin" });
	provider.says("sub-admin", verified("admin@accounts.example"));
	const failed = [303, "/sign-in?refused=failed"];
	const { callback } = await roundTrip(undefined, (address) =>
		address.searchParams.set("state", "another"),
	);
	const stranger = await supertest(line.service.url).get(
		`${callback.pathname}${callback.search}`,
	);
	expect([stranger.status, stranger.headers.location]).toEqual(failed);
	for (const [name, value] of [
		["state", "another"],
		["code", "made-up"],
		["error", "access_denied"],
	] as const) {
		const { answer, agent } = await roundTrip(undefined, (address) =>
			address.searchParams.set(name, value),
		);
		expect([name, answer.status, answer.headers.location]).toEqual([
			name,
			...failed,
		]);
		expect((await agent.get("/api/session")).status).toBe(401);
	}
	const { agent, callback: used, answer } = await roundTrip();
	expect(answer.status).toBe(200);
	const twice = await agent.get(`${used.pathname}${used.search}`);
	expect([twice.status, twice.headers.location]).toEqual(failed);
});

test("a provider that does not answer, or that there is not, leaves the sign-in page", async () => {
	const away = await supertest(line.service.url).get("/sign-in/oidc/2");
	expect([away.status, away.headers.location]).toEqual([
		303,
		"/sign-in?refused=failed",
	]);
	expect(
		(await supertest(line.service.url).get("/sign-in/oidc/7")).status,
	).toBe(404);
	const { body } = await supertest(line.service.url).get("/sign-in/ways");
	expect(body.oidc).toEqual([
		{ id: "1", name: "Housing office" },
		{ id: "2", name: "localhost" },
		{ id: "3", name: "Reticent" },
	]);
});
