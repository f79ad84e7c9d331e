/** When somebody is reminded of a ticket: soon where it burns, and otherwise not at night. */
import type { DateTime } from "luxon";
import type { Urgency } from "./ticket.ts";

/**
 * The instant of the next reminder after `from`, which is in the line's zone. What is urgent is reminded of at any hour; the rest waits
 * for the day.
 */
export function reminderAt(
	from: DateTime,
	urgency: Urgency,
	alarmMinutes: number,
): DateTime {
	const at = from.plus({ minutes: alarmMinutes * alarmsUntil[urgency] });
	return isAlwaysTold(urgency) ? at : inTheDay(at);
}

/** Whether it may wake somebody. */
export function mayBeTold(at: DateTime, urgency: Urgency): boolean {
	return isAlwaysTold(urgency) || +inTheDay(at) === +at;
}

function isAlwaysTold(urgency: Urgency): boolean {
	return urgency === "emergency" || urgency === "urgent";
}

/** The same instant, or the next morning's. */
function inTheDay(at: DateTime): DateTime {
	if (at.hour >= firstHour && at.hour < lastHour) return at;
	const morning = at.startOf("day").set({ hour: firstHour });
	return at.hour < firstHour ? morning : morning.plus({ days: 1 });
}

const firstHour = 8;
const lastHour = 20;

/** With the usual ten minutes between alarms: ten minutes, half an hour, four hours, a day. */
const alarmsUntil: Readonly<Record<Urgency, number>> = {
	emergency: 1,
	urgent: 3,
	normal: 24,
	low: 144,
};
