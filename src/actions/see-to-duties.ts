import type { Context } from "../context.ts";
import { dutyTold } from "../database/duty-notices.ts";
import { followConfirmations } from "./follow-confirmations.ts";
import { giveDutyNotices } from "./give-duty-notices.ts";
import { type LineDuties, lineDuties } from "./line-duties.ts";
import { sendDigest } from "./send-digest.ts";
import { tellOfShiftChanges } from "./tell-of-shift-changes.ts";

/** How old a look at everybody's coming shifts may be: calendars change them without a publish, and new weeks come into sight. */
const oldestLook = { hours: 3 };

/**
 * Sees to all that is due about the duties of every line, by the service's clock: what time brings about needs no queue, and after a
 * pause it is caught up with. What fails for one line does not hold up the others.
 */
export async function seeToDuties(ctx: Context): Promise<void> {
	const failures: unknown[] = [];
	for (const id of Object.keys(ctx.config.lines))
		try {
			const duties = await lineDuties(ctx, id);
			if (duties) await seeTo(ctx, duties);
		} catch (error) {
			failures.push(error);
		}
	if (failures.length > 0)
		throw new AggregateError(failures, "Duties could not be seen to");
}

async function seeTo(ctx: Context, duties: LineDuties): Promise<void> {
	const told = await dutyTold(ctx.database, duties.line.id);
	const old = duties.now.minus(oldestLook).toJSDate();
	if (told.every(({ lookedAt }) => lookedAt < old))
		await tellOfShiftChanges(ctx, duties.line.id);
	await giveDutyNotices(ctx, duties);
	await followConfirmations(ctx, duties);
	await sendDigest(ctx, duties);
}
