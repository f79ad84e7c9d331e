import type { DateTime } from "luxon";
import type { Sequelize, Transaction } from "sequelize";

/** An immutable fact: who did what to what, when, and why. */
export interface AuditEntry {
	readonly at: DateTime;
	/** Who did it, as others know them: a person's name, a token's name, `first start`. */
	readonly actor: string;
	/** In the past tense, e.g. `rota-published`. */
	readonly action: string;
	readonly subject: { readonly kind: string; readonly id: string };
	readonly reason?: string;
	readonly before?: unknown;
	readonly after?: unknown;
}

/** Writes the entry; in the transaction of the save that it is about, so that there is never one without the other. */
export async function auditEntry(
	database: Sequelize,
	transaction: Transaction,
	entry: AuditEntry,
): Promise<void> {
	await database.query(
		`insert into audit_entries (at, actor, action, subject_kind, subject_id, reason, before, after)
		values ($1, $2, $3, $4, $5, $6, $7::jsonb, $8::jsonb)`,
		{
			transaction,
			bind: [
				entry.at.toJSDate(),
				entry.actor,
				entry.action,
				entry.subject.kind,
				entry.subject.id,
				entry.reason ?? null,
				json(entry.before),
				json(entry.after),
			],
		},
	);
}

function json(value: unknown): string | null {
	return value === undefined ? null : JSON.stringify(value);
}
