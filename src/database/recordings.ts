import type { DateTime } from "luxon";
import { QueryTypes, type Sequelize, type Transaction } from "sequelize";
import type { RecordingState } from "../domain/ticket/ticket.ts";

export interface Recording {
	readonly sid: string;
	readonly line: string;
	readonly ticket: string;
	readonly state: RecordingState;
	readonly seconds: number | null;
	/** Name within `DATA_DIR/recordings`; null until it is kept. */
	readonly file: string | null;
}

export async function recordingBySid(
	database: Sequelize,
	sid: string,
): Promise<Recording | null> {
	const [recording] = await database.query<Recording>(
		`select r.sid, c.line, t.number as ticket, r.state, r.seconds, r.file from recordings r
		join calls c on c.sid = r.call_sid join tickets t on t.id = c.ticket_id where r.sid = $1`,
		{ bind: [sid], type: QueryTypes.SELECT },
	);
	return recording ?? null;
}

/** Our own copy is on the disk and checked: from now on the carrier's may go, which is enqueued where the line wants it. */
export async function saveKept(
	database: Sequelize,
	transaction: Transaction,
	kept: {
		readonly sid: string;
		readonly file: string;
		readonly bytes: number;
		readonly sha256: string;
		readonly at: DateTime;
		readonly deleteAtCarrier: boolean;
	},
): Promise<void> {
	await database.query(
		`update recordings set state = 'kept', file = $2, bytes = $3, sha256 = $4, kept_at = $5
		where sid = $1 and state in ('announced', 'lost')`,
		{
			bind: [kept.sid, kept.file, kept.bytes, kept.sha256, kept.at.toJSDate()],
			transaction,
		},
	);
	if (kept.deleteAtCarrier)
		await database.query(
			`select graphile_worker.add_job('delete-recording', json_build_object('recording', $1::text),
				job_key := 'delete-recording:' || $1, max_attempts := 20)::text`,
			{ bind: [kept.sid], transaction },
		);
}

export async function saveDeletedAtCarrier(
	database: Sequelize,
	sid: string,
	at: DateTime,
): Promise<void> {
	await database.query(
		`update recordings set state = case when state = 'kept' then 'only-here' else state end, deleted_at_carrier_at = $2
		where sid = $1 and state in ('kept', 'erased')`,
		{ bind: [sid, at.toJSDate()] },
	);
}

export async function saveLost(
	database: Sequelize,
	sid: string,
): Promise<void> {
	await database.query(
		"update recordings set state = 'lost' where sid = $1 and state = 'announced'",
		{ bind: [sid] },
	);
}
