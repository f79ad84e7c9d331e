import { useMemo } from "react";
import type { TimeSpan } from "../../../domain/rota/shifts.ts";
import { compileRota, type Timeline } from "../../../domain/rota/timeline.ts";
import { useDesk } from "../desk.tsx";

/** The rota on the desk and what is published, compiled for at least the view; the desk's own as long as they reach. */
export function useTimelines(view: TimeSpan): {
	readonly timeline: Timeline;
	readonly published: Timeline;
} {
	const desk = useDesk();
	const { timeline, publishedTimeline, timelineOver, isChanged, inputs } = desk;
	const { rota } = desk.published;
	return useMemo(() => {
		if (view.from >= timeline.from && view.to <= timeline.to)
			return { timeline, published: publishedTimeline };
		const there = timelineOver(view);
		return {
			timeline: there,
			published: isChanged ? compileRota(rota, { ...view, ...inputs }) : there,
		};
	}, [
		view,
		timeline,
		publishedTimeline,
		timelineOver,
		isChanged,
		inputs,
		rota,
	]);
}
