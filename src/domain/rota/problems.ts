/** Everything that is wrong with a rota, or worth a look before it is published. */
import type { DateTime } from "luxon";
import type { Absence } from "./absence.ts";
import type { CalendarCopies } from "./calendar/copy.ts";
import type { HolidayCalendar } from "./holidays.ts";
import { error, isWithin, type Problem } from "./problem.ts";
import { absentOnDuty, newOverridesOntoAbsent } from "./problems/absences.ts";
import { doubleBookings, longShifts, shortRests } from "./problems/burdens.ts";
import { calendarWarnings } from "./problems/calendars.ts";
import { calendarEndWarnings, gapWarnings } from "./problems/gaps.ts";
import { nameProblems } from "./problems/names.ts";
import type { Outlook } from "./problems/outlook.ts";
import { overrideWarnings } from "./problems/overrides.ts";
import { routingProblems } from "./problems/routing.ts";
import { ruleProblems } from "./problems/rules.ts";
import { timeProblems } from "./problems/times.ts";
import type { Rota } from "./rota.ts";
import { compileRota } from "./timeline.ts";
import { sightMillis } from "./track.ts";
import { clockOf } from "./wall-clock.ts";

export interface ProblemInputs {
	readonly now: DateTime;
	/** Of the rota's country, up to a year and eight weeks from now; null when the country has none. */
	readonly holidays: HolidayCalendar | null;
	readonly calendars?: CalendarCopies;
	/** Who is away when; default: nobody. */
	readonly absences?: readonly Absence[];
}

/**
 * All problems of a rota, errors first. Warnings of gaps look eight weeks ahead from `now`, the others 400 days; a duty
 * with errors of its own has none, they would be noise. Any value of the right shape is welcome, nothing is thrown.
 */
export function problemsIn(rota: Rota, inputs: ProblemInputs): Problem[] {
	const errors = [
		...nameProblems(rota),
		...routingProblems(rota),
		...timeProblems(rota),
		...ruleProblems(rota, inputs.now.toMillis()),
		...countryProblems(rota, inputs.holidays),
	];
	return [
		...errors,
		...calendarWarnings(rota, inputs.calendars ?? {}, inputs.now.toMillis()),
		...(clockOf(rota.zone) ? warnings(rota, inputs, errors) : []),
	];
}

/** The same, and what only a publish over another rota shows: nobody who is away is put in anew. */
export function problemsOfPublish(
	before: Rota | null,
	after: Rota,
	inputs: ProblemInputs,
): Problem[] {
	return [
		...newOverridesOntoAbsent(before, after, inputs.absences ?? []),
		...problemsIn(after, inputs),
	];
}

function warnings(
	rota: Rota,
	{ now, holidays, calendars, absences }: ProblemInputs,
	errors: readonly Problem[],
): Problem[] {
	const isFaulty = (where: string) =>
		errors.some((problem) => isWithin(problem.where, where));
	const duties = Object.keys(rota.duties).filter(
		(duty) => !isFaulty(`duties.${duty}`),
	);
	const to = now.plus({ weeks: 8 });
	const timeline = compileRota(
		{
			...rota,
			// No warning asks when the office is open, and rules in error may be as costly as can be.
			hours: [],
			duties: Object.fromEntries(
				Object.entries(rota.duties).filter(([duty]) => duties.includes(duty)),
			),
		},
		{
			from: now.minus({ weeks: 2 }),
			to,
			holidays: null,
			...(calendars && { calendars }),
		},
	);
	const outlook: Outlook = {
		timeline,
		now: now.toMillis(),
		end: to.toMillis(),
		sight: now.toMillis() + sightMillis,
		duties,
	};
	const faulty = new Set(
		(rota.overrides ?? [])
			.map((_, index) => index)
			.filter(
				(index) =>
					isFaulty(`overrides[${index}]`) ||
					isFaulty(`duties.${rota.overrides?.[index]?.duty}`),
			),
	);
	return [
		...gapWarnings(outlook),
		...doubleBookings(outlook),
		...longShifts(outlook),
		...shortRests(outlook),
		...absentOnDuty(outlook, absences ?? []),
		...overrideWarnings(outlook, faulty),
		...calendarEndWarnings(holidays?.lastYear ?? null, outlook),
	];
}

function countryProblems(
	{ holidays }: Rota,
	known: HolidayCalendar | null,
): Problem[] {
	if (!holidays || known) return [];
	return [
		error(
			"unknown-country",
			"holidays.country",
			{
				fi: `Maan "${holidays.country}" pyhäpäiviä ei tunneta.`,
				sv: `Helgdagarna i landet "${holidays.country}" är inte kända.`,
				en: `The holidays of "${holidays.country}" are not known.`,
			},
			{
				fi: "Kirjoita maan kaksikirjaiminen tunnus, esimerkiksi FI tai SE.",
				sv: "Skriv landets kod med två bokstäver, till exempel FI eller SE.",
				en: "Write the two letters of a country, such as FI or SE.",
			},
		),
	];
}
