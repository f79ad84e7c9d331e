/** Edits of whom a call rings. */
import type { RingStep, Rota } from "../rota.ts";
import { moved, withItemAt } from "./lists.ts";

/** When the office is open, or when it is closed. */
export type RoutingSide = keyof Rota["routing"];

/** Puts a step in the place of the one at the index, takes that away, or adds one at the end. */
export function withStepAt(
	rota: Rota,
	side: RoutingSide,
	index: number,
	step: RingStep | null,
): Rota {
	return withSteps(rota, side, withItemAt(rota.routing[side], index, step));
}

export function withStepMoved(
	rota: Rota,
	side: RoutingSide,
	from: number,
	to: number,
): Rota {
	return withSteps(rota, side, moved(rota.routing[side], from, to));
}

function withSteps(
	rota: Rota,
	side: RoutingSide,
	steps: readonly RingStep[],
): Rota {
	return { ...rota, routing: { ...rota.routing, [side]: steps } };
}

/** The fallback is compulsory: an empty one changes nothing. */
export function withFallback(rota: Rota, names: readonly string[]): Rota {
	return names.length > 0 ? { ...rota, fallback: names } : rota;
}
