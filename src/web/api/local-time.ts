import { DateTime } from "luxon";
import { z } from "zod";
import type { Language, Sentence } from "../../domain/language.ts";
import { typedTime } from "../../domain/rota/edits/typed-time.ts";
import type { TimeSpan } from "../../domain/rota/shifts.ts";
import { clockOf } from "../../domain/rota/wall-clock.ts";
import { Refusal } from "../refusal.ts";
import { refusals } from "../words.ts";

/** A date, or a date and time, on the wall clock of a rota's zone; or an instant with its offset. */
export const localTimeParameter = z
	.string()
	.max(40)
	.meta({ examples: ["2026-12-24T17:05"] });

export const localDateParameter = z
	.string()
	.max(40)
	.meta({
		description: "Local to the rota's zone; a date alone is its midnight",
		examples: ["2026-11-01"],
	});

/**
 * The instant that somebody wrote.
 *
 * @throws Refusal with 400 that explains the choice where the clocks skip that time or show it twice, and for what is no
 * time between the years 2000 and 2099.
 */
export function instantWritten(
	where: string,
	written: string,
	zone: string,
	language: Language,
): DateTime {
	// In a query string an unescaped `+` means a space.
	const repaired = written
		.trim()
		.replace(/ (\d{2}:?\d{2})$/, (text, offset) =>
			/[T ]\d{2}:\d{2}.* /.test(written) ? `+${offset}` : text,
		);
	const text = /^\d{4}-\d{2}-\d{2}$/.test(repaired)
		? `${repaired}T00:00`
		: repaired;
	const typed = typedTime(text, zone);
	const refuse = (what: Sentence) =>
		new Refusal(400, refusals.wrongInput, language, [
			{ where, what: what[language] },
		]);
	if (typed.kind === "skipped") throw refuse(skipped(text, typed.choices));
	if (typed.kind === "twice") throw refuse(twice(text, typed.choices));
	const millis = clockOf(zone)?.read(text) ?? null;
	const at = millis === null ? null : DateTime.fromMillis(millis, { zone });
	if (!at || at.year < 2000 || at.year > 2099) throw refuse(noTime(where));
	return at;
}

const longestDays = 750;

/**
 * `from <= t < to`, at most about two years.
 *
 * @throws Refusal with 400.
 */
export function spanWritten(
	{ from, to }: { readonly from: string; readonly to: string },
	zone: string,
	language: Language,
): TimeSpan {
	const span = {
		from: instantWritten("from", from, zone, language),
		to: instantWritten("to", to, zone, language),
	};
	if (span.to > span.from && span.to < span.from.plus({ days: longestDays }))
		return span;
	throw new Refusal(400, refusals.wrongInput, language, [
		{ where: "to", what: badSpan[language] },
	]);
}

function skipped(text: string, [before, after]: readonly string[]): Sentence {
	return {
		fi: `Aikaa ${text} ei ole: kelloja siirretään silloin eteenpäin. Kirjoita ${before} tai ${after}.`,
		sv: `Tiden ${text} finns inte: klockorna ställs då fram. Skriv ${before} eller ${after}.`,
		en: `There is no ${text}: the clocks go forward then. Write ${before} or ${after}.`,
	};
}

function twice(text: string, [first, second]: readonly string[]): Sentence {
	return {
		fi: `Aika ${text} tulee kahdesti: kelloja siirretään silloin taaksepäin. Kirjoita ${first} (ensimmäinen) tai ${second} (toinen).`,
		sv: `Tiden ${text} kommer två gånger: klockorna ställs då tillbaka. Skriv ${first} (den första) eller ${second} (den andra).`,
		en: `There are two ${text}: the clocks go back then. Write ${first} for the first or ${second} for the second.`,
	};
}

function noTime(where: string): Sentence {
	return {
		fi: `\`${where}\` on päivä tai aika vuosilta 2000–2099, esimerkiksi 2026-12-24 tai 2026-12-24T17:05.`,
		sv: `\`${where}\` är en dag eller tid under åren 2000–2099, till exempel 2026-12-24 eller 2026-12-24T17:05.`,
		en: `\`${where}\` is a day or time in the years 2000 to 2099, for example 2026-12-24 or 2026-12-24T17:05.`,
	};
}

const badSpan: Sentence = {
	fi: "`to` on `from`-hetken jälkeen, enintään kaksi vuotta myöhemmin.",
	sv: "`to` är efter `from`, högst två år senare.",
	en: "`to` is after `from`, at most two years later.",
};
