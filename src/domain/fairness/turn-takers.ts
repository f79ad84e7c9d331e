/** Who takes turns at a duty, and from when to when: among them an even share is even. */
import type { DutyName, PersonId } from "../rota/rota.ts";
import type { HeldTimeline } from "./held.ts";

/** From `start` to `end` (Unix milliseconds) the same people take turns. */
export interface TurnTakers {
	readonly start: number;
	readonly end: number;
	readonly people: readonly PersonId[];
}

/**
 * The turn-takers of a duty over a piece of time, without holes. The people of a rotation take turns from its first visible
 * turn to its last one; somebody with written shifts, or shifts in a calendar, from their first one to their last. Who only
 * comes in by an override takes no turns.
 */
export function turnTakersOf(
	piece: HeldTimeline,
	duty: DutyName,
): TurnTakers[] {
	const times = turnTimes(piece, duty);
	const bounds = new Set([piece.from, piece.to]);
	for (const { start, end } of times.values())
		for (const bound of [start, end])
			if (bound > piece.from && bound < piece.to) bounds.add(bound);
	const sorted = [...bounds].sort((a, b) => a - b);
	return sorted.slice(0, -1).map((start, index) => ({
		start,
		end: sorted[index + 1] as number,
		people: [
			...new Set(
				[...times.values()]
					.filter((time) => time.start <= start && time.end > start)
					.flatMap(({ people }) => people),
			),
		],
	}));
}

interface TurnTime {
	readonly people: readonly PersonId[];
	readonly start: number;
	end: number;
}

function turnTimes(
	{ timeline }: HeldTimeline,
	duty: DutyName,
): Map<string, TurnTime> {
	const track = timeline.duties.get(duty);
	const layers = timeline.rota.duties[duty] ?? [];
	const times = new Map<string, TurnTime>();
	for (const [index, cut] of (track?.cuts ?? []).entries()) {
		const { because, value, start } = cut;
		const end = track?.cuts[index + 1]?.start ?? track?.end ?? start;
		const place = /\[(\d+)\]$/.exec(because.where ?? "")?.[1];
		const layer = layers[Number(place)];
		if (!layer || value === null || because.kind === "override") continue;
		const isRotation = "rotation" in layer;
		const key = isRotation ? `${place}` : `${place} ${value}`;
		const known = times.get(key);
		if (known) known.end = end;
		else
			times.set(key, {
				start,
				end,
				people: isRotation ? layer.rotation.people : [value],
			});
	}
	return times;
}
