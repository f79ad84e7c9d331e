import type { Context } from "../context.ts";
import { endCalendarFeed } from "../database/calendar-feeds.ts";

/** Takes a calendar feed out of use from this moment on; false when it was not in use. */
export async function revokeCalendarFeed(
	ctx: Pick<Context, "database" | "clock">,
	{ id, by }: { readonly id: string; readonly by: string },
): Promise<boolean> {
	const { database } = ctx;
	return database.transaction((transaction) =>
		endCalendarFeed(database, id, transaction, {
			at: ctx.clock.now(),
			actor: by,
			action: "calendar-feed-revoked",
			subject: { kind: "calendar-feed", id },
		}),
	);
}
