import { Secret, TOTP } from "otpauth";
import supertest from "supertest";
import { createAccountLink } from "../../src/actions/create-account-link.ts";
import {
	beginEnrolment,
	confirmEnrolment,
} from "../../src/actions/enrol-second-factor.ts";
import { setPasswordByLink } from "../../src/actions/reset-password.ts";
import type { Context } from "../../src/context.ts";
import type { Role } from "../../src/domain/role.ts";
import { accountOf } from "./api.ts";

export const goodPassword = "kahvi jäi keittimeen";

/** An account with a password, under an address of its own. */
export async function accountWithPassword(
	ctx: Pick<Context, "database" | "clock">,
	{
		role,
		name = "Maija Laine",
	}: { readonly role: Role; readonly name?: string },
): Promise<{ readonly id: string; readonly email: string }> {
	const email = `${role}-${crypto.randomUUID()}@accounts.example`;
	const id = await accountOf(ctx, { role, name, email });
	const link = await createAccountLink(
		{ ...ctx, config: { publicUrl: "https://faults.example.org" } },
		{ id, purpose: "invitation", by: "test" },
	);
	if (link.kind === "refused") throw new Error(link.because);
	const set = await setPasswordByLink(ctx, {
		secret: secretIn(link.url),
		password: goodPassword,
		purpose: "invitation",
		alongside: async () => null,
	});
	if (set.kind === "refused") throw new Error(set.because);
	return { id, email };
}

/** Sets up a second factor; gives its secret, with the code of this moment used up, and the recovery codes. */
export async function withSecondFactor(
	ctx: Pick<Context, "database" | "clock">,
	{ id, email }: { readonly id: string; readonly email: string },
): Promise<{
	readonly secret: string;
	readonly recoveryCodes: readonly string[];
}> {
	const begun = await beginEnrolment(ctx, { account: id, email });
	if (begun.kind === "refused") throw new Error(begun.because);
	const confirmed = await confirmEnrolment(ctx, {
		account: id,
		// The earliest that is taken, so that two more can be used without waiting.
		code: codeOf(begun.secret, -1),
		openedBy: "password",
		sender: { address: null, browser: null },
		replaces: null,
	});
	if (confirmed.kind === "refused") throw new Error(confirmed.because);
	return { secret: begun.secret, recoveryCodes: confirmed.recoveryCodes };
}

/** What an app shows now, or so many steps of 30 s from now. */
export function codeOf(secret: string, steps = 0): string {
	return new TOTP({ secret: Secret.fromBase32(secret) }).generate({
		timestamp: Date.now() + steps * 30_000,
	});
}

/** A browser on the console's pages: it sends the console's header and keeps its cookies. */
export function visitor(url: string) {
	const agent = supertest.agent(url);
	agent.set("X-Faultline-Console", "1");
	return agent;
}

export function secretIn(link: string): string {
	return link.slice(link.lastIndexOf("/") + 1);
}
