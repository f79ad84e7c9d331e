import { differenceBetween } from "../../../domain/rota/difference.ts";
import type { TimeSpan } from "../../../domain/rota/shifts.ts";
import type { Timeline } from "../../../domain/rota/timeline.ts";
import type { ReviewView } from "../../../web/api/rota-shapes.ts";

/** The hours that change hands between two timelines, written as the service's review writes them. */
export function changesBetween(
	before: Timeline,
	after: Timeline,
	span: TimeSpan,
): ReviewView["changes"] {
	return differenceBetween(before, after, span).map(
		({ start, end, ...who }) => ({
			...who,
			start: start.toUTC().toISO() ?? "",
			end: end.toUTC().toISO() ?? "",
		}),
	);
}
