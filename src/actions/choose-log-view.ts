import type { Context } from "../context.ts";
import { auditEntry } from "../database/audit.ts";
import { lockView, saveFirstView } from "../database/log-views.ts";

/** Shows somebody a view of the log at first, or, with null, everything. Says whether there is such a view for them. */
export async function chooseLogView(
	ctx: Pick<Context, "database" | "clock">,
	{
		view,
		account,
		by,
	}: {
		readonly view: string | null;
		readonly account: string;
		readonly by: string;
	},
): Promise<boolean> {
	const { database } = ctx;
	return database.transaction(async (transaction) => {
		const found =
			view === null ? null : await lockView(database, transaction, view);
		const isTheirs = found?.account === null || found?.account === account;
		if (view !== null && !isTheirs) return false;
		await saveFirstView(database, transaction, account, view);
		await auditEntry(database, transaction, {
			at: ctx.clock.now(),
			actor: by,
			action: "first-ticket-view-chosen",
			subject: { kind: "account", id: account },
			after: { view },
		});
		return true;
	});
}
