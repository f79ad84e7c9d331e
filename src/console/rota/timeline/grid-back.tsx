import { memo } from "react";
import { openSpans, type TimeSpan } from "../../../domain/rota/shifts.ts";
import type { Timeline } from "../../../domain/rota/timeline.ts";
import styles from "./grid.module.css";
import { daysIn, placeIn, type Scale } from "./view.ts";

/** Behind all rows, in one picture: the office's hours, and where days or weeks begin. */
export const GridBack = memo(
	Back,
	(one, other) =>
		one.timeline.office === other.timeline.office &&
		one.view === other.view &&
		one.scale === other.scale,
);

function Back({
	timeline,
	view,
	scale,
}: {
	timeline: Timeline;
	view: TimeSpan;
	scale: Scale;
}) {
	const office = openSpans(timeline, view).map(({ start, end }) => {
		const left = placeIn(view, start.toMillis());
		const right = placeIn(view, end.toMillis());
		return `M${left} 0H${right}V1H${left}Z`;
	});
	const begins =
		scale === "day"
			? [view.from]
			: daysIn(view).filter((day) => scale !== "quarter" || day.weekday === 1);
	const lines = begins.map((day) => `M${placeIn(view, day.toMillis())} 0V1`);
	return (
		<svg
			className={styles.back}
			viewBox="0 0 100 1"
			preserveAspectRatio="none"
			aria-hidden
		>
			<path className={styles.office} d={office.join("")} />
			<path className={styles.lines} d={lines.join("")} />
		</svg>
	);
}
