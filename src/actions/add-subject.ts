import type { Context } from "../context.ts";
import { auditEntry } from "../database/audit.ts";
import { notifyOfChange } from "../database/changes.ts";
import {
	addSubject as insertSubject,
	lockSubjects,
} from "../database/ticket-settings.ts";
import type { Sentence } from "../domain/language.ts";
import {
	idAfter,
	type SubjectFault,
	siblingsOf,
	subjectFault,
} from "../domain/ticket/subjects.ts";
import type { Urgency } from "../domain/ticket/ticket.ts";

export type AddedSubject =
	| { readonly kind: "added"; readonly id: string }
	| { readonly kind: "refused"; readonly because: SubjectFault };

/** Adds a subject to the tree, the last below its parent. Its id comes from its English name and stays when that changes. */
export async function addSubject(
	{ database, clock }: Pick<Context, "database" | "clock">,
	wanted: {
		readonly parent: string | null;
		readonly names: Sentence;
		readonly urgency: Urgency;
		readonly reason?: string | undefined;
		readonly by: string;
	},
): Promise<AddedSubject> {
	const { parent, names, urgency, reason, by } = wanted;
	return database.transaction(async (transaction) => {
		const subjects = await lockSubjects(database, transaction);
		const because = subjectFault(subjects, { id: null, parent, names });
		if (because) return { kind: "refused", because };
		const name = parent === null ? names.en : `${parent} ${names.en}`;
		const taken = subjects.map(({ id }) => id);
		const id = idAfter(name, taken);
		const place = siblingsOf(subjects, parent).length;
		const added = { id, parent, names, urgency };
		await insertSubject(database, transaction, { ...added, place });
		await auditEntry(database, transaction, {
			...{ at: clock.now(), actor: by, action: "subject-added" },
			subject: { kind: "subject", id },
			after: { parent, names, urgency },
			...(reason !== undefined && { reason }),
		});
		await notifyOfChange(database, transaction, {
			kind: "ticket-settings-changed",
		});
		return { kind: "added", id };
	});
}
