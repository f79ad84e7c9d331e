import type { DateTime } from "luxon";
import {
	type DutyPart,
	type Share,
	sharesOf,
} from "../../../domain/rota/edits/reassign.ts";
import {
	type Edge,
	withMovedEdge,
	withOverrideTimes,
} from "../../../domain/rota/edits/resize.ts";
import type { Override, PersonId, Rota } from "../../../domain/rota/rota.ts";
import type { Timeline } from "../../../domain/rota/timeline.ts";
import { clockOf, hourMillis } from "../../../domain/rota/wall-clock.ts";
import { neighboursOf, type Piece } from "./pieces.ts";

/** What somebody is about to do to a piece, by dragging or by keys. */
export type Gesture =
	/** Gives a part of it away; `to` is null for nobody, undefined while it is not said who. */
	| {
			readonly kind: "give";
			readonly piece: Piece;
			readonly start: number;
			readonly end: number;
			readonly to: PersonId | null | undefined;
	  }
	/** Moves an override to other hours. */
	| {
			readonly kind: "move";
			readonly piece: Piece;
			readonly start: number;
			readonly end: number;
			readonly to: PersonId | null | undefined;
	  }
	| {
			readonly kind: "resize";
			readonly piece: Piece;
			readonly edge: Edge;
			readonly at: number;
	  };

/** The hours that a gesture would hand over: from whom, and to whom. */
export interface Handover {
	readonly part: DutyPart;
	readonly from: readonly Share[];
	readonly to: PersonId | null | undefined;
}

export function handoverOf(
	timeline: Timeline,
	gesture: Gesture,
): Handover | null {
	const { piece } = gesture;
	const { duty } = piece;
	if (gesture.kind !== "resize") {
		const { start, end, to } = gesture;
		return givenTo(timeline, { duty, start, end }, to);
	}
	const { edge, at } = gesture;
	if (at === piece[edge]) return null;
	const part = {
		duty,
		start: Math.min(at, piece[edge]),
		end: Math.max(at, piece[edge]),
	};
	const grows = edge === "end" ? at > piece.end : at < piece.start;
	const to = grows
		? piece.person
		: (neighbourAt(timeline, piece, edge)?.person ?? null);
	return { part, from: sharesOf(timeline, part), to };
}

/** The hours of a part that somebody would get from others; null when they have all of it. */
export function givenTo(
	timeline: Timeline,
	part: DutyPart,
	to: Handover["to"],
): Handover | null {
	const from = sharesOf(timeline, part).filter(({ person }) => person !== to);
	return from.length > 0 ? { part, from, to } : null;
}

function neighbourAt(timeline: Timeline, piece: Piece, edge: Edge) {
	const { before, after } = neighboursOf(timeline, piece);
	return edge === "end" ? after : before;
}

/** The rota with an end of a piece moved; null when nobody would have the hours. */
export function resized(
	rota: Rota,
	timeline: Timeline,
	{ piece, edge, at }: Extract<Gesture, { kind: "resize" }>,
): Rota | null {
	const neighbour = neighbourAt(timeline, piece, edge);
	return withMovedEdge(
		rota,
		heldOf(piece),
		edge,
		at,
		neighbour && heldOf(neighbour),
	);
}

function heldOf({ because, ...piece }: Piece) {
	return because.where === undefined
		? piece
		: { ...piece, where: because.where };
}

/** The rota with an override's hours, person and reason changed. */
export function withOverrideChanged(
	rota: Rota,
	index: number,
	{
		start,
		end,
		person,
		why,
	}: { start: number; end: number; person: Override["person"]; why: string },
): Rota {
	const moved = withOverrideTimes(rota, index, { start, end });
	const override = moved.overrides?.[index];
	if (!override || end <= start) return moved;
	const { why: _, instead, ...rest } = override;
	const changed: Override = {
		...rest,
		person,
		...(instead !== undefined && instead !== person ? { instead } : {}),
		...(why.trim() === "" ? {} : { why: why.trim() }),
	};
	return {
		...moved,
		overrides: (moved.overrides ?? []).map((each, place) =>
			place === index ? changed : each,
		),
	};
}

/** The nearest whole hour of the wall clock, or quarter of an hour. */
export function snapped(
	millis: number,
	zone: string,
	step: "hour" | "quarter",
): number {
	const clock = clockOf(zone);
	if (!clock) return millis;
	const size = step === "hour" ? hourMillis : hourMillis / 4;
	const local = clock.localOf(millis);
	return millis + Math.round(local / size) * size - local;
}

/** The night ahead: from when the office closes, or the next hour where it is closed, until it opens or the next morning. */
export function tonight(
	timeline: Timeline,
	now: DateTime,
): { start: number; end: number } {
	const { office } = timeline;
	const changes = [...office.starts].filter((at) => at > now.toMillis());
	const opens = (at: number) =>
		office.cuts[office.starts.indexOf(at)]?.value === true;
	const isOpen = changes.length > 0 && !opens(changes[0] as number);
	const start = isOpen
		? (changes[0] as number)
		: now.plus({ hours: 1 }).startOf("hour").toMillis();
	const zoned = now.setZone(timeline.rota.zone);
	const morning = zoned.plus({ days: zoned.hour < 8 ? 0 : 1 }).set({
		hour: 8,
		minute: 0,
		second: 0,
		millisecond: 0,
	});
	const opening = changes.find((at) => at > start && opens(at));
	const end = Math.min(opening ?? Number.POSITIVE_INFINITY, morning.toMillis());
	return { start, end: Math.max(end, start + hourMillis) };
}
