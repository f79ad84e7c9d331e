import type { Sentence } from "../domain/language.ts";
import { nearest } from "../domain/rota/nearest.ts";
import { error, type Problem } from "../domain/rota/problem.ts";

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

/** A text of at most 500 characters (2,000 for a rule or an address would be no use to anybody either). */
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

export function pathTo(where: string, key: string): string {
	return where === "" ? key : `${where}.${key}`;
}

const kinds = {
	text: { fi: "teksti", sv: "en text", en: "a text" },
	number: { fi: "luku", sv: "ett tal", en: "a number" },
	list: { fi: "luettelo", sv: "en lista", en: "a list" },
	mapping: {
		fi: "avaimia ja arvoja",
		sv: "nycklar med värden",
		en: "keys with values",
	},
	nothing: { fi: "tyhjää", sv: "tomt", en: "nothing" },
	truth: { fi: "tosi/epätosi", sv: "sant/falskt", en: "true or false" },
};

function kindOf(value: unknown): Sentence {
	if (value === null || value === undefined) return kinds.nothing;
	if (Array.isArray(value)) return kinds.list;
	if (typeof value === "object") return kinds.mapping;
	if (typeof value === "string") return kinds.text;
	return typeof value === "boolean" ? kinds.truth : kinds.number;
}

function wrongType(where: string, wanted: Sentence, value: unknown): Problem {
	const found = kindOf(value);
	const quotes = wanted === kinds.text && typeof value !== "object";
	return error(
		"wrong-type",
		where,
		{
			fi: `Tässä pitäisi olla ${wanted.fi}, mutta tässä on ${found.fi}.`,
			sv: `Här ska stå ${wanted.sv}, men här står ${found.sv}.`,
			en: `This should be ${wanted.en}, but it is ${found.en}.`,
		},
		quotes
			? {
					fi: "Kirjoita arvo lainausmerkkeihin.",
					sv: "Skriv värdet inom citattecken.",
					en: "Write the value in quotation marks.",
				}
			: {
					fi: `Kirjoita tähän ${wanted.fi}.`,
					sv: `Skriv ${wanted.sv} här.`,
					en: `Write ${wanted.en} here.`,
				},
	);
}

function unknownKey(key: string, where: string, known: string[]): Problem {
	const meant = nearest(key, known);
	const shown = key.slice(0, 60);
	return error(
		"unknown-key",
		pathTo(where, shown),
		{
			fi: `Avainta "${shown}" ei tunneta tässä.`,
			sv: `Nyckeln "${shown}" är okänd här.`,
			en: `The key "${shown}" is not known here.`,
		},
		meant
			? {
					fi: `Tarkoititko avainta "${meant}"?`,
					sv: `Menade du "${meant}"?`,
					en: `Did you mean "${meant}"?`,
				}
			: {
					fi: `Poista se. Tässä voi olla: ${known.join(", ")}.`,
					sv: `Ta bort den. Här kan stå: ${known.join(", ")}.`,
					en: `Remove it. What can stand here: ${known.join(", ")}.`,
				},
	);
}

function missing(key: string, where: string): Problem {
	return error(
		"missing-key",
		where,
		{
			fi: `Avain "${key}" puuttuu.`,
			sv: `Nyckeln "${key}" saknas.`,
			en: `The key "${key}" is missing.`,
		},
		{
			fi: `Lisää "${key}".`,
			sv: `Lägg till "${key}".`,
			en: `Add "${key}".`,
		},
	);
}

function notAChoice(
	where: string,
	value: unknown,
	choices: readonly (string | number)[],
): Problem {
	const shown =
		typeof value === "string" || typeof value === "number"
			? `"${String(value).slice(0, 60)}"`
			: null;
	const found = kindOf(value);
	const meant =
		typeof value === "string" ? nearest(value, choices.map(String)) : null;
	return error(
		"wrong-value",
		where,
		{
			fi: `Tässä ei voi olla ${shown ?? found.fi}.`,
			sv: `Här kan inte stå ${shown ?? found.sv}.`,
			en: `This cannot be ${shown ?? found.en}.`,
		},
		meant
			? {
					fi: `Tarkoititko arvoa "${meant}"?`,
					sv: `Menade du "${meant}"?`,
					en: `Did you mean "${meant}"?`,
				}
			: {
					fi: `Kirjoita jokin näistä: ${choices.join(", ")}.`,
					sv: `Skriv något av detta: ${choices.join(", ")}.`,
					en: `Write one of these: ${choices.join(", ")}.`,
				},
	);
}

function tooMany(where: string, most: number): Problem {
	return error(
		"too-many",
		where,
		{
			fi: `Tässä on liian monta; enintään ${most} käy.`,
			sv: `Här är för många; högst ${most} går.`,
			en: `There are too many here; at most ${most} will do.`,
		},
		{
			fi: "Poista vanhat tai tarpeettomat.",
			sv: "Ta bort gamla eller onödiga.",
			en: "Remove the old or needless ones.",
		},
	);
}

function tooLong(where: string): Problem {
	return error(
		"too-long",
		where,
		{
			fi: "Teksti on liian pitkä.",
			sv: "Texten är för lång.",
			en: "The text is too long.",
		},
		{
			fi: "Lyhennä se enintään 500 merkkiin.",
			sv: "Korta den till högst 500 tecken.",
			en: "Shorten it to at most 500 characters.",
		},
	);
}
