/** The steps that a call takes: people for the names in the routing, nobody twice, the fallback where it is needed. */
import type { StepAnswer } from "./answer.ts";
import type { PersonId, RingStep, Rota } from "./rota.ts";

/** How long the fallback people ring at the end where the routing has no step to take the time from. */
export const fallbackSeconds = 25;

/**
 * The steps of a routing with its people. A duty that is a gap is replaced by the fallback people there and then; the
 * fallback people are also the last step, for as long as the step before. Who has been rung once is not rung again, and
 * a step that this leaves empty is left out; so is the last one when all fallback people were rung before.
 */
export function stepsOf(
	rota: Rota,
	routing: readonly RingStep[],
	holderOf: (duty: string) => PersonId | null,
): StepAnswer[] {
	const rung = new Set<PersonId>();
	const fallback = peopleOf(rota, rota.fallback, holderOf).people;
	const steps: StepAnswer[] = [];
	const add = (
		people: readonly PersonId[],
		seconds: number,
		named: readonly string[],
		isFallback: boolean,
	) => {
		const fresh = [...new Set(people)].filter((person) => !rung.has(person));
		for (const person of fresh) rung.add(person);
		if (fresh.length > 0)
			steps.push({ people: fresh, seconds, named, fallback: isFallback });
	};
	for (const { ring, seconds } of routing) {
		const { people, hasGap } = peopleOf(rota, ring, holderOf);
		add(hasGap ? [...people, ...fallback] : people, seconds, ring, hasGap);
	}
	const last = routing.at(-1)?.seconds ?? fallbackSeconds;
	add(fallback, last, rota.fallback, true);
	return steps;
}

function peopleOf(
	rota: Rota,
	names: readonly string[],
	holderOf: (duty: string) => PersonId | null,
): { readonly people: PersonId[]; readonly hasGap: boolean } {
	const people: PersonId[] = [];
	let hasGap = false;
	for (const name of names) {
		const person = Object.hasOwn(rota.people, name) ? name : holderOf(name);
		if (person === null || !Object.hasOwn(rota.people, person)) hasGap = true;
		else people.push(person);
	}
	return { people, hasGap };
}
