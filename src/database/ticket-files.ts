import { DateTime } from "luxon";
import { QueryTypes, type Sequelize, type Transaction } from "sequelize";
import type { TicketStatus } from "../domain/ticket/ticket.ts";
import type { TicketFileRecord } from "../domain/ticket/ticket-file.ts";

export interface NewTicketFile {
	readonly id: string;
	readonly ticketId: string;
	readonly at: DateTime;
	readonly by: string;
	readonly account: string | null;
	readonly name: string;
	readonly mediaType: string;
	readonly bytes: number;
	readonly sha256: string;
	/** Below the data folder. */
	readonly file: string;
}

/** A file as it is served. */
export interface StoredTicketFile {
	readonly id: string;
	readonly ticketId: string;
	readonly name: string;
	readonly mediaType: string;
	readonly sha256: string;
	/** Below the data folder. */
	readonly file: string;
}

/** A ticket as it takes files in. */
export interface TicketForFiles {
	readonly id: string;
	readonly line: string;
	readonly status: TicketStatus;
	/** The number of the ticket that it has become a part of. */
	readonly mergedInto: string | null;
	/** Those that are not erased. */
	readonly files: number;
}

/** Within a transaction, whoever else changes the ticket waits until it ends. */
export async function ticketForFiles(
	database: Sequelize,
	number: string,
	transaction: Transaction | null = null,
): Promise<TicketForFiles | null> {
	// What is counted must be counted once nobody else adds any more: a statement that waits for the lock sees what was before.
	if (transaction)
		await database.query("select from tickets where number = $1 for update", {
			bind: [number],
			transaction,
		});
	const [row] = await database.query<TicketForFiles>(
		`select t.id, t.line, t.status, (select number from tickets where id = t.merged_into) as "mergedInto",
			(select count(*)::int from ticket_files where ticket_id = t.id and file is not null) as files
		from tickets t where t.number = $1`,
		{ bind: [number], type: QueryTypes.SELECT, transaction },
	);
	return row ?? null;
}

/** All files of a ticket, oldest first, those that are erased among them. */
export async function filesOfTicket(
	database: Sequelize,
	ticketId: string,
): Promise<TicketFileRecord[]> {
	const rows = await database.query<FileRow>(
		`select ${asRecord} from ticket_files where ticket_id = $1 order by at, id`,
		{ bind: [ticketId], type: QueryTypes.SELECT },
	);
	return rows.map(recordOf);
}

type FileRow = Omit<TicketFileRecord, "at"> & { readonly at: Date };

const asRecord = `id, at, by_name as by, name, media_type as "mediaType", bytes::float8 as bytes, file is null as "isErased"`;

function recordOf(row: FileRow): TicketFileRecord {
	return { ...row, at: DateTime.fromJSDate(row.at) };
}

/** null when nobody ever sent it. */
export async function ticketFileWith(
	database: Sequelize,
	id: string,
	transaction: Transaction | null = null,
): Promise<TicketFileRecord | null> {
	const [row] = await database.query<FileRow>(
		`select ${asRecord} from ticket_files where id = $1`,
		{ bind: [id], type: QueryTypes.SELECT, transaction },
	);
	return row ? recordOf(row) : null;
}

/** null when nobody ever sent it, or when it is erased. */
export async function storedFile(
	database: Sequelize,
	id: string,
): Promise<StoredTicketFile | null> {
	const [row] = await database.query<StoredTicketFile>(
		`select id, ticket_id as "ticketId", name, media_type as "mediaType", sha256, file
		from ticket_files where id = $1 and file is not null`,
		{ bind: [id], type: QueryTypes.SELECT },
	);
	return row ?? null;
}

export async function saveTicketFile(
	database: Sequelize,
	transaction: Transaction,
	file: NewTicketFile,
): Promise<void> {
	await database.query(
		`insert into ticket_files (id, ticket_id, at, by_name, account_id, name, media_type, bytes, sha256, file)
		values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
		{
			bind: [
				...[file.id, file.ticketId, file.at.toJSDate(), file.by, file.account],
				...[file.name, file.mediaType, file.bytes, file.sha256, file.file],
			],
			transaction,
		},
	);
}

/** A file of the ticket that is not erased, with who sent it; nobody else erases it until the transaction ends. */
export async function lockFile(
	database: Sequelize,
	transaction: Transaction,
	{ ticketId, id }: { readonly ticketId: string; readonly id: string },
): Promise<Omit<NewTicketFile, "id" | "ticketId" | "at"> | null> {
	const [row] = await database.query<
		Omit<NewTicketFile, "id" | "ticketId" | "at">
	>(
		`select by_name as by, account_id as account, name, media_type as "mediaType", bytes::float8 as bytes, sha256, file
		from ticket_files where ticket_id = $1 and id = $2 and file is not null for update`,
		{ bind: [ticketId, id], type: QueryTypes.SELECT, transaction },
	);
	return row ?? null;
}

/** That it was there stays on record. */
export async function saveErased(
	database: Sequelize,
	transaction: Transaction,
	id: string,
): Promise<void> {
	await database.query("update ticket_files set file = null where id = $1", {
		bind: [id],
		transaction,
	});
}

/** Which of these are not on record as the bytes of any file. */
export async function filesOfNobody(
	database: Sequelize,
	files: readonly string[],
): Promise<string[]> {
	const rows = await database.query<{ file: string }>(
		`select file from unnest($1::text[]) as lying(file)
		where not exists (select from ticket_files where ticket_files.file = lying.file)`,
		{ bind: [files], type: QueryTypes.SELECT },
	);
	return rows.map(({ file }) => file);
}
