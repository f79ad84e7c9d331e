import type { Context } from "../context.ts";
import { dropView, lockView } from "../database/log-views.ts";
import {
	facts,
	type ViewKeeper,
	type ViewRefusal,
	viewRefusal,
} from "./keep-log-view.ts";

/** Takes a view of the log away. Says why not, or null when it is gone. */
export async function removeLogView(
	ctx: Pick<Context, "database" | "clock">,
	{
		id,
		revision,
		by,
	}: {
		readonly id: string;
		/** That was seen of it. */
		readonly revision: number;
		readonly by: ViewKeeper;
	},
): Promise<ViewRefusal | null> {
	const { database } = ctx;
	return database.transaction(async (transaction) => {
		const view = await lockView(database, transaction, id);
		const refused = viewRefusal({ revision }, view, by);
		if (refused || !view) return refused;
		await dropView(database, transaction, id, {
			at: ctx.clock.now(),
			actor: by.name,
			action: "ticket-view-removed",
			subject: { kind: "ticket-view", id },
			before: facts(view),
		});
		return null;
	});
}
