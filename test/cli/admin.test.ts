import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { signIn } from "../../src/actions/sign-in.ts";
import { realClock } from "../../src/clock.ts";
import { accountOfLink } from "../../src/database/account-links.ts";
import { accountByEmail } from "../../src/database/accounts.ts";
import { goodPassword, secretIn } from "../support/accounts.ts";
import { faultline } from "../support/command.ts";
import { type TestDatabase, testDatabase } from "../support/database.ts";

const folder = mkdtempSync(join(tmpdir(), "faultline-admin-"));
let opened: TestDatabase;

beforeAll(async () => {
	opened = await testDatabase();
	process.env.DATABASE_URL = opened.url;
	process.env.DATA_DIR = folder;
	process.env.CONFIG_DIR = join(import.meta.dirname, "../../config");
	process.env.PUBLIC_URL = "https://faults.example.org";
});

afterAll(async () => {
	await opened.close();
	rmSync(folder, { recursive: true });
});

async function typing(words: readonly string[], input = "") {
	const stdin = Object.getOwnPropertyDescriptor(process, "stdin");
	Object.defineProperty(process, "stdin", {
		value: Readable.from([input]),
		configurable: true,
	});
	try {
		return await faultline(...words);
	} finally {
		if (stdin) Object.defineProperty(process, "stdin", stdin);
	}
}

const who = (email: string) => ["--email", email, "--name", "Timo Saarinen"];

test("before anybody has an account, signing in is told how to make one", async () => {
	const { said, exitCode } = await typing(["sign-in"]);
	expect(exitCode).toBe(1);
	expect(said).toContain("npx faultline admin create");
	expect((await typing(["admin", "list"])).said).toContain("No admin yet");
});

test("an admin is made with a link that sets the password, once for an address", async () => {
	const made = await typing(["admin", "create", ...who("Timo@Example.org")]);
	expect(made.exitCode).toBe(0);
	expect(made.said).toMatch(
		/^https:\/\/faults\.example\.org\/invitation\/[\w-]{43}\n$/,
	);
	const account = await accountByEmail(opened.database, "timo@example.org");
	expect(account).toMatchObject({ role: "admin", name: "Timo Saarinen" });
	const secret = secretIn(made.said.trim());
	expect(
		await accountOfLink(opened.database, { secret, purpose: "invitation" }),
	).toBe(account?.id);
	const again = await typing(["admin", "create", ...who("timo@example.org")]);
	expect(again.exitCode).toBe(1);
	expect(again.said).toContain("has an account already");
	const listed = await typing(["admin", "list"]);
	expect(listed.said).toBe(
		"timo@example.org  Timo Saarinen  invited  no second factor yet\n",
	);
	const json = await typing(["admin", "list", "--json"]);
	expect(JSON.parse(json.said)).toEqual([
		{
			...{ email: "timo@example.org", name: "Timo Saarinen" },
			...{ state: "invited", secondFactor: false },
		},
	]);
});

test("a password may be given at once, and is checked before anything is made", async () => {
	const command = ["admin", "create", ...who("ritva@example.org")];
	const weak = await typing([...command, "--password-stdin"], "short\n");
	expect(weak.exitCode).toBe(1);
	expect(weak.said).toContain("at least 12 characters");
	expect(await accountByEmail(opened.database, "ritva@example.org")).toBeNull();
	const made = await typing(
		[...command, "--password-stdin"],
		`${goodPassword}\n`,
	);
	expect(made.said).toBe(
		"Timo Saarinen can sign in at https://faults.example.org/sign-in\n",
	);
	const result = await signIn(
		{ database: opened.database, clock: realClock },
		{
			...{ email: "ritva@example.org", password: goodPassword },
			...{ sender: { address: null, browser: null }, replaces: null },
		},
	);
	expect(result.kind).toBe("opened");
});

test.each([
	[
		["--email", "no address", "--name", "Nobody"],
		1,
		"is not an e-mail address",
	],
	[["--email", "a@b"], 2, "--name"],
])("admin create %j is refused", async (words, code, sentence) => {
	const { said, exitCode } = await typing(["admin", "create", ...words]);
	expect([exitCode, said]).toEqual([code, expect.stringContaining(sentence)]);
});

test("a link to sign in is of the first admin, or of whoever is named", async () => {
	const link = /^https:\/\/faults\.example\.org\/sign-in\/[\w-]{43}\n$/;
	expect((await typing(["sign-in"])).said).toMatch(link);
	const named = await typing(["sign-in", "--email", "RITVA@example.org"]);
	expect(named.said).toMatch(link);
	const nobody = await typing(["sign-in", "--email", "x@example.org"]);
	expect(nobody.exitCode).toBe(1);
	expect(nobody.said).toContain("faultline admin list");
});
