/** Who has a duty and why: layers one over another, then overrides in the order written. */
import type { Because } from "./answer.ts";
import { gap, gapOnPurpose, holdsByLayer, holdsByOverride } from "./because.ts";
import type { CalendarCopies } from "./calendar/copy.ts";
import type { DutyName, Layer, PersonId, Rota, WrittenShift } from "./rota.ts";
import { type Cut, overlaid, recut, type Span } from "./track.ts";
import { type Stretch, turnsOf } from "./turns.ts";

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
	return shiftSpans(copy?.shifts ?? [], stretch, because);
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
