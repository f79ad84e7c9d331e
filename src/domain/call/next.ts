/** What follows from an event of a call: its new state, what the carrier is to do, and what goes on record. */
import type { Language } from "../language.ts";
import type { CallFact } from "./facts.ts";
import type { Instruction, Spoken } from "./instructions.ts";
import type { CallState } from "./state.ts";

export interface Next {
	readonly state: CallState;
	/** Empty: the call ends, or nobody is left to hear it. */
	readonly instructions: readonly Instruction[];
	readonly facts: readonly CallFact[];
}

/** One instruction for each of the words. */
export function says(words: readonly Spoken[]): Instruction[] {
	return words.map((one) => ({ kind: "say", words: one }));
}

/** The call is at its end, or nobody is left to hear anything. */
export function over(
	language: Language,
	instructions: readonly Instruction[],
	facts: readonly CallFact[],
): Next {
	return { state: { at: "over", language }, instructions, facts };
}

/** The same step with these facts before its own. */
export function withFacts(facts: readonly CallFact[], step: Next): Next {
	return { ...step, facts: [...facts, ...step.facts] };
}
