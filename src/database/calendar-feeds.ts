import type { DateTime } from "luxon";
import { QueryTypes, type Sequelize, type Transaction } from "sequelize";
import type { Language } from "../domain/language.ts";
import type { FeedSubject } from "../domain/rota/feed/feed-shifts.ts";
import type { ToldEvent } from "../domain/rota/feed/told-events.ts";
import { type AuditEntry, auditEntry } from "./audit.ts";
import { secretHash } from "./tokens.ts";

/** A calendar feed as it may be shown; its secret is stored nowhere. */
export interface CalendarFeed {
	readonly id: string;
	readonly line: string;
	readonly subjectKind: FeedSubject["kind"];
	readonly subject: string;
	readonly alarmMinutes: readonly number[];
	/** In place of the person's own language. */
	readonly language: Language | null;
	readonly createdAt: Date;
	readonly createdBy: string;
	/** E-mail address of the account that it was made for. */
	readonly owner: string | null;
	readonly fetchedAt: Date | null;
}

const columns = `id, line, subject_kind as "subjectKind", subject, alarm_minutes as "alarmMinutes", language,
	created_at as "createdAt", created_by as "createdBy", owner, fetched_at as "fetchedAt"`;

/** The feeds that still answer, by line and subject. */
export async function calendarFeeds(
	database: Sequelize,
): Promise<CalendarFeed[]> {
	return database.query<CalendarFeed>(
		`select ${columns} from calendar_feeds where revoked_at is null order by line, subject_kind, subject, created_at`,
		{ type: QueryTypes.SELECT },
	);
}

/** null when there is none, or none any more. */
export async function calendarFeed(
	database: Sequelize,
	id: string,
): Promise<CalendarFeed | null> {
	const [feed] = await database.query<CalendarFeed>(
		`select ${columns} from calendar_feeds where id = $1::uuid and revoked_at is null`,
		{ bind: [id], type: QueryTypes.SELECT },
	);
	return feed ?? null;
}

/** The feed that the secret opens, noting that it was fetched; null when unknown or revoked. */
export async function fetchedFeed(
	database: Sequelize,
	secret: string,
	at: DateTime,
): Promise<CalendarFeed | null> {
	const [feed] = await database.query<CalendarFeed>(
		`update calendar_feeds set fetched_at = $2 where secret_hash = $1 and revoked_at is null returning ${columns}`,
		{ bind: [secretHash(secret), at.toJSDate()], type: QueryTypes.SELECT },
	);
	return feed ?? null;
}

/** Keeps a new feed's hash; the feed of the same subject that was made for the same person dies. */
export async function addCalendarFeed(
	database: Sequelize,
	feed: Omit<CalendarFeed, "createdAt" | "createdBy" | "fetchedAt"> & {
		readonly secret: string;
	},
	transaction: Transaction,
	audit: AuditEntry,
): Promise<void> {
	await database.query(
		`update calendar_feeds set revoked_at = $5
		where line = $1 and subject_kind = $2 and subject = $3 and revoked_at is null
			and ($2 = 'person' or owner is not distinct from $4)`,
		{
			bind: [
				feed.line,
				feed.subjectKind,
				feed.subject,
				feed.owner,
				audit.at.toJSDate(),
			],
			transaction,
		},
	);
	await database.query(
		`insert into calendar_feeds
			(id, secret_hash, line, subject_kind, subject, alarm_minutes, language, created_at, created_by, owner)
		values ($1, $2, $3, $4, $5, $6::jsonb, $7, $8, $9, $10)`,
		{
			bind: [
				feed.id,
				secretHash(feed.secret),
				feed.line,
				feed.subjectKind,
				feed.subject,
				JSON.stringify(feed.alarmMinutes),
				feed.language,
				audit.at.toJSDate(),
				audit.actor,
				feed.owner,
			],
			transaction,
		},
	);
	await auditEntry(database, transaction, audit);
}

/** Takes a feed out of use; false when it was not in use. */
export async function endCalendarFeed(
	database: Sequelize,
	id: string,
	transaction: Transaction,
	audit: AuditEntry,
): Promise<boolean> {
	const ended = await database.query(
		`update calendar_feeds set revoked_at = $2 where id = $1::uuid and revoked_at is null returning id`,
		{
			bind: [id, audit.at.toJSDate()],
			type: QueryTypes.SELECT,
			transaction,
		},
	);
	if (ended.length > 0) await auditEntry(database, transaction, audit);
	return ended.length > 0;
}

type Subject = Pick<CalendarFeed, "line" | "subjectKind" | "subject">;

/** What the feeds of a subject told last. With a transaction others who tell of it wait until that ends. */
export async function toldEvents(
	database: Sequelize,
	{ line, subjectKind, subject }: Subject,
	transaction: Transaction | null,
): Promise<ToldEvent[]> {
	if (transaction)
		await database.query(
			"select pg_advisory_xact_lock(hashtextextended('feed ' || $1, 0))",
			{ bind: [`${line} ${subjectKind} ${subject}`], transaction },
		);
	return database.query<ToldEvent>(
		`select uid, duty, person, extract(epoch from starts_at)::float8 * 1000 as start,
			extract(epoch from ends_at)::float8 * 1000 as end, sequence, gone, digest as said,
			extract(epoch from changed_at)::float8 * 1000 as "changedAt"
		from feed_events where line = $1 and subject_kind = $2 and subject = $3 order by starts_at, uid`,
		{
			bind: [line, subjectKind, subject],
			type: QueryTypes.SELECT,
			transaction,
		},
	);
}

/** Keeps what is told from now on, and forgets what ended before `forgetBefore`. */
export async function keepToldEvents(
	database: Sequelize,
	transaction: Transaction,
	{ line, subjectKind, subject }: Subject,
	events: readonly ToldEvent[],
	forgetBefore: DateTime,
): Promise<void> {
	await database.query(
		`with told as (
			insert into feed_events
				(line, subject_kind, subject, uid, duty, person, starts_at, ends_at, sequence, gone, digest, changed_at)
			select $1, $2, $3, uid, duty, person, to_timestamp(start / 1000), to_timestamp("end" / 1000), sequence, gone,
				said, to_timestamp("changedAt" / 1000)
			from jsonb_to_recordset($4::jsonb) as event (uid text, duty text, person text, start float8, "end" float8,
				sequence integer, gone boolean, said text, "changedAt" float8)
			on conflict (line, subject_kind, subject, uid) do update set duty = excluded.duty, person = excluded.person,
				starts_at = excluded.starts_at, ends_at = excluded.ends_at, sequence = excluded.sequence,
				gone = excluded.gone, digest = excluded.digest, changed_at = excluded.changed_at
			where (feed_events.sequence, feed_events.gone, feed_events.digest)
				is distinct from (excluded.sequence, excluded.gone, excluded.digest)
		)
		delete from feed_events where line = $1 and subject_kind = $2 and subject = $3 and ends_at < $5`,
		{
			bind: [
				line,
				subjectKind,
				subject,
				JSON.stringify(events),
				forgetBefore.toJSDate(),
			],
			transaction,
		},
	);
}
