import type { Sequelize } from "sequelize";
import type { TicketView } from "../domain/ticket/ticket.ts";
import type { ViewOptions } from "../domain/ticket/view.ts";
import { findTickets } from "./found-tickets.ts";
import { everyTicket, type TicketsMeant } from "./ticket-conditions.ts";
import { ticketsOfIds } from "./tickets.ts";

/** A page of whole tickets, of those that hold what is given; see `findTickets`. */
export async function ticketsPage(
	database: Sequelize,
	{
		limit,
		cursor,
		language = "en",
		...meant
	}: Partial<TicketsMeant> &
		Pick<ViewOptions, "language"> & {
			/** 1 to 200. */
			readonly limit: number;
			/** What an earlier page called `next`. */
			readonly cursor?: string | null | undefined;
		},
): Promise<{ tickets: TicketView[]; next: string | null }> {
	const { ids, next } = await findTickets(
		database,
		{ ...everyTicket, ...meant },
		{ limit, cursor },
	);
	return { tickets: await ticketsOfIds(database, ids, { language }), next };
}
