/** Ringing the people of a plan, and what comes when all of them were rung in vain. */
import type { Language } from "../language.ts";
import type { Spoken } from "./instructions.ts";
import { type Next, over, says } from "./next.ts";
import type { CallPlan, PlannedPerson } from "./plan.ts";
import { nobodyReached, voicemailPrompt } from "./prompts.ts";
import type { CallState } from "./state.ts";

/** Rings the step of the plan; after the last one the caller is asked for a message. */
export function rungFrom(
	step: number,
	language: Language,
	plan: CallPlan,
	words: readonly Spoken[],
): Next {
	const planned = plan.steps[step];
	if (planned)
		return rung(
			{ at: "ringing", language, step, attempt: 1 },
			planned.people,
			plan,
			words,
		);
	// What was to be said before ringing is a greeting on the way to the message box, and nothing between two steps.
	return takeMessage(language, plan, step === 0 ? words : []);
}

/** Says the words and rings these people of the state's step. */
export function rung(
	state: CallState & { readonly at: "ringing" },
	people: readonly PlannedPerson[],
	plan: CallPlan,
	words: readonly Spoken[],
): Next {
	const ringSeconds = plan.steps[state.step]?.ringSeconds ?? 0;
	return {
		state,
		instructions: [
			...says(words),
			{
				kind: "ring",
				people,
				ringSeconds,
				shows: plan.line.number,
				leadsTo: state,
			},
		],
		facts: [
			{
				kind: "step-rung",
				step: state.step,
				attempt: state.attempt,
				ringSeconds,
				people: people.map(({ person, name, phone, screened }) => ({
					person,
					name,
					phone,
					screened,
				})),
			},
		],
	};
}

function takeMessage(
	language: Language,
	plan: CallPlan,
	words: readonly Spoken[],
): Next {
	const { line } = plan;
	if (!line.voicemail.enabled)
		return over(
			language,
			[
				...says([...words, ...nobodyReached(line, language)]),
				{ kind: "hang-up" },
			],
			[{ kind: "nobody-reached" }],
		);
	const state: CallState = { at: "leaving-message", language };
	return {
		state,
		instructions: [
			...says([...words, ...voicemailPrompt(line, language)]),
			{
				kind: "record",
				maxSeconds: line.voicemail.maxSeconds,
				leadsTo: state,
			},
		],
		facts: [{ kind: "message-offered" }],
	};
}
