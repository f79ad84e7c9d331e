import { QueryTypes, type Sequelize, type Transaction } from "sequelize";
import type { LeafKind, SealedBatch } from "../domain/audit/leaf.ts";

/** A seal as it stands in the chain. */
export interface Seal extends Omit<SealedBatch, "leaves"> {
	/** In hexadecimal. */
	readonly hash: string;
}

export interface NewLeaf {
	readonly kind: LeafKind;
	readonly number: string;
	readonly key: string;
	/** In hexadecimal. */
	readonly hash: string;
}

const iso = (column: string) =>
	`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/** `id` is a text in these: what is put in order by it says `audit_seals.id`, or the tenth seal comes before the ninth. */
const columns = `id::text as id, encode(previous_hash, 'hex') as previous, encode(hash, 'hex') as hash, leaf_count as count,
	${iso("sealed_at")} as "sealedAt", ${iso("complete_until")} as "completeUntil"`;

/** One at a time makes seals, on whichever instance, until its transaction ends; false when another one does just now. */
export async function takeSealing(
	database: Sequelize,
	transaction: Transaction,
): Promise<boolean> {
	const [row] = await database.query<{ taken: boolean }>(
		"select pg_try_advisory_xact_lock(7146015) as taken",
		{ transaction, type: QueryTypes.SELECT },
	);
	return row?.taken ?? false;
}

/** The newest seal; null before the first. */
export async function lastSeal(
	database: Sequelize,
	transaction: Transaction | null = null,
): Promise<Seal | null> {
	const [seal] = await database.query<Seal>(
		`select ${columns} from audit_seals order by audit_seals.id desc limit 1`,
		{ transaction, type: QueryTypes.SELECT },
	);
	return seal ?? null;
}

/** So many seals after this one, oldest first. */
export async function sealsAfter(
	database: Sequelize,
	transaction: Transaction,
	id: string,
	atMost: number,
): Promise<Seal[]> {
	return database.query<Seal>(
		`select ${columns} from audit_seals where id > $1 order by audit_seals.id limit $2`,
		{ bind: [id, String(atMost)], transaction, type: QueryTypes.SELECT },
	);
}

/** How many entries wait for a seal (counted to 500), and how many seconds ago the last seal was made, by the database's clock. */
export async function sealingDue(
	database: Sequelize,
): Promise<{ readonly waiting: number; readonly seconds: number | null }> {
	const [row] = await database.query<{
		waiting: number;
		seconds: number | null;
	}>(
		`select (
				select count(*)::int from (
					select from audit_entries where id > coalesce((
						select number from audit_leaves where kind = 'entry' order by number desc limit 1), 0) limit 500
				) newer
			) as waiting,
			(select extract(epoch from clock_timestamp() - max(sealed_at))::float8 from audit_seals
				where id = (select max(id) from audit_seals)) as seconds`,
		{ type: QueryTypes.SELECT },
	);
	return row ?? { waiting: 0, seconds: null };
}

/** The earlier of the given instant and the database's own, to the microsecond: a clock of a demonstration may be ahead. */
export async function earlierInstant(
	database: Sequelize,
	transaction: Transaction,
	now: Date,
): Promise<string> {
	const [row] = await database.query<{ at: string }>(
		`select ${iso("least($1::timestamptz, clock_timestamp())")} as at`,
		{ bind: [now], transaction, type: QueryTypes.SELECT },
	);
	return row?.at ?? now.toISOString();
}

/** Adds a seal and its leaves, in their order. */
export async function addSeal(
	database: Sequelize,
	transaction: Transaction,
	seal: Seal,
	leaves: readonly NewLeaf[],
): Promise<void> {
	await database.query(
		`insert into audit_seals (id, previous_hash, hash, leaf_count, sealed_at, complete_until)
		values ($1, decode($2, 'hex'), decode($3, 'hex'), $4, $5, $6)`,
		{
			bind: [
				...[seal.id, seal.previous, seal.hash, seal.count],
				...[seal.sealedAt, seal.completeUntil],
			],
			transaction,
		},
	);
	await database.query(
		`insert into audit_leaves (seal_id, place, kind, number, key, hash)
		select $1, place, kind, number, key, decode(hash, 'hex')
		from unnest($2::text[], $3::bigint[], $4::text[], $5::text[]) with ordinality as l(kind, number, key, hash, place)`,
		{
			bind: [
				seal.id,
				leaves.map(({ kind }) => kind),
				leaves.map(({ number }) => number),
				leaves.map(({ key }) => key),
				leaves.map(({ hash }) => hash),
			],
			transaction,
		},
	);
}
