/** How the duties are shared: what each person has of hours, nights, weekends and holidays, beside an even share. */
import { DateTime } from "luxon";
import { clockChangesIn } from "../rota/clock-changes.ts";
import type { DutyName, PersonId } from "../rota/rota.ts";
import type { TimeSpan } from "../rota/shifts.ts";
import { hourMillis } from "../rota/wall-clock.ts";
import { dutiesOf, type HeldTimeline, heldSpans, nameIn } from "./held.ts";
import { type HourClass, hourClasses } from "./hour-classes.ts";
import type { NightBounds } from "./night.ts";
import { stretches } from "./stretches.ts";
import { type TurnTakers, turnTakersOf } from "./turn-takers.ts";

/** Hours are hours that passed, over clock changes too. */
export interface Burden {
	readonly hours: number;
	/** A night is whole for whoever has most of it. */
	readonly nights: number;
	readonly nightHours: number;
	/** On Saturdays and Sundays. */
	readonly weekendHours: number;
	/** On holidays, and on the eves that the rota lists. */
	readonly holidayHours: number;
	/** In how many nights the duty was theirs as the clocks changed. */
	readonly clockChangeNights: number;
}

export type Measure = keyof Burden;

export const measures = [
	"hours",
	"nights",
	"nightHours",
	"weekendHours",
	"holidayHours",
	"clockChangeNights",
] as const satisfies readonly Measure[];

export interface PersonsBurden {
	readonly person: PersonId;
	readonly name: string;
	readonly has: Burden;
	/** What it would be if all who took turns at the time had taken the same. */
	readonly even: Burden;
	readonly shifts: number;
	/** Of all hours that somebody had, 0 to 1. */
	readonly share: number;
	readonly evenShare: number;
	/** Hours above (or, negative, below) an even share. */
	readonly difference: number;
}

export interface Fairness {
	/** Those with the most hours first. */
	readonly people: readonly PersonsBurden[];
	/** Hours that nobody had. */
	readonly gapHours: number;
}

export interface FairnessInputs {
	readonly pieces: readonly HeldTimeline[];
	readonly span: TimeSpan;
	/** Only these; default: all. */
	readonly duties?: readonly DutyName[];
	readonly night: NightBounds;
}

/** Adds up who has what, over all pieces of the span. Somebody with two duties at once has the hours of both. */
export function fairness(inputs: FairnessInputs): Fairness {
	const tally = new Tally();
	const duties = inputs.duties ?? dutiesOf(inputs.pieces);
	for (const duty of duties) {
		const nights = new Nights(inputs.span.from.toMillis());
		for (const piece of inputs.pieces)
			addPiece(tally, piece, duty, nights, inputs.night);
		nights.settle(tally);
		for (const { value } of heldSpans(inputs.pieces, duty))
			if (value !== null) tally.addShift(value);
	}
	return tally.result((id) => nameIn(inputs.pieces, id));
}

function addPiece(
	tally: Tally,
	piece: HeldTimeline,
	duty: DutyName,
	nights: Nights,
	night: NightBounds,
): void {
	const spans = heldSpans([piece], duty);
	if (spans.length === 0) return;
	const { rota } = piece.timeline;
	const classes = hourClasses({
		rota,
		holidays: piece.holidays,
		from: piece.from,
		to: piece.to,
		night,
	});
	const takers = turnTakersOf(piece, duty);
	for (const { millis, at } of stretches(spans, classes, takers)) {
		const [held, hour, turn] = at;
		tally.addTime(held.value, turn.people, millis, hour);
		nights.add(hour, held.value, turn, millis);
	}
	const changes = clockChangesIn(rota.zone, {
		from: DateTime.fromMillis(piece.from - 1),
		to: DateTime.fromMillis(piece.to - 1),
	}).map(({ at }) => at.toMillis());
	for (const at of changes) {
		const holder = spans.find(({ start, end }) => start <= at && at < end);
		const turn = takers.find(({ start, end }) => start <= at && at < end);
		tally.add(
			"clockChangeNights",
			holder?.value ?? null,
			turn?.people ?? [],
			1,
		);
	}
}

/** The nights of one duty: each goes to whoever has most of it. */
class Nights {
	readonly #from: number;
	readonly #nights = new Map<
		number,
		{ readonly turn: TurnTakers; readonly held: Map<PersonId | null, number> }
	>();

	/** @param from nights that began before it belong to the time before. */
	constructor(from: number) {
		this.#from = from;
	}

	add(
		{ night }: HourClass,
		person: PersonId | null,
		turn: TurnTakers,
		millis: number,
	): void {
		if (night === null || night < this.#from) return;
		const known = this.#nights.get(night) ?? { turn, held: new Map() };
		known.held.set(person, (known.held.get(person) ?? 0) + millis);
		this.#nights.set(night, known);
	}

	settle(tally: Tally): void {
		for (const { turn, held } of this.#nights.values()) {
			const [most] = [...held].sort(([, one], [, other]) => other - one);
			if (most) tally.add("nights", most[0], turn.people, 1);
		}
	}
}

type Sums = Record<Measure, number>;

const nothing = (): Sums => ({
	hours: 0,
	nights: 0,
	nightHours: 0,
	weekendHours: 0,
	holidayHours: 0,
	clockChangeNights: 0,
});

class Tally {
	readonly #has = new Map<PersonId, Sums>();
	readonly #even = new Map<PersonId, Sums>();
	readonly #shifts = new Map<PersonId, number>();
	#gapHours = 0;

	addTime(
		person: PersonId | null,
		takers: readonly PersonId[],
		millis: number,
		{ night, weekend, holiday }: HourClass,
	): void {
		const hours = millis / hourMillis;
		if (person === null) this.#gapHours += hours;
		this.add("hours", person, takers, hours);
		if (night !== null) this.add("nightHours", person, takers, hours);
		if (weekend) this.add("weekendHours", person, takers, hours);
		if (holiday) this.add("holidayHours", person, takers, hours);
	}

	/** What nobody has is shared by nobody; where nobody takes turns, who has it has their share. */
	add(
		measure: Measure,
		person: PersonId | null,
		takers: readonly PersonId[],
		amount: number,
	): void {
		if (person === null) return;
		sumsIn(this.#has, person)[measure] += amount;
		const sharers = takers.length > 0 ? takers : [person];
		for (const one of sharers)
			sumsIn(this.#even, one)[measure] += amount / sharers.length;
	}

	addShift(person: PersonId): void {
		this.#shifts.set(person, (this.#shifts.get(person) ?? 0) + 1);
	}

	result(nameOf: (id: PersonId) => string): Fairness {
		const ids = new Set([...this.#has.keys(), ...this.#even.keys()]);
		const all = [...this.#has.values()].reduce(
			(sum, { hours }) => sum + hours,
			0,
		);
		const people = [...ids].map((person): PersonsBurden => {
			const has = this.#has.get(person) ?? nothing();
			const even = this.#even.get(person) ?? nothing();
			return {
				person,
				name: nameOf(person),
				has,
				even,
				shifts: this.#shifts.get(person) ?? 0,
				share: all > 0 ? has.hours / all : 0,
				evenShare: all > 0 ? even.hours / all : 0,
				difference: has.hours - even.hours,
			};
		});
		return {
			people: people.sort(
				(one, other) =>
					other.has.hours - one.has.hours || (one.name < other.name ? -1 : 1),
			),
			gapHours: this.#gapHours,
		};
	}
}

function sumsIn(sums: Map<PersonId, Sums>, person: PersonId): Sums {
	const known = sums.get(person) ?? nothing();
	sums.set(person, known);
	return known;
}
