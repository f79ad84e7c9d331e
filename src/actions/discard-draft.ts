import type { Context } from "../context.ts";
import { dropRotaDraft } from "../database/rota-drafts.ts";

/** Gives up somebody's draft of a line's rota; nothing that was published changes. */
export async function discardDraft(
	ctx: Pick<Context, "database">,
	{ line, owner }: { readonly line: string; readonly owner: string },
): Promise<void> {
	await dropRotaDraft(ctx.database, line, owner);
}
