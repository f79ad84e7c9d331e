/** When it is night, on the wall clock. */
import type { LocalTime } from "../rota/rota.ts";
import { timesOf } from "../rota/windows.ts";

export interface NightBounds {
	readonly start: LocalTime;
	/** At or before the start means the next morning. */
	readonly end: LocalTime;
}

export const usualNight: NightBounds = { start: "22:00", end: "06:00" };

/** Reads `22:00-06:00`; null when it is none, or when the night would have no end. */
export function readNight(text: string): NightBounds | null {
	const [, start, end] = /^(\d{2}:\d{2})[-–](\d{2}:\d{2})$/.exec(text) ?? [];
	if (!start || !end || start === end || start === "24:00") return null;
	return timesOf(start, end) ? { start, end } : null;
}
