import type { DateTime } from "luxon";
import { QueryTypes, type Sequelize } from "sequelize";

export interface OutcomeCount {
	/** `in-progress` while nothing is decided. */
	readonly outcome: string;
	readonly count: number;
}

/** How many tickets were opened since the instant, by outcome. */
export async function ticketsByOutcome(
	database: Sequelize,
	since: DateTime,
): Promise<OutcomeCount[]> {
	return database.query<OutcomeCount>(
		`select coalesce(outcome, 'in-progress') as outcome, count(*)::int as count
		from tickets where opened_at >= $1 group by 1 order by 1`,
		{ bind: [since.toJSDate()], type: QueryTypes.SELECT },
	);
}
