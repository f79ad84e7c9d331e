import type { Sequelize, Transaction } from "sequelize";

export interface Alarm {
	/** Number of the ticket. */
	readonly ticket: string;
	/** 1 is the first reminder. */
	readonly round: number;
	/** From now until it is raised. */
	readonly minutes: number;
}

/**
 * Enqueues one round of the alarm about the call that waits on the ticket, once: a round that waits, runs or has been left behind is not
 * begun again. A call that is missed after the ticket was acknowledged is an alarm of its own, from the first round on.
 */
export async function enqueueAlarm(
	database: Sequelize,
	transaction: Transaction,
	{ ticket, round, minutes }: Alarm,
): Promise<void> {
	await database.query(
		`with begun as (
			update tickets set alarm_round = $2, alarm_of = missed_call_at
			where number = $1 and missed_call_at is not null and (alarm_of is distinct from missed_call_at or alarm_round < $2)
			returning number, to_char(missed_call_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as missed
		)
		select graphile_worker.add_job('raise-alarm', json_build_object('ticket', number, 'of', missed, 'round', $2::integer),
			job_key := 'raise-alarm:' || number || ':' || missed || ':' || $2, run_at := now() + make_interval(mins => $3::integer))::text
		from begun`,
		{ bind: [ticket, round, minutes], transaction },
	);
}
