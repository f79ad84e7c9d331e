import type { Context } from "../context.ts";
import { auditEntry } from "../database/audit.ts";
import { notifyOfChange } from "../database/changes.ts";
import {
	lockSubjects,
	saveOrder,
	saveSubject,
} from "../database/ticket-settings.ts";
import type { Sentence } from "../domain/language.ts";
import { orderWith } from "../domain/ticket/order.ts";
import {
	pathTo,
	type Subject,
	type SubjectFault,
	siblingsOf,
	subjectFault,
} from "../domain/ticket/subjects.ts";
import type { Urgency } from "../domain/ticket/ticket.ts";

/** What is left out stays as it is. */
export interface SubjectChange {
	readonly parent?: string | null | undefined;
	readonly names?: Sentence | undefined;
	readonly urgency?: Urgency | undefined;
	readonly retired?: boolean | undefined;
	/** Among those below the same parent, 0 being the first. */
	readonly place?: number | undefined;
}

export type ChangedSubject =
	| { readonly kind: "changed" }
	| {
			readonly kind: "refused";
			readonly because:
				| SubjectFault
				| { readonly kind: "no-such-subject" }
				| { readonly kind: "changed-meanwhile" };
	  };

/**
 * Changes a subject, moves it in the tree, retires it or brings it back; what is below it goes with it. Older tickets keep it in any case.
 *
 * @param asked.revision the one that whoever asks has seen: if somebody was faster, nothing is changed.
 */
export async function changeSubject(
	{ database, clock }: Pick<Context, "database" | "clock">,
	asked: {
		readonly id: string;
		readonly revision: number;
		readonly change: SubjectChange;
		readonly reason?: string | undefined;
		readonly by: string;
	},
): Promise<ChangedSubject> {
	const { id, change, reason, by } = asked;
	return database.transaction(async (transaction) => {
		const subjects = await lockSubjects(database, transaction);
		const before = subjects.find((each) => each.id === id);
		if (!before) return refusal({ kind: "no-such-subject" });
		if (before.revision !== asked.revision)
			return refusal({ kind: "changed-meanwhile" });
		const wanted = merged(before, change);
		const fault = subjectFault(subjects, wanted) ?? backFault(subjects, wanted);
		if (fault) return refusal(fault);
		const order = orderFor(subjects, before, wanted, change.place);
		const difference = differenceOf(subjects, before, wanted, order);
		if (!difference) return { kind: "changed" };
		await saveSubject(database, transaction, wanted, clock.now());
		if (order) await saveOrder(database, transaction, "subjects", order);
		await auditEntry(database, transaction, {
			...{ at: clock.now(), actor: by, action: actionOf(before, wanted) },
			subject: { kind: "subject", id },
			...difference,
			...(reason !== undefined && { reason }),
		});
		await notifyOfChange(database, transaction, {
			kind: "ticket-settings-changed",
		});
		return { kind: "changed" };
	});
}

function refusal(
	because: Extract<ChangedSubject, { kind: "refused" }>["because"],
): ChangedSubject {
	return { kind: "refused", because };
}

function merged(before: Subject, change: SubjectChange): Subject {
	return {
		...before,
		parent: change.parent === undefined ? before.parent : change.parent,
		names: change.names ?? before.names,
		urgency: change.urgency ?? before.urgency,
		retired: change.retired ?? before.retired,
	};
}

/** Brought back below something that is retired it would still not be there. */
function backFault(
	subjects: readonly Subject[],
	{ id, parent, retired }: Subject,
): SubjectFault | null {
	const wasRetired = subjects.find((each) => each.id === id)?.retired;
	const isBelowRetired = pathTo(subjects, parent).some((each) => each.retired);
	return wasRetired && !retired && isBelowRetired
		? { kind: "retired-parent" }
		: null;
}

/** null when nobody's place changes. */
function orderFor(
	subjects: readonly Subject[],
	before: Subject,
	{ id, parent }: Subject,
	place: number | undefined,
): string[] | null {
	if (place === undefined && parent === before.parent) return null;
	const there = siblingsOf(subjects, parent).map((each) => each.id);
	return orderWith(there, id, place ?? subjects.length);
}

/** What differs, as it was and as it is; places are told as people count. null when nothing does. */
function differenceOf(
	subjects: readonly Subject[],
	before: Subject,
	after: Subject,
	order: readonly string[] | null,
) {
	const siblings = siblingsOf(subjects, before.parent).map(({ id }) => id);
	const whole = {
		before: { ...before, place: siblings.indexOf(before.id) + 1 },
		after: {
			...after,
			place: (order ?? siblings).indexOf(before.id) + 1,
		},
	};
	const fields = ["parent", "names", "urgency", "retired", "place"] as const;
	const changed = fields.filter(
		(field) =>
			JSON.stringify(whole.before[field]) !==
			JSON.stringify(whole.after[field]),
	);
	if (changed.length === 0) return null;
	const part = (of: "before" | "after") =>
		Object.fromEntries(changed.map((field) => [field, whole[of][field]]));
	return { before: part("before"), after: part("after") };
}

function actionOf(before: Subject, after: Subject): string {
	if (before.retired === after.retired) return "subject-changed";
	return after.retired ? "subject-retired" : "subject-brought-back";
}
