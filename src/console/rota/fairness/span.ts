import { DateTime } from "luxon";
import { type Days, daysFrom } from "../../days.ts";

export const spanKinds = ["year", "last", "next", "custom"] as const;

export type SpanKind = (typeof spanKinds)[number];

/** The days that a kind of span means now, in the rota's zone. */
export function daysOf(
	kind: Exclude<SpanKind, "custom">,
	now: Date,
	zone: string,
): Days {
	const today = DateTime.fromJSDate(now, { zone }).startOf("day");
	switch (kind) {
		case "year":
			return daysFrom(today.startOf("year"), today.endOf("year"));
		case "last":
			return daysFrom(today.minus({ weeks: 12 }), today.minus({ days: 1 }));
		case "next":
			return daysFrom(today, today.plus({ weeks: 12 }).minus({ days: 1 }));
	}
}
