import {
	accountWithPassword,
	codeOf,
	goodPassword,
	visitor,
	withSecondFactor,
} from "../support/accounts.ts";
import { accountOf, askerOf, consoleOf, signInPath } from "../support/api.ts";
import { type OpenLine, openLine } from "../support/open-line.ts";

let line: OpenLine;
beforeAll(async () => {
	line = await openLine();
});
afterAll(() => line.close());

const ctx = () => line.service.ctx;

async function signedIn(role: "technician" | "office" = "office") {
	const account = await accountWithPassword(ctx(), { role });
	const browser = visitor(line.service.url);
	const { email } = account;
	await browser.post("/sign-in").send({ email, password: goodPassword });
	return { ...account, browser };
}

test("one changes one's own name and language, and nothing else", async () => {
	const { browser, email } = await signedIn();
	const changed = await browser
		.put("/api/account")
		.send({ name: "  Maija Virtanen ", language: "sv" });
	expect(changed.body).toMatchObject({
		...{ email, name: "Maija Virtanen", language: "sv", role: "office" },
	});
	expect((await browser.get("/api/session")).body.name).toBe("Maija Virtanen");
	for (const body of [{ role: "admin" }, { email: "a@b" }, { name: "" }])
		expect((await browser.put("/api/account").send(body)).status).toBe(400);
	expect((await browser.get("/api/account")).body.role).toBe("office");
});

test("a new password needs the present one, and ends the sessions elsewhere", async () => {
	const { browser, email } = await signedIn();
	const elsewhere = visitor(line.service.url);
	const right = { email, password: goodPassword };
	await elsewhere.post("/sign-in").send(right);
	const change = (current: string, password: string) =>
		browser.put("/api/account/password").send({ current, password });
	const fresh = "aivan uusi salalause";
	expect((await change("wrong", fresh)).body.problems).toEqual([
		{ where: "current", what: expect.stringContaining("present password") },
	]);
	expect((await change(goodPassword, "lyhyt")).body.problems).toEqual([
		{ where: "password", what: expect.stringContaining("12 characters") },
	]);
	expect((await change(goodPassword, fresh)).status).toBe(200);
	expect((await browser.get("/api/account")).status).toBe(200);
	expect((await elsewhere.get("/api/account")).status).toBe(401);
	expect((await elsewhere.post("/sign-in").send(right)).status).toBe(401);
	const many = await Promise.all(
		Array.from({ length: 7 }, () => change("guess", fresh)),
	);
	expect(many.map(({ status }) => status)).toContain(429);
});

test("one sees where one is signed in, and ends what is not wanted", async () => {
	const { browser, email } = await signedIn();
	const phone = visitor(line.service.url);
	const right = { email, password: goodPassword };
	await phone
		.post("/sign-in")
		.set(
			"User-Agent",
			"Mozilla/5.0 (Android 16; Mobile; rv:145.0) Gecko/145.0 Firefox/145.0",
		)
		.set("X-Forwarded-For", "203.0.113.9")
		.send(right);
	const { body } = await browser.get("/api/account/sessions");
	expect(body.sessions).toHaveLength(2);
	const there = body.sessions.find(
		(each: { isThisOne: boolean }) => !each.isThisOne,
	);
	expect(there).toMatchObject({
		...{ browser: "Firefox, Android", address: "203.0.113.9" },
		by: "password",
	});
	const stranger = await signedIn();
	const path = `/api/account/sessions/${there.id}`;
	expect((await stranger.browser.delete(path)).status).toBe(404);
	expect((await phone.get("/api/account")).status).toBe(200);
	const left = await browser.delete(path);
	expect(left.body.sessions).toEqual([
		expect.objectContaining({ isThisOne: true }),
	]);
	expect((await phone.get("/api/account")).status).toBe(401);
	expect((await browser.delete(path)).status).toBe(404);
	await phone.post("/sign-in").send(right);
	await browser.delete("/api/account/sessions");
	expect((await phone.get("/api/account")).status).toBe(401);
	expect((await browser.get("/api/account")).status).toBe(200);
});

test("whoever need not have a second factor may have one, and do without it again", async () => {
	const { browser, id, email } = await signedIn("technician");
	const { secret, recoveryCodes } = await withSecondFactor(ctx(), {
		id,
		email,
	});
	expect((await browser.get("/api/account")).status).toBe(401);
	await browser.post("/sign-in").send({ email, password: goodPassword });
	await browser.post("/sign-in/code").send({ code: recoveryCodes[0] });
	const own = await browser.get("/api/account");
	expect(own.body.secondFactor).toMatchObject({
		...{ isOn: true, isCompulsory: false, recoveryCodesLeft: 9 },
	});
	expect((await browser.post("/api/account/second-factor")).status).toBe(409);
	const wrong = await browser
		.post("/api/account/recovery-codes")
		.send({ code: "000000" });
	expect(wrong.body.problems[0].where).toBe("code");
	const renewed = await browser
		.post("/api/account/recovery-codes")
		.send({ code: codeOf(secret) });
	expect(renewed.body.recoveryCodes).toHaveLength(10);
	expect(renewed.body.recoveryCodes).not.toContain(recoveryCodes[1]);
	const old = await browser
		.post("/api/account/second-factor/remove")
		.send({ code: recoveryCodes[1] });
	expect(old.status).toBe(400);
	const removed = await browser
		.post("/api/account/second-factor/remove")
		.send({ code: renewed.body.recoveryCodes[0] });
	expect(removed.body.secondFactor.isOn).toBe(false);
});

test("where it is compulsory it stays, and an admin resets it", async () => {
	const account = await accountWithPassword(ctx(), { role: "planner" });
	const { recoveryCodes } = await withSecondFactor(ctx(), account);
	const browser = await consoleOf(line.service, "planner", account.id);
	const refused = await browser
		.post("/api/account/second-factor/remove")
		.send({ code: recoveryCodes[0] });
	expect(refused.status).toBe(409);
	const admin = await consoleOf(line.service, "admin");
	const reset = await admin.post(
		`/api/accounts/${account.id}/second-factor/reset`,
	);
	expect(reset.body.hasSecondFactor).toBe(false);
	expect((await browser.get("/api/account")).status).toBe(401);
	const { email } = account;
	const again = await browser
		.post("/sign-in")
		.send({ email, password: goodPassword });
	expect(again.body).toEqual({ kind: "must-enrol" });
});

test("another role and being disabled end every session at once", async () => {
	const { browser, id, email } = await signedIn();
	const admin = await consoleOf(line.service, "admin");
	const renamed = await admin
		.put(`/api/accounts/${id}`)
		.send({ name: "Aino V." });
	expect(renamed.body.name).toBe("Aino V.");
	expect((await browser.get("/api/session")).body.name).toBe("Aino V.");
	const changed = await admin
		.put(`/api/accounts/${id}`)
		.send({ role: "technician" });
	expect(changed.body.role).toBe("technician");
	expect((await browser.get("/api/session")).status).toBe(401);
	const right = { email, password: goodPassword };
	await browser.post("/sign-in").send(right);
	const link = await signInPath(line.service, "technician", id);
	const disabled = await admin.post(`/api/accounts/${id}/disable`);
	expect(disabled.body.state).toBe("disabled");
	expect((await browser.get("/api/session")).status).toBe(401);
	expect((await browser.post(link)).status).toBe(410);
	expect((await admin.post(`/api/accounts/${id}/reset-link`)).status).toBe(409);
	const enabled = await admin.post(`/api/accounts/${id}/enable`);
	expect(enabled.body.state).toBe("active");
	expect((await browser.post("/sign-in").send(right)).status).toBe(200);
});

test("the last admin stays one, also when two are taken out at once", async () => {
	const admin = await consoleOf(line.service, "admin");
	const { body } = await admin.get("/api/accounts");
	const admins = body.accounts.filter(
		(each: { role: string; state: string }) =>
			each.role === "admin" && each.state !== "disabled",
	);
	const second = await accountOf(ctx(), {
		role: "admin",
		name: "Second admin",
	});
	const { agent } = await askerOf(line.service, "admin");
	const answers = await Promise.all([
		...admins.map(({ id }: { id: string }) =>
			agent.post(`/api/accounts/${id}/disable`),
		),
		agent.put(`/api/accounts/${second}`).send({ role: "office" }),
	]);
	const refused = answers.filter(({ status }) => status === 409);
	expect(refused).toHaveLength(1);
	expect(refused[0].body.error).toContain("last admin");
});

test("nobody is there under an id that nobody has, and a token has no account of its own", async () => {
	const { agent } = await askerOf(line.service, "admin");
	const id = crypto.randomUUID();
	for (const path of [
		"disable",
		"enable",
		"invitation",
		"reset-link",
		"second-factor/reset",
	])
		expect((await agent.post(`/api/accounts/${id}/${path}`)).status).toBe(404);
	expect((await agent.put(`/api/accounts/${id}`).send({})).status).toBe(404);
	expect((await agent.get("/api/account")).status).toBe(409);
	expect((await agent.get("/api/session")).body.account).toBeNull();
});

test("planners and above are out after half a day of silence; all are after a month", async () => {
	const planner = await consoleOf(line.service, "planner");
	const technician = await consoleOf(line.service, "technician");
	const age = (what: string) =>
		ctx().database.query(`update sessions set ${what}`);
	await age("last_seen_at = now() - interval '13 hours'");
	expect((await planner.get("/api/session")).status).toBe(401);
	expect((await technician.get("/api/session")).status).toBe(200);
	await age("expires_at = now() - interval '1 second'");
	expect((await technician.get("/api/session")).status).toBe(401);
});

test("reading events is no sign of anybody's being there", async () => {
	const planner = await consoleOf(line.service, "planner");
	const seen = async () => {
		const [rows] = await ctx().database.query(
			"select max(last_seen_at) < now() - interval '10 hours' as long from sessions",
		);
		return rows[0];
	};
	await ctx().database.query(
		"update sessions set last_seen_at = now() - interval '11 hours'",
	);
	const reading = planner
		.get("/api/events")
		.timeout({ response: 5_000, deadline: 300 });
	await reading.catch(() => null);
	expect(await seen()).toEqual({ long: true });
	expect((await planner.get("/api/session")).status).toBe(200);
	expect(await seen()).toEqual({ long: false });
});
