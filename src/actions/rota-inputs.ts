import type { DateTime } from "luxon";
import type { Transaction } from "sequelize";
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

/**
 * Gathers what is needed to compile a rota, to find its problems, and to review it, as of now.
 *
 * @param transaction that of the caller, if it is in one: whoever holds a connection must not wait for another.
 */
export async function rotaInputs(
	ctx: Pick<Context, "database" | "clock">,
	rota: Rota,
	transaction: Transaction | null = null,
): Promise<RotaInputs> {
	const now = ctx.clock.now();
	return {
		now,
		holidays: holidaysOf(rota, now, now.plus({ years: 1 })),
		calendars: await calendarCopiesOf(ctx.database, rota, transaction),
		absences: await absencesOfLine(ctx.database, rota.line, now, transaction),
	};
}
