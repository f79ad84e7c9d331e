/** What a local time that somebody typed means on the wall clock of a zone: most are plain, some never come, some come twice. */
import type { RotaTime } from "../rota.ts";
import { clockOf, readRotaTime } from "../wall-clock.ts";

export type TypedTime =
	| { readonly kind: "plain" }
	/** No date and time at all. */
	| { readonly kind: "unreadable" }
	/** The clocks jump over it; the same moment is called this, before and after the jump. */
	| {
			readonly kind: "skipped";
			readonly choices: readonly [RotaTime, RotaTime];
	  }
	/** The clocks show it twice: first and second, each written with its offset. */
	| { readonly kind: "twice"; readonly choices: readonly [RotaTime, RotaTime] };

/**
 * Judges a typed date-time such as `2026-10-25T03:30`. One with an offset or `Z` is always plain. The choices of a skipped
 * time are the same distance before and after the jump; both exist.
 */
export function typedTime(text: RotaTime, zone: string): TypedTime {
	const clock = clockOf(zone);
	const moment = readRotaTime(text);
	if (!clock || !moment) return { kind: "unreadable" };
	if (moment.kind === "instant") return { kind: "plain" };
	const instant = clock.instantOf(moment.local);
	const shown = clock.localOf(instant);
	if (shown !== moment.local) {
		const jump = shown - moment.local;
		return {
			kind: "skipped",
			choices: [localText(moment.local - jump), localText(shown)],
		};
	}
	const offset = moment.local - instant;
	for (const hours of [1, 0.5, 2]) {
		const later = instant + hours * 3_600_000;
		if (clock.localOf(later) === moment.local)
			return {
				kind: "twice",
				choices: [
					withOffset(moment.local, offset),
					withOffset(moment.local, moment.local - later),
				],
			};
	}
	return { kind: "plain" };
}

function localText(local: number): RotaTime {
	return new Date(local).toISOString().slice(0, 16);
}

function withOffset(local: number, offset: number): RotaTime {
	const minutes = Math.abs(offset) / 60_000;
	const two = (value: number) => String(value).padStart(2, "0");
	const sign = offset < 0 ? "-" : "+";
	return `${localText(local)}${sign}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
