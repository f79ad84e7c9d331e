import type { Context } from "../context.ts";
import { refreshSearchOf } from "../database/refresh-search.ts";

/** Has the tickets of a property be found by its address as it is now. */
export async function refreshTicketSearch(
	{ database }: Pick<Context, "database">,
	property: string,
): Promise<void> {
	let after: string | null = null;
	do {
		after = await refreshSearchOf(database, property, after);
	} while (after !== null);
}
