import { QueryTypes } from "sequelize";
import supertest from "supertest";
import {
	accountWithPassword,
	codeOf,
	goodPassword,
	visitor,
	withSecondFactor,
} from "../support/accounts.ts";
import { consoleOf, signInPath } from "../support/api.ts";
import { type OpenLine, openLine } from "../support/open-line.ts";

let line: OpenLine;
beforeAll(async () => {
	line = await openLine();
});
afterAll(() => line.close());
// Everybody here comes from one address.
beforeEach(() => moveWindows());

const ctx = () => line.service.ctx;
const url = () => line.service.url;

/** As if the time that attempts count for had gone by. */
async function moveWindows() {
	await ctx().database.query("update sign_in_attempts set expire = 1");
}

function cookieIn({ headers }: supertest.Response): string {
	return String(headers["set-cookie"]?.[0]).split(";")[0] ?? "";
}

const actions = (id: string) =>
	ctx().database.query<{ action: string; actor: string }>(
		"select action, actor from audit_entries where subject_id = $1 order by id",
		{ bind: [id], type: QueryTypes.SELECT },
	);

test("an e-mail address and a password open a session, whatever letters the address is typed in", async () => {
	const { id, email } = await accountWithPassword(ctx(), { role: "office" });
	const browser = visitor(url());
	const answer = await browser
		.post("/sign-in")
		.send({ email: ` ${email.toUpperCase()}`, password: goodPassword });
	expect(answer.body).toEqual({ kind: "signed-in" });
	expect(answer.headers["set-cookie"]?.[0]).toMatch(
		/^faultline=[\w-]{43}; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Strict$/,
	);
	expect(answer.headers["cache-control"]).toBe("no-store");
	const { body } = await browser.get("/api/session");
	expect(body).toMatchObject({
		name: "Maija Laine",
		role: "office",
		mustEnrol: false,
		demo: false,
		account: { id, email, hasSecondFactor: false },
		people: [],
	});
	expect((await browser.post("/sign-out")).status).toBe(204);
	expect((await browser.get("/api/session")).status).toBe(401);
	expect((await actions(id)).slice(-2)).toEqual([
		{ action: "signed-in", actor: "Maija Laine" },
		{ action: "signed-out", actor: "Maija Laine" },
	]);
});

test("a wrong password, an unknown address and a disabled account are told the same", async () => {
	const known = await accountWithPassword(ctx(), { role: "office" });
	const disabled = await accountWithPassword(ctx(), { role: "office" });
	const admin = await consoleOf(line.service, "admin");
	await admin.post(`/api/accounts/${disabled.id}/disable`);
	const answers = [
		{ email: known.email, password: "not the password" },
		{ email: "stranger@accounts.example", password: goodPassword },
		{ email: disabled.email, password: goodPassword },
		{ email: "no address", password: goodPassword },
	].map((body) => visitor(url()).post("/sign-in").send(body));
	const told = (await Promise.all(answers)).map(
		({ status, body, headers }) => ({
			status,
			body,
			cookie: headers["set-cookie"],
		}),
	);
	expect(new Set(told.map((each) => JSON.stringify(each))).size).toBe(1);
	expect(told[0]).toEqual({
		status: 401,
		body: { error: expect.stringContaining("reset the password") },
	});
});

test.each(["known", "unknown"])(
	"after five wrong passwords an address that is %s is locked, and opens again with time",
	async (kind) => {
		const account = await accountWithPassword(ctx(), { role: "office" });
		const email =
			kind === "known" ? account.email : `${account.id}@accounts.example`;
		const attempt = (password: string) =>
			visitor(url()).post("/sign-in").send({ email, password });
		const wrong = await Promise.all(
			Array.from({ length: 5 }, () => attempt("not the password")),
		);
		expect(wrong.map(({ status }) => status)).toEqual(Array(5).fill(401));
		const locked = await attempt(goodPassword);
		expect(locked.status).toBe(429);
		expect(locked.body.error).toMatch(/Try again in 15 minutes/);
		const seconds = Number(locked.headers["retry-after"]);
		expect(seconds).toBeGreaterThan(880);
		expect(seconds).toBeLessThanOrEqual(900);
		expect((await attempt(goodPassword)).status).toBe(429);
		const recorded = await actions(account.id);
		expect(
			recorded.filter(({ action }) => action === "sign-in-locked"),
		).toHaveLength(kind === "known" ? 1 : 0);
		await moveWindows();
		expect((await attempt(goodPassword)).status).toBe(
			kind === "known" ? 200 : 401,
		);
	},
);

test("one place has so many attempts in all, whatever addresses it tries", async () => {
	const statuses = new Set<number>();
	for (let tries = 0; tries < 51; tries += 1) {
		const { status } = await visitor(url())
			.post("/sign-in")
			.set("X-Forwarded-For", "203.0.113.7")
			.send({ email: `guess-${tries}@accounts.example`, password: "x" });
		statuses.add(status);
	}
	expect([...statuses]).toEqual([401, 429]);
	const { email } = await accountWithPassword(ctx(), { role: "office" });
	const elsewhere = await visitor(url())
		.post("/sign-in")
		.set("X-Forwarded-For", "203.0.113.8")
		.send({ email, password: goodPassword });
	expect(elsewhere.status).toBe(200);
});

test("nothing is done for a page of another site, or for a body that is none", async () => {
	const { email } = await accountWithPassword(ctx(), { role: "office" });
	const right = { email, password: goodPassword };
	for (const path of [
		"/sign-in",
		"/sign-in/code",
		"/sign-in/forgot",
		"/sign-in/demo",
		"/sign-in/reset/x",
		"/sign-in/invitation/x",
	]) {
		const bare = await supertest(url()).post(path).send(right);
		expect([path, bare.status]).toEqual([path, 403]);
		const foreign = await visitor(url())
			.post(path)
			.set("Origin", "https://evil.example")
			.send(right);
		expect([path, foreign.status]).toEqual([path, 403]);
		expect(foreign.headers["set-cookie"]).toBeUndefined();
		const odd = await visitor(url()).post(path).send({ odd: true });
		expect([path, odd.status]).toEqual([path, 400]);
		const broken = await visitor(url()).post(path).type("json").send("{");
		expect([path, broken.status]).toEqual([path, 400]);
	}
});

test("a session that somebody planted in the browser does not become the one of whoever signs in", async () => {
	const { email } = await accountWithPassword(ctx(), { role: "office" });
	const planter = visitor(url());
	const path = await signInPath(line.service, "technician");
	const planted = cookieIn(await planter.post(path));
	const answer = await supertest(url())
		.post("/sign-in")
		.set({ "X-Faultline-Console": "1", Cookie: planted })
		.send({ email, password: goodPassword });
	expect(cookieIn(answer)).toMatch(/^faultline=[\w-]{43}$/);
	expect(cookieIn(answer)).not.toBe(planted);
	expect((await planter.get("/api/session")).status).toBe(401);
});

test("whoever needs a second factor and has none sets one up before anything else", async () => {
	const { id, email } = await accountWithPassword(ctx(), { role: "planner" });
	const browser = visitor(url());
	const right = { email, password: goodPassword };
	const first = await browser.post("/sign-in").send(right);
	expect(first.body).toEqual({ kind: "must-enrol" });
	const { body: session } = await browser.get("/api/session");
	expect(session).toMatchObject({ mustEnrol: true, may: [] });
	for (const path of [
		"/api/rotas",
		"/api/tickets",
		"/api/account",
		"/api/events",
	]) {
		const { status, body } = await browser.get(path);
		expect([path, status]).toEqual([path, 403]);
		expect(body.error).toContain("second factor");
	}
	expect((await browser.put("/api/account/password").send({})).status).toBe(
		403,
	);

	const { body: begun } = await browser.post("/api/account/second-factor");
	expect(begun.uri).toContain(`secret=${begun.secret}`);
	expect(begun.uri).toMatch(/^otpauth:\/\/totp\/Faultline:/);
	const wrong = await browser
		.post("/api/account/second-factor/confirm")
		.send({ code: "000000" });
	expect(wrong.status).toBe(400);
	const confirmed = await browser
		.post("/api/account/second-factor/confirm")
		.send({ code: codeOf(begun.secret, -1) });
	expect(confirmed.body.recoveryCodes).toHaveLength(10);
	expect(cookieIn(confirmed)).toMatch(/^faultline=/);
	expect(cookieIn(confirmed)).not.toBe(cookieIn(first));
	const old = await supertest(url())
		.get("/api/session")
		.set("Cookie", cookieIn(first));
	expect(old.status).toBe(401);
	expect((await browser.get("/api/rotas")).status).toBe(200);
	const stored = await ctx().database.query<{ text: string }>(
		"select a::text as text from audit_entries a union all select c::text from recovery_codes c",
		{ type: QueryTypes.SELECT },
	);
	for (const { text } of stored)
		for (const secret of [begun.secret, ...confirmed.body.recoveryCodes])
			expect(text).not.toContain(secret);
	expect((await actions(id)).at(-1)?.action).toBe("second-factor-set-up");
});

test("the second step takes a code once, forgives a step of time, and takes recovery codes", async () => {
	const account = await accountWithPassword(ctx(), { role: "admin" });
	const { secret, recoveryCodes } = await withSecondFactor(ctx(), account);
	const right = { email: account.email, password: goodPassword };
	const begin = async () => {
		const browser = visitor(url());
		const { body } = await browser.post("/sign-in").send(right);
		expect(body).toEqual({ kind: "code-needed" });
		return browser;
	};
	const browser = await begin();
	expect((await browser.get("/api/session")).status).toBe(401);
	const used = await browser
		.post("/sign-in/code")
		.send({ code: codeOf(secret, -1) });
	expect(used.status).toBe(401);
	expect(used.body.error).toContain("works only once");
	expect(
		(await browser.post("/sign-in/code").send({ code: "12345" })).status,
	).toBe(401);
	const code = codeOf(secret, 0);
	const taken = await browser.post("/sign-in/code").send({ code });
	expect(taken.body).toEqual({ kind: "signed-in" });
	expect(cookieIn(taken)).toMatch(/^faultline=/);
	expect((await browser.get("/api/accounts")).status).toBe(200);

	const second = await begin();
	expect((await second.post("/sign-in/code").send({ code })).status).toBe(401);
	const [recovery = ""] = recoveryCodes;
	const typed = recovery.toUpperCase().replace(/(.{4})/g, "$1 ");
	const saved = await second.post("/sign-in/code").send({ code: typed });
	expect(saved.body).toEqual({ kind: "signed-in" });
	const third = await begin();
	expect(
		(await third.post("/sign-in/code").send({ code: recovery })).status,
	).toBe(401);
	expect(
		(await visitor(url()).post("/sign-in/code").send({ code })).body.error,
	).toContain("Begin again");
});

test("wrong codes lock the second step, for all browsers together", async () => {
	const account = await accountWithPassword(ctx(), { role: "admin" });
	const { secret } = await withSecondFactor(ctx(), account);
	const right = { email: account.email, password: goodPassword };
	const statuses: number[] = [];
	for (let tries = 0; tries < 6; tries += 1) {
		const browser = visitor(url());
		await browser.post("/sign-in").send(right);
		const { status } = await browser
			.post("/sign-in/code")
			.send({ code: "000000" });
		statuses.push(status);
	}
	expect(statuses).toEqual([401, 401, 401, 401, 401, 429]);
	const browser = visitor(url());
	await browser.post("/sign-in").send(right);
	const code = codeOf(secret, 0);
	expect((await browser.post("/sign-in/code").send({ code })).status).toBe(429);
	await moveWindows();
	expect((await browser.post("/sign-in/code").send({ code })).status).toBe(200);
});

test("the ways to sign in are told to anybody; outside the demo nobody is shown", async () => {
	const { body } = await supertest(url()).get("/sign-in/ways");
	expect(body).toEqual({ password: true, oidc: [], demo: null, mail: false });
	const technician = await accountWithPassword(ctx(), { role: "technician" });
	const { status } = await visitor(url())
		.post("/sign-in/demo")
		.send({ account: technician.id });
	expect(status).toBe(404);
});
