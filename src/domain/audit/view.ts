/** An audit entry as it is shown, worked out from what is on record. */
import type { DateTime } from "luxon";
import { kindOf } from "./actions.ts";
import { type AuditView, changesBetween } from "./entry.ts";

/** An entry as it stands on record. */
interface RecordedEntry {
	readonly id: string;
	readonly at: DateTime;
	readonly actor: string;
	readonly action: string;
	readonly subjectKind: string;
	readonly subjectId: string;
	readonly reason: string | null;
	readonly before: unknown;
	readonly after: unknown;
	readonly origin: string | null;
	readonly account: string | null;
}

export function auditView(entry: RecordedEntry): AuditView {
	const { id, actor, action, reason, origin, account } = entry;
	return {
		...{ id, actor, action, reason, origin, account },
		at: new Date(entry.at.toMillis()).toISOString(),
		kind: kindOf(action) ?? "settings",
		subject: { kind: entry.subjectKind, id: entry.subjectId },
		changes: changesBetween(entry.before, entry.after),
	};
}
