import type { Sequelize, Transaction } from "sequelize";

export interface Alarm {
	/** Number of the ticket. */
	readonly ticket: string;
	/** 1 is the first reminder. */
	readonly round: number;
	/** From now until it is raised. */
	readonly minutes: number;
}

/** Enqueues one round of an alarm, once: a round that waits, runs or has been left behind is not begun again. */
export async function enqueueAlarm(
	database: Sequelize,
	transaction: Transaction,
	{ ticket, round, minutes }: Alarm,
): Promise<void> {
	await database.query(
		`with begun as (
			update tickets set alarm_round = $2 where number = $1 and alarm_round < $2 returning number
		)
		select graphile_worker.add_job('raise-alarm', json_build_object('ticket', number, 'round', $2::integer),
			job_key := 'raise-alarm:' || number || ':' || $2, run_at := now() + make_interval(mins => $3::integer))::text
		from begun`,
		{ bind: [ticket, round, minutes], transaction },
	);
}
