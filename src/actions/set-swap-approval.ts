import type { Context } from "../context.ts";
import { notifyOfChange } from "../database/changes.ts";
import { saveSwapSettings, swapsNeedApproval } from "../database/swaps.ts";

/** Says whether planners approve a line's swaps from now on; what has been agreed before stays as it is. */
export async function setSwapApproval(
	{ database, clock }: Pick<Context, "database" | "clock">,
	{
		line,
		approval,
		by,
	}: {
		readonly line: string;
		readonly approval: boolean;
		readonly by: string;
	},
): Promise<void> {
	await database.transaction(async (transaction) => {
		const before = await swapsNeedApproval(database, line, transaction);
		await saveSwapSettings(
			database,
			transaction,
			{ line, approval },
			{
				at: clock.now(),
				actor: by,
				action: "swap-approval-set",
				subject: { kind: "rota", id: line },
				before: { approval: before },
				after: { approval },
			},
		);
		await notifyOfChange(database, transaction, {
			kind: "swap-changed",
			line,
			swap: "",
		});
	});
}
