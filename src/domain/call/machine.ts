/** The call as a pure machine: a state and an event give the next state, what the carrier is to do, and what goes on record. */
import type { Language } from "../language.ts";
import type { CallFact } from "./facts.ts";
import type { Instruction } from "./instructions.ts";
import { type Next, over, says, withFacts } from "./next.ts";
import type { CallPlan } from "./plan.ts";
import {
	comingNext,
	greeting,
	languageMenu,
	menuWaitSeconds,
	puttingThrough,
	thanksForMessage,
} from "./prompts.ts";
import { rung, rungFrom } from "./ringing.ts";
import type { CallEvent, CallState } from "./state.ts";

type EventOf<Kind extends CallEvent["kind"]> = CallEvent & {
	readonly kind: Kind;
};

/**
 * What follows from `event` in `state`. Pure, so the same event told twice gives the same answer and the same facts;
 * an event that comes late says what it would have said in time, and the carrier hears nothing of it.
 */
export function next(state: CallState, event: CallEvent, plan: CallPlan): Next {
	switch (event.kind) {
		case "arrived":
			return arrived(state, event, plan);
		case "pressed":
			return pressed(state, event, plan);
		case "leg-ended":
			return legEnded(state, event, plan);
		case "recorded":
			return recorded(state, event, plan);
		case "hung-up":
			return over(
				state.language,
				[],
				[{ kind: "call-ended", status: event.status, seconds: event.seconds }],
			);
		case "carrier-failed":
			return carrierFailed(state, event, plan);
	}
}

function arrived(
	state: CallState,
	event: EventOf<"arrived">,
	plan: CallPlan,
): Next {
	const fact: CallFact = {
		kind: "call-arrived",
		because: plan.because,
		rotaVersion: plan.rotaVersion,
	};
	if (event.blocked)
		return over(
			state.language,
			[{ kind: "reject" }],
			[fact, { kind: "caller-blocked" }],
		);
	if (event.languageKnown || plan.line.languages.length < 2)
		return withFacts([fact], greet(state.language, plan));
	const choosing: CallState = {
		at: "choosing-language",
		language: state.language,
	};
	return {
		state: choosing,
		instructions: [
			{
				kind: "ask",
				words: languageMenu(plan.line),
				waitSeconds: menuWaitSeconds,
				leadsTo: choosing,
			},
			{ kind: "go-on", leadsTo: choosing },
		],
		facts: [fact],
	};
}

function pressed(
	state: CallState,
	event: EventOf<"pressed">,
	plan: CallPlan,
): Next {
	const chosen = plan.line.languages[Number(event.key ?? 0) - 1];
	const language = chosen ?? state.language;
	const fact: CallFact = {
		kind: "language-chosen",
		language,
		key: chosen ? event.key : null,
	};
	return event.callerGone
		? over(language, [], [fact])
		: withFacts([fact], greet(language, plan));
}

function greet(language: Language, plan: CallPlan): Next {
	const words = greeting(plan.line, language);
	const more = plan.steps.length > 0 ? puttingThrough(plan.line, language) : [];
	return rungFrom(0, language, plan, [...words, ...more]);
}

function legEnded(
	state: CallState,
	event: EventOf<"leg-ended">,
	plan: CallPlan,
): Next {
	if (state.at !== "ringing") return over(state.language, [], []);
	const { kind: _, ...result } = event;
	const fact: CallFact = {
		kind: "ring-ended",
		step: state.step,
		attempt: state.attempt,
		...result,
	};
	if (event.callerGone) return over(state.language, [], [fact]);
	if (event.result === "human")
		return over(state.language, [{ kind: "hang-up" }], [fact]);
	return withFacts([fact], goOn(state, event, plan));
}

/** The others of the step once more, where something swallowed the call before they could answer; else the next step. */
function goOn(
	state: CallState & { readonly at: "ringing" },
	event: EventOf<"leg-ended">,
	plan: CallPlan,
): Next {
	const { language, step, attempt } = state;
	const people = plan.steps[step]?.people ?? [];
	const others = people.filter((one) => one.person !== event.person);
	const cutOff =
		event.result === "swallowed" && attempt === 1 && people.length > 1;
	const words = comingNext(plan.line, language);
	return cutOff && others.length > 0
		? rung({ at: "ringing", language, step, attempt: 2 }, others, plan, words)
		: rungFrom(step + 1, language, plan, words);
}

function recorded(
	state: CallState,
	event: EventOf<"recorded">,
	plan: CallPlan,
): Next {
	const fact: CallFact = {
		kind: "message-left",
		seconds: event.seconds,
		callerGone: event.callerGone,
	};
	return over(
		state.language,
		event.callerGone ? [] : goodbye(state.language, plan),
		[fact],
	);
}

/** Goes on from where the carrier could not: the next step, or the same words once more where nothing was rung yet. */
function carrierFailed(
	state: CallState,
	event: EventOf<"carrier-failed">,
	plan: CallPlan,
): Next {
	const { language } = state;
	const fact: CallFact = {
		kind: "carrier-failed",
		code: event.code,
		url: event.url,
		where:
			state.at === "ringing"
				? `ringing:${state.step}:${state.attempt}`
				: state.at,
	};
	if (event.taken) return over(language, [{ kind: "hang-up" }], [fact]);
	switch (state.at) {
		case "arriving":
		case "choosing-language":
			return withFacts([fact], greet(language, plan));
		case "ringing":
			return withFacts(
				[fact],
				rungFrom(
					state.step + 1,
					language,
					plan,
					comingNext(plan.line, language),
				),
			);
		case "leaving-message":
			return over(language, goodbye(language, plan), [fact]);
		case "over":
			return over(language, [], [fact]);
	}
}

function goodbye(language: Language, plan: CallPlan): Instruction[] {
	return [...says(thanksForMessage(plan.line, language)), { kind: "hang-up" }];
}
