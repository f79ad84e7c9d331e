import type { DateTime } from "luxon";
import { QueryTypes, type Sequelize, type Transaction } from "sequelize";
import { withoutNumber } from "../domain/ticket/searched-numbers.ts";
import {
	type HeldOnNumber,
	isTheirMessage,
	mentionsOf,
	theirs,
} from "./data-requests.ts";

/** Stars in place of the number; what else was written there stays. */
async function clearMentions(
	database: Sequelize,
	transaction: Transaction,
	number: string,
): Promise<HeldOnNumber["mentions"]> {
	const found = await mentionsOf(database, number, transaction, "as they are");
	const statements = {
		note: "update ticket_notes set body = $2 where id = $1::uuid",
		summary:
			"update tickets set summary = $2, revision = revision + 1, updated_at = now() where id = $1::uuid",
		label:
			"update tickets set labels = array_replace(labels, $3, $2), revision = revision + 1, updated_at = now() where id = $1::uuid",
		message: "update messages set body = $2 where id = $1::uuid",
	} as const;
	for (const { id, in: where, text } of found) {
		const cleared = withoutNumber(text, number, "***");
		const bind = where === "label" ? [id, cleared, text] : [id, cleared];
		await database.query(statements[where], { bind, transaction });
	}
	return found;
}

/** What was erased, in numbers. */
export interface ErasedCounts {
	readonly tenants: number;
	readonly tickets: number;
	readonly calls: number;
	readonly recordings: number;
	readonly messages: number;
	readonly notes: number;
	readonly files: number;
	/** Texts about others that named the number. */
	readonly mentions: number;
}

export interface Erasure {
	readonly counts: ErasedCounts;
	/** To be deleted here and at the carrier. */
	readonly recordings: readonly { sid: string; file: string | null }[];
	/** Below the data folder. */
	readonly files: readonly string[];
	readonly tickets: readonly { number: string; line: string }[];
}

/**
 * Takes a number and everything said under it off the record. Tickets and calls stay, for statistics, under a pseudonym that was drawn by
 * lot; what was said, written and recorded is gone, and so is the flat, which with a day would name a household.
 */
export async function eraseNumber(
	database: Sequelize,
	transaction: Transaction,
	number: string,
	pseudonym: string,
): Promise<Erasure> {
	const run = <T extends object>(sql: string, ...bind: unknown[]) =>
		database.query<T>(sql, { bind, transaction, type: QueryTypes.SELECT });
	const about = await run<{ id: string }>(
		`with ${theirs} select id from about`,
		number,
	);
	const ids = about.map(({ id }) => id);
	const mentions = await clearMentions(database, transaction, number);
	const messages = await run(
		`with ${theirs}
		update messages m set sender = case when sender = $1 then $2 else sender end,
			recipient = case when recipient = $1 then $2 else recipient end,
			key = replace(key, $1, $2), body = '', subject = case when subject is not null then '' end,
			status = case when status = 'waiting' then 'failed' else status end,
			error = case when status = 'waiting' then 'erased' else error end, updated_at = now()
		where ${isTheirMessage} returning id`,
		...[number, pseudonym],
	);
	const notes = await run(
		"update ticket_notes set body = '' where ticket_id = any ($1::uuid[]) and body <> '' returning id",
		ids,
	);
	const files = await run<{ file: string }>(
		`with there as (select id, file from ticket_files where ticket_id = any ($1::uuid[]) and file is not null)
		update ticket_files set file = null, name = '' from there where ticket_files.id = there.id returning there.file`,
		ids,
	);
	const recordings = await run<{ sid: string; file: string | null }>(
		`with there as (select r.sid, r.file from recordings r join calls c on c.sid = r.call_sid
			where c.caller = $1 and r.state <> 'erased')
		update recordings set state = 'erased', file = null, sha256 = null from there
		where recordings.sid = there.sid returning there.sid, there.file`,
		number,
	);
	const calls = await run(
		"update calls set caller = $2 where caller = $1 returning sid",
		...[number, pseudonym],
	);
	const tickets = await run<{ number: string; line: string }>(
		`update tickets set caller = case when caller = $1 then $2 else caller end, summary = null, flat = '', labels = '{}',
			tenant_id = null, revision = revision + 1, updated_at = now()
		where id = any ($3::uuid[]) returning number, line`,
		...[number, pseudonym, ids],
	);
	for (const table of ["callers", "opt_outs", "numbers_without_texts"])
		await run(`delete from ${table} where number = $1`, number);
	await run("update what_ifs set caller = null where caller = $1", number);
	await run(
		"update tenant_calls set tenant_number = null where tenant_number = $1",
		number,
	);
	const tenants = await run(
		"delete from tenants where id in (select tenant_id from tenant_numbers where number = $1) returning id",
		number,
	);
	return {
		...{ recordings, tickets, files: files.map(({ file }) => file) },
		counts: {
			...{ tenants: tenants.length, tickets: tickets.length },
			...{ calls: calls.length, recordings: recordings.length },
			...{ messages: messages.length, notes: notes.length },
			...{ files: files.length, mentions: mentions.length },
		},
	};
}

/** The secret of this installation by which erased numbers are known again. */
export async function erasureKey(
	database: Sequelize,
	transaction: Transaction | null = null,
): Promise<string> {
	const [row] = await database.query<{ key: string }>(
		"select key from erasure_key",
		{ type: QueryTypes.SELECT, transaction },
	);
	if (!row) throw new Error("the key of erasures is missing");
	return row.key;
}

export async function saveErasure(
	database: Sequelize,
	transaction: Transaction,
	erasure: {
		readonly reference: string;
		readonly pseudonym: string;
		readonly at: DateTime;
		readonly by: string;
	},
): Promise<void> {
	await database.query(
		"insert into erased_numbers (reference, pseudonym, erased_at, erased_by) values ($1, $2, $3, $4)",
		{
			bind: [
				erasure.reference,
				erasure.pseudonym,
				erasure.at.toJSDate(),
				erasure.by,
			],
			transaction,
		},
	);
}

/** When the number was erased, and by whom; newest first. */
export async function erasuresOf(
	database: Sequelize,
	reference: string,
): Promise<{ at: Date; by: string }[]> {
	return database.query<{ at: Date; by: string }>(
		`select erased_at as at, erased_by as by from erased_numbers where reference = $1 order by erased_at desc`,
		{ bind: [reference], type: QueryTypes.SELECT },
	);
}

/** Has the bytes of recordings and files deleted, here and at the carrier, however often that has to be tried. */
export async function enqueueErasure(
	database: Sequelize,
	transaction: Transaction,
	{ recordings, files }: Pick<Erasure, "recordings" | "files">,
): Promise<void> {
	const kept = recordings.flatMap(({ file }) => file ?? []);
	await database.query(
		`select graphile_worker.add_job('erase-bytes', json_build_object('recordings', $1::jsonb, 'files', $2::jsonb),
			max_attempts := 20)::text`,
		{ bind: [JSON.stringify(kept), JSON.stringify(files)], transaction },
	);
	await database.query(
		`select graphile_worker.add_job('delete-recording', json_build_object('recording', sid),
			job_key := 'delete-recording:' || sid, max_attempts := 20)::text
		from jsonb_array_elements_text($1::jsonb) as sid`,
		{
			bind: [JSON.stringify(recordings.map(({ sid }) => sid))],
			transaction,
		},
	);
}
