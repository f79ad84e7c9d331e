/** Overrides that are over, and a rota without them. */
import type { DateTime } from "luxon";
import type { Rota } from "../rota.ts";
import { clockOf } from "../wall-clock.ts";

/** Indexes of the overrides that had ended by then. */
export function pastOverrides(rota: Rota, now: DateTime): readonly number[] {
	const clock = clockOf(rota.zone);
	return (rota.overrides ?? []).flatMap(({ end }, index) => {
		const ended = clock?.read(end);
		return typeof ended === "number" && ended <= now.toMillis() ? [index] : [];
	});
}

export function withoutPastOverrides(rota: Rota, now: DateTime): Rota {
	const past = pastOverrides(rota, now);
	const { overrides: all = [], ...rest } = rota;
	const overrides = all.filter((_, index) => !past.includes(index));
	return overrides.length > 0 ? { ...rest, overrides } : rest;
}
