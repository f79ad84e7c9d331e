/** Warnings of too much for one person: two duties at once, a shift too long, too little rest. */
import { type Problem, warning } from "../problem.ts";
import type { DutyName, PersonId } from "../rota.ts";
import type { Timeline } from "../timeline.ts";
import { type Span, spansOf } from "../track.ts";
import { clockOf, dayMillis, hourMillis } from "../wall-clock.ts";
import { momentInWords, spanInWords } from "./in-words.ts";
import type { Outlook } from "./outlook.ts";

/** A person who holds two duties at once that one routing names; each pair of duties once, with its first time. */
export function doubleBookings(outlook: Outlook): Problem[] {
	const { timeline, now, end } = outlook;
	const { routing, zone, people } = timeline.rota;
	const problems: Problem[] = [];
	const seen = new Set<string>();
	for (const steps of [routing.open, routing.closed]) {
		const named = new Set(steps.flatMap(({ ring }) => ring));
		const duties = outlook.duties.filter((duty) => named.has(duty));
		for (const [index, one] of duties.entries())
			for (const other of duties.slice(index + 1)) {
				if (seen.has(`${one} ${other}`)) continue;
				seen.add(`${one} ${other}`);
				for (const [person, spans] of clashes(timeline, one, other, now, end))
					problems.push(
						doubleBooking(
							people[person]?.name ?? person,
							[one, other],
							spans,
							zone,
						),
					);
			}
	}
	return problems;
}

function clashes(
	timeline: Timeline,
	one: DutyName,
	other: DutyName,
	from: number,
	to: number,
): Map<PersonId, { start: number; end: number }[]> {
	const clashes = new Map<PersonId, { start: number; end: number }[]>();
	const theirs = held(timeline, other, from, to);
	let first = 0;
	for (const span of held(timeline, one, from, to)) {
		while ((theirs[first]?.end ?? Infinity) <= span.start) first++;
		for (let index = first; index < theirs.length; index++) {
			const their = theirs[index] as Span<PersonId>;
			if (their.start >= span.end) break;
			if (their.value !== span.value) continue;
			const list = clashes.get(span.value) ?? [];
			clashes.set(span.value, list);
			list.push({
				start: Math.max(span.start, their.start),
				end: Math.min(span.end, their.end),
			});
		}
	}
	return clashes;
}

function doubleBooking(
	name: string,
	[one, other]: readonly [DutyName, DutyName],
	spans: readonly { start: number; end: number }[],
	zone: string,
): Problem {
	const [first] = spans as [{ start: number; end: number }];
	const span = spanInWords(first.start, first.end, zone);
	const more = andMore(spans.length - 1);
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

/** A shift of more than seven days on the wall clock, neighbouring turns of one person taken as one. */
export function longShifts({ timeline, now, end, duties }: Outlook): Problem[] {
	const { zone, people } = timeline.rota;
	const clock = clockOf(zone);
	return duties.flatMap((duty) =>
		held(timeline, duty, timeline.from.toMillis(), end + 15 * dayMillis)
			.filter((span) => span.end > now && span.start < end)
			.filter(
				({ start, end: ends }) =>
					clock && clock.localOf(ends) - clock.localOf(start) > 7 * dayMillis,
			)
			.map((span) =>
				longShift(duty, people[span.value]?.name ?? span.value, span, zone),
			),
	);
}

function longShift(
	duty: DutyName,
	name: string,
	{ start }: Span<PersonId>,
	zone: string,
): Problem {
	const from = momentInWords(start, zone);
	return warning(
		"long-shift",
		`duties.${duty}`,
		{
			fi: `${name}: päivystys ${duty} kestää yli 7 päivää yhteen menoon, alkaen ${from.fi}.`,
			sv: `${name} har ${duty} i mer än 7 dagar i sträck, från ${from.sv}.`,
			en: `${name} has ${duty} for more than 7 days on end, from ${from.en}.`,
		},
		{
			fi: "Jaa vuoro tai lisää kiertoon joku.",
			sv: "Dela passet eller ta in någon i rotationen.",
			en: "Split the shift, or add somebody to the rotation.",
		},
	);
}

const leastRest = 11 * hourMillis;

/** People with less than 11 hours between two shifts of any duties (the daily rest of Directive 2003/88/EC, article 3). */
export function shortRests(outlook: Outlook): Problem[] {
	const { timeline, now, end } = outlook;
	const { zone, people } = timeline.rota;
	const busy = new Map<PersonId, Span<PersonId>[]>();
	for (const duty of outlook.duties)
		for (const span of held(timeline, duty, now, end)) {
			const list = busy.get(span.value) ?? [];
			busy.set(span.value, list);
			list.push(span);
		}
	return [...busy].flatMap(([person, spans]) => {
		const rests = restsBetween(spans).filter(
			(rest) => rest.end - rest.start < leastRest,
		);
		const [first] = rests;
		if (!first) return [];
		const name = people[person]?.name ?? person;
		return [shortRest(person, name, first, rests.length - 1, zone)];
	});
}

function restsBetween(spans: Span<PersonId>[]) {
	const rests: { start: number; end: number }[] = [];
	let busyUntil = Number.POSITIVE_INFINITY;
	for (const { start, end } of spans.sort((a, b) => a.start - b.start)) {
		if (start > busyUntil) rests.push({ start: busyUntil, end: start });
		busyUntil =
			busyUntil === Number.POSITIVE_INFINITY ? end : Math.max(busyUntil, end);
	}
	return rests;
}

function shortRest(
	person: PersonId,
	name: string,
	rest: { start: number; end: number },
	others: number,
	zone: string,
): Problem {
	const span = spanInWords(rest.start, rest.end, zone);
	const more = andMore(others);
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

/** The spans of a duty that somebody holds. */
function held(
	timeline: Timeline,
	duty: DutyName,
	from: number,
	to: number,
): Span<PersonId>[] {
	const track = timeline.duties.get(duty);
	if (!track) return [];
	return spansOf(track, from, to).filter(
		(span): span is Span<PersonId> => span.value !== null,
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
