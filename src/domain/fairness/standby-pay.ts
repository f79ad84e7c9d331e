/** What standby is paid by: hours a person by sort of day and by day or night, and the calls that were taken. */
import type { DateTime } from "luxon";
import type { DutyName, PersonId } from "../rota/rota.ts";
import { type Cut, cutAt } from "../rota/track.ts";
import { hourMillis, minuteMillis } from "../rota/wall-clock.ts";
import { dutiesOf, type HeldTimeline, heldSpans, nameIn } from "./held.ts";
import {
	type DayClass,
	type DayClassOrder,
	dayClasses,
	type HourClass,
	hourClasses,
} from "./hour-classes.ts";
import type { NightBounds } from "./night.ts";
import { stretches } from "./stretches.ts";

/** A call that somebody took. */
export interface TakenCall {
	readonly person: PersonId;
	readonly at: DateTime;
	/** null: the carrier never told. */
	readonly talkSeconds: number | null;
	/** Number of the call's ticket. */
	readonly ticket: string;
}

export interface PayRow {
	readonly person: PersonId;
	readonly name: string;
	readonly dayClass: DayClass;
	readonly part: "day" | "night";
	readonly hours: number;
	readonly callOuts: number;
	readonly callOutMinutes: number;
}

export interface CallOut extends TakenCall {
	readonly name: string;
	readonly dayClass: DayClass;
	readonly part: "day" | "night";
}

export interface StandbyPay {
	/** By name, then by sort of day, day before night; only where there is something. */
	readonly rows: readonly PayRow[];
	readonly callOuts: readonly CallOut[];
}

export interface PayInputs {
	readonly pieces: readonly HeldTimeline[];
	/** Only these; default: all. */
	readonly duties?: readonly DutyName[];
	readonly night: NightBounds;
	readonly order?: DayClassOrder;
	readonly calls: readonly TakenCall[];
}

/**
 * Adds up standby, hour by hour as it passed. Who has two duties at once is on standby once. A call counts as a call-out
 * when its taker had one of the duties, or the office was closed: who picks up at their desk in office hours is not called out.
 */
export function standbyPay(inputs: PayInputs): StandbyPay {
	const { pieces } = inputs;
	const classes = pieces.flatMap(({ timeline, holidays, from, to }) =>
		hourClasses({
			rota: timeline.rota,
			night: inputs.night,
			...{ holidays, from, to },
			...(inputs.order && { order: inputs.order }),
		}),
	);
	const duties = inputs.duties ?? dutiesOf(pieces);
	const sheet = new Sheet();
	for (const [person, spans] of standbyOf(pieces, duties))
		for (const { millis, at } of stretches(spans, classes))
			sheet.row(person, at[1]).millis += millis;
	const callOuts = inputs.calls.flatMap((call): CallOut[] => {
		const at = call.at.toMillis();
		const hour = classes.find(({ start, end }) => start <= at && at < end);
		if (!hour || !isCallOut(call, pieces, duties)) return [];
		const row = sheet.row(call.person, hour);
		row.callOuts += 1;
		row.callOutMillis += (call.talkSeconds ?? 0) * 1000;
		const { dayClass } = hour;
		const name = nameIn(pieces, call.person);
		return [{ ...call, name, dayClass, part: partOf(hour) }];
	});
	return { rows: sheet.rows((id) => nameIn(pieces, id)), callOuts };
}

interface Between {
	readonly start: number;
	readonly end: number;
}

/** When each person had any of the duties: sorted, what overlaps or touches made one. */
function standbyOf(
	pieces: readonly HeldTimeline[],
	duties: readonly DutyName[],
): Map<PersonId, Between[]> {
	const held = new Map<PersonId, Between[]>();
	for (const duty of duties)
		for (const { start, end, value } of heldSpans(pieces, duty)) {
			if (value === null) continue;
			const spans = held.get(value) ?? [];
			spans.push({ start, end });
			held.set(value, spans);
		}
	for (const [person, spans] of held) held.set(person, joined(spans));
	return held;
}

function joined(spans: readonly Between[]): Between[] {
	const result: Between[] = [];
	for (const span of [...spans].sort((a, b) => a.start - b.start)) {
		const last = result.at(-1);
		if (last && span.start <= last.end)
			result[result.length - 1] = {
				start: last.start,
				end: Math.max(last.end, span.end),
			};
		else result.push(span);
	}
	return result;
}

function isCallOut(
	{ person, at }: TakenCall,
	pieces: readonly HeldTimeline[],
	duties: readonly DutyName[],
): boolean {
	const millis = at.toMillis();
	const piece = pieces.find(({ from, to }) => from <= millis && millis < to);
	if (!piece) return false;
	const { office, duties: tracks } = piece.timeline;
	const isOpen = (office.cuts[cutAt(office, millis)] as Cut<boolean>).value;
	if (!isOpen) return true;
	return duties.some((duty) => {
		const track = tracks.get(duty);
		return track?.cuts[cutAt(track, millis)]?.value === person;
	});
}

function partOf({ night }: HourClass): "day" | "night" {
	return night === null ? "day" : "night";
}

interface Sums {
	readonly dayClass: DayClass;
	readonly part: "day" | "night";
	millis: number;
	callOuts: number;
	callOutMillis: number;
}

class Sheet {
	readonly #people = new Map<PersonId, Map<string, Sums>>();

	row(person: PersonId, hour: HourClass): Sums {
		const { dayClass } = hour;
		const part = partOf(hour);
		const rows = this.#people.get(person) ?? new Map<string, Sums>();
		this.#people.set(person, rows);
		const key = `${dayClass} ${part}`;
		const row = rows.get(key) ?? {
			...{ dayClass, part },
			...{ millis: 0, callOuts: 0, callOutMillis: 0 },
		};
		rows.set(key, row);
		return row;
	}

	rows(nameOf: (id: PersonId) => string): PayRow[] {
		const people = [...this.#people].map(
			([person, rows]) => ({ person, rows, name: nameOf(person) }) as const,
		);
		return people
			.sort((one, other) => one.name.localeCompare(other.name, "fi"))
			.flatMap(({ person, name, rows }) =>
				[...rows.values()].sort(inOrder).map((row) => ({
					...{ person, name, dayClass: row.dayClass, part: row.part },
					hours: row.millis / hourMillis,
					callOuts: row.callOuts,
					callOutMinutes: row.callOutMillis / minuteMillis,
				})),
			);
	}
}

function inOrder(one: Sums, other: Sums): number {
	return (
		dayClasses.indexOf(one.dayClass) - dayClasses.indexOf(other.dayClass) ||
		(one.part < other.part ? -1 : 1)
	);
}
