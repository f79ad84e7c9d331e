import type { DateTime } from "luxon";
import { QueryTypes, type Sequelize, type Transaction } from "sequelize";
import type { Rota } from "../domain/rota/rota.ts";
import { type AuditEntry, auditEntry } from "./audit.ts";
import { notifyOfChange } from "./changes.ts";

/** One published version of a line's rota; versions count from 1 and never change. */
export interface RotaVersion {
	readonly line: string;
	readonly version: number;
	readonly rota: Rota;
	readonly publishedAt: Date;
	readonly publishedBy: string;
	readonly note: string | null;
	/** SHA-256 of the file's text that the first start published, in hex. */
	readonly sourceDigest: string | null;
}

const facts = `line, version, published_at as "publishedAt", published_by as "publishedBy", note,
	source_digest as "sourceDigest"`;
const columns = `${facts}, document as rota`;

/** The newest version of each line. */
export async function newestRotas(
	database: Sequelize,
	transaction: Transaction | null = null,
): Promise<RotaVersion[]> {
	return database.query<RotaVersion>(
		`select distinct on (line) ${columns} from rota_versions order by line, version desc`,
		{ type: QueryTypes.SELECT, transaction },
	);
}

/** The versions that calls since the instant were routed by. */
export async function rotasOfCallsSince(
	database: Sequelize,
	since: DateTime,
): Promise<RotaVersion[]> {
	return database.query<RotaVersion>(
		`select ${columns} from rota_versions where (line, version) in
			(select line, rota_version from calls where arrived_at >= $1)`,
		{ bind: [since.toJSDate()], type: QueryTypes.SELECT },
	);
}

/** The newest version of a line's rota, or null before the first one. */
export async function newestRota(
	database: Sequelize,
	line: string,
	transaction: Transaction | null = null,
): Promise<RotaVersion | null> {
	const [newest] = await database.query<RotaVersion>(
		`select ${columns} from rota_versions where line = $1 order by version desc limit 1`,
		{ bind: [line], type: QueryTypes.SELECT, transaction },
	);
	return newest ?? null;
}

/** A given version of a line's rota, or null. */
export async function rotaVersion(
	database: Sequelize,
	line: string,
	version: number,
): Promise<RotaVersion | null> {
	const [found] = await database.query<RotaVersion>(
		`select ${columns} from rota_versions where line = $1 and version = $2`,
		{ bind: [line, version], type: QueryTypes.SELECT },
	);
	return found ?? null;
}

/** Every version of a line's rota, newest first, without their documents. */
export async function rotaVersions(
	database: Sequelize,
	line: string,
): Promise<Omit<RotaVersion, "rota">[]> {
	return database.query<Omit<RotaVersion, "rota">>(
		`select ${facts} from rota_versions where line = $1 order by version desc`,
		{ bind: [line], type: QueryTypes.SELECT },
	);
}

/** Makes other publishers of the line wait until this transaction ends. */
export async function lockRotaOf(
	database: Sequelize,
	line: string,
	transaction: Transaction,
): Promise<void> {
	await database.query(
		"select pg_advisory_xact_lock(hashtextextended('rota ' || $1, 0))",
		{ bind: [line], transaction },
	);
}

/** Saves a version with its audit entry, and notifies every instance of it. */
export async function saveRotaVersion(
	database: Sequelize,
	transaction: Transaction,
	version: RotaVersion & { readonly acceptedWarnings: readonly unknown[] },
	audit: AuditEntry,
): Promise<void> {
	await database.query(
		`insert into rota_versions
			(line, version, document, published_at, published_by, note, accepted_warnings, source_digest)
		values ($1, $2, $3::json, $4, $5, $6, $7::jsonb, $8)`,
		{
			transaction,
			bind: [
				version.line,
				version.version,
				JSON.stringify(version.rota),
				version.publishedAt,
				version.publishedBy,
				version.note,
				JSON.stringify(version.acceptedWarnings),
				version.sourceDigest,
			],
		},
	);
	await auditEntry(database, transaction, audit);
	await notifyOfChange(database, transaction, {
		kind: "rota-published",
		line: version.line,
		version: version.version,
	});
}
