/** Until when a fault is to be seen to. */
import type { DateTime } from "luxon";
import type { Urgency } from "./ticket.ts";

/** From the report until it is due, by urgency. */
export type DueMinutes = Readonly<Record<Urgency, number>>;

/** When it is due: so many minutes of real time after the report, nights and holidays counted. */
export function dueAt(
	openedAt: DateTime,
	urgency: Urgency,
	minutes: DueMinutes,
): DateTime {
	return openedAt.plus({ milliseconds: minutes[urgency] * 60_000 });
}
