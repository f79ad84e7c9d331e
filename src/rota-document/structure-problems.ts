import type { Sentence } from "../domain/language.ts";
import { nearest } from "../domain/rota/nearest.ts";
import { error, type Problem } from "../domain/rota/problem.ts";

export function pathTo(where: string, key: string): string {
	return where === "" ? key : `${where}.${key}`;
}

/** What a value can be, in words. */
export const kinds = {
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

export function wrongType(
	where: string,
	wanted: Sentence,
	value: unknown,
): Problem {
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

export function unknownKey(
	key: string,
	where: string,
	known: string[],
): Problem {
	// There are few keys, so that even a distant one is a good guess.
	const meant = nearest(key, known, 2);
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

export function missing(key: string, where: string): Problem {
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

export function notAChoice(
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

export function tooMany(where: string, most: number): Problem {
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

export function tooLong(where: string): Problem {
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
