import { DateTime } from "luxon";
import { type Days, daysFrom } from "../days.ts";

export const spanKinds = [
	"days30",
	"thisMonth",
	"lastMonth",
	"thisYear",
	"custom",
] as const;

export type SpanKind = (typeof spanKinds)[number];

/** The days that a kind of span means now, in the zone; spans up to now end today. */
export function daysOf(
	kind: Exclude<SpanKind, "custom">,
	now: Date,
	zone: string,
): Days {
	const today = DateTime.fromJSDate(now, { zone }).startOf("day");
	switch (kind) {
		case "days30":
			return daysFrom(today.minus({ days: 29 }), today);
		case "thisMonth":
			return daysFrom(today.startOf("month"), today);
		case "lastMonth": {
			const month = today.startOf("month").minus({ months: 1 });
			return daysFrom(month, month.endOf("month"));
		}
		case "thisYear":
			return daysFrom(today.startOf("year"), today);
	}
}
