import {
	type DragEndEvent,
	type DragMoveEvent,
	PointerSensor,
	useSensor,
	useSensors,
} from "@dnd-kit/core";
import type { ResizeMoveEvent } from "dnd-timeline";
import { useEffect, useRef } from "react";
import type { TimeSpan } from "../../../domain/rota/shifts.ts";
import type { Gesture } from "./gesture.ts";
import type { Shown } from "./held.ts";
import type { Grasped } from "./mover.tsx";
import {
	type DragKind,
	dragged,
	dragKind,
	resizing,
} from "./pointer-gesture.ts";

/** Turns what the pointer does into gestures: `show` while it moves, `settle` when it lets go, `show(null)` when it is put back. */
export function useDragging({
	grasped,
	view,
	zone,
	now,
	pixels,
	rowBeneath,
	show,
	settle,
}: {
	grasped: Grasped | null;
	view: TimeSpan;
	zone: string;
	now: number;
	/** Width of the view. */
	pixels: () => number;
	/** The row at a place of the grid, in its pixels; null beside them. */
	rowBeneath: (x: number, y: number) => string | null;
	show: (shown: Shown | null) => void;
	settle: (gesture: Gesture) => void;
}) {
	const kind = useRef<DragKind | null>(null);
	const isFine = useRef(false);
	const isResizing = useRef(false);
	const last = useRef<Shown | null>(null);
	const sensors = useSensors(
		useSensor(PointerSensor, { activationConstraint: { distance: 6 } }),
	);
	useEffect(() => {
		const watch = (event: PointerEvent | KeyboardEvent) => {
			isFine.current = event.shiftKey;
			if (!isResizing.current) return;
			if (!("key" in event) || event.key !== "Escape") return;
			isResizing.current = false;
			finish(null);
		};
		const finish = (shown: Shown | null) => {
			last.current = shown;
			show(shown);
		};
		window.addEventListener("pointermove", watch, true);
		window.addEventListener("keydown", watch, true);
		return () => {
			window.removeEventListener("pointermove", watch, true);
			window.removeEventListener("keydown", watch, true);
		};
	}, [show]);

	const showNow = (shown: Shown | null) => {
		if (isSame(last.current, shown)) return;
		last.current = shown;
		show(shown);
	};
	const step = () => (isFine.current ? "quarter" : "hour");
	const length = view.to.toMillis() - view.from.toMillis();
	const millisOf = (x: number) => (x / pixels()) * length;
	const end = () => {
		const shown = last.current;
		kind.current = null;
		showNow(null);
		if (shown) settle(shown.gesture);
	};
	return {
		sensors,
		onDragMove(event: DragMoveEvent) {
			if (!grasped) return;
			const { piece, row, x, y } = grasped;
			const { delta } = event;
			const over = rowBeneath(x + delta.x, y + delta.y) ?? row;
			kind.current ??= dragKind(event, piece, over === row);
			const gesture = dragged(kind.current, {
				piece,
				from: row,
				over,
				view,
				now,
				zone,
				step: step(),
				grabbedAt: grasped.at,
				movedBy: millisOf(delta.x),
			});
			showNow({ gesture, row: over });
		},
		onDragEnd: (_event: DragEndEvent) => end(),
		onDragCancel() {
			kind.current = null;
			showNow(null);
		},
		onResizeMove(event: ResizeMoveEvent) {
			if (!grasped) return;
			isResizing.current ||= last.current === null && event.delta.x !== 0;
			if (!isResizing.current) return;
			const gesture = resizing(event, {
				piece: grasped.piece,
				movedBy: millisOf(event.delta.x),
				zone,
				step: step(),
			});
			showNow({ gesture, row: grasped.row });
		},
		onResizeEnd() {
			const isWanted = isResizing.current;
			isResizing.current = false;
			if (isWanted) end();
		},
	};
}

function isSame(one: Shown | null, other: Shown | null): boolean {
	if (one === null || other === null) return one === other;
	return (
		one.row === other.row &&
		JSON.stringify({ ...one.gesture, piece: null }) ===
			JSON.stringify({ ...other.gesture, piece: null })
	);
}
