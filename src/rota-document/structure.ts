import type { Problem } from "../domain/rota/problem.ts";
import {
	kinds,
	missing,
	notAChoice,
	pathTo,
	tooLong,
	tooMany,
	unknownKey,
	wrongType,
} from "./structure-problems.ts";

/**
 * Reads one value of a document into what the program expects, and notes every problem on the way. It always gives a
 * value of the right shape, an empty one where the document is wrong, so that the rest can still be looked at.
 */
export type Reader<Value> = (
	value: unknown,
	where: string,
	problems: Problem[],
) => Value;

interface Field<Value> {
	readonly read: Reader<Value>;
	readonly required: boolean;
}

export function required<Value>(read: Reader<Value>) {
	return { read, required: true } as const;
}

export function optional<Value>(read: Reader<Value>) {
	return { read, required: false } as const;
}

type Fields = Readonly<Record<string, Field<unknown>>>;

type Values<Shape extends Fields> = {
	readonly [Key in keyof Shape as Shape[Key]["required"] extends true
		? Key
		: never]: ReturnType<Shape[Key]["read"]>;
} & {
	readonly [Key in keyof Shape as Shape[Key]["required"] extends true
		? never
		: Key]?: ReturnType<Shape[Key]["read"]>;
};

/** A mapping with these keys and no others; a key without a value counts as left out. */
export function mapping<Shape extends Fields>(
	fields: Shape,
): Reader<Values<Shape>> {
	return (value, where, problems) => {
		const given = entriesOf(value, where, problems);
		for (const [key] of given ?? [])
			if (!Object.hasOwn(fields, key))
				problems.push(unknownKey(key, where, Object.keys(fields)));
		const values = new Map(given);
		const result: [string, unknown][] = [];
		for (const [key, { read, required }] of Object.entries(fields)) {
			const part = values.get(key) ?? undefined;
			const place = pathTo(where, key);
			if (part !== undefined) result.push([key, read(part, place, problems)]);
			else if (required) {
				if (given) problems.push(missing(key, place));
				result.push([key, read(undefined, place, [])]);
			}
		}
		return Object.fromEntries(result) as Values<Shape>;
	};
}

/** A mapping from names that the document chooses. */
export function named<Value>(
	read: Reader<Value>,
	most: number,
): Reader<Readonly<Record<string, Value>>> {
	return (value, where, problems) => {
		const given = entriesOf(value, where, problems) ?? [];
		if (given.length > most) problems.push(tooMany(where, most));
		return Object.fromEntries(
			given
				.slice(0, most)
				.map(([key, part]) => [key, read(part, pathTo(where, key), problems)]),
		);
	};
}

export function list<Value>(
	read: Reader<Value>,
	most: number,
): Reader<readonly Value[]> {
	return (value, where, problems) => {
		if (!Array.isArray(value)) {
			problems.push(wrongType(where, kinds.list, value));
			return [];
		}
		if (value.length > most) problems.push(tooMany(where, most));
		return value
			.slice(0, most)
			.map((part, index) => read(part, `${where}[${index}]`, problems));
	};
}

/** A text of at most 500 characters. */
export const text: Reader<string> = (value, where, problems) => {
	if (typeof value === "string" && value.length <= 500) return value;
	problems.push(
		typeof value === "string"
			? tooLong(where)
			: wrongType(where, kinds.text, value),
	);
	return "";
};

export const number: Reader<number> = (value, where, problems) => {
	if (typeof value === "number" && Number.isFinite(value)) return value;
	problems.push(wrongType(where, kinds.number, value));
	return 1;
};

/** One of a few fixed values. */
export function choice<const Choice extends string | number>(
	...choices: readonly [Choice, ...Choice[]]
): Reader<Choice> {
	return (value, where, problems) => {
		const found = choices.find((choice) => choice === value);
		if (found === undefined) problems.push(notAChoice(where, value, choices));
		return found ?? choices[0];
	};
}

function entriesOf(
	value: unknown,
	where: string,
	problems: Problem[],
): [string, unknown][] | null {
	if (typeof value === "object" && value !== null && !Array.isArray(value))
		return Object.entries(value);
	problems.push(wrongType(where, kinds.mapping, value));
	return null;
}
