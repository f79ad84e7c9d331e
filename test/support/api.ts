import supertest from "supertest";
import { createSignInLink } from "../../src/actions/create-sign-in-link.ts";
import { createToken } from "../../src/actions/create-token.ts";
import type { Role } from "../../src/domain/role.ts";
import type { Service } from "../../src/service.ts";

/** Asks the real server as somebody of the role who holds a token, which is named after the role. */
export async function askerOf({ ctx, url }: Service, role: Role) {
	const name = `${role} ${Math.random()}`;
	const { secret } = await createToken(ctx, { name, role, by: "test" });
	const agent = supertest.agent(url);
	return { name, secret, agent: agent.auth(secret, { type: "bearer" }) };
}

/** The path of a sign-in link, as it stands in the address. */
export async function signInPath(
	{ ctx }: Service,
	role: Role,
): Promise<string> {
	const { url } = await createSignInLink(ctx, { role, by: "test" });
	return new URL(url).pathname;
}
