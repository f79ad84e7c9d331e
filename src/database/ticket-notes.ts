import type { DateTime } from "luxon";
import { QueryTypes, type Sequelize, type Transaction } from "sequelize";

export interface NewNote {
	readonly id: string;
	readonly ticketId: string;
	readonly at: DateTime;
	/** As others know them. */
	readonly by: string;
	readonly body: string;
}

export async function addNote(
	database: Sequelize,
	transaction: Transaction,
	{ id, ticketId, at, by, body }: NewNote,
): Promise<void> {
	await database.query(
		"insert into ticket_notes (id, ticket_id, at, by_name, body) values ($1, $2, $3, $4, $5)",
		{ bind: [id, ticketId, at.toJSDate(), by, body], transaction },
	);
}

export async function isNoteThere(
	database: Sequelize,
	id: string,
	transaction: Transaction | null = null,
): Promise<boolean> {
	const rows = await database.query("select from ticket_notes where id = $1", {
		bind: [id],
		type: QueryTypes.SELECT,
		transaction,
	});
	return rows.length > 0;
}

/** Oldest first. */
export async function notesOf(
	database: Sequelize,
	ticketId: string,
): Promise<{ id: string; at: Date; by: string; body: string }[]> {
	return database.query(
		`select id, at, by_name as by, body from ticket_notes where ticket_id = $1 order by at, id`,
		{ bind: [ticketId], type: QueryTypes.SELECT },
	);
}
