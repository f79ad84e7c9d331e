/** What would happen to a call that came at another time, or by another rota: who would be rung, why, and what everybody would hear. */
import type { DateTime } from "luxon";
import type { Caller } from "../call/caller.ts";
import {
	type CallLine,
	numbersNeverRung,
	type PlannedPerson,
	planCall,
} from "../call/plan.ts";
import type { Language, Sentence } from "../language.ts";
import type { Answer } from "../rota/answer.ts";
import type { PersonId, Rota } from "../rota/rota.ts";
import { responsiblePeople } from "../ticket/notices.ts";
import {
	type Ending,
	type Rehearsal,
	type RungStep,
	rehearse,
} from "./rehearsal.ts";
import type { ScriptLine } from "./script.ts";
import { isTexted } from "./script-words.ts";
import { becauseOfStep } from "./step-because.ts";
import { callInWords } from "./what-if-words.ts";

/** What a call needs to know of the installation, as a value: the browser has it from the API. */
export interface CallSetting {
	readonly line: CallLine;
	/** Numbers that are turned away, E.164. */
	readonly blocked: readonly string[];
	/** Of all our lines, E.164: never rung. */
	readonly ourNumbers: readonly string[];
}

export interface WhatIfCaller {
	readonly caller: Caller;
	/** What they chose in an earlier call; null: the menu asks them, where the line has one. */
	readonly known: Language | null;
	/** What they choose in the menu; null: they press nothing. */
	readonly chooses: Language | null;
}

export interface Question {
	readonly rota: Rota;
	readonly rotaVersion: number;
	/** What the rota says about the instant of the call. */
	readonly answer: Answer;
	readonly setting: CallSetting;
	readonly caller: WhatIfCaller;
	/** Who takes the call when it is their turn; null: nobody does. */
	readonly takenBy: PersonId | null;
	/** People who were on another call of the line: rung only after all the others; nobody when left out. */
	readonly busy?: ReadonlySet<PersonId>;
}

export interface WhatIfStep {
	readonly people: readonly {
		readonly id: PersonId;
		readonly name: string;
		readonly answers: "confirm" | "directly";
	}[];
	/** From the beginning of the call, when nobody before takes it; about, for speech is reckoned. */
	readonly atSeconds: number;
	readonly ringSeconds: number;
	readonly because: Sentence;
}

export interface WhatIf {
	readonly at: DateTime;
	readonly office: Answer["office"];
	readonly duties: Answer["duties"];
	/** What is rung while nobody takes the call. */
	readonly steps: readonly WhatIfStep[];
	/** What comes after the last of them. */
	readonly lastly: Exclude<Ending, "answered">;
	/** All of it in a sentence. */
	readonly firstLine: Sentence;
	readonly script: readonly ScriptLine[];
	/** How the script ends. */
	readonly ending: Ending;
}

/**
 * Plays the call through the machine, the plan and the prompts of real calls, so that what is told here cannot drift
 * from what happens.
 */
export function whatIf(question: Question): WhatIf {
	const { answer, rota, setting } = question;
	const plan = planOf(question);
	const play = (takenBy: PersonId | null) =>
		rehearse({
			plan,
			blocked: setting.blocked,
			caller: question.caller,
			takenBy,
		});
	const unanswered = play(null);
	const lastly =
		unanswered.ending === "answered" ? "hang-up" : unanswered.ending;
	const played =
		question.takenBy === null ? unanswered : play(question.takenBy);
	const steps = unanswered.steps.map((step) => stepOf(step, answer, rota));
	return {
		at: answer.at,
		office: answer.office,
		duties: answer.duties,
		steps,
		lastly,
		firstLine: callInWords({ at: answer.at, zone: rota.zone, steps, lastly }),
		script: withTexts(played, question),
		ending: played.ending,
	};
}

/** Whom the call would ring, step by step, while nobody takes it; nobody for a caller who is turned away. */
export function peopleRung(question: Omit<Question, "takenBy">): PersonId[][] {
	const { blocked } = question.setting;
	return rehearse({
		plan: planOf(question),
		blocked,
		caller: question.caller,
		takenBy: null,
	}).steps.map(({ people }) => people.map(({ person }) => person));
}

function planOf({
	answer,
	rota,
	rotaVersion,
	setting,
	caller,
	busy,
}: Omit<Question, "takenBy">) {
	return planCall(answer, rota, {
		line: setting.line,
		rotaVersion,
		busy: busy ?? new Set(),
		neverRing: numbersNeverRung(setting.ourNumbers, caller.caller),
	});
}

function stepOf(
	{ people, atSeconds, ringSeconds }: RungStep,
	answer: Answer,
	rota: Rota,
): WhatIfStep {
	return {
		people: people.map(({ person, name, screened }) => ({
			id: person,
			name,
			answers: screened ? "confirm" : "directly",
		})),
		atSeconds: Math.round(atSeconds),
		ringSeconds,
		because: becauseOfStep(
			people.map(({ person }) => person),
			answer,
			rota,
		),
	};
}

/** Text messages come as soon as it is known how the call ended. */
function withTexts(
	{ script, ending, steps }: Rehearsal,
	question: Question,
): ScriptLine[] {
	for (const one of textedPeople(ending, steps, question))
		script.note(one, "is-texted", isTexted);
	return [...script.lines];
}

function textedPeople(
	ending: Ending,
	steps: Rehearsal["steps"],
	{ answer, rota, setting, takenBy }: Question,
): { readonly person: PersonId; readonly name: string }[] {
	if (ending === "turned-away") return [];
	if (ending === "answered")
		return steps
			.flatMap(({ people }): readonly PlannedPerson[] => people)
			.filter(({ person, screened }) => screened && person === takenBy);
	const phones = responsiblePeople(answer, rota, setting.line.language).map(
		({ phone }) => phone,
	);
	return phones.flatMap((phone) => {
		const [id, person] =
			Object.entries(rota.people).find(([, each]) => each.phone === phone) ??
			[];
		return id && person ? [{ person: id, name: person.name }] : [];
	});
}
