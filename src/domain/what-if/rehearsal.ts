/** A call played through the real machine with nobody at either end: the same plan, the same words, the same order. */
import { isBlocked } from "../call/caller.ts";
import type { Instruction, Spoken } from "../call/instructions.ts";
import { next } from "../call/machine.ts";
import type { Next } from "../call/next.ts";
import type { CallPlan, PlannedPerson } from "../call/plan.ts";
import type { CallEvent, CallState } from "../call/state.ts";
import { whisper } from "../call/whisper.ts";
import type { Language } from "../language.ts";
import type { PersonId } from "../rota/rota.ts";
import { Script, type Who } from "./script.ts";
import * as words from "./script-words.ts";
import type { WhatIfCaller } from "./what-if.ts";

/** How one of the plan's steps went. */
export interface RungStep {
	readonly people: readonly PlannedPerson[];
	/** From the beginning of the call, about. */
	readonly atSeconds: number;
	readonly ringSeconds: number;
}

export type Ending = "message-box" | "hang-up" | "turned-away" | "answered";

export interface Rehearsal {
	readonly steps: readonly RungStep[];
	readonly script: Script;
	readonly ending: Ending;
	/** What the caller hears to the end. */
	readonly language: Language;
}

export interface Rehearsed {
	readonly plan: CallPlan;
	readonly blocked: readonly string[];
	readonly caller: WhatIfCaller;
	/** Who takes the call when it is their turn; null: nobody does. */
	readonly takenBy: PersonId | null;
}

/** Seconds that a phone rings before its owner picks up, and that somebody speaks into the message box. */
const pickUpSeconds = 5;
const messageSeconds = 15;

/** Each event leads to one more of the plan's steps, so that this is never met by a plan that can be made. */
const mostEvents = 1000;

/** Plays the call to its end. */
export function rehearse(play: Rehearsed): Rehearsal {
	const script = new Script();
	const steps: RungStep[] = [];
	const { line } = play.plan;
	const { caller } = play;
	const language = caller.known ?? line.language;
	script.note(null, "dials", words.dials(line.number));
	let ending: Ending = "hang-up";
	let stage = next(
		{ at: "arriving", language },
		{
			kind: "arrived",
			blocked: isBlocked(play.blocked, caller.caller),
			languageKnown: caller.known !== null,
		},
		play.plan,
	);
	for (let event = 0; event < mostEvents; event++) {
		const { happens, ends } = perform(play, stage, script, steps);
		ending = ends ?? ending;
		if (!happens) break;
		stage = next(stage.state, happens, play.plan);
	}
	return { steps, script, ending, language: stage.state.language };
}

interface Performed {
	/** null: the call is over. */
	readonly happens: CallEvent | null;
	readonly ends?: Ending;
}

/** Does what the carrier is told, up to the first thing that leads on. */
function perform(
	play: Rehearsed,
	{ instructions, state }: Next,
	script: Script,
	steps: RungStep[],
): Performed {
	for (const instruction of instructions) {
		const performed = performOne(play, instruction, state, script, steps);
		if (performed) return performed;
	}
	return { happens: null };
}

function performOne(
	play: Rehearsed,
	instruction: Instruction,
	state: CallState,
	script: Script,
	steps: RungStep[],
): Performed | null {
	switch (instruction.kind) {
		case "say":
			hear(script, null, instruction.words);
			return null;
		case "ask":
			for (const each of instruction.words) hear(script, null, each);
			return { happens: keyOf(play, instruction.waitSeconds, script) };
		case "ring":
			steps.push({
				people: instruction.people,
				atSeconds: script.seconds,
				ringSeconds: instruction.ringSeconds,
			});
			return ring(play, instruction, state, script);
		case "record":
			return record(instruction.maxSeconds, script);
		case "reject":
			script.note(null, "hears", words.turnedAway);
			return { happens: null, ends: "turned-away" };
		case "hang-up":
			script.note(null, "hangs-up", words.callEnds);
			return { happens: null };
		case "go-on":
			return null;
	}
}

function keyOf(
	{ plan, caller }: Rehearsed,
	waitSeconds: number,
	script: Script,
): CallEvent {
	const place = caller.chooses
		? plan.line.languages.indexOf(caller.chooses)
		: -1;
	const key = place < 0 ? null : String(place + 1);
	if (key === null)
		script.takes(null, "presses", words.pressesNothing, waitSeconds);
	else script.takes(null, "presses", words.presses(key), 1);
	return { kind: "pressed", key, callerGone: false };
}

function ring(
	play: Rehearsed,
	{
		people,
		ringSeconds,
		shows,
	}: Extract<Instruction, { readonly kind: "ring" }>,
	state: CallState,
	script: Script,
): Performed {
	for (const one of people) script.note(one, "rings", words.rings(shows));
	const taker = people.find(({ person }) => person === play.takenBy);
	if (!taker) {
		script.passes(ringSeconds);
		for (const one of people)
			script.note(one, "stops-ringing", words.stopsRinging);
		return { happens: ended("no-answer", null) };
	}
	script.passes(Math.min(pickUpSeconds, ringSeconds));
	if (taker.screened) accept(play, taker, state.language, script);
	for (const one of people)
		if (one !== taker) script.note(one, "stops-ringing", words.stopsRinging);
	script.note(taker, "talks", words.talksToTenant);
	script.note(null, "talks", words.talksTo(taker.name));
	return { happens: ended("human", taker.person), ends: "answered" };
}

/** The same whisper as on a real phone; how many earlier tickets there are is not known beforehand. */
function accept(
	{ plan, caller }: Rehearsed,
	taker: PlannedPerson,
	callerLanguage: Language,
	script: Script,
): void {
	for (const instruction of whisper({
		line: plan.line,
		caller: caller.caller,
		callerLanguage,
		language: taker.language,
		earlierTickets: null,
		around: null,
	}))
		if (instruction.kind === "ask")
			for (const each of instruction.words) hear(script, taker, each);
	script.takes(taker, "presses", words.presses("1"), 1);
}

function record(maxSeconds: number, script: Script): Performed {
	const seconds = Math.min(messageSeconds, maxSeconds);
	script.takes(null, "speaks", words.leavesMessage, seconds);
	return {
		happens: { kind: "recorded", seconds, callerGone: false },
		ends: "message-box",
	};
}

function ended(
	result: "no-answer" | "human",
	person: PersonId | null,
): CallEvent {
	return {
		kind: "leg-ended",
		result,
		person,
		leg: null,
		talkSeconds: null,
		callerGone: false,
	};
}

function hear(script: Script, who: Who, spoken: Spoken): void {
	if ("text" in spoken) script.hears(who, spoken.text, spoken.language);
	else script.takes(who, "hears", words.audio(spoken.audio), audioSeconds);
}

/** Nobody knows how long a file plays before it is fetched. */
const audioSeconds = 5;
