import type { z } from "zod";
import type { Language, Sentence } from "../../domain/language.ts";
import type { Problem } from "../refusal.ts";
import { expectations } from "../words.ts";

/** One problem a place, however many rules it broke. */
export function problemsOf(
	issues: readonly z.core.$ZodIssue[],
	language: Language,
): Problem[] {
	const problems = new Map<string, Problem>();
	for (const issue of issues) {
		const where = issue.path.map(String).join(".");
		const what =
			expected(where)?.[language] ??
			sentenceOf(issue, where)?.[language] ??
			issue.message;
		if (!problems.has(where)) problems.set(where, { where, what });
	}
	return [...problems.values()];
}

function expected(where: string): Sentence | undefined {
	const known: Readonly<Record<string, Sentence>> = expectations;
	return Object.hasOwn(known, where) ? known[where] : undefined;
}

/** What people and their programs get wrong, in words; what is left to the library is for programmers. */
function sentenceOf(
	issue: z.core.$ZodIssue,
	where: string,
): Sentence | undefined {
	switch (issue.code) {
		case "invalid_value":
			return oneOf(where, issue.values);
		case "custom":
			return Array.isArray(issue.params?.oneOf)
				? oneOf(where, issue.params.oneOf)
				: undefined;
		case "too_big":
			return issue.origin === "string"
				? tooLong(issue.maximum)
				: isNumber(issue.origin)
					? atMost(where, issue.maximum)
					: undefined;
		case "too_small":
			return issue.origin === "string"
				? tooShort(issue.minimum)
				: isNumber(issue.origin)
					? atLeast(where, issue.minimum)
					: undefined;
		case "invalid_format":
			return misspelt(where, "pattern" in issue ? issue.pattern : undefined);
		default:
			return undefined;
	}
}

function isNumber(origin: string): boolean {
	return origin === "number" || origin === "int";
}

function misspelt(
	where: string,
	pattern: string | undefined,
): Sentence | undefined {
	if (pattern === undefined) return undefined;
	if (pattern.includes(String.raw`[\p{L}\d]`)) return noLetter;
	if (/\\p\{C|\\P\{C/.test(pattern)) return unseen;
	return /^\/\^(\[1-9\])?\\d\{[\d,]+\}\$\/$/.test(pattern)
		? wholeNumber(where)
		: undefined;
}

function oneOf(where: string, names: readonly unknown[]): Sentence {
	const all = names.map(String).join(", ");
	return {
		fi: `\`${where}\` on jokin näistä: ${all}.`,
		sv: `\`${where}\` är något av dessa: ${all}.`,
		en: `\`${where}\` is one of these: ${all}.`,
	};
}

function tooLong(most: number | bigint): Sentence {
	return {
		fi: `Liian pitkä: enintään ${most} merkkiä.`,
		sv: `För långt: högst ${most} tecken.`,
		en: `Too long: at most ${most} characters.`,
	};
}

function tooShort(least: number | bigint): Sentence {
	return least === 1
		? {
				fi: "Tähän pitää kirjoittaa jotain.",
				sv: "Något måste skrivas här.",
				en: "Something has to be written here.",
			}
		: {
				fi: `Liian lyhyt: vähintään ${least} merkkiä.`,
				sv: `För kort: minst ${least} tecken.`,
				en: `Too short: at least ${least} characters.`,
			};
}

function atMost(where: string, most: number | bigint): Sentence {
	return {
		fi: `\`${where}\` on enintään ${most}.`,
		sv: `\`${where}\` är högst ${most}.`,
		en: `\`${where}\` is at most ${most}.`,
	};
}

function atLeast(where: string, least: number | bigint): Sentence {
	return {
		fi: `\`${where}\` on vähintään ${least}.`,
		sv: `\`${where}\` är minst ${least}.`,
		en: `\`${where}\` is at least ${least}.`,
	};
}

function wholeNumber(where: string): Sentence {
	return {
		fi: `\`${where}\` on kokonaisluku.`,
		sv: `\`${where}\` är ett heltal.`,
		en: `\`${where}\` is a whole number.`,
	};
}

const noLetter: Sentence = {
	fi: "Kirjoita ainakin yksi kirjain tai numero yhdelle riville.",
	sv: "Skriv minst en bokstav eller siffra, på en enda rad.",
	en: "Write at least one letter or digit, on one line.",
};

const unseen: Sentence = {
	fi: "Tekstissä on merkkejä, joita ei voi käyttää, kuten rivinvaihto tai näkymätön merkki. Kirjoita se uudelleen.",
	sv: "Texten innehåller tecken som inte går att använda, som en radbrytning eller ett osynligt tecken. Skriv om den.",
	en: "The text holds characters that cannot be used, such as a line break or an unseen character. Write it anew.",
};
