import supertest from "supertest";
import {
	accountWithPassword,
	codeOf,
	goodPassword,
	secretIn,
	visitor,
	withSecondFactor,
} from "../support/accounts.ts";
import { consoleOf } from "../support/api.ts";
import { type OpenLine, openLine } from "../support/open-line.ts";
import { type Postbox, postbox } from "../support/postbox.ts";

let line: OpenLine;
let mailing: OpenLine;
let box: Postbox;
beforeAll(async () => {
	box = await postbox();
	line = await openLine();
	mailing = await openLine({
		settings: {
			SMTP_URL: box.url,
			MAIL_FROM: "Faultline <faults@example.org>",
		},
	});
});
afterAll(async () => {
	await mailing.close();
	await line.close();
	await box.close();
});

const another = "toinen pitkä lause tähän";

async function invite(at: OpenLine, changes: object = {}) {
	const admin = await consoleOf(at.service, "admin");
	const email = `${crypto.randomUUID()}@accounts.example`;
	const answer = await admin.post("/api/accounts").send({
		...{ email, name: "Sanna Heikkinen", role: "technician", language: "fi" },
		...changes,
	});
	return { admin, email, answer, link: String(answer.body.link) };
}

test("without a mail server an invitation is shown to the admin, opens once, and signs in", async () => {
	const { admin, email, answer, link } = await invite(line);
	expect(answer.body).toMatchObject({
		mail: "not-set",
		account: { email, state: "invited", hasSecondFactor: false },
	});
	expect(link).toMatch(/^http:\/\/localhost:\d+\/invitation\/[\w-]{43}$/);
	const days =
		(Date.parse(answer.body.expiresAt) - Date.now()) / (24 * 3_600_000);
	expect(days).toBeCloseTo(7, 1);
	const page = await supertest(line.service.url).get(new URL(link).pathname);
	expect(page.headers).toMatchObject({
		"referrer-policy": "no-referrer",
		"x-robots-tag": expect.stringContaining("noindex"),
	});
	const path = `/sign-in/invitation/${secretIn(link)}`;
	const guest = visitor(line.service.url);
	for (let looks = 0; looks < 2; looks += 1)
		expect((await guest.get(path)).body).toEqual({
			...{ email, name: "Sanna Heikkinen", role: "technician" },
			language: "fi",
		});
	const weak = await guest.post(path).send({ password: "Sanna Heikkinen" });
	expect(weak.status).toBe(400);
	expect(weak.body.problems).toEqual([
		{ where: "password", what: expect.stringContaining("your name") },
	]);
	const accepted = await guest
		.post(path)
		.send({ password: another, name: "Sanna H.", language: "sv" });
	expect(accepted.body).toEqual({ kind: "signed-in" });
	const { body: own } = await guest.get("/api/account");
	expect(own).toMatchObject({
		...{ name: "Sanna H.", language: "sv", hasPassword: true },
		secondFactor: { isOn: false, isCompulsory: false },
	});
	for (const { status } of [
		await guest.get(path),
		await guest.post(path).send({ password: another }),
	])
		expect(status).toBe(410);
	const again = await admin.post(
		`/api/accounts/${answer.body.account.id}/invitation`,
	);
	expect(again.status).toBe(409);
	expect(again.body.error).toContain("accepted already");
});

test("a new invitation puts the earlier one out of use; a planner who accepts sets up a second factor", async () => {
	const { admin, answer, link } = await invite(line, { role: "planner" });
	const { id } = answer.body.account;
	const { body } = await admin.post(`/api/accounts/${id}/invitation`);
	const guest = visitor(line.service.url);
	const old = await guest.get(`/sign-in/invitation/${secretIn(link)}`);
	expect(old.status).toBe(410);
	const accepted = await guest
		.post(`/sign-in/invitation/${secretIn(body.link)}`)
		.send({ password: another });
	expect(accepted.body).toEqual({ kind: "must-enrol" });
});

test("an address is invited once, and must be one", async () => {
	const { admin, email } = await invite(line);
	const again = { email: email.toUpperCase(), name: "Again", role: "office" };
	const taken = await admin
		.post("/api/accounts")
		.send({ ...again, language: "fi" });
	expect(taken.status).toBe(409);
	const wrong = await admin
		.post("/api/accounts")
		.send({ email: "a@b\r\nBcc: c@d", name: " ", role: "chief" });
	expect(wrong.status).toBe(400);
	expect(
		wrong.body.problems.map(({ where }: { where: string }) => where).sort(),
	).toEqual(["email", "language", "name", "role"]);
});

test("without a mail server whoever forgot a password is sent to the admin, whose link resets it once", async () => {
	const { id, email } = await accountWithPassword(line.service.ctx, {
		role: "office",
	});
	const guest = visitor(line.service.url);
	for (const asked of [email, "stranger@accounts.example"])
		expect(
			(await guest.post("/sign-in/forgot").send({ email: asked })).body,
		).toEqual({ kind: "ask-admin" });

	const signedIn = visitor(line.service.url);
	await signedIn.post("/sign-in").send({ email, password: goodPassword });
	for (let tries = 0; tries < 6; tries += 1)
		await guest.post("/sign-in").send({ email, password: "wrong" });
	const admin = await consoleOf(line.service, "admin");
	const { body } = await admin.post(`/api/accounts/${id}/reset-link`);
	const path = `/sign-in/reset/${secretIn(body.link)}`;
	expect((await guest.get(path)).body.email).toBe(email);
	const both = await Promise.all([
		guest.post(path).send({ password: another }),
		guest.post(path).send({ password: another }),
	]);
	expect(both.map(({ status }) => status).sort()).toEqual([200, 410]);
	expect((await signedIn.get("/api/session")).status).toBe(401);
	const old = { email, password: goodPassword };
	expect((await guest.post("/sign-in").send(old)).status).toBe(401);
	const right = { email, password: another };
	expect((await guest.post("/sign-in").send(right)).body).toEqual({
		kind: "signed-in",
	});
});

test("a link that is too old is told so", async () => {
	const { id } = await accountWithPassword(line.service.ctx, {
		role: "office",
	});
	const admin = await consoleOf(line.service, "admin");
	const { body } = await admin.post(`/api/accounts/${id}/reset-link`);
	await line.service.ctx.database.query(
		"update account_links set expires_at = now() - interval '1 second'",
	);
	const path = `/sign-in/reset/${secretIn(body.link)}`;
	const { status, body: told } = await supertest(line.service.url).get(path);
	expect([status, told.error]).toEqual([
		410,
		expect.stringContaining("too old"),
	]);
});

test("with a mail server the links are mailed, in the person's language, and nobody learns who has an account", async () => {
	const { email, answer, link } = await invite(mailing);
	expect(answer.body.mail).toBe("sent");
	const invitation = await box.next();
	expect(invitation.to).toEqual([email]);
	expect(invitation.text).toContain(link);
	expect(invitation.text).toContain("Hei Sanna Heikkinen!");

	const guest = visitor(mailing.service.url);
	const forgot = async (asked: string) =>
		(await guest.post("/sign-in/forgot").send({ email: asked })).body;
	const stranger = `${crypto.randomUUID()}@accounts.example`;
	expect(await forgot(stranger)).toEqual(await forgot(email));
	const reset = await box.next();
	expect(reset.to).toEqual([email]);
	const secret = /\/reset\/([\w-]{43})/.exec(reset.text)?.[1] ?? "";
	const path = `/sign-in/reset/${secret}`;
	expect((await guest.post(path).send({ password: another })).body).toEqual({
		kind: "reset",
	});
	expect(box.taken()).toEqual([]);
});

test("one address gets three resets an hour, and is told the same after that", async () => {
	const { email } = await accountWithPassword(mailing.service.ctx, {
		role: "office",
	});
	const guest = visitor(mailing.service.url);
	for (let tries = 0; tries < 5; tries += 1) {
		const { body } = await guest.post("/sign-in/forgot").send({ email });
		expect(body).toEqual({ kind: "sent-if-known" });
	}
	const { database } = mailing.service.ctx;
	const [rows] = await database.query(
		"select points from sign_in_attempts where key like 'forgot:%' order by points desc",
	);
	expect(rows[0]).toEqual({ points: 5 });
	const mails = [await box.next(), await box.next(), await box.next()];
	expect(mails.map(({ to }) => to)).toEqual(Array(3).fill([email]));
	expect(box.taken()).toEqual([]);
});

test("a reset does without nothing: the second factor is asked for all the same", async () => {
	const account = await accountWithPassword(line.service.ctx, {
		role: "admin",
	});
	const { secret } = await withSecondFactor(line.service.ctx, account);
	const admin = await consoleOf(line.service, "admin");
	const { body } = await admin.post(`/api/accounts/${account.id}/reset-link`);
	const guest = visitor(line.service.url);
	await guest
		.post(`/sign-in/reset/${secretIn(body.link)}`)
		.send({ password: another });
	const right = { email: account.email, password: another };
	expect((await guest.post("/sign-in").send(right)).body).toEqual({
		kind: "code-needed",
	});
	const code = codeOf(secret);
	expect((await guest.post("/sign-in/code").send({ code })).body).toEqual({
		kind: "signed-in",
	});
});
