import type { DateTime } from "luxon";
import type { Context } from "../context.ts";
import { absencesOfLine } from "../database/absences.ts";
import { calendarCopiesOf } from "../database/calendars.ts";
import type { Absence } from "../domain/rota/absence.ts";
import type { CalendarCopies } from "../domain/rota/calendar/copy.ts";
import type { HolidayCalendar } from "../domain/rota/holidays.ts";
import type { Rota } from "../domain/rota/rota.ts";
import { holidaysOf } from "../rota-document/holidays-by-law.ts";

/** What a rota means depends on these too; they are not written in it. */
export interface RotaInputs {
	readonly now: DateTime;
	readonly holidays: HolidayCalendar | null;
	readonly calendars: CalendarCopies;
	readonly absences: readonly Absence[];
}

/** Gathers what is needed to compile a rota, to find its problems, and to review it, as of now. */
export async function rotaInputs(
	ctx: Pick<Context, "database" | "clock">,
	rota: Rota,
): Promise<RotaInputs> {
	const now = ctx.clock.now();
	return {
		now,
		holidays: holidaysOf(rota, now, now.plus({ years: 1 })),
		calendars: await calendarCopiesOf(ctx.database, rota),
		absences: await absencesOfLine(ctx.database, rota.line, now),
	};
}
