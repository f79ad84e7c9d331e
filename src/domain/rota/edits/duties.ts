/** Edits of a rota's duties and of the layers that each is made of. */
import type { DutyName, Layer, RingStep, Rota } from "../rota.ts";
import { moved, withItemAt } from "./lists.ts";

/** Adds a duty that nobody has yet; one of that name stays as it is. */
export function withDuty(rota: Rota, name: DutyName): Rota {
	if (Object.hasOwn(rota.duties, name)) return rota;
	return { ...rota, duties: { ...rota.duties, [name]: [] } };
}

/** Gives a duty another name everywhere: its layers, the overrides, whom a call rings, and the fallback. */
export function withDutyRenamed(
	rota: Rota,
	from: DutyName,
	to: DutyName,
): Rota {
	const isTaken =
		Object.hasOwn(rota.duties, to) || Object.hasOwn(rota.people, to);
	if (!Object.hasOwn(rota.duties, from) || isTaken) return rota;
	const renamed = (name: string) => (name === from ? to : name);
	const steps = (list: readonly RingStep[]) =>
		list.map((step) => ({ ...step, ring: step.ring.map(renamed) }));
	return {
		...rota,
		duties: Object.fromEntries(
			Object.entries(rota.duties).map(([name, layers]) => [
				renamed(name),
				layers,
			]),
		),
		...(rota.overrides && {
			overrides: rota.overrides.map((override) => ({
				...override,
				duty: renamed(override.duty),
			})),
		}),
		routing: {
			open: steps(rota.routing.open),
			closed: steps(rota.routing.closed),
		},
		fallback: rota.fallback.map(renamed),
	};
}

/**
 * Takes a duty away everywhere: its layers, its overrides, and its name in whom a call rings; a step that rings nobody else
 * goes too. The fallback is compulsory: a duty that is alone in it stays.
 */
export function withoutDuty(rota: Rota, duty: DutyName): Rota {
	const isOther = (name: string) => name !== duty;
	const fallback = rota.fallback.filter(isOther);
	if (fallback.length === 0) return rota;
	const steps = (list: readonly RingStep[]) =>
		list
			.map((step) => ({ ...step, ring: step.ring.filter(isOther) }))
			.filter(({ ring }) => ring.length > 0);
	const { overrides: all, ...rest } = rota;
	const overrides = all?.filter((override) => override.duty !== duty) ?? [];
	return {
		...rest,
		duties: Object.fromEntries(
			Object.entries(rota.duties).filter(([name]) => isOther(name)),
		),
		...(overrides.length > 0 && { overrides }),
		routing: {
			open: steps(rota.routing.open),
			closed: steps(rota.routing.closed),
		},
		fallback,
	};
}

/** Puts a layer in the place of the one at the index, takes that away, or adds one on top. */
export function withLayerAt(
	rota: Rota,
	duty: DutyName,
	index: number,
	layer: Layer | null,
): Rota {
	return withLayers(rota, duty, (layers) => withItemAt(layers, index, layer));
}

/** Moves a layer; the later one beats the earlier. */
export function withLayerMoved(
	rota: Rota,
	duty: DutyName,
	from: number,
	to: number,
): Rota {
	return withLayers(rota, duty, (layers) => moved(layers, from, to));
}

function withLayers(
	rota: Rota,
	duty: DutyName,
	edit: (layers: readonly Layer[]) => readonly Layer[],
): Rota {
	const layers = rota.duties[duty];
	if (!layers) return rota;
	return { ...rota, duties: { ...rota.duties, [duty]: edit(layers) } };
}
