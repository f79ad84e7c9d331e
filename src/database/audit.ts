import { AsyncLocalStorage } from "node:async_hooks";
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

/** Where what is done comes from. */
export interface AuditOrigin {
	/** An address of the network, or the door it came by: `command line: timo`, `text message`, `job: send-message`. */
	readonly origin: string | null;
	/** Of whoever is signed in; null for a token, a job, a caller. */
	readonly account: string | null;
}

const origins = new AsyncLocalStorage<AuditOrigin>();

/** Everything that is entered within `work` comes from there: who asks stands at the door, and is known in every room behind it. */
export function enteredFrom<T>(origin: AuditOrigin, work: () => T): T {
	return origins.run(origin, work);
}

/**
 * Nothing more is entered from anywhere: at the end of a service. Until then every promise of the process is followed, and what
 * follows it is kept.
 */
export function enteredFromNowhere(): void {
	origins.disable();
}

/** Writes the entry; in the transaction of the save that it is about, so that there is never one without the other. */
export async function auditEntry(
	database: Sequelize,
	transaction: Transaction,
	entry: AuditEntry,
): Promise<void> {
	await database.query(
		`insert into audit_entries (at, actor, action, subject_kind, subject_id, reason, before, after, origin, account_id)
		values ($1, $2, $3, $4, $5, $6, $7::jsonb, $8::jsonb, $9, $10::uuid)`,
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
				origins.getStore()?.origin ?? null,
				origins.getStore()?.account ?? null,
			],
		},
	);
}

/** As `auditEntry`, many in one statement. */
export async function auditEntries(
	database: Sequelize,
	transaction: Transaction,
	entries: readonly AuditEntry[],
): Promise<void> {
	if (entries.length === 0) return;
	await database.query(
		`insert into audit_entries (at, actor, action, subject_kind, subject_id, reason, before, after, origin, account_id)
		select (e.entry->>'at')::timestamptz, e.entry->>'actor', e.entry->>'action', e.entry->'subject'->>'kind',
			e.entry->'subject'->>'id', e.entry->>'reason', nullif(e.entry->'before', 'null'), nullif(e.entry->'after', 'null'),
			$2, $3::uuid
		from jsonb_array_elements($1::jsonb) with ordinality as e(entry, place) order by e.place`,
		{
			transaction,
			bind: [
				JSON.stringify(
					entries.map((entry) => ({ ...entry, at: entry.at.toJSDate() })),
				),
				origins.getStore()?.origin ?? null,
				origins.getStore()?.account ?? null,
			],
		},
	);
}

function json(value: unknown): string | null {
	return value === undefined ? null : JSON.stringify(value);
}
