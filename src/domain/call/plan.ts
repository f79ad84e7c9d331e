/** The plan of one call: whom to ring, in which order, for how long, and why; worked out once, when the call arrives. */
import type { Language, Sentence } from "../language.ts";
import type { Answer, StepAnswer } from "../rota/answer.ts";
import type { Layer, PersonId, Rota } from "../rota/rota.ts";
import { fallbackSeconds } from "../rota/routing.ts";
import type { Caller } from "./caller.ts";

/** What a call needs to know of its line. */
export interface CallLine {
	readonly id: string;
	/** E.164. */
	readonly number: string;
	readonly name: Sentence;
	readonly language: Language;
	/** A menu is offered when there are several. */
	readonly languages: readonly Language[];
	readonly notices: {
		readonly recording: boolean;
		readonly charge?: Sentence;
	};
	readonly voicemail: {
		readonly enabled: boolean;
		readonly maxSeconds: number;
	};
	readonly prompts: Readonly<
		Record<
			string,
			Partial<
				Readonly<
					Record<
						Language,
						{ readonly text: string } | { readonly audio: string }
					>
				>
			>
		>
	>;
}

export interface CallPlan {
	readonly line: CallLine;
	/** null when the line has no published rota. */
	readonly rotaVersion: number | null;
	/** Why the call goes this way. */
	readonly because: Sentence;
	/** In the order in which they are rung; nobody in it is unreachable by design (a step with nobody is left out). */
	readonly steps: readonly PlannedStep[];
}

export interface PlannedStep {
	/** 1 to 10 people, rung together. */
	readonly people: readonly PlannedPerson[];
	/** How long the phones truly ring. */
	readonly ringSeconds: number;
	readonly fallback: boolean;
}

export interface PlannedPerson {
	readonly person: PersonId;
	readonly name: string;
	/** E.164. */
	readonly phone: string;
	/** What the whisper is spoken in; the line's own language when the rota does not say. */
	readonly language: Language;
	/** Hears the whisper and has to press 1; a desk phone is connected at once. */
	readonly screened: boolean;
}

export interface PlanOptions {
	readonly line: CallLine;
	readonly rotaVersion: number;
	/** People who are on a call of this line: rung only after all the others. */
	readonly busy: ReadonlySet<PersonId>;
	/** Numbers that are never rung: the caller's own and those of our lines, or the call would run in a circle. */
	readonly neverRing: ReadonlySet<string>;
}

/** The most phones that the carrier rings together. Source: Twilio, TwiML Dial, "Number". */
export const mostPhonesTogether = 10;

/**
 * The plan that follows from what the rota says about the instant of arrival. Pure: the same answer, rota and options
 * give the same plan, on any instance and after a restart.
 */
export function planCall(
	answer: Answer,
	rota: Rota,
	options: PlanOptions,
): CallPlan {
	const steps = answer.steps.map((step) => reachable(step, rota, options));
	const isFree = (one: PlannedPerson) => !options.busy.has(one.person);
	const isBusy = (one: PlannedPerson) => options.busy.has(one.person);
	return {
		line: options.line,
		rotaVersion: options.rotaVersion,
		because: becauseOf(answer),
		steps: [...only(isFree, steps), ...only(isBusy, steps)].flatMap(inWaves),
	};
}

/** Numbers that are never rung for this caller: their own and those of our lines, or the call would run in a circle. */
export function numbersNeverRung(
	ourNumbers: readonly string[],
	caller: Caller,
): Set<string> {
	return new Set([
		...ourNumbers,
		...(caller.kind === "number" ? [caller.number] : []),
	]);
}

/** The plan of a line without a published rota: nobody to ring, so the caller is asked for a message. */
export function planWithoutRota(line: CallLine): CallPlan {
	return { line, rotaVersion: null, because: noRota, steps: [] };
}

const noRota: Sentence = {
	fi: "Linjalla ei ole julkaistua päivystyslistaa.",
	sv: "Linjen har inget publicerat jourschema.",
	en: "The line has no published rota.",
};

/**
 * The plan of a call about which the rota gives no answer: its fallback people, found without asking who has a duty when. A
 * duty among them stands for everybody who takes turns in it. Steps before `from` are empty: they were rung by another plan.
 */
export function planOfLastResort(
	rota: Rota,
	options: Omit<PlanOptions, "busy">,
	from: number,
): CallPlan {
	const { line, rotaVersion } = options;
	const before = Array.from({ length: from }, () => nobodyRung);
	const people = rota.fallback.flatMap((name) =>
		rota.people[name] ? [name] : (rota.duties[name] ?? []).flatMap(peopleIn),
	);
	const seconds = rota.routing.closed.at(-1)?.seconds ?? fallbackSeconds;
	const step = { people, seconds, named: rota.fallback, fallback: true };
	const steps = inWaves(reachable(step, rota, options));
	return { line, rotaVersion, because: notRead, steps: [...before, ...steps] };
}

const nobodyRung: PlannedStep = { people: [], ringSeconds: 0, fallback: true };

function peopleIn(layer: Layer): readonly PersonId[] {
	if ("rotation" in layer) return layer.rotation.people;
	return "shifts" in layer ? layer.shifts.map(({ person }) => person) : [];
}

const notRead: Sentence = {
	fi: "Päivystyslistaa ei voitu lukea. Siksi soitettiin niille, jotka ovat varalla.",
	sv: "Jourschemat kunde inte läsas. Därför ringdes reserven.",
	en: "The rota could not be read. So its fallback people were rung.",
};

function reachable(
	step: StepAnswer,
	rota: Rota,
	{ line, neverRing }: Omit<PlanOptions, "busy">,
): PlannedStep {
	const phones = new Set<string>();
	const people: PlannedPerson[] = [];
	for (const id of step.people) {
		const person = rota.people[id];
		if (!person || neverRing.has(person.phone) || phones.has(person.phone))
			continue;
		phones.add(person.phone);
		people.push({
			person: id,
			name: person.name,
			phone: person.phone,
			language: person.language ?? line.language,
			screened: person.answers !== "directly",
		});
	}
	return { people, ringSeconds: step.seconds, fallback: step.fallback };
}

function only(
	wanted: (one: PlannedPerson) => boolean,
	steps: readonly PlannedStep[],
): PlannedStep[] {
	return steps
		.map((step) => ({ ...step, people: step.people.filter(wanted) }))
		.filter((step) => step.people.length > 0);
}

function inWaves(step: PlannedStep): PlannedStep[] {
	const waves: PlannedStep[] = [];
	for (let i = 0; i < step.people.length; i += mostPhonesTogether)
		waves.push({
			...step,
			people: step.people.slice(i, i + mostPhonesTogether),
		});
	return waves;
}

function becauseOf(answer: Answer): Sentence {
	const duties = [...new Set(answer.steps.flatMap((step) => step.named))]
		.map((name) => answer.duties[name]?.because)
		.filter((because) => because !== undefined);
	const reasons = [answer.office.because, ...duties.slice(0, 1)];
	const says = (language: Language) =>
		reasons.map((reason) => reason.says[language]).join(" ");
	return { fi: says("fi"), sv: says("sv"), en: says("en") };
}
