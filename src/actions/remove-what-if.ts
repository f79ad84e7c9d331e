import type { Context } from "../context.ts";
import { dropWhatIf, lockWhatIfsOf, whatIfsOf } from "../database/what-ifs.ts";

/** Takes a what-if away: no publish asks it any more. Says whether it was there. */
export async function removeWhatIf(
	ctx: Pick<Context, "database" | "clock">,
	{
		line,
		id,
		by,
	}: { readonly line: string; readonly id: string; readonly by: string },
): Promise<boolean> {
	const { database } = ctx;
	return database.transaction(async (transaction) => {
		await lockWhatIfsOf(database, line, transaction);
		const kept = await whatIfsOf(database, line, transaction);
		const before = kept.find((each) => each.id === id);
		if (!before) return false;
		const { name, at, yearly, caller, expects } = before;
		await dropWhatIf(database, transaction, id, {
			at: ctx.clock.now(),
			actor: by,
			action: "what-if-removed",
			subject: { kind: "rota", id: line },
			before: { id, name, at, yearly, caller, expects },
		});
		return true;
	});
}
