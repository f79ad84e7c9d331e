import { memo, type RefObject, useLayoutEffect, useRef } from "react";
import type { TimeSpan } from "../../../domain/rota/shifts.ts";
import type { Timeline } from "../../../domain/rota/timeline.ts";
import { handoverOf } from "./gesture.ts";
import styles from "./grid.module.css";
import { type Held, type Shown, useShown } from "./held.ts";
import type { Picked } from "./picking.ts";
import { partOf } from "./view.ts";

interface PreviewProps {
	readonly held: Held;
	readonly picked: Picked | null;
	readonly place: RefObject<HTMLElement | null>;
}

/** A tint over the row that a gesture is over. It is always there, unseen, so that its coming moves no layers. */
export const OverRow = memo(function OverRow({
	held,
	picked,
	place,
}: PreviewProps) {
	const shown = useShown(held, picked);
	const over = useRef<HTMLDivElement>(null);
	useFollowedRow(over, place, shown?.row ?? null);
	return <div ref={over} className={styles.over} aria-hidden />;
});

/** Above the rows: where a gesture would put its hours. */
export const Preview = memo(function Preview({
	held,
	picked,
	place,
	timeline,
	view,
}: PreviewProps & { timeline: Timeline; view: TimeSpan }) {
	const shown = useShown(held, picked);
	const hours = shown && hoursOf(timeline, shown);
	const preview = useRef<HTMLDivElement>(null);
	useFollowedRow(preview, place, hours ? shown.row : null);
	return (
		<div className={styles.field} aria-hidden>
			<div
				ref={preview}
				className={styles.preview}
				style={hours ? partOf(view, hours.start, hours.end) : undefined}
			/>
		</div>
	);
});

function hoursOf(timeline: Timeline, { gesture }: Shown) {
	return gesture.kind === "resize"
		? (handoverOf(timeline, gesture)?.part ?? null)
		: gesture;
}

/** Lays an element over a row, or hides it. */
function useFollowedRow(
	element: RefObject<HTMLElement | null>,
	place: RefObject<HTMLElement | null>,
	row: string | null,
): void {
	useLayoutEffect(() => {
		const follower = element.current;
		const followed =
			row === null
				? null
				: place.current?.querySelector<HTMLElement>(
						`[data-row="${CSS.escape(row)}"]`,
					);
		if (!follower) return;
		follower.style.opacity = followed ? "1" : "0";
		if (!followed) return;
		follower.style.transform = `translateY(${followed.offsetTop}px)`;
		follower.style.height = `${followed.offsetHeight}px`;
	}, [element, place, row]);
}

/** The row at a height of the grid. */
export function rowAt(grid: HTMLElement | null, y: number): string | null {
	for (const row of grid?.querySelectorAll<HTMLElement>("[data-row]") ?? []) {
		const top = row.offsetTop;
		if (y >= top && y < top + row.offsetHeight)
			return row.getAttribute("data-row");
	}
	return null;
}
