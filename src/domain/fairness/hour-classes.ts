/** What sort of time each hour is: of which day, by day or by night. */
import type { HolidayCalendar } from "../rota/holidays.ts";
import { closedDaysOf } from "../rota/office.ts";
import type { Rota } from "../rota/rota.ts";
import {
	clockOf,
	dayMillis,
	weekdayOf,
	type ZoneClock,
} from "../rota/wall-clock.ts";
import { openingOn, timesOf } from "../rota/windows.ts";
import type { NightBounds } from "./night.ts";

export const dayClasses = [
	"weekday",
	"saturday",
	"sunday",
	"holiday",
	"eve",
] as const;

export type DayClass = (typeof dayClasses)[number];

/** Which class counts on a day that is of several: the earlier one. */
export type DayClassOrder = readonly DayClass[];

/** A Sunday that is an eve is a Sunday; a holiday is a holiday whatever the day. */
export const usualOrder: DayClassOrder = [
	"holiday",
	"sunday",
	"eve",
	"saturday",
	"weekday",
];

/** From `start` to `end` (Unix milliseconds) all hours are of one sort. */
export interface HourClass {
	readonly start: number;
	readonly end: number;
	readonly dayClass: DayClass;
	/** A Saturday or Sunday, whatever its class. */
	readonly weekend: boolean;
	/** A holiday or an eve that the rota lists. */
	readonly holiday: boolean;
	/** When the night began that this is a part of; null by day. */
	readonly night: number | null;
}

export interface HourClassInputs {
	readonly rota: Pick<Rota, "zone" | "holidays">;
	readonly holidays: HolidayCalendar | null;
	/** Unix milliseconds. */
	readonly from: number;
	readonly to: number;
	readonly night: NightBounds;
	readonly order?: DayClassOrder;
}

/**
 * The time between two instants, cut at every local midnight and at both ends of every night: sorted, without holes. Days
 * and nights keep their wall-clock ends, so that over a clock change they are an hour shorter or longer.
 */
export function hourClasses({
	rota,
	holidays,
	from,
	to,
	night,
	order = usualOrder,
}: HourClassInputs): HourClass[] {
	const clock = clockOf(rota.zone);
	if (!clock || to <= from) return [];
	const closed = closedDaysOf(rota, holidays);
	const first = Math.floor(clock.localOf(from) / dayMillis);
	const last = Math.floor(clock.localOf(to - 1) / dayMillis);
	const nights = nightsOf(clock, night, first - 1, last);
	const classes: HourClass[] = [];
	for (let day = first; day <= last; day++) {
		const start = Math.max(clock.instantOf(day * dayMillis), from);
		const end = Math.min(clock.instantOf((day + 1) * dayMillis), to);
		const sort = sortOf(day, closed.get(day)?.kind, order);
		for (const part of cutByNights(start, end, nights))
			classes.push({ ...part, ...sort });
	}
	return classes;
}

/** The days that count as holidays and eves in a rota, whether or not the rota has office hours. */
function sortOf(
	day: number,
	closed: string | undefined,
	order: DayClassOrder,
): Pick<HourClass, "dayClass" | "weekend" | "holiday"> {
	const weekday = weekdayOf(day);
	const is: Readonly<Record<DayClass, boolean>> = {
		holiday: closed === "holiday",
		eve: closed === "eve",
		sunday: weekday === 6,
		saturday: weekday === 5,
		weekday: true,
	};
	return {
		dayClass: order.find((each) => is[each]) ?? "weekday",
		weekend: is.saturday || is.sunday,
		holiday: is.holiday || is.eve,
	};
}

interface Night {
	readonly start: number;
	readonly end: number;
}

function nightsOf(
	clock: ZoneClock,
	{ start, end }: NightBounds,
	first: number,
	last: number,
): Night[] {
	const times = timesOf(start, end);
	if (!times) return [];
	const nights: Night[] = [];
	for (let day = first; day <= last; day++) {
		const night = openingOn(day, times, clock);
		if (night) nights.push(night);
	}
	return nights;
}

function cutByNights(
	start: number,
	end: number,
	nights: readonly Night[],
): Pick<HourClass, "start" | "end" | "night">[] {
	const parts: Pick<HourClass, "start" | "end" | "night">[] = [];
	let at = start;
	for (const night of nights) {
		if (night.end <= at || night.start >= end) continue;
		if (night.start > at)
			parts.push({ start: at, end: night.start, night: null });
		const from = Math.max(night.start, at);
		at = Math.min(night.end, end);
		parts.push({ start: from, end: at, night: night.start });
	}
	if (at < end) parts.push({ start: at, end, night: null });
	return parts;
}
