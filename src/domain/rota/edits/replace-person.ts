/** Takes a person out of a rota in one step, with somebody in their place or with nobody. */
import type { DateTime } from "luxon";
import type {
	Layer,
	Override,
	PersonId,
	RingStep,
	Rota,
	Rotation,
	WrittenShift,
} from "../rota.ts";
import { clockOf, minuteMillis } from "../wall-clock.ts";
import { turnHolder, turnsFrom, withTurnOf } from "./present-turn.ts";
import { writtenTime } from "./written-time.ts";

/**
 * The rota without a person, who must not be named by it any more. With somebody in their place, every turn, shift, override
 * and step to come is that one's, and nobody else's turn changes. With null the places are dropped where they can be: a
 * rotation goes on with the others, shifts to come become gaps, and a fallback may be left empty, which no publish accepts.
 * Shifts and overrides that are past go with the person (older versions keep them); of one going on, only what is left of
 * it is handed over.
 *
 * @param by another person of the rota, or null.
 */
export function withPersonReplaced(
	rota: Rota,
	person: PersonId,
	by: PersonId | null,
	now: DateTime,
): Rota {
	const change = { rota, person, by, now };
	const { [person]: _, ...people } = rota.people;
	const duties = Object.entries(rota.duties).map(([duty, layers]) => [
		duty,
		layers.flatMap((layer) => layerWithout(layer, change)),
	]);
	const overrides = (rota.overrides ?? []).flatMap((override) =>
		overrideWithout(override, change),
	);
	const { overrides: __, ...rest } = rota;
	return {
		...rest,
		people,
		duties: Object.fromEntries(duties),
		...(overrides.length > 0 && { overrides }),
		routing: {
			open: stepsWithout(rota.routing.open, change),
			closed: stepsWithout(rota.routing.closed, change),
		},
		fallback: namesWithout(rota.fallback, change),
	};
}

interface Replacement {
	readonly rota: Rota;
	readonly person: PersonId;
	readonly by: PersonId | null;
	readonly now: DateTime;
}

function layerWithout(layer: Layer, change: Replacement): Layer[] {
	if ("rotation" in layer) {
		const rotation = rotationWithout(layer.rotation, change);
		return rotation ? [{ rotation }] : [];
	}
	if (!("shifts" in layer)) return [layer];
	const shifts = layer.shifts.flatMap((shift): WrittenShift[] => {
		if (shift.person !== change.person) return [shift];
		const left = leftOf(shift, change);
		return left && change.by !== null ? [{ ...left, person: change.by }] : [];
	});
	return [{ shifts }];
}

/** With somebody in every one of their places the turns stay as they are; without them, whoever has the turn keeps it. */
function rotationWithout(
	rotation: Rotation,
	{ rota, person, by, now }: Replacement,
): Rotation | null {
	const { people } = rotation;
	if (!people.includes(person)) return rotation;
	if (by !== null)
		return {
			...rotation,
			people: people.map((each) => (each === person ? by : each)),
		};
	const others = people.filter((each) => each !== person);
	if (others.length === 0) return null;
	const holder = nextOther(rotation, person, rota.zone, now);
	const left = { ...rotation, people: others };
	return holder === null ? left : withTurnOf(left, holder, rota.zone, now);
}

/** Whoever has the turn now, or the first after them who is not the one who leaves; null while no turn is going on. */
function nextOther(
	rotation: Rotation,
	person: PersonId,
	zone: string,
	now: DateTime,
): PersonId | null {
	if (turnHolder(rotation, zone, now) === null) return null;
	const most = rotation.people.length + 1;
	const turns = turnsFrom(rotation, zone, now, most);
	return turns.find((turn) => turn.person !== person)?.person ?? null;
}

function overrideWithout(override: Override, change: Replacement): Override[] {
	const { person, by } = change;
	if (override.person !== person && override.instead !== person)
		return [override];
	const left = leftOf(override, change);
	if (!left || by === null) return [];
	const comes = override.person === person ? by : override.person;
	const instead = override.instead === person ? by : override.instead;
	if (comes === instead) return [];
	return [
		{ ...left, person: comes, ...(instead !== undefined && { instead }) },
	];
}

/** What is still to come of a span; null when nothing is, or its times cannot be read. */
function leftOf<Span extends Pick<WrittenShift, "start" | "end">>(
	span: Span,
	{ rota, now }: Replacement,
): Span | null {
	const clock = clockOf(rota.zone);
	const start = clock?.read(span.start) ?? null;
	const end = clock?.read(span.end) ?? null;
	if (start === null || end === null || end <= now.toMillis()) return null;
	if (start >= now.toMillis()) return span;
	const minute = Math.floor(now.toMillis() / minuteMillis) * minuteMillis;
	return { ...span, start: writtenTime(minute, rota.zone) };
}

/** A step that rings nobody any more goes. */
function stepsWithout(
	steps: readonly RingStep[],
	change: Replacement,
): RingStep[] {
	return steps
		.map((step) => ({ ...step, ring: namesWithout(step.ring, change) }))
		.filter(({ ring }) => ring.length > 0);
}

function namesWithout(
	names: readonly string[],
	{ person, by }: Replacement,
): string[] {
	const left = names.flatMap((name) => {
		if (name !== person) return [name];
		return by === null ? [] : [by];
	});
	return [...new Set(left)];
}
