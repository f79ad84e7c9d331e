import type { DateTime } from "luxon";
import { QueryTypes, type Sequelize } from "sequelize";
import type { Language } from "../domain/language.ts";
import type { TicketView } from "../domain/ticket/ticket.ts";
import { ticketsOfIds } from "./tickets.ts";

/** A carrier ends every call by then; one that seems to last longer has lost the word of its end. */
const longestHours = 4;
const callsAtMost = 50;

/** The tickets of calls that have arrived and not ended, the longest waiting first. */
export async function callsInProgress(
	database: Sequelize,
	now: DateTime,
	language: Language,
): Promise<TicketView[]> {
	const rows = await database.query<{ id: string }>(
		`select ticket_id as id from calls
		where ended_at is null and arrived_at > $1 and arrived_at <= $2
		order by arrived_at, sid limit $3`,
		{
			bind: [
				now.minus({ hours: longestHours }).toJSDate(),
				now.plus({ minutes: 1 }).toJSDate(),
				callsAtMost,
			],
			type: QueryTypes.SELECT,
		},
	);
	const ids = [...new Set(rows.map(({ id }) => id))];
	return ticketsOfIds(database, ids, { language });
}
