/** What another version of the rota would have made of a call, beside what did happen. */
import type { RecordedFact } from "../call/facts.ts";
import { type Language, languages, type Sentence } from "../language.ts";
import type { PersonId } from "../rota/rota.ts";
import { attemptsIn } from "./attempts.ts";

/** One step of a call: who is rung together, and for how long. */
export interface ComparedStep {
	readonly people: readonly { readonly id: PersonId; readonly name: string }[];
	readonly ringSeconds: number;
}

/** A step of the call that did happen; one that it did not come to is how its own version had planned it. */
export interface StepThen extends ComparedStep {
	readonly wasReached: boolean;
}

interface Compared {
	readonly isSame: boolean;
	/** A sentence for each difference, in the order of the steps; one that says so when there is none. */
	readonly differs: readonly Sentence[];
}

/**
 * The steps that a call took, and after them those that it would still have taken.
 *
 * @param planned by the version that the call was routed by.
 */
export function stepsThen(
	facts: readonly RecordedFact[],
	planned: readonly ComparedStep[],
): StepThen[] {
	const rung = facts
		.filter((fact) => fact.kind === "step-rung")
		.sort((a, b) => a.step - b.step || a.attempt - b.attempt)
		// A second try rings fewer people; the first one is what was planned.
		.filter(({ step }, i, all) => all[i - 1]?.step !== step);
	const reached = rung.map(({ people, ringSeconds }) => ({
		people: people.map(({ person, name }) => ({ id: person, name })),
		...{ ringSeconds, wasReached: true },
	}));
	const last = rung.at(-1)?.step ?? -1;
	const rest = planned
		.slice(last + 1)
		.map((step) => ({ ...step, wasReached: false }));
	return [...reached, ...rest];
}

/** Who took the call, or null when nobody did. */
export function takerIn(facts: readonly RecordedFact[]): PersonId | null {
	const taker = attemptsIn(facts).find(({ outcome }) => outcome === "accepted");
	return taker?.person ?? null;
}

/**
 * What differs between the steps of a call and those of another version, in words.
 *
 * @param takenBy who took the call; what becomes of them is the first thing to know.
 */
export function comparedSteps(
	then: readonly StepThen[],
	would: readonly ComparedStep[],
	takenBy: PersonId | null,
): Compared {
	const differs = [
		...ofTaker(then, would, takenBy),
		...Array.from({ length: Math.max(then.length, would.length) }, (_, i) =>
			ofStep(i + 1, then[i], would[i]),
		).flat(),
	];
	return differs.length === 0
		? { isSame: true, differs: [nothingDiffers] }
		: { isSame: false, differs };
}

function ofTaker(
	then: readonly StepThen[],
	would: readonly ComparedStep[],
	takenBy: PersonId | null,
): Sentence[] {
	if (takenBy === null) return [];
	const placeIn = (steps: readonly ComparedStep[]) =>
		steps.findIndex(({ people }) => people.some(({ id }) => id === takenBy));
	const before = placeIn(then);
	const after = placeIn(would);
	const name = then[before]?.people.find(({ id }) => id === takenBy)?.name;
	if (name === undefined || before === after) return [];
	return [
		inEach((language) =>
			after < 0
				? takerNotRung[language](name)
				: takerMoved[language](name, after + 1, before + 1),
		),
	];
}

function ofStep(
	step: number,
	then: StepThen | undefined,
	would: ComparedStep | undefined,
): Sentence[] {
	if (!then && !would) return [];
	const now = would?.people ?? [];
	const before = then?.people ?? [];
	if (!sameIn(now, before))
		return [
			inEach((language) => {
				const [names, others] = [now, before].map((people) =>
					together(people, language),
				);
				return stepDiffers[language]({
					step,
					now: names ?? "",
					before: others ?? "",
					wasReached: then?.wasReached ?? false,
				});
			}),
		];
	if (!then || !would || then.ringSeconds === would.ringSeconds) return [];
	return [
		inEach((language) =>
			secondsDiffer[language](step, would.ringSeconds, then.ringSeconds),
		),
	];
}

function sameIn(
	one: ComparedStep["people"],
	other: ComparedStep["people"],
): boolean {
	const ids = (people: ComparedStep["people"]) =>
		JSON.stringify(people.map(({ id }) => id).sort());
	return ids(one) === ids(other);
}

function together(people: ComparedStep["people"], language: Language): string {
	const names = people.map(({ name }) => name);
	const last = names.pop();
	if (last === undefined) return "";
	return names.length === 0
		? last
		: `${names.join(", ")} ${and[language]} ${last}`;
}

function inEach(say: (language: Language) => string): Sentence {
	const said = languages.map((language) => [language, say(language)]);
	return Object.fromEntries(said) as Record<Language, string>;
}

const and: Sentence = { fi: "ja", sv: "och", en: "and" };

const nothingDiffers: Sentence = {
	fi: "Mikään ei olisi muuttunut: puhelu olisi soinut samoilla ihmisillä samassa järjestyksessä.",
	sv: "Ingenting hade varit annorlunda: samma personer hade ringts upp i samma ordning.",
	en: "Nothing would have been different: the same people would have been rung in the same order.",
};

// Names stand uninflected: no program bends every Finnish name right.
const takerNotRung: Readonly<Record<Language, (name: string) => string>> = {
	fi: (name) =>
		`Puhelun otti ${name}. Tällä versiolla hänen puhelimensa ei olisi soinut.`,
	sv: (name) =>
		`${name} tog samtalet, men hade inte ringts upp enligt den här versionen.`,
	en: (name) => `${name} took the call, but would not have been rung.`,
};

const takerMoved: Readonly<
	Record<Language, (name: string, now: number, before: number) => string>
> = {
	fi: (name, now, before) =>
		`Puhelun otti ${name} portaassa ${before}. Tällä versiolla hänen vuoronsa olisi ollut portaassa ${now}.`,
	sv: (name, now, before) =>
		`${name} tog samtalet i steg ${before}, men hade ringts upp i steg ${now}.`,
	en: (name, now, before) =>
		`${name} took the call in step ${before}, but would have been rung in step ${now}.`,
};

interface StepNames {
	readonly step: number;
	/** Empty where nobody is rung. */
	readonly now: string;
	readonly before: string;
	readonly wasReached: boolean;
}

const stepDiffers: Readonly<Record<Language, (names: StepNames) => string>> = {
	fi: ({ step, now, before, wasReached }) => {
		const notReached = wasReached ? "" : " (johon puhelu ei ehtinyt)";
		if (before === "") return `Lisäksi olisi ollut porras ${step}: ${now}.`;
		if (now === "")
			return `Porrasta ${step}${notReached} ei olisi ollut: ${before}.`;
		return `Porras ${step}${notReached}: ${now}, ei ${before}.`;
	},
	sv: ({ step, now, before, wasReached }) => {
		const notReached = wasReached ? "" : " (dit samtalet inte kom)";
		if (before === "") return `Ett steg ${step} hade kommit till: ${now}.`;
		if (now === "")
			return `Steg ${step}${notReached} hade inte funnits: ${before}.`;
		return `Steg ${step}${notReached}: ${now} i stället för ${before}.`;
	},
	en: ({ step, now, before, wasReached }) => {
		const notReached = wasReached ? "" : " (which the call did not come to)";
		if (before === "") return `There would have been a step ${step}: ${now}.`;
		if (now === "")
			return `There would have been no step ${step}${notReached}: ${before}.`;
		return `Step ${step}${notReached}: ${now} instead of ${before}.`;
	},
};

const secondsDiffer: Readonly<
	Record<Language, (step: number, now: number, before: number) => string>
> = {
	fi: (step, now, before) =>
		`Porras ${step} olisi soinut ${now} sekuntia, ei ${before}.`,
	sv: (step, now, before) =>
		`Steg ${step} hade ringt i ${now} sekunder i stället för ${before}.`,
	en: (step, now, before) =>
		`Step ${step} would have rung for ${now} seconds instead of ${before}.`,
};
