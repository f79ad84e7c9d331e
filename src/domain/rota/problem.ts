/** One thing that is wrong with a rota, or that a person should look at before it is published. */
import type { Sentence } from "../language.ts";

/** An error stops a publish; a warning needs a reason from whoever publishes. */
export type Severity = "error" | "warning";

export interface Problem {
	/** What kind of problem it is, e.g. `unknown-person`; stays the same whatever the words. */
	readonly id: string;
	readonly severity: Severity;
	/** Path in the document, e.g. `overrides[3].person`; the empty text is the document itself. */
	readonly where: string;
	/** What is wrong, in English. */
	readonly what: string;
	/** What to do about it, in English. */
	readonly fix: string;
	/** The same two in every language. */
	readonly says: Sentence;
	readonly advises: Sentence;
	/** What it is about, where its words change as time passes: a gap that has begun is shorter each minute. */
	readonly about?: string;
}

export function problem(
	severity: Severity,
	id: string,
	where: string,
	says: Sentence,
	advises: Sentence,
): Problem {
	return {
		id,
		severity,
		where,
		what: says.en,
		fix: advises.en,
		says,
		advises,
	};
}

export function error(
	id: string,
	where: string,
	says: Sentence,
	advises: Sentence,
): Problem {
	return problem("error", id, where, says, advises);
}

export function warning(
	id: string,
	where: string,
	says: Sentence,
	advises: Sentence,
): Problem {
	return problem("warning", id, where, says, advises);
}

/** Tells one problem of a rota from its others; the same problem on another day, or with other hours, has another key. */
export function problemKey({ id, where, what, about }: Problem): string {
	return `${id} ${where} ${about ?? what}`;
}

export function hasErrors(problems: readonly Problem[]): boolean {
	return problems.some(({ severity }) => severity === "error");
}

/** Whether a place in the document is another place or a part of it; the empty text is the whole document. */
export function isWithin(where: string, place: string): boolean {
	return (
		place === "" ||
		where === place ||
		where.startsWith(`${place}.`) ||
		where.startsWith(`${place}[`)
	);
}
