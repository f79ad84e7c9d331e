import { DateTime } from "luxon";
import {
	type CallLine,
	type CallPlan,
	planCall,
} from "../../../src/domain/call/plan.ts";
import type { Sentence } from "../../../src/domain/language.ts";
import type { Answer, StepAnswer } from "../../../src/domain/rota/answer.ts";
import type { Person, Rota } from "../../../src/domain/rota/rota.ts";

export const same = (text: string): Sentence => ({
	fi: text,
	sv: text,
	en: text,
});

export const line: CallLine = {
	id: "fault-line",
	number: "+358942721234",
	name: same("Test line"),
	language: "fi",
	languages: ["fi", "sv", "en"],
	notices: { recording: true },
	voicemail: { enabled: true, maxSeconds: 120 },
	prompts: {},
};

export const people: Record<string, Person> = {
	aino: { name: "Aino", phone: "+358401000001", answers: "directly" },
	kalle: { name: "Kalle", phone: "+358401000002", language: "en" },
	liisa: { name: "Liisa", phone: "+358401000003" },
	pekka: { name: "Pekka", phone: "+358401000004" },
};

/** An answer of the rota whose steps ring these people, the last one being the fallback. */
export function answerOf(steps: readonly (readonly string[])[]): Answer {
	const because = { kind: "window", says: same("Open.") } as const;
	return {
		at: DateTime.utc(2026, 3, 3),
		office: { open: true, until: null, because },
		duties: {
			technician: {
				person: "kalle",
				until: null,
				because: { kind: "rotation", says: same("Kalle has the duty.") },
			},
		},
		steps: steps.map(
			(ids, i): StepAnswer => ({
				people: ids,
				seconds: 20 + i,
				named: i === 0 ? ["technician"] : ids,
				fallback: i === steps.length - 1,
			}),
		),
	};
}

export function planOf(
	steps: readonly (readonly string[])[],
	options: {
		busy?: readonly string[];
		neverRing?: readonly string[];
		line?: Partial<CallLine>;
		people?: Record<string, Person>;
	} = {},
): CallPlan {
	const rota = { people: options.people ?? people } as unknown as Rota;
	return planCall(answerOf(steps), rota, {
		line: { ...line, ...options.line },
		rotaVersion: 7,
		busy: new Set(options.busy),
		neverRing: new Set(options.neverRing),
	});
}

/** Who is rung, step by step. */
export function rungIn(plan: CallPlan): string[][] {
	return plan.steps.map((step) => step.people.map(({ person }) => person));
}
