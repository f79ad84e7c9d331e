/** What tickets are about: a tree that the admin keeps, of which nothing is ever deleted. */
import type { Sentence } from "../language.ts";
import type { DueMinutes } from "./due.ts";
import type { Urgency } from "./ticket.ts";

export interface Subject {
	readonly id: string;
	readonly parent: string | null;
	readonly names: Sentence;
	/** What a ticket of this subject is given until somebody says otherwise. */
	readonly urgency: Urgency;
	/** Not to be chosen any more, nor what is below it; older tickets keep it. */
	readonly retired: boolean;
	readonly revision: number;
}

/** How soon faults of a property are to be seen to. */
export interface ServiceClass {
	readonly id: string;
	readonly names: Sentence;
	readonly minutes: DueMinutes;
	readonly revision: number;
}

/** From the top of the tree down to the subject itself; empty where there is no such subject. */
export function pathTo<S extends Pick<Subject, "id" | "parent">>(
	subjects: readonly S[],
	id: string | null,
): S[] {
	const path: S[] = [];
	let wanted = id;
	while (wanted !== null) {
		const found = subjects.find((each) => each.id === wanted);
		if (!found || path.includes(found)) break;
		path.unshift(found);
		wanted = found.parent;
	}
	return path;
}

/** Whether it can be chosen: neither it nor anything above it is retired. */
export function isOffered(
	subjects: readonly Pick<Subject, "id" | "parent" | "retired">[],
	id: string,
): boolean {
	const path = pathTo(subjects, id);
	return path.length > 0 && path.every(({ retired }) => !retired);
}
