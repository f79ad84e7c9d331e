import type { Context } from "../context.ts";
import { auditEntry } from "../database/audit.ts";
import { type AuditFilter, findEntries } from "../database/audit-search.ts";
import type { AuditView } from "../domain/audit/entry.ts";
import { auditView } from "../domain/audit/view.ts";
import { withoutAnyNumber } from "../domain/ticket/searched-numbers.ts";

const entriesAtATime = 1_000;

type Asked = {
	readonly [Name in "actor" | "kind" | "subject" | "from" | "to" | "text"]?:
		| string
		| undefined;
};

/** Somebody may have looked for a phone number, which one day is to be forgotten. An id that is not a ticket's has letters in it. */
function onRecord(asked: Asked): Asked {
	const told = (text?: string) => text && withoutAnyNumber(text);
	const { actor, subject, text } = asked;
	return {
		...{ ...asked, actor: told(actor), text: told(text) },
		subject: /[a-z]/i.test(subject ?? "") ? subject : told(subject),
	};
}

/** The entries that fit, a page at a time as they are read; that somebody took them out is on record before the first. */
export async function exportAudit(
	{ database, clock }: Pick<Context, "database" | "clock">,
	{
		filter,
		asked,
		by,
	}: {
		readonly filter: AuditFilter;
		/** What was asked for, as it goes on record. */
		readonly asked: Asked;
		readonly by: string;
	},
): Promise<AsyncIterable<AuditView>> {
	await database.transaction((transaction) =>
		auditEntry(database, transaction, {
			at: clock.now(),
			actor: by,
			action: "audit-exported",
			subject: { kind: "audit", id: "audit" },
			after: onRecord(asked),
		}),
	);
	async function* pages(): AsyncGenerator<AuditView> {
		let after: string | null = null;
		for (;;) {
			const entries = await findEntries(database, filter, {
				...{ after, limit: entriesAtATime },
			});
			for (const entry of entries) yield auditView(entry);
			if (entries.length < entriesAtATime) return;
			after = entries.at(-1)?.position ?? null;
		}
	}
	return pages();
}
