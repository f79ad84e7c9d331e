import type { DateTime } from "luxon";
import { QueryTypes, type Sequelize, type Transaction } from "sequelize";
import type {
	CalendarCopies,
	CalendarCopy,
	CalendarFault,
} from "../domain/rota/calendar/copy.ts";
import {
	type CalendarEntry,
	shiftsIn,
	type UnreadableEntry,
} from "../domain/rota/calendar/entry.ts";
import type { Rota } from "../domain/rota/rota.ts";

/** What is known of a calendar of somebody else that a line's rota reads. */
export interface StoredCalendar {
	readonly id: string;
	readonly line: string;
	readonly url: string;
	readonly entries: readonly CalendarEntry[];
	readonly unreadable: readonly UnreadableEntry[];
	readonly etag: string | null;
	readonly lastModified: string | null;
	/** When it was read well for the last time. */
	readonly readAt: Date | null;
	/** When its text was last made into entries; they reach only so far ahead. */
	readonly expandedAt: Date | null;
	readonly triedAt: Date | null;
	readonly failingSince: Date | null;
	readonly failure: CalendarFault | null;
	readonly failureStatus: number | null;
	/** In a row. */
	readonly failures: number;
	readonly alarmed: boolean;
}

const columns = `id, line, url, entries, unreadable, etag, last_modified as "lastModified", read_at as "readAt",
	expanded_at as "expandedAt", tried_at as "triedAt", failing_since as "failingSince", failure,
	failure_status as "failureStatus", failures, alarmed`;

/** The addresses that a rota's layers read, each once. */
export function calendarUrlsOf(rota: Rota): string[] {
	const urls = Object.values(rota.duties)
		.flat()
		.flatMap((layer) => ("calendar" in layer ? [layer.calendar.url] : []));
	return [...new Set(urls)];
}

/** The last good copies of the calendars that a rota reads, their people looked up among the rota's; none for one that was never tried. */
export async function calendarCopiesOf(
	database: Sequelize,
	rota: Rota,
	transaction: Transaction | null = null,
): Promise<CalendarCopies> {
	const calendars = await calendarsOf(database, rota, transaction);
	return Object.fromEntries(
		calendars.map((calendar) => [calendar.url, copyOf(calendar, rota)]),
	);
}

/** What is stored of the calendars that a rota reads; those not looked at yet are missing. */
export async function calendarsOf(
	database: Sequelize,
	rota: Rota,
	transaction: Transaction | null = null,
): Promise<StoredCalendar[]> {
	const urls = calendarUrlsOf(rota);
	if (urls.length === 0) return [];
	return database.query<StoredCalendar>(
		`select ${columns} from calendar_copies where line = $1
			and url in (select jsonb_array_elements_text($2::jsonb)) and tried_at is not null`,
		{
			bind: [rota.line, JSON.stringify(urls)],
			type: QueryTypes.SELECT,
			transaction,
		},
	);
}

/** A stored calendar as a rota's layer reads it. */
export function copyOf(calendar: StoredCalendar, rota: Rota): CalendarCopy {
	const { failure, failingSince, failureStatus, readAt } = calendar;
	return {
		readAt: readAt?.toISOString() ?? null,
		...shiftsIn(calendar.entries, rota.people),
		unreadable: calendar.unreadable,
		failing:
			failure && failingSince
				? {
						since: failingSince.toISOString(),
						because: failure,
						status: failureStatus,
					}
				: null,
	};
}

/**
 * Has a line's calendars read, spread over so many seconds; one whose reading waits already is not read twice. Says how
 * many there are.
 */
export async function enqueueCalendars(
	database: Sequelize,
	transaction: Transaction | null,
	wanted: {
		readonly line: string;
		readonly urls: readonly string[];
		readonly withinSeconds: number;
		readonly at: DateTime;
	},
): Promise<number> {
	if (wanted.urls.length === 0) return 0;
	const enqueued = await database.query(
		`with wanted as (
			insert into calendar_copies (line, url, wanted_at)
			select $1, url, $3 from jsonb_array_elements_text($2::jsonb) as url
			on conflict (line, url) do update set wanted_at = excluded.wanted_at
			returning id
		)
		select graphile_worker.add_job('fetch-calendar', json_build_object('calendar', id),
			job_key := 'fetch-calendar:' || id, job_key_mode := 'preserve_run_at', max_attempts := 3,
			run_at := now() + make_interval(secs => (abs(hashtext(id::text)) % ($4::integer + 1))::float8))::text
		from wanted`,
		{
			bind: [
				wanted.line,
				JSON.stringify(wanted.urls),
				wanted.at.toJSDate(),
				wanted.withinSeconds,
			],
			type: QueryTypes.SELECT,
			transaction,
		},
	);
	return enqueued.length;
}

/** Finds a line's calendar, or makes room for one that was never read. */
export async function calendarAt(
	database: Sequelize,
	line: string,
	url: string,
	at: DateTime,
): Promise<string> {
	const [calendar] = await database.query<{ id: string }>(
		`insert into calendar_copies (line, url, wanted_at) values ($1, $2, $3)
		on conflict (line, url) do update set wanted_at = excluded.wanted_at returning id`,
		{ bind: [line, url, at.toJSDate()], type: QueryTypes.SELECT },
	);
	if (!calendar) throw new Error("The calendar was not stored");
	return calendar.id;
}

/** With the text that was read last; null when there is no such calendar. `transaction` keeps others from changing it. */
export async function calendarById(
	database: Sequelize,
	id: string,
	transaction: Transaction | null = null,
): Promise<(StoredCalendar & { readonly text: string | null }) | null> {
	const [calendar] = await database.query<
		StoredCalendar & { readonly text: string | null }
	>(
		`select ${columns}, text from calendar_copies where id = $1::uuid ${transaction ? "for update" : ""}`,
		{ bind: [id], type: QueryTypes.SELECT, transaction },
	);
	return calendar ?? null;
}

/** Keeps what a reading brought. */
export async function keepCalendar(
	database: Sequelize,
	transaction: Transaction,
	calendar: Omit<StoredCalendar, "line" | "url"> & {
		readonly text: string | null;
	},
): Promise<void> {
	await database.query(
		`update calendar_copies set text = $2, entries = $3::jsonb, unreadable = $4::jsonb, etag = $5, last_modified = $6,
			read_at = $7, expanded_at = $8, tried_at = $9, failing_since = $10, failure = $11, failure_status = $12,
			failures = $13, alarmed = $14
		where id = $1::uuid`,
		{
			transaction,
			bind: [
				calendar.id,
				calendar.text,
				JSON.stringify(calendar.entries),
				JSON.stringify(calendar.unreadable),
				calendar.etag,
				calendar.lastModified,
				calendar.readAt,
				calendar.expandedAt,
				calendar.triedAt,
				calendar.failingSince,
				calendar.failure,
				calendar.failureStatus,
				calendar.failures,
				calendar.alarmed,
			],
		},
	);
}

/** Takes away what was read from calendars that no rota or draft has asked for since. */
export async function forgetCalendars(
	database: Sequelize,
	unwantedSince: DateTime,
): Promise<void> {
	await database.query("delete from calendar_copies where wanted_at < $1", {
		bind: [unwantedSince.toJSDate()],
	});
}
