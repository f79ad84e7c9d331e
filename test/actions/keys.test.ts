import { DateTime } from "luxon";
import { QueryTypes } from "sequelize";
import { createSignInLink } from "../../src/actions/create-sign-in-link.ts";
import { createToken } from "../../src/actions/create-token.ts";
import { openSession } from "../../src/actions/open-session.ts";
import { revokeToken } from "../../src/actions/revoke-token.ts";
import { signOut } from "../../src/actions/sign-out.ts";
import { sessionOf } from "../../src/database/sign-in.ts";
import { apiTokens, tokenHolder } from "../../src/database/tokens.ts";
import { accountOf } from "../support/api.ts";
import { type TestDatabase, testDatabase } from "../support/database.ts";

const now = DateTime.fromISO("2026-03-02T10:00:00Z", { zone: "utc" });

let place: TestDatabase;
beforeAll(async () => {
	place = await testDatabase();
});
afterAll(() => place.close());

const ctx = () => ({
	database: place.database,
	clock: { now: () => now },
	config: { publicUrl: "https://faults.example.org" },
});

const rows = <Row extends object>(query: string) =>
	place.database.query<Row>(query, { type: QueryTypes.SELECT });

const asked = { sender: { address: null, browser: null }, replaces: null };

async function newLink(): Promise<string> {
	const account = await accountOf(ctx(), { role: "admin" });
	const { url } = await createSignInLink(ctx(), { account, by: "start" });
	expect(url).toMatch(/^https:\/\/faults\.example\.org\/sign-in\/[\w-]{43}$/);
	return url.slice(url.lastIndexOf("/") + 1);
}

describe("a token", () => {
	test("is known by its hash only, until it is revoked", async () => {
		const { secret } = await createToken(ctx(), {
			name: "report",
			role: "manager",
			by: "command line",
		});
		const stored = await rows<{ text: string }>(
			"select t::text as text from api_tokens t union all select a::text from audit_entries a",
		);
		expect(stored).not.toHaveLength(0);
		for (const { text } of stored) expect(text).not.toContain(secret);
		expect(await tokenHolder(place.database, secret)).toEqual({
			name: "report",
			role: "manager",
		});
		expect(await tokenHolder(place.database, `${secret}x`)).toBeNull();

		const revoked = { name: "report", by: "command line" };
		expect(await revokeToken(ctx(), revoked)).toEqual({
			kind: "revoked",
			tokens: 1,
		});
		expect(await tokenHolder(place.database, secret)).toBeNull();
		expect(await apiTokens(place.database)).toMatchObject([
			{ name: "report", revokedAt: now.toJSDate() },
		]);
		expect(await revokeToken(ctx(), revoked)).toEqual({
			kind: "refused",
			because: "no-such-token",
		});
	});

	test("is on record when it is made and when it is revoked", async () => {
		const by = "command line";
		await createToken(ctx(), { name: "audited", role: "office", by });
		await revokeToken(ctx(), { name: "audited", by });
		expect(
			await rows(
				"select action, actor from audit_entries where after->>'name' = 'audited' or subject_id = 'audited' order by id",
			),
		).toEqual([
			{ action: "token-created", actor: by },
			{ action: "token-revoked", actor: by },
		]);
	});
});

describe("a sign-in link", () => {
	test("opens one session, once", async () => {
		const link = await newLink();
		const opened = await Promise.all(
			Array.from({ length: 5 }, () => openSession(ctx(), { link, ...asked })),
		);
		const [first, ...more] = opened.filter(({ kind }) => kind === "opened");
		expect(more).toEqual([]);
		if (first?.kind !== "opened") throw new Error("none was opened");
		const { secret } = first.session;
		expect(await sessionOf(place.database, secret)).toMatchObject({
			role: "admin",
			name: "admin",
			stage: "full",
			openedBy: "link",
		});
		await signOut(ctx(), secret);
		expect(await sessionOf(place.database, secret)).toBeNull();
	});

	test("is of no use when it is too old or was never made", async () => {
		const link = await newLink();
		await place.database.query(
			"update sign_in_links set expires_at = now() - interval '1 second'",
		);
		const refused = { kind: "refused", because: "used-or-too-old" };
		expect(await openSession(ctx(), { link, ...asked })).toEqual(refused);
		const madeUp = { link: "made-up", ...asked };
		expect(await openSession(ctx(), madeUp)).toEqual(refused);
	});

	test("a session ends by itself", async () => {
		const link = await newLink();
		const opened = await openSession(ctx(), { link, ...asked });
		if (opened.kind !== "opened") throw new Error("it was not opened");
		await place.database.query(
			"update sessions set expires_at = now() - interval '1 second'",
		);
		const { secret } = opened.session;
		expect(await sessionOf(place.database, secret)).toBeNull();
	});
});
