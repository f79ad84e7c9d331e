/** The steps that a call takes: people for the names in the routing, nobody twice, the fallback where it is needed. */
import type { StepAnswer } from "./answer.ts";
import type { DutyName, PersonId, RingStep, Rota } from "./rota.ts";

/** How long the fallback people ring at the end where the routing has no step to take the time from. */
export const fallbackSeconds = 25;

/** A name of the routing made ready: a person, or a duty by its place among the duties. */
type Name =
	| { readonly person: PersonId }
	| { readonly duty: number }
	/** Neither: treated as a gap. */
	| null;

interface PlannedStep {
	readonly names: readonly Name[];
	readonly seconds: number;
	readonly named: readonly string[];
}

/** One side of the routing with every name looked up, so that a call only has to ask who holds the duties. */
export interface PlannedRouting {
	readonly steps: readonly PlannedStep[];
	readonly fallback: PlannedStep;
}

export function plannedRouting(
	rota: Rota,
	routing: readonly RingStep[],
	duties: readonly DutyName[],
): PlannedRouting {
	const planned = (named: readonly string[], seconds: number) => ({
		named,
		seconds,
		names: named.map((name): Name => {
			if (Object.hasOwn(rota.people, name)) return { person: name };
			const duty = duties.indexOf(name);
			return duty < 0 ? null : { duty };
		}),
	});
	return {
		steps: routing.map(({ ring, seconds }) => planned(ring, seconds)),
		fallback: planned(
			rota.fallback,
			routing.at(-1)?.seconds ?? fallbackSeconds,
		),
	};
}

/**
 * The steps of a routing with its people. A duty that is a gap is replaced by the fallback people there and then; the
 * fallback people are also the last step, for as long as the step before. Who has been rung once is not rung again, and
 * a step that this leaves empty is left out; so is the last one when all fallback people were rung before.
 */
export function stepsOf(
	{ steps, fallback }: PlannedRouting,
	holders: readonly (PersonId | null)[],
): StepAnswer[] {
	const rung: PersonId[] = [];
	const result: StepAnswer[] = [];
	for (const { names, seconds, named } of steps) {
		const people: PersonId[] = [];
		const hasGap = collect(names, holders, rung, people);
		if (hasGap) collect(fallback.names, holders, rung, people);
		if (people.length > 0)
			result.push({ people, seconds, named, fallback: hasGap });
	}
	const people: PersonId[] = [];
	collect(fallback.names, holders, rung, people);
	const { seconds, named } = fallback;
	if (people.length > 0)
		result.push({ people, seconds, named, fallback: true });
	return result;
}

/** Adds the people that were not rung yet to a step, and says whether one of the names is a gap. */
function collect(
	names: readonly Name[],
	holders: readonly (PersonId | null)[],
	rung: PersonId[],
	people: PersonId[],
): boolean {
	let hasGap = false;
	for (const name of names) {
		const person =
			name === null
				? null
				: "person" in name
					? name.person
					: (holders[name.duty] ?? null);
		if (person === null) hasGap = true;
		else if (!rung.includes(person)) {
			rung.push(person);
			people.push(person);
		}
	}
	return hasGap;
}
