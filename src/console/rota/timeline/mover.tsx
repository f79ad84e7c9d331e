import { useItem } from "dnd-timeline";
import {
	type PointerEventHandler,
	type RefObject,
	useLayoutEffect,
} from "react";
import styles from "./grid.module.css";
import type { Piece } from "./pieces.ts";

/** A piece that the pointer has come down on, and where its bar stands in the grid. */
export interface Grasped {
	readonly piece: Piece;
	readonly row: string;
	/** The instant that it came down on, and the place in the grid. */
	readonly at: number;
	readonly x: number;
	readonly y: number;
	readonly top: number;
	readonly width: number;
	readonly height: number;
}

/** How much of a bar its ends are, half of it outside; narrow bars keep a middle that can be dragged. */
const handlePixels = (width: number) => Math.min(14, width / 2);

/**
 * The one thing that is dragged: unseen, it lies over the bar that the pointer came down on. A timeline of thousands of bars
 * then has one draggable, and nothing but the preview is drawn anew while it moves.
 */
export function Mover({
	grasped: { piece, top, width, height },
	grasp,
}: {
	grasped: Grasped;
	/** Is given what takes the pointer's coming down. */
	grasp: RefObject<PointerEventHandler | null>;
}) {
	const item = useItem({
		id: piece.id,
		span: piece,
		resizeHandleWidth: handlePixels(width),
	});
	const take = item.listeners.onPointerDown;
	useLayoutEffect(() => {
		grasp.current = take;
	}, [grasp, take]);
	return (
		<div className={styles.field} style={{ top, height, bottom: "auto" }}>
			<div
				ref={item.setNodeRef}
				className={styles.mover}
				style={{ ...item.itemStyle, transform: undefined }}
			/>
		</div>
	);
}

/** Which end of a bar a pointer is at, by the same measure as the mover's. */
export function edgeUnder(bar: Element, x: number): boolean {
	const { left, right, width } = bar.getBoundingClientRect();
	const reach = handlePixels(width) / 2;
	return Math.abs(x - left) <= reach || Math.abs(x - right) <= reach;
}
