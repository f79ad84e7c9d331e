import type { Language, Sentence } from "../domain/language.ts";
import { RequestError } from "../errors.ts";

export interface Problem {
	readonly where: string;
	readonly what: string;
}

/** A refusal as the API sends it: a status, a sentence in the asker's language, and all problems of the input. */
export class Refusal extends RequestError {
	readonly problems: readonly Problem[];

	constructor(
		status: number,
		sentence: Sentence,
		language: Language,
		problems: readonly Problem[] = [],
	) {
		super(status, sentence[language]);
		this.problems = problems;
	}
}
