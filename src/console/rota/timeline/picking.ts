import type { Edge } from "../../../domain/rota/edits/resize.ts";
import type { Row } from "./board.ts";
import { type Gesture, snapped } from "./gesture.ts";
import type { Piece } from "./pieces.ts";
import { targetOf } from "./pointer-gesture.ts";

/** What the arrows move of a piece that was picked up. */
export type Grip = Edge | "whole";

/** A piece that was picked up by keyboard. */
export interface Picked {
	readonly piece: Piece;
	/** The row that it came from, and the one that it is held over. */
	readonly from: string;
	readonly over: string;
	readonly start: number;
	readonly end: number;
	readonly grip: Grip;
	/** As it was picked up. */
	readonly began: { readonly start: number; readonly end: number };
}

export function pickedUp(
	piece: Piece,
	row: string,
	span: { readonly start: number; readonly end: number },
): Picked {
	return {
		piece,
		from: row,
		over: row,
		...span,
		began: span,
		grip: piece.override === null ? "end" : "whole",
	};
}

/** An override moves whole or by either end; of a shift only the ends can move. */
export function withNextGrip(picked: Picked): Picked {
	const grips: readonly Grip[] =
		picked.piece.override === null
			? ["end", "start"]
			: ["whole", "end", "start"];
	const next = grips[(grips.indexOf(picked.grip) + 1) % grips.length];
	return { ...picked, grip: next ?? "end" };
}

/** Moves what is held by an hour or a quarter of the wall clock, never so far that nothing is left. */
export function shifted(
	picked: Picked,
	by: 1 | -1,
	step: "hour" | "quarter",
	zone: string,
): Picked {
	const { grip } = picked;
	const size = (step === "hour" ? 3_600_000 : 900_000) * by;
	const start =
		grip === "end"
			? picked.start
			: snapped(picked.start + size, zone, "quarter");
	const end =
		grip === "start" ? picked.end : snapped(picked.end + size, zone, "quarter");
	return end > start ? { ...picked, start, end } : picked;
}

/** Holds it over the next or previous row that stands for somebody. */
export function liftedOver(
	picked: Picked,
	rows: readonly Row[],
	by: 1 | -1,
): Picked {
	const targets = rows.filter(({ kind }) => kind !== "duty");
	const at = targets.findIndex(({ id }) => id === picked.over);
	const next = targets[at + by];
	return at >= 0 && next ? { ...picked, over: next.id } : picked;
}

export function gestureOf(picked: Picked): Gesture {
	const { piece, start, end, from, over } = picked;
	const isOwn = from === over;
	if (piece.override !== null)
		return {
			kind: "move",
			piece,
			start,
			end,
			to: isOwn ? piece.person : targetOf(over),
		};
	const isStartMoved = start !== picked.began.start;
	const isEndMoved = end !== picked.began.end;
	if (isOwn && isEndMoved && !isStartMoved)
		return { kind: "resize", piece, edge: "end", at: end };
	if (isOwn && isStartMoved && !isEndMoved)
		return { kind: "resize", piece, edge: "start", at: start };
	return {
		kind: "give",
		piece,
		start,
		end,
		to: isOwn ? undefined : targetOf(over),
	};
}
