import type { DateTime } from "luxon";
import { QueryTypes, type Sequelize, type Transaction } from "sequelize";

export type ConfirmationState =
	/** Nobody has said yes or no. */
	| "asked"
	| "confirmed"
	| "declined"
	/** Rung as often as is meant, without an answer. */
	| "unanswered"
	/** The shift is no longer theirs, or no longer then. */
	| "withdrawn";

/** Whether somebody has a shift that is about to begin, as asked by phone. */
export interface Confirmation {
	readonly id: string;
	readonly line: string;
	readonly duty: string;
	readonly person: string;
	readonly startsAt: Date;
	/** null when no end is in sight. */
	readonly endsAt: Date | null;
	readonly state: ConfirmationState;
	readonly tries: number;
	readonly rungAt: Date | null;
	/** What the carrier said of the last try; null while it is not told. */
	readonly outcome: string | null;
	readonly settledAt: Date | null;
	readonly alarmRound: number;
	readonly alarmedAt: Date | null;
	readonly acknowledgedAt: Date | null;
	readonly acknowledgedBy: string | null;
}

const columns = `id, line, duty, person, starts_at as "startsAt", ends_at as "endsAt", state, tries, rung_at as "rungAt", outcome,
	settled_at as "settledAt", alarm_round as "alarmRound", alarmed_at as "alarmedAt",
	acknowledged_at as "acknowledgedAt", acknowledged_by as "acknowledgedBy"`;

/** Begins to ask about a shift; the same shift is asked about once, unless it was given away and has come back since. */
export async function addConfirmation(
	database: Sequelize,
	transaction: Transaction,
	asked: {
		readonly line: string;
		readonly duty: string;
		readonly person: string;
		readonly start: DateTime;
		readonly end: DateTime | null;
	},
): Promise<void> {
	await database.query(
		`insert into duty_confirmations (line, duty, person, starts_at, ends_at, state)
		values ($1, $2, $3, $4, $5, 'asked')
		on conflict (line, duty, person, starts_at) do update set state = 'asked', ends_at = excluded.ends_at, tries = 0,
			rung_at = null, outcome = null, call_sid = null, settled_at = null
			where duty_confirmations.state = 'withdrawn'`,
		{
			transaction,
			bind: [
				asked.line,
				asked.duty,
				asked.person,
				asked.start.toJSDate(),
				asked.end?.toJSDate() ?? null,
			],
		},
	);
}

/** Of a line, those about which there may be something to do: not settled, or alarming. */
export async function openConfirmations(
	database: Sequelize,
	line: string,
	transaction: Transaction | null = null,
): Promise<Confirmation[]> {
	return database.query<Confirmation>(
		`select ${columns} from duty_confirmations
		where line = $1 and state in ('asked', 'declined', 'unanswered') and acknowledged_at is null order by starts_at, id`,
		{ bind: [line], type: QueryTypes.SELECT, transaction },
	);
}

export async function newestConfirmations(
	database: Sequelize,
	line: string,
	limit: number,
): Promise<Confirmation[]> {
	return database.query<Confirmation>(
		`select ${columns} from duty_confirmations where line = $1 order by starts_at desc, id limit $2`,
		{ bind: [line, limit], type: QueryTypes.SELECT },
	);
}

/** Nobody else changes it until the transaction ends; null when there is none. */
export async function lockConfirmation(
	database: Sequelize,
	transaction: Transaction,
	id: string,
): Promise<Confirmation | null> {
	const [found] = await database.query<Confirmation>(
		`select ${columns} from duty_confirmations where id = $1::uuid for update`,
		{ bind: [id], type: QueryTypes.SELECT, transaction },
	);
	return found ?? null;
}

/** One more try begins: only one call is made for it, whatever breaks. */
export async function saveTry(
	database: Sequelize,
	transaction: Transaction,
	{ id, tries }: Pick<Confirmation, "id" | "tries">,
	at: DateTime,
): Promise<void> {
	await database.query(
		`update duty_confirmations set tries = $2, rung_at = $3, outcome = null, call_sid = null where id = $1::uuid`,
		{ transaction, bind: [id, tries + 1, at.toJSDate()] },
	);
	await database.query(
		`select graphile_worker.add_job('ring-for-duty', json_build_object('confirmation', $1::text, 'try', $2::integer),
			job_key := 'ring-for-duty:' || $1::text || ':' || $2::text, max_attempts := 1)::text`,
		{ transaction, bind: [id, tries + 1] },
	);
}

/** What became of a try; an older one changes nothing. */
export async function saveOutcome(
	database: Sequelize,
	transaction: Transaction,
	id: string,
	told: {
		readonly tries: number;
		readonly outcome: string;
		readonly callSid: string | null;
	},
): Promise<void> {
	await database.query(
		`update duty_confirmations set outcome = coalesce(outcome, $3), call_sid = coalesce(call_sid, $4)
		where id = $1::uuid and tries = $2`,
		{ transaction, bind: [id, told.tries, told.outcome, told.callSid] },
	);
}

export async function settleConfirmation(
	database: Sequelize,
	transaction: Transaction,
	id: string,
	state: ConfirmationState,
	at: DateTime,
): Promise<void> {
	await database.query(
		"update duty_confirmations set state = $2, settled_at = $3 where id = $1::uuid",
		{ transaction, bind: [id, state, at.toJSDate()] },
	);
}

/** Another round of the alarm about it has gone out. */
export async function saveAlarmRound(
	database: Sequelize,
	transaction: Transaction,
	id: string,
	round: number,
	at: DateTime,
): Promise<void> {
	await database.query(
		"update duty_confirmations set alarm_round = $2, alarmed_at = $3 where id = $1::uuid",
		{ transaction, bind: [id, round, at.toJSDate()] },
	);
}

export async function acknowledgeConfirmation(
	database: Sequelize,
	transaction: Transaction,
	id: string,
	by: string,
	at: DateTime,
): Promise<void> {
	await database.query(
		"update duty_confirmations set acknowledged_at = $3, acknowledged_by = $2 where id = $1::uuid",
		{ transaction, bind: [id, by, at.toJSDate()] },
	);
}
