import { hash } from "@node-rs/argon2";
import { DateTime } from "luxon";
import { QueryTypes } from "sequelize";
import { confirmSignIn } from "../../src/actions/confirm-sign-in.ts";
import { signIn } from "../../src/actions/sign-in.ts";
import {
	accountWithPassword,
	codeOf,
	goodPassword,
	withSecondFactor,
} from "../support/accounts.ts";
import { type TestDatabase, testDatabase } from "../support/database.ts";

let place: TestDatabase;
beforeAll(async () => {
	place = await testDatabase();
});
afterAll(() => place.close());

// The demonstration's clock may stand anywhere: nothing here goes by it.
const now = DateTime.fromISO("2031-03-02T10:00:00Z", { zone: "utc" });
const ctx = () => ({ database: place.database, clock: { now: () => now } });
const from = {
	sender: { address: "203.0.113.7", browser: null },
	replaces: null,
};

async function stored(id: string): Promise<string> {
	const [row] = await place.database.query<{ hash: string }>(
		"select password_hash as hash from accounts where id = $1",
		{ bind: [id], type: QueryTypes.SELECT },
	);
	return row?.hash ?? "";
}

test("a password is kept as argon2id with OWASP's parameters, and hashed anew when they were others", async () => {
	const { id, email } = await accountWithPassword(ctx(), { role: "office" });
	const today = /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/;
	expect(await stored(id)).toMatch(today);
	const old = await hash(goodPassword.normalize("NFKC"), {
		memoryCost: 8_192,
		timeCost: 1,
	});
	await place.database.query(
		"update accounts set password_hash = $2 where id = $1",
		{ bind: [id, old] },
	);
	const wrong = { email, password: "not the password", ...from };
	expect(await signIn(ctx(), wrong)).toEqual({
		kind: "refused",
		because: "wrong",
	});
	expect(await stored(id)).toBe(old);
	const right = { email, password: goodPassword.normalize("NFD"), ...from };
	expect((await signIn(ctx(), right)).kind).toBe("opened");
	expect(await stored(id)).toMatch(today);
	expect((await signIn(ctx(), right)).kind).toBe("opened");
});

test("of the same code sent many times at once, one is taken", async () => {
	const account = await accountWithPassword(ctx(), { role: "admin" });
	const { secret } = await withSecondFactor(ctx(), account);
	const { email } = account;
	const begun = await Promise.all(
		Array.from({ length: 4 }, () =>
			signIn(ctx(), { email, password: goodPassword, ...from }),
		),
	);
	const code = codeOf(secret);
	const taken = await Promise.all(
		begun.map((result) => {
			if (result.kind !== "opened") throw new Error("it was refused");
			const { secret: session, stage } = result.session;
			expect(stage).toBe("code");
			const { sender } = from;
			return confirmSignIn(ctx(), { secret: session, code, sender });
		}),
	);
	expect(taken.filter(({ kind }) => kind === "opened")).toHaveLength(1);
});

test("nothing secret is in what is stored beside it", async () => {
	const account = await accountWithPassword(ctx(), { role: "admin" });
	const { recoveryCodes } = await withSecondFactor(ctx(), account);
	const rows = await place.database.query<{ text: string }>(
		`select a::text as text from accounts a union all select c::text from recovery_codes c
		union all select e::text from audit_entries e union all select s::text from sign_in_attempts s
		union all select l::text from account_links l`,
		{ type: QueryTypes.SELECT },
	);
	for (const { text } of rows)
		for (const secret of [goodPassword, ...recoveryCodes])
			expect(text).not.toContain(secret);
});
