/** Moving an end of a shift: the neighbour gives the hours, or gets them. */
import type { Override, PersonId, Rota } from "../rota.ts";
import { clockOf } from "../wall-clock.ts";
import { withOverride, withOverrideAt } from "./overrides.ts";
import { type DutyPart, overrideIndexOf } from "./reassign.ts";
import { writtenTime } from "./written-time.ts";

/** A stretch of a duty with its holder, and the part of the rota that says so. */
export interface HeldPart extends DutyPart {
	/** null: nobody. */
	readonly person: PersonId | null;
	readonly where?: string;
}

export type Edge = "start" | "end";

/** The rota with the end moved; null when nobody would have the hours that are left. */
export function withMovedEdge(
	rota: Rota,
	held: HeldPart,
	edge: Edge,
	to: number,
	neighbour: HeldPart | null,
): Rota | null {
	const at = held[edge];
	if (to === at) return rota;
	const own = overrideEndingAt(rota, held, edge);
	if (own !== null) return withOverrideEdge(rota, own, edge, to);
	const grows = edge === "end" ? to > at : to < at;
	const facing = edge === "end" ? "start" : "end";
	const theirs = neighbour && overrideEndingAt(rota, neighbour, facing);
	const isWithinTheirs =
		neighbour && (edge === "end" ? to < neighbour.end : to > neighbour.start);
	if (theirs !== null && (!grows || isWithinTheirs))
		return withOverrideEdge(rota, theirs, facing, to);
	const person = grows ? held.person : (neighbour?.person ?? null);
	if (person === null) return null;
	const bound =
		edge === "end" ? Math.max(to, held.start) : Math.min(to, held.end);
	return withOverride(rota, {
		duty: held.duty,
		start: writtenTime(Math.min(at, bound), rota.zone),
		end: writtenTime(Math.max(at, bound), rota.zone),
		person,
	});
}

/** The rota with an override's times changed; one that would be empty is taken away, one that reaches further acts instead of whoever is there. */
export function withOverrideTimes(
	rota: Rota,
	index: number,
	times: { readonly start: number; readonly end: number },
): Rota {
	const override = rota.overrides?.[index];
	const clock = clockOf(rota.zone);
	if (!override || !clock) return rota;
	if (times.end <= times.start) return withOverrideAt(rota, index, null);
	const { start: starts, end: ends, instead, ...rest } = override;
	const start = clock.read(starts);
	const end = clock.read(ends);
	const grows =
		(start !== null && times.start < start) ||
		(end !== null && times.end > end);
	return withOverrideAt(rota, index, {
		...rest,
		start: start === times.start ? starts : writtenTime(times.start, rota.zone),
		end: end === times.end ? ends : writtenTime(times.end, rota.zone),
		...(instead !== undefined && !grows ? { instead } : {}),
	});
}

function withOverrideEdge(
	rota: Rota,
	index: number,
	edge: Edge,
	to: number,
): Rota {
	const clock = clockOf(rota.zone);
	const override = rota.overrides?.[index] as Override;
	return withOverrideTimes(rota, index, {
		start: clock?.read(override.start) ?? to,
		end: clock?.read(override.end) ?? to,
		[edge]: to,
	});
}

/** The override that a stretch is there because of, where the end of one is the end of the other. */
function overrideEndingAt(
	rota: Rota,
	held: HeldPart,
	edge: Edge,
): number | null {
	const index = overrideIndexOf(rota, held.where);
	if (index === null) return null;
	const written = rota.overrides?.[index]?.[edge] ?? "";
	return clockOf(rota.zone)?.read(written) === held[edge] ? index : null;
}
