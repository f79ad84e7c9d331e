import { randomBytes, randomUUID } from "node:crypto";
import type { Context } from "../context.ts";
import { addToken } from "../database/tokens.ts";
import type { Role } from "../domain/role.ts";

/** Makes a key to the API. The secret is told here and stored nowhere, only its hash. */
export async function createToken(
	ctx: Pick<Context, "database" | "clock">,
	{
		name,
		role,
		by,
	}: { readonly name: string; readonly role: Role; readonly by: string },
): Promise<{ readonly id: string; readonly secret: string }> {
	const { database } = ctx;
	const id = randomUUID();
	const secret = `fl_${randomBytes(32).toString("base64url")}`;
	await database.transaction((transaction) =>
		addToken(database, { id, secret, name, role }, transaction, {
			at: ctx.clock.now(),
			actor: by,
			action: "token-created",
			subject: { kind: "token", id },
			after: { name, role },
		}),
	);
	return { id, secret };
}
