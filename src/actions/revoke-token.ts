import type { Context } from "../context.ts";
import { revokeTokensNamed } from "../database/tokens.ts";

/** Takes the tokens of this name out of use from this moment on. */
export async function revokeToken(
	ctx: Pick<Context, "database" | "clock">,
	{ name, by }: { readonly name: string; readonly by: string },
): Promise<
	| { readonly kind: "revoked"; readonly tokens: number }
	| { readonly kind: "refused"; readonly because: "no-such-token" }
> {
	const { database } = ctx;
	const tokens = await database.transaction((transaction) =>
		revokeTokensNamed(database, name, transaction, {
			at: ctx.clock.now(),
			actor: by,
			action: "token-revoked",
			subject: { kind: "token", id: name },
		}),
	);
	return tokens > 0
		? { kind: "revoked", tokens }
		: { kind: "refused", because: "no-such-token" };
}
