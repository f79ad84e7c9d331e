/** Who has a duty and why: layers one over another, then overrides in the order written. */
import type { Because } from "./answer.ts";
import { gap, gapOnPurpose, holdsByLayer, holdsByOverride } from "./because.ts";
import { readRule } from "./recurrence/rule.ts";
import { occurrencesAround, ruleWork } from "./recurrence.ts";
import type {
	DutyName,
	Layer,
	PersonId,
	Rota,
	Rotation,
	WrittenShift,
} from "./rota.ts";
import { type Cut, overlaid, recut, type Span } from "./track.ts";
import { dayMillis, readRotaTime, type ZoneClock } from "./wall-clock.ts";
import { joined, openingsOf } from "./windows.ts";

/** Shifts read from calendars, by the calendar's URL. Times as in the rota: local, or with an offset. */
export type CalendarCopies = Readonly<Record<string, readonly WrittenShift[]>>;

/** A span of time in Unix milliseconds, with the clock of the rota's zone. */
export interface Stretch {
	readonly clock: ZoneClock;
	readonly from: number;
	readonly to: number;
}

type Holder = PersonId | null;

/** The holder of a duty over a stretch before any override; a later layer wins wherever it covers. */
export function layerCuts(
	rota: Rota,
	duty: DutyName,
	stretch: Stretch,
	calendars: CalendarCopies,
): Cut<Holder>[] {
	let cuts: Cut<Holder>[] = [
		{ start: stretch.from, value: null, because: gap(`duties.${duty}`) },
	];
	for (const [index, layer] of (rota.duties[duty] ?? []).entries()) {
		const where = `duties.${duty}[${index}]`;
		const spans = spansOfLayer(rota, layer, where, stretch, calendars);
		cuts = overlaid(cuts, spans, stretch.to);
	}
	return cuts;
}

/** Puts the overrides of all duties upon their cuts, in place, and returns the indexes of those that changed nothing here. */
export function applyOverrides(
	rota: Rota,
	cutsByDuty: ReadonlyMap<DutyName, Cut<Holder>[]>,
	{ clock, to }: Stretch,
): number[] {
	const idle: number[] = [];
	for (const [index, override] of (rota.overrides ?? []).entries()) {
		const cuts = cutsByDuty.get(override.duty);
		const start = clock.read(override.start);
		const end = clock.read(override.end);
		if (!cuts || start === null || end === null) continue;
		const { person, instead, why } = override;
		const where = `overrides[${index}]`;
		const holder = person === "nobody" ? null : person;
		const because =
			holder === null
				? gapOnPurpose(where, why)
				: holdsByOverride(
						where,
						nameOf(rota, holder),
						instead && nameOf(rota, instead),
						why,
					);
		const changed = recut(cuts, start, end, to, (cut) => {
			if (instead !== undefined && cut.value !== instead) return null;
			if (cut.value === holder && !(holder === null && isPlainGap(cut)))
				return null;
			return { value: holder, because };
		});
		if (!changed) idle.push(index);
	}
	return idle;
}

const isPlainGap = (cut: Cut<Holder>) => cut.because.kind === "gap";

function nameOf(rota: Rota, person: PersonId): string {
	return Object.hasOwn(rota.people, person)
		? (rota.people[person]?.name ?? person)
		: person;
}

function spansOfLayer(
	rota: Rota,
	layer: Layer,
	where: string,
	stretch: Stretch,
	calendars: CalendarCopies,
): Span<Holder>[] {
	const kind =
		"rotation" in layer
			? "rotation"
			: "shifts" in layer
				? "shifts"
				: "calendar";
	const reasons = new Map<PersonId, Because>();
	const because = (person: PersonId) => {
		let reason = reasons.get(person);
		if (!reason) {
			reason = holdsByLayer(kind, where, nameOf(rota, person));
			reasons.set(person, reason);
		}
		return reason;
	};
	if ("rotation" in layer) return turnsOf(layer.rotation, stretch, because);
	if ("shifts" in layer) return shiftSpans(layer.shifts, stretch, because);
	const { url } = layer.calendar;
	const copy = Object.hasOwn(calendars, url) ? calendars[url] : undefined;
	return shiftSpans(copy ?? [], stretch, because);
}

/** Written shifts as sorted spans; where two overlap, the one written later wins. */
function shiftSpans(
	shifts: readonly WrittenShift[],
	{ clock, from, to }: Stretch,
	because: (person: PersonId) => Because,
): Span<Holder>[] {
	const spans: Span<Holder>[] = [];
	for (const { person, start: starts, end: ends } of shifts) {
		const [start, end] = [clock.read(starts), clock.read(ends)];
		if (start === null || end === null) continue;
		if (end <= start || end <= from || start >= to) continue;
		spans.push({ start, end, value: person, because: because(person) });
	}
	const ordered = [...spans].sort((a, b) => a.start - b.start);
	const apart = ordered.every(
		({ start }, index) => start >= (ordered[index - 1]?.end ?? start),
	);
	if (apart) return ordered;
	const blank = gap("");
	let cuts: Cut<Holder>[] = [{ start: from, value: null, because: blank }];
	for (const span of spans) cuts = overlaid(cuts, [span], to);
	return cuts
		.map((cut, index) => ({ ...cut, end: cuts[index + 1]?.start ?? to }))
		.filter((cut) => cut.because !== blank);
}

/** The turns of a rotation that touch the stretch, cut to its `during` windows. */
function turnsOf(
	rotation: Rotation,
	stretch: Stretch,
	because: (person: PersonId) => Because,
): Span<Holder>[] {
	const turns: Span<Holder>[] = [];
	const { people } = rotation;
	for (const { index, start, end } of handoffsOf(rotation, stretch)) {
		const value = people[index % people.length];
		if (value === undefined) continue;
		const last = turns.at(-1);
		const begin = Math.max(start, last?.end ?? start);
		if (end > begin)
			turns.push({ start: begin, end, value, because: because(value) });
	}
	if (!rotation.during) return turns;
	const { clock, from, to } = stretch;
	const open = joined(
		rotation.during.flatMap((window) => openingsOf(window, clock, from, to)),
	);
	return shared(turns, open);
}

interface Turn {
	readonly index: number;
	readonly start: number;
	readonly end: number;
}

/**
 * Turn k runs from occurrence k to the next one of the rule without its UNTIL or COUNT, which only say which turn is
 * the last. A turn without a successor runs on.
 */
function* handoffsOf(rotation: Rotation, stretch: Stretch): Generator<Turn> {
	const { clock, from, to } = stretch;
	const reading = readRule(rotation.rrule);
	const moment = readRotaTime(rotation.start);
	if (reading.kind === "faulty" || !moment) return;
	const { count, until, ...endless } = reading.rule;
	const work = { left: ruleWork };
	const series = {
		start:
			moment.kind === "local" ? moment.local : clock.localOf(moment.instant),
		clock,
		from: clock.localOf(from) - dayMillis,
		work,
	};
	let last = count === undefined ? Number.POSITIVE_INFINITY : count - 1;
	if (until) last = lastIndex({ ...series, rule: reading.rule }, stretch);
	let turn: { index: number; start: number } | null = null;
	for (const { index, local } of occurrencesAround({
		...series,
		rule: endless,
	})) {
		const instant = clock.instantOf(local);
		if (turn && instant > from)
			yield { index: turn.index, start: turn.start, end: instant };
		if (index > last || instant >= to) return;
		turn = { index, start: instant };
	}
	if (turn && work.left >= 0) yield { ...turn, end: to };
}

/** Index of the last occurrence of a rule that ends, as far as the stretch goes; -1 when it ended long before. */
function lastIndex(
	series: Parameters<typeof occurrencesAround>[0],
	{ clock, to }: Stretch,
): number {
	let last = -1;
	for (const { index, local } of occurrencesAround(series)) {
		last = index;
		if (local > clock.localOf(to)) break;
	}
	return last;
}

/** What two sorted lists of spans share, with the values of the first. */
function shared(
	turns: readonly Span<Holder>[],
	open: readonly { readonly start: number; readonly end: number }[],
): Span<Holder>[] {
	const result: Span<Holder>[] = [];
	let first = 0;
	for (const turn of turns) {
		while (first < open.length && (open[first]?.end ?? 0) <= turn.start)
			first++;
		for (let index = first; index < open.length; index++) {
			const { start, end } = open[index] as { start: number; end: number };
			if (start >= turn.end) break;
			result.push({
				start: Math.max(start, turn.start),
				end: Math.min(end, turn.end),
				value: turn.value,
				because: turn.because,
			});
		}
	}
	return result;
}
