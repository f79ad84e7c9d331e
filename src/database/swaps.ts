import { DateTime } from "luxon";
import { QueryTypes, type Sequelize, type Transaction } from "sequelize";
import type { Override, Person } from "../domain/rota/rota.ts";
import type {
	Swap,
	SwapShift,
	SwapState,
	SwapStep,
} from "../domain/swap/swap.ts";
import { type AuditEntry, auditEntry } from "./audit.ts";
import { notifyOfChange } from "./changes.ts";

const columns = `id, line, duty, start_at as "startAt", end_at as "endAt", giver, asked, taker,
	return_duty as "returnDuty", return_start as "returnStart", return_end as "returnEnd", note, state,
	short_rest as "shortRest", overrides, steps, version`;

interface Row {
	readonly id: string;
	readonly line: string;
	readonly duty: string;
	readonly startAt: Date;
	readonly endAt: Date;
	readonly giver: string;
	readonly asked: string | null;
	readonly taker: string | null;
	readonly returnDuty: string | null;
	readonly returnStart: Date | null;
	readonly returnEnd: Date | null;
	readonly note: string | null;
	readonly state: SwapState;
	readonly shortRest: boolean;
	readonly overrides: readonly Override[];
	readonly steps: readonly SwapStep[];
	readonly version: number;
}

function swapOf(row: Row): Swap {
	const { startAt, endAt, returnDuty, returnStart, returnEnd, ...rest } = row;
	const at = (date: Date) => DateTime.fromJSDate(date, { zone: "utc" });
	const inReturn: SwapShift | null =
		returnDuty !== null && returnStart && returnEnd
			? { duty: returnDuty, start: at(returnStart), end: at(returnEnd) }
			: null;
	const { duty, ...swap } = rest;
	return {
		...swap,
		shift: { duty, start: at(startAt), end: at(endAt) },
		inReturn,
	};
}

/** One swap, or null; in a transaction it is locked until its end. The id must be a UUID. */
export async function swapById(
	database: Sequelize,
	id: string,
	transaction: Transaction | null = null,
): Promise<Swap | null> {
	const [row] = await database.query<Row>(
		`select ${columns} from swaps where id = $1::uuid ${transaction ? "for update" : ""}`,
		{ bind: [id], type: QueryTypes.SELECT, transaction },
	);
	return row ? swapOf(row) : null;
}

export interface SwapsAsked {
	readonly line?: string | undefined;
	readonly state?: SwapState | undefined;
}

/** The latest swaps by when their shift begins, those to come first; at most 500. */
export async function swapsOf(
	database: Sequelize,
	{ line, state }: SwapsAsked,
): Promise<Swap[]> {
	const rows = await database.query<Row>(
		`select ${columns} from swaps where ($1::text is null or line = $1) and ($2::text is null or state = $2)
		order by start_at desc, id limit 500`,
		{ bind: [line ?? null, state ?? null], type: QueryTypes.SELECT },
	);
	return rows.map(swapOf);
}

/** Every swap of the line that a change of its rota can touch, in the order they were made; locked until the transaction's end. */
export async function livingSwaps(
	database: Sequelize,
	line: string,
	now: DateTime,
	transaction: Transaction | null = null,
): Promise<Swap[]> {
	const rows = await database.query<Row>(
		`select ${columns} from swaps where line = $1 and (state in ('offered', 'awaiting-approval')
			or (state = 'done' and greatest(end_at, coalesce(return_end, end_at)) > $2))
		order by created_at, id ${transaction ? "for update" : ""}`,
		{ bind: [line, now.toJSDate()], type: QueryTypes.SELECT, transaction },
	);
	return rows.map(swapOf);
}

/** The offers of all lines whose shift has begun without anybody having taken it. */
export async function overdueSwaps(
	database: Sequelize,
	now: DateTime,
): Promise<Pick<Swap, "id" | "line">[]> {
	return database.query(
		`select id, line from swaps where state in ('offered', 'awaiting-approval') and end_at <= $1
			or state in ('offered', 'awaiting-approval') and return_start <= $1
			or state in ('offered', 'awaiting-approval') and start_at <= $1 and created_at < start_at`,
		{ bind: [now.toJSDate()], type: QueryTypes.SELECT },
	);
}

function values(swap: Omit<Swap, "id" | "line" | "version">) {
	const { shift, inReturn } = swap;
	return [
		...[shift.duty, shift.start.toJSDate(), shift.end.toJSDate()],
		...[swap.giver, swap.asked, swap.taker],
		inReturn?.duty ?? null,
		inReturn?.start.toJSDate() ?? null,
		inReturn?.end.toJSDate() ?? null,
		...[swap.note, swap.state, swap.shortRest],
		JSON.stringify(swap.overrides),
		JSON.stringify(swap.steps),
	];
}

/** Saves a new swap with its audit entry. */
export async function addSwap(
	database: Sequelize,
	transaction: Transaction,
	swap: Omit<Swap, "id" | "version">,
	audit: Omit<AuditEntry, "subject">,
): Promise<Swap> {
	const [row] = await database.query<Row>(
		`insert into swaps (line, duty, start_at, end_at, giver, asked, taker, return_duty, return_start, return_end,
			note, state, short_rest, overrides, steps, created_at)
		values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14::jsonb, $15::jsonb, $16)
		returning ${columns}`,
		{
			bind: [swap.line, ...values(swap), audit.at.toJSDate()],
			type: QueryTypes.SELECT,
			transaction,
		},
	);
	if (!row) throw new Error("a swap was not saved");
	await tell(database, transaction, swapOf(row), audit);
	return swapOf(row);
}

/**
 * Saves what became of a swap with its audit entry.
 *
 * @throws Error when it was changed since it was read; whoever locked it before reading never meets that.
 */
export async function saveSwap(
	database: Sequelize,
	transaction: Transaction,
	swap: Swap,
	audit: Omit<AuditEntry, "subject">,
): Promise<Swap> {
	const [row] = await database.query<Row>(
		`update swaps set duty = $3, start_at = $4, end_at = $5, giver = $6, asked = $7, taker = $8, return_duty = $9,
			return_start = $10, return_end = $11, note = $12, state = $13, short_rest = $14, overrides = $15::jsonb,
			steps = $16::jsonb, version = version + 1
		where id = $1::uuid and version = $2 returning ${columns}`,
		{
			bind: [swap.id, swap.version, ...values(swap)],
			type: QueryTypes.SELECT,
			transaction,
		},
	);
	if (!row) throw new Error(`the swap ${swap.id} was changed meanwhile`);
	await tell(database, transaction, swapOf(row), audit);
	return swapOf(row);
}

async function tell(
	database: Sequelize,
	transaction: Transaction,
	{ id, line }: Swap,
	audit: Omit<AuditEntry, "subject">,
): Promise<void> {
	await auditEntry(database, transaction, {
		...audit,
		subject: { kind: "swap", id },
	});
	await notifyOfChange(database, transaction, {
		kind: "swap-changed",
		line,
		swap: id,
	});
}

/** Whether planners approve the line's swaps before they count; false until somebody says otherwise. */
export async function swapsNeedApproval(
	database: Sequelize,
	line: string,
	transaction: Transaction | null = null,
): Promise<boolean> {
	const [row] = await database.query<{ approval: boolean }>(
		"select approval from swap_settings where line = $1",
		{ bind: [line], type: QueryTypes.SELECT, transaction },
	);
	return row?.approval ?? false;
}

/** Saves it, with its audit entry. */
export async function saveSwapSettings(
	database: Sequelize,
	transaction: Transaction,
	{ line, approval }: { readonly line: string; readonly approval: boolean },
	audit: AuditEntry,
): Promise<void> {
	await database.query(
		`insert into swap_settings (line, approval, changed_at, changed_by) values ($1, $2, $3, $4)
		on conflict (line) do update set approval = excluded.approval, changed_at = excluded.changed_at,
			changed_by = excluded.changed_by`,
		{ bind: [line, approval, audit.at.toJSDate(), audit.actor], transaction },
	);
	await auditEntry(database, transaction, audit);
}

/** Has the people whom a swap's latest step concerns told of it, once the transaction commits. */
export async function enqueueTelling(
	database: Sequelize,
	transaction: Transaction,
	{ id, steps }: Swap,
): Promise<void> {
	const step = steps.length - 1;
	await database.query(
		`select graphile_worker.add_job('tell-of-swap', json_build_object('swap', $1::text, 'step', $2::integer),
			job_key := 'tell-of-swap:' || $1 || ':' || $2, max_attempts := 10)`,
		{ bind: [id, step], transaction },
	);
}

/** A person as the newest version of the line's rota that knew them wrote it; null when none did. */
export async function personOnceKnown(
	database: Sequelize,
	line: string,
	person: string,
): Promise<Person | null> {
	const [row] = await database.query<{ person: Person }>(
		`select document->'people'->$2 as person from rota_versions where line = $1 and document::jsonb->'people' ? $2
		order by version desc limit 1`,
		{ bind: [line, person], type: QueryTypes.SELECT },
	);
	return row?.person ?? null;
}
