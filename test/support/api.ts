import supertest from "supertest";
import { createAccount } from "../../src/actions/create-account.ts";
import { createSignInLink } from "../../src/actions/create-sign-in-link.ts";
import { createToken } from "../../src/actions/create-token.ts";
import type { Context } from "../../src/context.ts";
import { accountByEmail } from "../../src/database/accounts.ts";
import type { Language } from "../../src/domain/language.ts";
import type { Role } from "../../src/domain/role.ts";
import type { Service } from "../../src/service.ts";

/** Asks the real server as somebody of the role who holds a token, which is named after the role. */
export async function askerOf({ ctx, url }: Service, role: Role) {
	const name = `${role} ${Math.random()}`;
	const { secret } = await createToken(ctx, { name, role, by: "test" });
	const agent = supertest.agent(url);
	return { name, secret, agent: agent.auth(secret, { type: "bearer" }) };
}

/** The path of a sign-in link, as it stands in the address: of the account named after the role, or the one given. */
export async function signInPath(
	{ ctx }: Service,
	role: Role,
	account?: string,
): Promise<string> {
	const { url } = await createSignInLink(ctx, {
		account: account ?? (await accountOf(ctx, { role })),
		by: "test",
	});
	return new URL(url).pathname;
}

/** The id of an account of the role, made when it is missing; it has no password. */
export async function accountOf(
	ctx: Pick<Context, "database" | "clock">,
	{
		role,
		name = role,
		email = `${name.replaceAll(" ", "-")}@accounts.example`,
		language = "en",
	}: {
		readonly role: Role;
		readonly name?: string;
		readonly email?: string;
		readonly language?: Language;
	},
): Promise<string> {
	const asked = { role, name, email, language, by: "test" };
	const made = await createAccount(ctx, asked);
	if (made.kind === "created") return made.id;
	const there = await accountByEmail(ctx.database, email.toLowerCase());
	if (!there) throw new Error(`${email} cannot have an account`);
	return there.id;
}

/** Asks the real server as the console does, signed in as the account of the role, or the one given. */
export async function consoleOf(
	service: Service,
	role: Role,
	account?: string,
) {
	const agent = supertest.agent(service.url);
	agent.set("X-Faultline-Console", "1");
	await agent.post(await signInPath(service, role, account));
	return agent;
}
