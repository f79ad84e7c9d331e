/** Duties of people who are away: a warning where they have one already, an error where somebody puts them in. */
import {
	type Absence,
	type AbsentSpan,
	absencesOf,
	absentSpan,
} from "../absence.ts";
import { error, type Problem, warning } from "../problem.ts";
import type { Override, Rota } from "../rota.ts";
import { spansOf } from "../track.ts";
import { clockOf } from "../wall-clock.ts";
import { spanInWords } from "./in-words.ts";
import type { Outlook } from "./outlook.ts";

/**
 * Everybody who has a duty while they are away, each absence once, with its first time. Why they are away is left out:
 * these sentences are kept with the rota's version, and whoever sees the rota reads them.
 */
export function absentOnDuty(
	outlook: Outlook,
	absences: readonly Absence[],
): Problem[] {
	const { timeline, duties, now } = outlook;
	const { zone, people } = timeline.rota;
	return absences.flatMap((absence) => {
		const away = absentSpan(absence, zone);
		if (!away || !Object.hasOwn(people, absence.person)) return [];
		const missed = duties
			.flatMap((duty) => {
				const track = timeline.duties.get(duty);
				const from = Math.max(away.start, now);
				return track ? spansOf(track, from, away.end) : [];
			})
			.filter(({ value }) => value === absence.person)
			.sort((one, other) => one.start - other.start);
		const [first] = missed;
		if (!first) return [];
		const name = people[absence.person]?.name ?? absence.person;
		return [onDuty(absence.person, name, first, missed.length - 1, zone)];
	});
}

function onDuty(
	person: string,
	name: string,
	span: AbsentSpan,
	more: number,
	zone: string,
): Problem {
	const when = spanInWords(span.start, span.end, zone);
	const and =
		more > 0
			? {
					fi: ` (ja ${more} kertaa muulloin)`,
					sv: ` (och ${more} gånger till)`,
					en: ` (and ${more} more ${more === 1 ? "time" : "times"})`,
				}
			: { fi: "", sv: "", en: "" };
	return warning(
		"absent-on-duty",
		`people.${person}`,
		{
			fi: `${name} on poissa ja samalla vuorossa: ${when.fi}${and.fi}.`,
			sv: `${name} är borta och har ändå jouren: ${when.sv}${and.sv}.`,
			en: `${name} is away but has a duty: ${when.en}${and.en}.`,
		},
		{
			fi: "Etsi vuorolle toinen tekijä poikkeuksella tai vaihdolla.",
			sv: "Ge passet till någon annan med en avvikelse eller ett byte.",
			en: "Give the shift to somebody else, by an override or a swap.",
		},
	);
}

/** The absences that keep an override's person from what it gives them; none for a gap on purpose. */
export function absencesAgainst(
	override: Override,
	absences: readonly Absence[],
	zone: string,
): Absence[] {
	const clock = clockOf(zone);
	const start = clock?.read(override.start) ?? null;
	const end = clock?.read(override.end) ?? null;
	if (start === null || end === null || end <= start) return [];
	return absencesOf(absences, override.person, { start, end }, zone);
}

/** An error for each override that is new and puts in somebody who is away; those that were there before the absence stay. */
export function newOverridesOntoAbsent(
	before: Rota | null,
	after: Rota,
	absences: readonly Absence[],
): Problem[] {
	const known = new Set((before?.overrides ?? []).map((one) => keyOf(one)));
	return (after.overrides ?? []).flatMap((override, index) => {
		if (known.has(keyOf(override))) return [];
		const [absence] = absencesAgainst(override, absences, after.zone);
		const away = absence && absentSpan(absence, after.zone);
		if (!away) return [];
		const name = after.people[override.person]?.name ?? override.person;
		return [ontoAbsent(index, name, away, after.zone)];
	});
}

function keyOf({ duty, person, start, end }: Override): string {
	return JSON.stringify([duty, person, start, end]);
}

function ontoAbsent(
	index: number,
	name: string,
	away: AbsentSpan,
	zone: string,
): Problem {
	const when = spanInWords(away.start, away.end, zone);
	return error(
		"override-onto-absent",
		`overrides[${index}].person`,
		{
			fi: `${name} on poissa: ${when.fi}.`,
			sv: `${name} är borta: ${when.sv}.`,
			en: `${name} is away: ${when.en}.`,
		},
		{
			fi: "Valitse joku muu tai poista ensin poissaolo.",
			sv: "Välj någon annan, eller ta först bort frånvaron.",
			en: "Choose somebody else, or remove the absence first.",
		},
	);
}
