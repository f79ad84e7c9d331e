import type { DateTime } from "luxon";
import { QueryTypes, type Sequelize, type Transaction } from "sequelize";
import type { Rota } from "../domain/rota/rota.ts";

/** A rota that somebody is working on; nobody is rung by it. */
export interface RotaDraft {
	readonly line: string;
	/** Whose it is, steady over sessions: `account:ID` or `token:NAME`. */
	readonly owner: string;
	readonly ownerName: string;
	/** The published version that it began with. */
	readonly basedOn: number;
	readonly rota: Rota;
	/** Counts its saves from 1. */
	readonly revision: number;
	readonly updatedAt: Date;
}

const columns = `line, owner, owner_name as "ownerName", based_on as "basedOn", document as rota, revision,
	updated_at as "updatedAt"`;

/** Somebody's draft of a line's rota, or null. */
export async function rotaDraft(
	database: Sequelize,
	line: string,
	owner: string,
): Promise<RotaDraft | null> {
	const [draft] = await database.query<RotaDraft>(
		`select ${columns} from rota_drafts where line = $1 and owner = $2`,
		{ bind: [line, owner], type: QueryTypes.SELECT },
	);
	return draft ?? null;
}

/** Who works on a line's rota at the moment, latest first. */
export async function draftersOf(
	database: Sequelize,
	line: string,
): Promise<Pick<RotaDraft, "owner" | "ownerName" | "updatedAt">[]> {
	return database.query(
		`select owner, owner_name as "ownerName", updated_at as "updatedAt" from rota_drafts
		where line = $1 order by updated_at desc limit 50`,
		{ bind: [line], type: QueryTypes.SELECT },
	);
}

/**
 * Saves a draft over the revision that its editor saw (0: there was none), and returns the new revision; null when
 * another one is there, and nothing is saved.
 */
export async function keepRotaDraft(
	database: Sequelize,
	draft: Omit<RotaDraft, "updatedAt">,
	at: DateTime,
): Promise<number | null> {
	const [kept] = await database.query<{ revision: number }>(
		`insert into rota_drafts (line, owner, owner_name, based_on, document, revision, updated_at)
		select $1, $2, $3, $4::integer, $5::json, 1, $7::timestamptz
			where $6::integer = 0 or exists (select from rota_drafts where line = $1 and owner = $2)
		on conflict (line, owner) do update set owner_name = excluded.owner_name, based_on = excluded.based_on,
			document = excluded.document, revision = rota_drafts.revision + 1, updated_at = excluded.updated_at
			where rota_drafts.revision = $6
		returning revision`,
		{
			bind: [
				draft.line,
				draft.owner,
				draft.ownerName,
				draft.basedOn,
				JSON.stringify(draft.rota),
				draft.revision,
				at.toJSDate(),
			],
			type: QueryTypes.SELECT,
		},
	);
	return kept?.revision ?? null;
}

/** Nothing happens when there is none. */
export async function dropRotaDraft(
	database: Sequelize,
	line: string,
	owner: string,
	transaction: Transaction | null = null,
): Promise<void> {
	await database.query(
		"delete from rota_drafts where line = $1 and owner = $2",
		{ bind: [line, owner], transaction },
	);
}
