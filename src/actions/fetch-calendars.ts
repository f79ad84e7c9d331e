import type { Context } from "../context.ts";
import {
	calendarUrlsOf,
	enqueueCalendars,
	forgetCalendars,
} from "../database/calendars.ts";

const spreadSeconds = 600;
const keptDays = 30;

/** Has every calendar read that a published rota names, spread over ten minutes, and forgets those that nothing has named for long. */
export async function fetchCalendars(ctx: Context): Promise<void> {
	const at = ctx.clock.now();
	for (const line of Object.keys(ctx.config.lines)) {
		const rota = ctx.rotas.current(line)?.rota;
		if (rota)
			await enqueueCalendars(ctx.database, null, {
				line,
				urls: calendarUrlsOf(rota),
				withinSeconds: spreadSeconds,
				at,
			});
	}
	await forgetCalendars(ctx.database, at.minus({ days: keptDays }));
}
