import type { DateTime } from "luxon";
import { QueryTypes, type Sequelize } from "sequelize";
import type { Language } from "../domain/language.ts";
import type { TicketView } from "../domain/ticket/ticket.ts";
import { ticketByNumber } from "./tickets.ts";

/** A carrier ends every call by then; one that seems to last longer has lost the word of its end. */
const longestHours = 4;
const callsAtMost = 50;

/** The tickets of calls that have arrived and not ended, the longest waiting first. */
export async function callsInProgress(
	database: Sequelize,
	now: DateTime,
	language: Language,
): Promise<TicketView[]> {
	const rows = await database.query<{ number: string }>(
		`select t.number from calls c join tickets t on t.id = c.ticket_id
		where c.ended_at is null and c.arrived_at > $1 and c.arrived_at <= $2
		order by c.arrived_at, c.sid limit $3`,
		{
			bind: [
				now.minus({ hours: longestHours }).toJSDate(),
				now.plus({ minutes: 1 }).toJSDate(),
				callsAtMost,
			],
			type: QueryTypes.SELECT,
		},
	);
	const tickets = await Promise.all(
		rows.map(({ number }) => ticketByNumber(database, number, { language })),
	);
	return tickets.filter((ticket) => ticket !== null);
}
