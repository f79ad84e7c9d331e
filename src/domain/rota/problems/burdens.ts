/** Warnings of too much for one person: two duties at once, a shift too long, too little rest. */
import type { Problem } from "../problem.ts";
import type { DutyName, PersonId } from "../rota.ts";
import { type Span, spansOf } from "../track.ts";
import { clockOf, dayMillis, hourMillis } from "../wall-clock.ts";
import {
	doubleBooking,
	longShift,
	moreDoubleBookings,
	shortRest,
	type Times,
} from "./burdens-in-words.ts";
import type { Outlook } from "./outlook.ts";

const mostDoubleBookings = 100;

/** A person who holds two duties at once that one routing names; each pair of duties once, with its first time. Of more than a hundred it is only said that there are more. */
export function doubleBookings(outlook: Outlook): Problem[] {
	const { zone, people } = outlook.timeline.rota;
	const heldFromNow = new Map(
		outlook.duties.map((duty) => [duty, held(outlook, duty, outlook.now)]),
	);
	const problems: Problem[] = [];
	for (const pair of pairsInOneRouting(outlook)) {
		const [one, other] = pair.map((duty) => heldFromNow.get(duty) ?? []);
		for (const [person, times] of clashes(one ?? [], other ?? [])) {
			if (problems.length === mostDoubleBookings)
				return [...problems, moreDoubleBookings(mostDoubleBookings)];
			const name = people[person]?.name ?? person;
			problems.push(doubleBooking(name, pair, times, zone));
		}
	}
	return problems;
}

function pairsInOneRouting({
	timeline,
	duties,
}: Outlook): (readonly [DutyName, DutyName])[] {
	const { routing } = timeline.rota;
	const pairs = new Map<string, readonly [DutyName, DutyName]>();
	for (const steps of [routing.open, routing.closed]) {
		const named = new Set(steps.flatMap(({ ring }) => ring));
		const here = duties.filter((duty) => named.has(duty));
		for (const [index, one] of here.entries())
			for (const other of here.slice(index + 1))
				pairs.set(`${one} ${other}`, [one, other]);
	}
	return [...pairs.values()];
}

/** Who holds both at once: the first time and how many more. */
function clashes(
	ours: readonly Span<PersonId>[],
	theirs: readonly Span<PersonId>[],
): Map<PersonId, Times> {
	const clashes = new Map<PersonId, Times>();
	let first = 0;
	for (const span of ours) {
		while ((theirs[first]?.end ?? Infinity) <= span.start) first++;
		for (let index = first; index < theirs.length; index++) {
			const their = theirs[index] as Span<PersonId>;
			if (their.start >= span.end) break;
			if (their.value !== span.value) continue;
			const start = Math.max(span.start, their.start);
			const end = Math.min(span.end, their.end);
			noteTime(clashes, span.value, { start, end });
		}
	}
	return clashes;
}

/** A shift of more than seven days on the wall clock, neighbouring turns of one person taken as one; each person of a duty once. */
export function longShifts(outlook: Outlook): Problem[] {
	const { timeline, now, duties } = outlook;
	const { zone, people } = timeline.rota;
	const clock = clockOf(zone);
	return duties.flatMap((duty) => {
		const long = new Map<PersonId, Times>();
		for (const span of held(outlook, duty, timeline.from.toMillis())) {
			const { value, start, end } = span;
			if (end <= now || !clock) continue;
			if (clock.localOf(end) - clock.localOf(start) > 7 * dayMillis)
				noteTime(long, value, span);
		}
		return [...long].map(([person, times]) =>
			longShift(duty, people[person]?.name ?? person, times, zone),
		);
	});
}

export const leastRest = 11 * hourMillis;

/** People with less than 11 hours between two shifts of any duties (the daily rest of Directive 2003/88/EC, article 3). */
export function shortRests(outlook: Outlook): Problem[] {
	const { timeline, now } = outlook;
	const { zone, people } = timeline.rota;
	const busy = new Map<PersonId, Span<PersonId>[]>();
	for (const duty of outlook.duties)
		for (const span of held(outlook, duty, timeline.from.toMillis())) {
			const list = busy.get(span.value) ?? [];
			busy.set(span.value, list);
			list.push(span);
		}
	const short = new Map<PersonId, Times>();
	for (const [person, spans] of busy)
		for (const rest of restsBetween(spans))
			if (rest.end > now && rest.end - rest.start < leastRest)
				noteTime(short, person, rest);
	return [...short].map(([person, times]) =>
		shortRest(person, people[person]?.name ?? person, times, zone),
	);
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

function noteTime(
	times: Map<PersonId, Times>,
	person: PersonId,
	{ start, end }: { readonly start: number; readonly end: number },
): void {
	const known = times.get(person);
	if (known) known.more++;
	else times.set(person, { start, end, more: 0 });
}

/** The spans of a duty that somebody holds, from an instant to as far as changes are in sight. */
function held(
	{ timeline, sight }: Outlook,
	duty: DutyName,
	from: number,
): Span<PersonId>[] {
	const track = timeline.duties.get(duty);
	if (!track) return [];
	return spansOf(track, from, sight).filter(
		(span): span is Span<PersonId> => span.value !== null,
	);
}
