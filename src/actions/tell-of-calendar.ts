import { DateTime } from "luxon";
import type { Transaction } from "sequelize";
import type { Context } from "../context.ts";
import type { StoredCalendar } from "../database/calendars.ts";
import { addOutgoing } from "../database/messages.ts";
import { hostOf } from "../domain/rota/calendar/address.ts";
import { calendarText } from "../domain/rota/calendar/alarm-texts.ts";
import { lineDuties, officeContacts } from "./line-duties.ts";

const failuresUntilAlarm = 3;

/**
 * Has the office told that a calendar fails, once an outage, and that it is well again if they were told; says whether
 * they know of an outage from now on. Of a calendar that no published rota reads nobody is told.
 */
export async function tellOfCalendar(
	ctx: Context,
	transaction: Transaction,
	calendar: StoredCalendar,
): Promise<boolean> {
	const { failure, failingSince, failures, readAt, alarmed } = calendar;
	const isDue = failure !== null && (failures >= failuresUntilAlarm || !readAt);
	if ((failure !== null) === alarmed || (!alarmed && !isDue)) return alarmed;
	if (!isRead(ctx, calendar)) return failure !== null && alarmed;
	const duties = await lineDuties(ctx, calendar.line, transaction);
	if (!duties) return false;
	const { line, rota, now } = duties;
	const news = {
		line: line.name,
		host: hostOf(calendar.url),
		failing:
			failure && failingSince
				? {
						since: failingSince.toISOString(),
						because: failure,
						status: calendar.failureStatus,
					}
				: null,
		readAt: readAt && DateTime.fromJSDate(readAt),
		zone: rota.zone,
		link: `${ctx.config.publicUrl}/rota/${encodeURIComponent(line.id)}/calendars`,
	};
	const purpose = failure ? "calendar-failing" : "calendar-well";
	const key = `${purpose}:${calendar.id}:${calendar.triedAt?.toISOString()}`;
	for (const contact of officeContacts(ctx, duties, null)) {
		const { subject, body } = calendarText(news, contact.language);
		await addOutgoing(ctx.database, transaction, {
			ticketId: null,
			line: line.id,
			purpose,
			key: `${key}:${contact.to}`,
			sender: line.number,
			recipient: contact.to,
			channel: contact.channel,
			...(contact.channel === "email" ? { subject } : {}),
			body,
			at: now,
		});
	}
	return failure !== null;
}

/** A draft's calendars are looked at too; they are its planner's own matter. */
function isRead(
	ctx: Pick<Context, "rotas">,
	{ line, url }: StoredCalendar,
): boolean {
	const duties = ctx.rotas.current(line)?.rota.duties ?? {};
	return Object.values(duties)
		.flat()
		.some((layer) => "calendar" in layer && layer.calendar.url === url);
}
