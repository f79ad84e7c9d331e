import type { DateTime } from "luxon";
import { hasErrors, isWithin, type Problem } from "../domain/rota/problem.ts";
import { badPhone } from "../domain/rota/problems/names.ts";
import { problemsIn } from "../domain/rota/problems.ts";
import type { Person, Rota } from "../domain/rota/rota.ts";
import { holidaysOf } from "./holidays-by-law.ts";
import { phoneNumber } from "./phone-number.ts";
import { readYaml } from "./read-yaml.ts";
import { rotaShape } from "./rota-shape.ts";

/** What a document holds. `rota` is there only when no problem is an error. */
export interface RotaReading {
	readonly rota?: Rota;
	readonly problems: readonly Problem[];
}

/**
 * Reads a rota from YAML or JSON text: all problems of its writing (syntax with line and column, unknown keys, wrong
 * types, phone numbers), phone numbers turned into E.164. Whether names, rules and times make sense is for `problemsIn`.
 * Takes any text whatever and never throws.
 */
export function readRota(text: string): RotaReading {
	const { draft, problems } = draftOf(text);
	return draft && !hasErrors(problems)
		? { rota: draft, problems }
		: { problems };
}

/** The same for a value that was JSON, such as the body of a request. */
export function readRotaValue(value: unknown): RotaReading {
	const { draft, problems } = shaped(value);
	return hasErrors(problems) ? { problems } : { rota: draft, problems };
}

/** Reads a rota and asks everything about it at once: writing and meaning, holidays by law, the weeks after `now`. */
export function checkRota(text: string, now: DateTime): RotaReading {
	const { draft, problems } = draftOf(text);
	if (!draft) return { problems };
	const holidays = holidaysOf(draft, now, now.plus({ weeks: 8 }));
	const meaning = problemsIn(draft, { now, holidays }).filter(
		({ where }) => !problems.some((known) => isWithin(where, known.where)),
	);
	const all = [...problems, ...meaning];
	return hasErrors(all) ? { problems: all } : { rota: draft, problems: all };
}

interface Draft {
	/** Of the right shape, with empty values where the document is wrong; absent when it could not be read at all. */
	readonly draft?: Rota;
	readonly problems: readonly Problem[];
}

function draftOf(text: string): Draft {
	const { value, problems } = readYaml(text);
	return problems.length > 0 ? { problems } : shaped(value);
}

function shaped(value: unknown): Required<Draft> {
	const problems: Problem[] = [];
	const draft = rotaShape(value, "", problems);
	const people: [string, Person][] = [];
	for (const [id, person] of Object.entries(draft.people)) {
		const where = `people.${id}.phone`;
		const phone = phoneNumber(
			person.phone,
			draft.zone,
			draft.holidays?.country,
		);
		people.push([id, { ...person, phone: phone ?? person.phone }]);
		const known = problems.some((problem) => isWithin(where, problem.where));
		if (!phone && !known)
			problems.push(badPhone(where, person.name || id, person.phone));
	}
	return { draft: { ...draft, people: Object.fromEntries(people) }, problems };
}
