import { randomBytes } from "node:crypto";
import type { Sequelize, Transaction } from "sequelize";
import type { Context } from "../context.ts";
import { auditEntry } from "../database/audit.ts";
import { notifyOfChange } from "../database/changes.ts";
import {
	type ErasedCounts,
	enqueueErasure,
	eraseNumber as eraseFromRecord,
	erasureKey,
	saveErasure,
} from "../database/erasures.ts";
import { clearView, lockViews } from "../database/log-views.ts";
import { lockRegister } from "../database/places.ts";
import {
	addressWithoutNumber,
	withoutNumber,
} from "../domain/ticket/searched-numbers.ts";
import { referenceTo } from "./place-entries.ts";

/**
 * Forgets a number on request: tenants who have it, what was said, recorded and written under it, and searches for it that were kept.
 * Tickets and calls stay under a pseudonym, so that numbers of faults and answer times stay true. What cannot be changed, the audit log,
 * never held the number itself.
 */
export async function eraseNumber(
	{ database, clock }: Pick<Context, "database" | "clock">,
	{
		number,
		by,
	}: {
		/** E.164. */
		readonly number: string;
		readonly by: string;
	},
): Promise<ErasedCounts & { readonly views: number }> {
	return database.transaction(async (transaction) => {
		await lockRegister(database, transaction);
		const at = clock.now();
		const pseudonym = `erased-${randomBytes(4).toString("hex")}`;
		const erased = await eraseFromRecord(
			database,
			transaction,
			number,
			pseudonym,
		);
		const views = await clearViews(database, transaction, number, pseudonym);
		const counts = { ...erased.counts, views };
		const key = await erasureKey(database, transaction);
		const reference = referenceTo(number, key);
		await saveErasure(database, transaction, {
			...{ reference, pseudonym, at, by },
		});
		await enqueueErasure(database, transaction, erased);
		await auditEntry(database, transaction, {
			...{ at, actor: by, action: "number-erased" },
			subject: { kind: "number", id: pseudonym },
			after: { reference, ...counts },
		});
		for (const { number: ticket, line } of erased.tickets)
			await notifyOfChange(database, transaction, {
				...{ kind: "ticket-changed", number: ticket, line },
			});
		await notifyOfChange(database, transaction, { kind: "places-changed" });
		return counts;
	});
}

/** Takes the number out of the searches that people keep. Says out of how many. */
async function clearViews(
	database: Sequelize,
	transaction: Transaction,
	number: string,
	pseudonym: string,
): Promise<number> {
	let cleared = 0;
	for (const view of await lockViews(database, transaction)) {
		const name = withoutNumber(view.name, number, pseudonym);
		const filter = addressWithoutNumber(view.filter, number);
		if (name === view.name && filter === view.filter) continue;
		const left = filter === null ? null : { name, filter };
		await clearView(database, transaction, view.id, left);
		cleared += 1;
	}
	return cleared;
}
