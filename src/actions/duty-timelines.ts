import type { Context } from "../context.ts";
import { calendarCopiesOf } from "../database/calendars.ts";
import { versionsInForce } from "../database/held-duty.ts";
import {
	type HeldTimeline,
	heldTimelines,
	plannedTimelines,
} from "../domain/fairness/held.ts";
import type { Rota } from "../domain/rota/rota.ts";
import type { TimeSpan } from "../domain/rota/shifts.ts";
import { holidaysOf } from "../rota-document/holidays-by-law.ts";

/** A rota over a span, as if it always had been and always would be. */
export async function plannedOver(
	ctx: Pick<Context, "database">,
	rota: Rota,
	span: TimeSpan,
): Promise<HeldTimeline[]> {
	return plannedTimelines(await known(ctx, rota, span), span);
}

/**
 * The rotas of a line that were in force over a span, each for its time, and up to now at most. Shifts out of calendars are
 * those of the last good copies: what a calendar said before is not kept.
 */
export async function heldOver(
	ctx: Pick<Context, "database" | "clock">,
	line: string,
	{ from, to }: TimeSpan,
): Promise<HeldTimeline[]> {
	const now = ctx.clock.now();
	const span = { from, to: to < now ? to : now };
	if (span.to <= from) return [];
	const versions = await versionsInForce(ctx.database, line, span);
	const all = await Promise.all(
		versions.map(async ({ rota, publishedAt }) => ({
			...(await known(ctx, rota, span)),
			publishedAt,
		})),
	);
	return heldTimelines(all, span);
}

async function known(
	{ database }: Pick<Context, "database">,
	rota: Rota,
	{ from, to }: TimeSpan,
) {
	return {
		rota,
		holidays: holidaysOf(rota, from, to),
		calendars: await calendarCopiesOf(database, rota),
	};
}
