import type { DateTime } from "luxon";
import { QueryTypes, type Sequelize, type Transaction } from "sequelize";
import type { Channel } from "../domain/duty-notice/contact.ts";
import {
	type DutyNoticeSettings,
	defaultSettings,
} from "../domain/duty-notice/settings.ts";
import { type AuditEntry, auditEntry } from "./audit.ts";

/** What a line tells; the defaults until somebody changes it. */
export async function dutyNoticeSettings(
	database: Sequelize,
	line: string,
	transaction: Transaction | null = null,
): Promise<DutyNoticeSettings> {
	const [row] = await database.query<{ settings: DutyNoticeSettings }>(
		"select settings from duty_notice_settings where line = $1",
		{ bind: [line], type: QueryTypes.SELECT, transaction },
	);
	return { ...defaultSettings, ...row?.settings };
}

export async function saveDutyNoticeSettings(
	database: Sequelize,
	transaction: Transaction,
	line: string,
	settings: DutyNoticeSettings,
	audit: AuditEntry,
): Promise<void> {
	await database.query(
		`insert into duty_notice_settings (line, settings, changed_at, changed_by) values ($1, $2::jsonb, $3, $4)
		on conflict (line) do update set settings = excluded.settings, changed_at = excluded.changed_at,
			changed_by = excluded.changed_by`,
		{
			transaction,
			bind: [line, JSON.stringify(settings), audit.at.toJSDate(), audit.actor],
		},
	);
	await auditEntry(database, transaction, audit);
}

/** By which way the people with these addresses want to be told; the addresses are in small letters. */
export async function noticeChannels(
	database: Sequelize,
	transaction: Transaction | null = null,
): Promise<ReadonlyMap<string, Channel>> {
	const rows = await database.query<{ email: string; channel: Channel }>(
		"select email, channel from duty_notice_choices",
		{ type: QueryTypes.SELECT, transaction },
	);
	return new Map(rows.map(({ email, channel }) => [email, channel]));
}

export async function saveNoticeChannel(
	database: Sequelize,
	transaction: Transaction,
	choice: { readonly email: string; readonly channel: Channel },
	audit: AuditEntry,
): Promise<void> {
	await database.query(
		`insert into duty_notice_choices (email, channel, changed_at) values (lower($1), $2, $3)
		on conflict (email) do update set channel = excluded.channel, changed_at = excluded.changed_at`,
		{
			transaction,
			bind: [choice.email, choice.channel, audit.at.toJSDate()],
		},
	);
	await auditEntry(database, transaction, audit);
}

/** A shift that a person knows of; instants as ISO 8601. */
export interface ToldShift {
	readonly duty: string;
	readonly start: string;
	readonly end: string;
	/** When they were told that it changed, if ever. */
	readonly toldAt: string | null;
}

export interface DutyTold {
	readonly person: string;
	readonly shifts: readonly ToldShift[];
	/** As far as was looked, and when. */
	readonly until: Date;
	readonly lookedAt: Date;
}

/** What everybody of a line knows of their shifts; while the transaction lasts nobody else tells. */
export async function lockDutyTold(
	database: Sequelize,
	transaction: Transaction,
	line: string,
): Promise<DutyTold[]> {
	await database.query(
		"select pg_advisory_xact_lock(hashtextextended('duty told ' || $1, 0))",
		{ bind: [line], transaction },
	);
	return dutyTold(database, line, transaction);
}

export async function dutyTold(
	database: Sequelize,
	line: string,
	transaction: Transaction | null = null,
): Promise<DutyTold[]> {
	return database.query<DutyTold>(
		'select person, shifts, until, looked_at as "lookedAt" from duty_told where line = $1',
		{ bind: [line], type: QueryTypes.SELECT, transaction },
	);
}

/** Remembers what people know now; whoever is in none of the rota's duties and in no list is forgotten. */
export async function saveDutyTold(
	database: Sequelize,
	transaction: Transaction,
	line: string,
	told: readonly {
		readonly person: string;
		readonly shifts: readonly ToldShift[];
		readonly until: DateTime;
	}[],
	at: DateTime,
): Promise<void> {
	await database.query(
		`with known as (
			select person, shifts, until from jsonb_to_recordset($2::jsonb) as known(person text, shifts jsonb, until timestamptz)
		), gone as (
			delete from duty_told where line = $1 and person not in (select person from known)
		)
		insert into duty_told (line, person, shifts, until, looked_at) select $1, person, shifts, until, $3 from known
		on conflict (line, person) do update set shifts = excluded.shifts, until = excluded.until,
			looked_at = excluded.looked_at`,
		{
			transaction,
			bind: [line, JSON.stringify(told), at.toJSDate()],
		},
	);
}

/** Has everybody told of what changed in their shifts, some minutes after the last of a burst of changes. */
export async function enqueueShiftNews(
	database: Sequelize,
	transaction: Transaction | null,
	line: string,
	{ minutes }: { readonly minutes: number },
): Promise<void> {
	await database.query(
		`select graphile_worker.add_job('tell-of-shift-changes', json_build_object('line', $1::text),
			job_key := 'tell-of-shift-changes:' || $1::text, run_at := now() + make_interval(mins => $2::integer))::text`,
		{ bind: [line, minutes], transaction, type: QueryTypes.SELECT },
	);
}

/** When the line's last digest was written; null before the first. */
export async function lastDigestAt(
	database: Sequelize,
	line: string,
	before: DateTime,
): Promise<Date | null> {
	const [row] = await database.query<{ at: Date | null }>(
		`select max(created_at) as at from messages
		where line = $1 and purpose = 'duty-digest' and created_at < $2`,
		{ bind: [line, before.toJSDate()], type: QueryTypes.SELECT },
	);
	return row?.at ?? null;
}

/** A message about duties as it is shown. */
export interface SentNotice {
	readonly purpose: string;
	readonly channel: Channel;
	readonly recipient: string;
	readonly body: string;
	readonly status: string;
	readonly error: string | null;
	readonly createdAt: Date;
}

/** The newest messages about the duties of a line. */
export async function sentNotices(
	database: Sequelize,
	line: string,
	limit: number,
): Promise<SentNotice[]> {
	return database.query<SentNotice>(
		`select purpose, channel, recipient, body, status, error, created_at as "createdAt" from messages
		where line = $1 and purpose like 'duty-%' order by created_at desc, id limit $2`,
		{ bind: [line, limit], type: QueryTypes.SELECT },
	);
}
