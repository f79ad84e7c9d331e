import { QueryTypes, type Sequelize } from "sequelize";

/**
 * Writes anew what the next tickets of a property say, in the order of their ids.
 *
 * @returns the id of the last of them; null when none was left.
 */
export async function refreshSearchOf(
	database: Sequelize,
	property: string,
	after: string | null,
): Promise<string | null> {
	const ids = await database.query<{ id: string }>(
		`select id from tickets where property_id = $1 and ($2::uuid is null or id > $2) order by id limit ${atOnce}`,
		{ bind: [property, after], type: QueryTypes.SELECT },
	);
	await database.query("select refresh_ticket_search($1::uuid[])", {
		bind: [ids.map(({ id }) => id)],
	});
	return ids.at(-1)?.id ?? null;
}

/** Well within the time that a statement is given. */
const atOnce = 500;
