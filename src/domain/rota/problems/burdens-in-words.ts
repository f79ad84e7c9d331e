/** Warnings of too much for one person, in words. */
import { type Problem, warning } from "../problem.ts";
import type { DutyName, PersonId } from "../rota.ts";
import { momentInWords, spanInWords } from "./in-words.ts";

/** When something happens: the first time, and how many times after it. */
export interface Times {
	/** Unix milliseconds. */
	readonly start: number;
	readonly end: number;
	more: number;
}

export function doubleBooking(
	name: string,
	[one, other]: readonly [DutyName, DutyName],
	times: Times,
	zone: string,
): Problem {
	const span = spanInWords(times.start, times.end, zone);
	const more = andMore(times.more);
	return warning(
		"double-booked",
		`duties.${other}`,
		{
			fi: `${name}: vuorossa yhtä aikaa päivystyksissä ${one} ja ${other}: ${span.fi}${more.fi}.`,
			sv: `${name} har både ${one} och ${other} samtidigt: ${span.sv}${more.sv}.`,
			en: `${name} has both ${one} and ${other} at once: ${span.en}${more.en}.`,
		},
		{
			fi: "Anna toinen niistä jollekin muulle, jotta portaat tavoittavat eri ihmisiä.",
			sv: "Ge den ena till någon annan, så att stegen når olika personer.",
			en: "Give one of them to somebody else, so that the steps reach different people.",
		},
	);
}

/** What stands in place of the double bookings beyond the `listed` ones. */
export function moreDoubleBookings(listed: number): Problem {
	return warning(
		"double-booked",
		"duties",
		{
			fi: `Päällekkäisiä vuoroja on muitakin kuin nämä ${listed}.`,
			sv: `Det finns fler dubbelbokningar än dessa ${listed}.`,
			en: `There are more double bookings than these ${listed}.`,
		},
		{
			fi: "Korjaa ensin edellä luetellut ja tarkista uudelleen.",
			sv: "Rätta först dem som räknas upp ovan och kontrollera igen.",
			en: "Correct those listed above first, and check again.",
		},
	);
}

export function longShift(
	duty: DutyName,
	name: string,
	times: Times,
	zone: string,
): Problem {
	const from = momentInWords(times.start, zone);
	const more = andMore(times.more);
	return warning(
		"long-shift",
		`duties.${duty}`,
		{
			fi: `${name}: päivystys ${duty} kestää yli 7 päivää yhteen menoon, alkaen ${from.fi}${more.fi}.`,
			sv: `${name} har ${duty} i mer än 7 dagar i sträck, från ${from.sv}${more.sv}.`,
			en: `${name} has ${duty} for more than 7 days on end, from ${from.en}${more.en}.`,
		},
		{
			fi: "Jaa vuoro tai lisää kiertoon joku.",
			sv: "Dela passet eller ta in någon i rotationen.",
			en: "Split the shift, or add somebody to the rotation.",
		},
	);
}

export function shortRest(
	person: PersonId,
	name: string,
	times: Times,
	zone: string,
): Problem {
	const span = spanInWords(times.start, times.end, zone);
	const more = andMore(times.more);
	return warning(
		"short-rest",
		`people.${person}`,
		{
			fi: `${name}: vuorojen väliin jää lepoa alle 11 tuntia: ${span.fi}${more.fi}.`,
			sv: `${name} får mindre än 11 timmars vila mellan två pass: ${span.sv}${more.sv}.`,
			en: `${name} gets less than 11 hours' rest between two shifts: ${span.en}${more.en}.`,
		},
		{
			fi: "Siirrä toinen vuoroista myöhemmäksi tai jollekin muulle.",
			sv: "Flytta det ena passet eller ge det till någon annan.",
			en: "Move one of the shifts, or give it to somebody else.",
		},
	);
}

function andMore(times: number) {
	if (times < 1) return { fi: "", sv: "", en: "" };
	return {
		fi: ` (ja ${times} kertaa muulloin)`,
		sv: ` (och ${times} gånger till)`,
		en: ` (and ${times} more ${times === 1 ? "time" : "times"})`,
	};
}
