import { localDay, wallClock } from "../wall-clock.ts";

/** Instants at which a shift can be cut, in Unix milliseconds, by the day of the line's wall clock that they are on. */
export interface CutDay {
	/** `2026-12-04` */
	readonly day: string;
	readonly at: readonly number[];
}

const hour = 3_600_000;

/**
 * Every full hour of the shift from `from` on, with its own two ends. They are instants, so that an hour of the night when the
 * clock goes back is there twice and one that is left out is not there at all.
 */
export function cutsOf(
	shift: { readonly start: string; readonly end: string },
	zone: string,
	from: Date,
): CutDay[] {
	const first = Math.max(
		new Date(shift.start).getTime(),
		Math.floor(from.getTime() / 60_000) * 60_000,
	);
	const last = new Date(shift.end).getTime();
	const cuts = [first];
	for (let at = nextHour(first, zone); at < last; at += hour) cuts.push(at);
	if (last > first) cuts.push(last);
	const days = new Map<string, number[]>();
	for (const at of cuts) {
		const day = localDay(new Date(at), zone).toISOString().slice(0, 10);
		days.set(day, [...(days.get(day) ?? []), at]);
	}
	return [...days].map(([day, at]) => ({ day, at }));
}

/** The zone's next full hour; zones may be off by half an hour or three quarters. */
function nextHour(at: number, zone: string): number {
	const { minute, second } = wallClock(new Date(at), zone);
	return (
		at - (at % 1_000) + hour - (Number(minute) * 60 + Number(second)) * 1_000
	);
}
