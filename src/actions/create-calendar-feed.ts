import { randomBytes, randomUUID } from "node:crypto";
import type { Context } from "../context.ts";
import {
	addCalendarFeed,
	type CalendarFeed,
} from "../database/calendar-feeds.ts";

/** Makes a calendar feed; the address is told here and stored nowhere, only the hash of its secret. An earlier one of the same dies. */
export async function createCalendarFeed(
	ctx: Pick<Context, "database" | "clock" | "config">,
	{
		by,
		...feed
	}: Pick<
		CalendarFeed,
		"line" | "subjectKind" | "subject" | "alarmMinutes" | "language" | "owner"
	> & { readonly by: string },
): Promise<{ readonly id: string; readonly url: string }> {
	const { database } = ctx;
	const id = randomUUID();
	const secret = randomBytes(32).toString("base64url");
	const { subjectKind, subject, alarmMinutes, line } = feed;
	await database.transaction((transaction) =>
		addCalendarFeed(database, { id, secret, ...feed }, transaction, {
			at: ctx.clock.now(),
			actor: by,
			action: "calendar-feed-created",
			subject: { kind: "calendar-feed", id },
			after: { line, [subjectKind]: subject, alarmMinutes },
		}),
	);
	return { id, url: `${ctx.config.publicUrl}/calendars/${secret}.ics` };
}
