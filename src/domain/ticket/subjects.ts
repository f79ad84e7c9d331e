/** What tickets are about: a tree that the admin keeps, of which nothing is ever deleted. */
import { type Language, languages, type Sentence } from "../language.ts";
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

/** Longer than that is no name but a description. */
export const longestSubjectName = 60;

/** How many names stand in a row: `Water › Leak` are two. */
export const deepestSubject = 3;

/** Why a subject cannot stand where it is to stand, or be called what it is to be called. */
export type SubjectFault =
	| { readonly kind: "no-such-parent" }
	| { readonly kind: "retired-parent" }
	/** It would be below itself. */
	| { readonly kind: "cycle" }
	| { readonly kind: "too-deep" }
	/** Another one below the same parent is called so. */
	| {
			readonly kind: "same-name";
			readonly language: Language;
			readonly name: string;
			readonly isRetired: boolean;
	  };

/** What is wrong with a subject as it is to be; its id is null while it has none. Whether it is retired itself makes no difference. */
export function subjectFault(
	subjects: readonly Subject[],
	wanted: {
		readonly id: string | null;
		readonly parent: string | null;
		readonly names: Sentence;
	},
): SubjectFault | null {
	const { id, parent, names } = wanted;
	const above = pathTo(subjects, parent);
	if (parent !== null && above.length === 0) return { kind: "no-such-parent" };
	if (above.some((each) => each.id === id)) return { kind: "cycle" };
	const isMoved = subjects.find((each) => each.id === id)?.parent !== parent;
	if (isMoved && above.some(({ retired }) => retired))
		return { kind: "retired-parent" };
	if (above.length + heightOf(subjects, id) > deepestSubject)
		return { kind: "too-deep" };
	for (const sibling of siblingsOf(subjects, parent))
		for (const language of languages)
			if (
				sibling.id !== id &&
				folded(sibling.names[language]) === folded(names[language])
			)
				return {
					kind: "same-name",
					language,
					name: sibling.names[language],
					isRetired: sibling.retired,
				};
	return null;
}

/** Those directly below a parent, or at the top, in their order. */
export function siblingsOf<S extends Pick<Subject, "parent">>(
	subjects: readonly S[],
	parent: string | null,
): S[] {
	return subjects.filter((each) => each.parent === parent);
}

/** An id after the name, like no other: letters and digits of plain English, so that an address or a file can hold it. */
export function idAfter(name: string, taken: readonly string[]): string {
	const plain = name
		.normalize("NFKD")
		.replaceAll(/\p{M}/gu, "")
		.toLowerCase()
		.replaceAll(/[^a-z0-9]+/g, " ")
		.trim()
		.replaceAll(" ", "-")
		.slice(0, 50)
		.replace(/-$/, "");
	const first = plain === "" ? "other" : plain;
	let id = first;
	for (let i = 2; taken.includes(id); i += 1) id = `${first}-${i}`;
	return id;
}

/** How many levels a subject takes: 1 with nothing below it. */
function heightOf(
	subjects: readonly Pick<Subject, "id" | "parent">[],
	id: string | null,
): number {
	if (id === null) return 1;
	const below = siblingsOf(subjects, id).map((each) =>
		heightOf(subjects, each.id),
	);
	return 1 + Math.max(0, ...below);
}

function folded(name: string): string {
	return name.normalize("NFKC").trim().toLowerCase();
}
