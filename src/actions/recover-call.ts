import type { Transaction } from "sequelize";
import type { LineConfig } from "../config.ts";
import type { Context } from "../context.ts";
import { auditEntry } from "../database/audit.ts";
import { markRecovered } from "../database/reconciliations.ts";
import { recordEntries } from "../database/records.ts";
import type { CarrierCall } from "../domain/audit/compare-calls.ts";
import { callerOf, isBlocked } from "../domain/call/caller.ts";
import type { CallFact } from "../domain/call/facts.ts";
import { entryOf } from "./record-call.ts";

/**
 * Enters a call of which only the carrier has a record: as the ticket that it would have been, or as one more call of an open one, and
 * as missed, because nobody may have seen it. Whoever is responsible is told, and reminded until somebody acknowledges.
 */
export async function recoverCall(
	ctx: Context,
	transaction: Transaction,
	line: LineConfig,
	{ sid, from, startedAt, endedAt, status, seconds }: CarrierCall,
): Promise<void> {
	const { database } = ctx;
	const now = ctx.clock.now();
	const caller = callerOf(from);
	const facts: CallFact[] = [{ kind: "call-recovered", status, seconds }];
	if (isBlocked(line.blocked, caller)) facts.push({ kind: "caller-blocked" });
	const entry = entryOf(
		ctx,
		{
			...{ call: sid, line: line.id, caller, called: line.number },
			...{ rotaVersion: null, arrivedAt: startedAt, busy: [] },
			...{ language: line.language, languageKnown: false },
		},
		facts,
	);
	const end = endedAt ?? startedAt;
	await recordEntries(
		database,
		[{ ...entry, endedAt: end.toUTC().toISO() ?? entry.arrivedAt }],
		transaction,
	);
	const ticket = await markRecovered(database, transaction, sid, now);
	await auditEntry(database, transaction, {
		at: now,
		actor: "reconciliation",
		action: "call-recovered",
		subject: { kind: "ticket", id: ticket },
		reason: "the carrier has a record of the call, the service had none",
		after: {
			...{ call: sid, line: line.id, status },
			arrivedAt: entry.arrivedAt,
		},
	});
}
