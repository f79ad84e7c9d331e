import { QueryTypes, type Sequelize, type Transaction } from "sequelize";
import type { Language } from "../domain/language.ts";
import type { SavedWhatIf } from "../domain/what-if/saved-what-if.ts";
import { type AuditEntry, auditEntry } from "./audit.ts";

export interface WhatIfRow extends SavedWhatIf {
	readonly keptAt: Date;
	readonly keptBy: string;
}

const columns = `id, name, at, yearly, caller, expects, kept_at as "keptAt", kept_by as "keptBy"`;

/** What was kept about a line's rota, in the order it was kept. */
export async function whatIfsOf(
	database: Sequelize,
	line: string,
	transaction: Transaction | null = null,
): Promise<WhatIfRow[]> {
	return database.query<WhatIfRow>(
		`select ${columns} from what_ifs where line = $1 order by kept_at, id`,
		{ bind: [line], type: QueryTypes.SELECT, transaction },
	);
}

/** Keeps a new what-if, or the same one anew, with its audit entry. */
export async function keepWhatIf(
	database: Sequelize,
	transaction: Transaction,
	{ id, name, at, yearly, caller, expects, keptAt, keptBy }: WhatIfRow,
	line: string,
	audit: AuditEntry,
): Promise<void> {
	await database.query(
		`insert into what_ifs (id, line, name, at, yearly, caller, expects, kept_at, kept_by)
		values ($1, $2, $3, $4, $5, $6, $7::jsonb, $8, $9)
		on conflict (id) do update set name = excluded.name, at = excluded.at, yearly = excluded.yearly,
			caller = excluded.caller, expects = excluded.expects, kept_at = excluded.kept_at, kept_by = excluded.kept_by`,
		{
			transaction,
			bind: [
				...[id, line, name, at, yearly, caller],
				...[JSON.stringify(expects), keptAt, keptBy],
			],
		},
	);
	await auditEntry(database, transaction, audit);
}

/** Drops a what-if with its audit entry. */
export async function dropWhatIf(
	database: Sequelize,
	transaction: Transaction,
	id: string,
	audit: AuditEntry,
): Promise<void> {
	await database.query("delete from what_ifs where id = $1", {
		bind: [id],
		transaction,
	});
	await auditEntry(database, transaction, audit);
}

/** Makes others who keep what-ifs of the line wait until this transaction ends. */
export async function lockWhatIfsOf(
	database: Sequelize,
	line: string,
	transaction: Transaction,
): Promise<void> {
	await database.query(
		"select pg_advisory_xact_lock(hashtextextended('what-ifs ' || $1, 0))",
		{ bind: [line], transaction },
	);
}

/** What a caller chose last; null for a number that never chose. */
export async function languageChosenBy(
	database: Sequelize,
	number: string,
): Promise<Language | null> {
	const [row] = await database.query<{ language: Language }>(
		"select language from callers where number = $1",
		{ bind: [number], type: QueryTypes.SELECT },
	);
	return row?.language ?? null;
}
