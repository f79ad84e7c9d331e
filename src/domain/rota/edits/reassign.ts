/** Giving a stretch of a duty to somebody, as an override. */
import type { DutyName, Override, PersonId, Rota } from "../rota.ts";
import type { Timeline } from "../timeline.ts";
import { spansOf } from "../track.ts";
import { writtenTime } from "./written-time.ts";

/** A stretch of a duty; `start <= t < end`, in Unix milliseconds. */
export interface DutyPart {
	readonly duty: DutyName;
	readonly start: number;
	readonly end: number;
}

/** Whoever holds some of a stretch, and for how long. */
export interface Share {
	/** null: nobody. */
	readonly person: PersonId | null;
	readonly millis: number;
}

/** Who holds a stretch of a duty now, in the order of their first turn. */
export function sharesOf(
	timeline: Timeline,
	{ duty, start, end }: DutyPart,
): Share[] {
	const track = timeline.duties.get(duty);
	const held = new Map<PersonId | null, number>();
	for (const span of track ? spansOf(track, start, end) : [])
		held.set(span.value, (held.get(span.value) ?? 0) + span.end - span.start);
	return [...held].map(([person, millis]) => ({ person, millis }));
}

/**
 * The override that gives a stretch to somebody. Where one person holds all of it now, it acts only instead of them, so that
 * it takes nothing from anybody else when the layers beneath change.
 */
export function overrideFor(
	timeline: Timeline,
	part: DutyPart,
	to: { readonly person: Override["person"]; readonly why?: string },
): Override {
	const { zone } = timeline.rota;
	const [only, ...others] = sharesOf(timeline, part);
	const why = to.why?.trim();
	return {
		duty: part.duty,
		start: writtenTime(part.start, zone),
		end: writtenTime(part.end, zone),
		person: to.person,
		...(only &&
		others.length === 0 &&
		only.person !== null &&
		only.person !== to.person
			? { instead: only.person }
			: {}),
		...(why ? { why } : {}),
	};
}

/** Index of the override that a reason's `where` names; null when it names something else, or one that is not there. */
export function overrideIndexOf(
	rota: Rota,
	where: string | undefined,
): number | null {
	const found = /^overrides\[(\d+)\]$/.exec(where ?? "");
	const index = found ? Number(found[1]) : null;
	return index !== null && rota.overrides?.[index] ? index : null;
}
