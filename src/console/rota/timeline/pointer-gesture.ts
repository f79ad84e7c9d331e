import type { DragMoveEvent, ResizeMoveEvent } from "dnd-timeline";
import type { TimeSpan } from "../../../domain/rota/shifts.ts";
import { nobodyRow } from "./board.ts";
import { type Gesture, snapped } from "./gesture.ts";
import type { Piece } from "./pieces.ts";

/** What a drag has turned out to be: it is decided by its first steps and stays so. */
export type DragKind = "give" | "part" | "move";

interface Dragging {
	readonly piece: Piece;
	/** The row that it came from, and the one beneath the pointer. */
	readonly from: string;
	readonly over: string;
	readonly view: TimeSpan;
	readonly now: number;
	readonly zone: string;
	readonly step: "hour" | "quarter";
	/** The instant beneath the pointer when it came down, and how far it has moved since. */
	readonly grabbedAt: number;
	readonly movedBy: number;
}

/** Sideways within a row chooses a part; to another row gives all of it; an override goes wherever it is taken. */
export function dragKind(
	{ delta }: Pick<DragMoveEvent, "delta">,
	piece: Piece,
	isOwnRow: boolean,
): DragKind {
	if (piece.override !== null) return "move";
	return isOwnRow && Math.abs(delta.x) > Math.abs(delta.y) ? "part" : "give";
}

export function dragged(kind: DragKind, drag: Dragging): Gesture {
	const { piece, zone, step, grabbedAt, movedBy } = drag;
	const isOwn = drag.from === drag.over;
	const to = targetOf(drag.over);
	if (kind === "move")
		return {
			kind,
			piece,
			start: snapped(piece.start + movedBy, zone, step),
			end: snapped(piece.end + movedBy, zone, step),
			to: isOwn ? piece.person : to,
		};
	if (kind === "give")
		return {
			kind,
			piece,
			...givable(piece, drag.view, drag.now),
			to: isOwn ? piece.person : to,
		};
	const [one, other] = [grabbedAt, grabbedAt + movedBy].map((at) =>
		Math.min(Math.max(snapped(at, zone, step), piece.start), piece.end),
	) as [number, number];
	return {
		kind: "give",
		piece,
		start: Math.min(one, other),
		end: Math.max(one, other),
		to: isOwn ? undefined : to,
	};
}

export function resizing(
	event: Pick<ResizeMoveEvent, "direction">,
	{
		piece,
		movedBy,
		zone,
		step,
	}: Pick<Dragging, "piece" | "movedBy" | "zone" | "step">,
): Gesture {
	const edge = event.direction;
	const at = snapped(piece[edge] + movedBy, zone, step);
	return { kind: "resize", piece, edge, at };
}

/** Who a row stands for: null is nobody, undefined says nothing of who. */
export function targetOf(row: string): string | null | undefined {
	if (row === nobodyRow) return null;
	return row.startsWith("person ") ? row.slice("person ".length) : undefined;
}

const longest = 300 * 86_400_000;
const hour = 3_600_000;

/** What is given when a piece is given: not what is past, and of one without end only what is in view. */
export function givable(
	{ start, end }: Pick<Piece, "start" | "end">,
	view: TimeSpan,
	now: number,
): { start: number; end: number } {
	const isEndless = end - start > longest;
	const first = isEndless ? Math.max(start, view.from.toMillis()) : start;
	const last = isEndless ? Math.min(end, view.to.toMillis()) : end;
	const nextHour = Math.ceil(now / hour) * hour;
	return {
		start: first < now && nextHour < last ? nextHour : first,
		end: last,
	};
}
