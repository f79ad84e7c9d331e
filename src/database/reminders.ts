import type { DateTime } from "luxon";
import { QueryTypes, type Sequelize, type Transaction } from "sequelize";

export interface Reminder {
	/** Number of the ticket. */
	readonly ticket: string;
	/** 1 is the first one, to who has the ticket. */
	readonly round: number;
	/** Of the ticket when it was assigned: it tells the reminders of one assignment from those of the next. */
	readonly revision: number;
	readonly seconds: number;
}

/** Enqueues a look at whether a ticket that was given to somebody is acknowledged; that of a later assignment takes its place. */
export async function enqueueReminder(
	database: Sequelize,
	transaction: Transaction,
	{ ticket, round, revision, seconds }: Reminder,
): Promise<void> {
	await database.query(
		`select graphile_worker.add_job('remind-of-ticket',
			json_build_object('ticket', $1::text, 'round', $2::integer, 'revision', $3::integer),
			job_key := 'remind-of-ticket:' || $1, run_at := now() + make_interval(secs => $4::float8))::text`,
		{ bind: [ticket, round, revision, seconds], transaction },
	);
}

/** Open tickets whose due time passed within the last day and was not told of yet, the oldest first. */
export async function ticketsOverdue(
	database: Sequelize,
	now: DateTime,
): Promise<string[]> {
	const rows = await database.query<{ number: string }>(
		`select number from tickets where status not in ('done', 'closed') and merged_into is null
			and due_at <= $1 and due_at > $1::timestamptz - interval '1 day' and overdue_told_for is distinct from due_at
		order by due_at limit 200`,
		{ bind: [now.toJSDate()], type: QueryTypes.SELECT },
	);
	return rows.map(({ number }) => number);
}

/** Keeps in mind that the passing of its present due time is told of; false when it was before. */
export async function keepOverdueTold(
	database: Sequelize,
	transaction: Transaction,
	number: string,
): Promise<boolean> {
	const kept = await database.query(
		`update tickets set overdue_told_for = due_at where number = $1 and overdue_told_for is distinct from due_at returning number`,
		{ bind: [number], type: QueryTypes.SELECT, transaction },
	);
	return kept.length > 0;
}
