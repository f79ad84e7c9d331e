import type { Context } from "../context.ts";
import { auditEntry } from "../database/audit.ts";
import {
	acknowledgeConfirmation,
	lockConfirmation,
} from "../database/duty-confirmations.ts";
import { dutySubject } from "./alarm-of-duty.ts";

export type AcknowledgedDuty =
	| { readonly kind: "acknowledged" }
	| {
			readonly kind: "refused";
			readonly because: "no-such-alarm" | "already-settled";
	  };

/** Somebody sees to a duty that was not confirmed: its alarm ends. */
export async function acknowledgeDutyAlarm(
	ctx: Pick<Context, "database" | "clock">,
	{ line, id, by }: { readonly line: string; readonly id: string; by: string },
): Promise<AcknowledgedDuty> {
	const { database, clock } = ctx;
	return database.transaction(async (transaction) => {
		const found = await lockConfirmation(database, transaction, id);
		if (found?.line !== line)
			return { kind: "refused", because: "no-such-alarm" };
		const isOpen = found.state === "declined" || found.state === "unanswered";
		if (!isOpen || found.acknowledgedAt)
			return { kind: "refused", because: "already-settled" };
		const at = clock.now();
		await acknowledgeConfirmation(database, transaction, id, by, at);
		await auditEntry(database, transaction, {
			...{ at, actor: by, action: "duty-alarm-acknowledged" },
			subject: dutySubject(found),
			before: { state: found.state },
		});
		return { kind: "acknowledged" };
	});
}
