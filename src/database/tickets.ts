import { DateTime } from "luxon";
import { QueryTypes, type Sequelize, type Transaction } from "sequelize";
import type { CallFact, RecordedFact } from "../domain/call/facts.ts";
import type { Language } from "../domain/language.ts";
import type {
	RecordingState,
	TicketStatus,
	TicketView,
} from "../domain/ticket/ticket.ts";
import {
	type TicketRecord,
	ticketView,
	type ViewOptions,
} from "../domain/ticket/view.ts";
import { RequestError } from "../errors.ts";

export interface TicketsWanted extends ViewOptions {
	/** 1 to 200. */
	readonly limit: number;
	/** What an earlier page called `next`. */
	readonly cursor?: string | null | undefined;
	/** As it stands on the ticket. */
	readonly caller?: string | undefined;
	/** Opened at this instant or later. */
	readonly from?: DateTime | undefined;
	/** Opened before this instant. */
	readonly to?: DateTime | undefined;
	readonly status?: TicketStatus | undefined;
}

/**
 * Tickets, newest first; tickets of the same instant keep one order, so a page never repeats or skips one.
 *
 * @throws RequestError 400 for a cursor that no page gave.
 */
export async function ticketsPage(
	database: Sequelize,
	wanted: TicketsWanted,
): Promise<{ tickets: TicketView[]; next: string | null }> {
	const after = wanted.cursor ? positionIn(wanted.cursor) : null;
	const rows = await rowsWhere(
		database,
		`($1::text is null or t.caller = $1) and ($2::timestamptz is null or t.opened_at >= $2)
			and ($3::timestamptz is null or t.opened_at < $3) and ($4::text is null or t.status = $4)
			and ($5::timestamptz is null or (t.opened_at, t.id) < ($5, $6::uuid))
			order by t.opened_at desc, t.id desc limit $7`,
		[
			wanted.caller ?? null,
			wanted.from?.toJSDate() ?? null,
			wanted.to?.toJSDate() ?? null,
			wanted.status ?? null,
			after?.openedAt ?? null,
			after?.id ?? null,
			wanted.limit + 1,
		],
	);
	const page = rows.slice(0, wanted.limit);
	const last = rows.length > wanted.limit ? page.at(-1) : undefined;
	return {
		tickets: page.map((row) => ticketView(recordOf(row), wanted)),
		next: last ? cursorOf(last) : null,
	};
}

/** One ticket, or null when there is none of that number. */
export async function ticketByNumber(
	database: Sequelize,
	number: string,
	options: ViewOptions = {},
): Promise<TicketView | null> {
	const [row] = await rowsWhere(database, "t.number = $1", [number]);
	return row ? ticketView(recordOf(row), options) : null;
}

/** The record of the ticket that a call belongs to, or null for a call nobody has heard of. */
export async function ticketOfCall(
	database: Sequelize,
	call: string,
	transaction?: Transaction,
): Promise<TicketRecord | null> {
	const [row] = await rowsWhere(
		database,
		"t.id = (select ticket_id from calls where sid = $1)",
		[call],
		transaction,
	);
	return row ? recordOf(row) : null;
}

/** The record of a ticket, or null when there is none of that number. */
export async function ticketRecord(
	database: Sequelize,
	number: string,
	transaction?: Transaction,
): Promise<TicketRecord | null> {
	const [row] = await rowsWhere(
		database,
		"t.number = $1",
		[number],
		transaction,
	);
	return row ? recordOf(row) : null;
}

/** The number of the line's newest ticket that nobody took and nobody has acknowledged. */
export async function newestUnacknowledged(
	database: Sequelize,
	line: string,
): Promise<string | null> {
	const [row] = await database.query<{ number: string }>(
		`select number from tickets where line = $1 and status = 'new' and outcome in ('unanswered', 'voicemail')
		order by opened_at desc limit 1`,
		{ bind: [line], type: QueryTypes.SELECT },
	);
	return row?.number ?? null;
}

/** Makes others who change the ticket wait until this transaction ends; null when there is none of that number. */
export async function lockTicket(
	database: Sequelize,
	transaction: Transaction,
	number: string,
): Promise<{ status: TicketStatus; line: string } | null> {
	const [row] = await database.query<{ status: TicketStatus; line: string }>(
		"select status, line from tickets where number = $1 for update",
		{ bind: [number], type: QueryTypes.SELECT, transaction },
	);
	return row ?? null;
}

export async function saveAcknowledgement(
	database: Sequelize,
	transaction: Transaction,
	{ number, by, at }: { number: string; by: string; at: DateTime },
): Promise<void> {
	await database.query(
		`update tickets set status = 'acknowledged', acknowledged_at = $2, acknowledged_by = $3, updated_at = now()
		where number = $1`,
		{ bind: [number, at.toJSDate(), by], transaction },
	);
}

interface TicketRow {
	readonly id: string;
	readonly number: string;
	readonly line: string;
	readonly status: TicketStatus;
	readonly caller: string | null;
	readonly language: Language;
	readonly openedAt: Date;
	/** To the microsecond, as text: what a cursor compares with. */
	readonly openedAtText: string;
	readonly acknowledgedAt: Date | null;
	readonly acknowledgedBy: string | null;
	readonly endedAt: Date | null;
	readonly rotaVersion: number | null;
	readonly facts: readonly { kind: string; at: string; data: object }[];
	readonly recordings: readonly {
		sid: string;
		seconds: number | null;
		state: RecordingState;
	}[];
}

async function rowsWhere(
	database: Sequelize,
	condition: string,
	bind: readonly unknown[],
	transaction?: Transaction,
): Promise<TicketRow[]> {
	return database.query<TicketRow>(
		`select t.id, t.number, t.line, t.status, t.caller, t.language, t.opened_at as "openedAt",
			t.opened_at::text as "openedAtText", t.acknowledged_at as "acknowledgedAt", t.acknowledged_by as "acknowledgedBy",
			c.ended_at as "endedAt", c.rota_version as "rotaVersion",
			coalesce((select json_agg(json_build_object('kind', f.kind, 'at', f.at, 'data', f.data) order by f.id)
				from call_facts f where f.call_sid = c.sid), '[]') as facts,
			coalesce((select json_agg(json_build_object('sid', r.sid, 'seconds', r.seconds, 'state', r.state) order by r.announced_at)
				from recordings r where r.call_sid = c.sid), '[]') as recordings
		from tickets t
		left join lateral (select * from calls where ticket_id = t.id order by arrived_at limit 1) c on true
		where ${condition}`,
		{
			bind: [...bind],
			type: QueryTypes.SELECT,
			...(transaction ? { transaction } : {}),
		},
	);
}

function recordOf(row: TicketRow): TicketRecord {
	return {
		...row,
		openedAt: utc(row.openedAt),
		endedAt: row.endedAt && utc(row.endedAt),
		acknowledgedAt: row.acknowledgedAt && utc(row.acknowledgedAt),
		facts: row.facts.map(factOf),
	};
}

function factOf(row: TicketRow["facts"][number]): RecordedFact {
	const fact = { ...row.data, kind: row.kind } as CallFact;
	return { ...fact, at: DateTime.fromISO(row.at, { zone: "utc" }) };
}

function utc(date: Date): DateTime {
	return DateTime.fromJSDate(date, { zone: "utc" });
}

interface Position {
	readonly openedAt: string;
	readonly id: string;
}

function cursorOf(row: TicketRow): string {
	return Buffer.from(`${row.openedAtText} ${row.id}`).toString("base64url");
}

function positionIn(cursor: string): Position {
	const text = Buffer.from(cursor, "base64url").toString();
	const [, openedAt, id] = cursorText.exec(text) ?? [];
	if (!openedAt || !id || Number.isNaN(Date.parse(openedAt)))
		throw new RequestError(
			400,
			"The cursor is not one that a page gave: take `next` of the page before, or leave it out.",
		);
	return { openedAt, id };
}

const cursorText =
	/^(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,6})?[+-]\d\d(?::\d\d)?) ([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;
