import type { Context } from "../context.ts";
import { auditEntry } from "../database/audit.ts";
import { type HeldOnNumber, heldOnNumber } from "../database/data-requests.ts";
import { erasureKey } from "../database/erasures.ts";
import { referenceTo } from "./place-entries.ts";

/** Gives out everything that is held on a number; that it was given, and how much, is on record without the number. */
export async function answerDataRequest(
	{ database, clock }: Pick<Context, "database" | "clock">,
	{ number, by }: { readonly number: string; readonly by: string },
): Promise<HeldOnNumber> {
	return database.transaction(async (transaction) => {
		const held = await heldOnNumber(database, number, transaction);
		const key = await erasureKey(database, transaction);
		await auditEntry(database, transaction, {
			...{ at: clock.now(), actor: by, action: "data-request-answered" },
			subject: { kind: "number", id: referenceTo(number, key) },
			after: Object.fromEntries(
				Object.entries(held).map(([part, list]) => [part, list.length]),
			),
		});
		return held;
	});
}
