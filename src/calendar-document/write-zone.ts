import { type DateTime, IANAZone } from "luxon";
import { clockChangesIn } from "../domain/rota/clock-changes.ts";
import { daysInMonth } from "../domain/rota/wall-clock.ts";
import type { JCal } from "./calendar-text.ts";

interface Observance {
	/** Local, by the offset before it. */
	readonly start: DateTime;
	readonly before: number;
	readonly after: number;
}

/**
 * The VTIMEZONE of a zone for the years given, and three more at each end. Where the clocks change by one rule all along, the rule
 * is written, for many programs know nothing else; else each change by itself.
 */
export function zoneComponent(
	zone: string,
	{ from, to }: { readonly from: DateTime; readonly to: DateTime },
): JCal {
	const span = {
		from: from.setZone(zone).startOf("year").minus({ years: 3 }),
		to: to.setZone(zone).endOf("year").plus({ years: 3 }),
	};
	const changes = clockChangesIn(zone, span).map(({ at, minutes }) => {
		const before = IANAZone.create(zone).offset(at.toMillis()) - minutes;
		return observance(at, before, before + minutes);
	});
	const years = span.to.year - span.from.year + 1;
	const kinds = [true, false].map((forward) =>
		changes.filter(({ before, after }) => after > before === forward),
	);
	const rules = kinds.map((each) => yearlyRule(each, years));
	const parts = rules.every((rule) => rule !== null)
		? kinds.map((each, index) =>
				part(each[0] as Observance, rules[index] ?? null),
			)
		: [first(span.from), ...changes].map((each) => part(each, null));
	return [
		"vtimezone",
		[
			["tzid", {}, "text", zone],
			["x-lic-location", {}, "unknown", zone],
		],
		parts,
	];
}

function observance(at: DateTime, before: number, after: number): Observance {
	return {
		start: at.toUTC().plus({ minutes: before }),
		before,
		after,
	};
}

/** What holds from the beginning on. */
function first(at: DateTime): Observance {
	return observance(at, at.offset, at.offset);
}

/** As jCal has it. */
interface YearlyRule {
	readonly freq: "YEARLY";
	readonly bymonth: number;
	readonly byday: string;
}

/** null when the changes are not on the same weekday of the same month each year. */
function yearlyRule(
	changes: readonly Observance[],
	years: number,
): YearlyRule | null {
	const [one] = changes;
	if (!one || changes.length !== years) return null;
	const alike = (of: (each: Observance) => unknown) =>
		changes.every((each) => of(each) === of(one));
	const same =
		alike(({ start }) => start.month) &&
		alike(({ start }) => start.weekday) &&
		alike(({ start }) => start.toFormat("HHmm")) &&
		alike(({ before }) => before) &&
		alike(({ after }) => after);
	if (!same) return null;
	const { month, weekday } = one.start;
	const day = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"][weekday - 1];
	const isLast = changes.every(
		({ start }) => start.day > daysInMonth(start.year, month) - 7,
	);
	const nth = Math.ceil(one.start.day / 7);
	const isNth = alike(({ start }) => Math.ceil(start.day / 7));
	if (!isLast && !isNth) return null;
	return {
		freq: "YEARLY",
		bymonth: month,
		byday: `${isLast ? -1 : nth}${day}`,
	};
}

function part(
	{ start, before, after }: Observance,
	rule: YearlyRule | null,
): JCal {
	return [
		after > before ? "daylight" : "standard",
		[
			["dtstart", {}, "date-time", start.toFormat("yyyy-MM-dd'T'HH:mm:ss")],
			["tzoffsetfrom", {}, "utc-offset", offsetText(before)],
			["tzoffsetto", {}, "utc-offset", offsetText(after)],
			...(rule ? [["rrule", {}, "recur", rule] as const] : []),
		],
		[],
	];
}

function offsetText(minutes: number): string {
	const two = (value: number) => String(value).padStart(2, "0");
	const size = Math.abs(minutes);
	return `${minutes < 0 ? "-" : "+"}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}
