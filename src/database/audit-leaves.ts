import type { DateTime } from "luxon";
import { QueryTypes, type Sequelize, type Transaction } from "sequelize";
import type { Canonical, LeafKind, SealedThing } from "../domain/audit/leaf.ts";

/** ISO 8601 in UTC, to the microsecond. */
const iso = (column: string) =>
	`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

const entryColumns = `e.id::text as id, ${iso("e.at")} as at, e.actor, e.action, e.subject_kind as "subjectKind",
	e.subject_id as "subjectId", e.reason, e.before::text as before, e.after::text as after, e.origin, e.account_id::text as account`;

const rotaColumns = `r.line, r.version::text as version, r.document::text as document, ${iso("r.published_at")} as "publishedAt",
	r.published_by as "publishedBy", r.note, r.accepted_warnings::text as "acceptedWarnings", r.source_digest as "sourceDigest"`;

/** Neither the caller's number nor what is worked out from facts: the one is erased some day, the other follows. */
const callColumns = `c.sid, c.line, c.called, c.rota_version::text as "rotaVersion", ${iso("c.arrived_at")} as "arrivedAt",
	${iso("c.ended_at")} as "endedAt", ${iso("c.recovered_at")} as "recoveredAt", c.busy::text as busy`;

const factColumns = `f.call_sid as "callSid", f.id::text as id, f.key, f.kind, ${iso("f.at")} as at, f.data::text as data,
	${iso("f.recorded_at")} as "recordedAt"`;

type Row = Record<string, string | null>;

export interface UnsealedAsked {
	/** Entries and calls are looked for from a day or more before the last ones sealed; or all of them. */
	readonly whole: boolean;
	/** Only entries after this one; where an earlier batch has got to. */
	readonly afterEntry: string | null;
	readonly afterCall: string | null;
	readonly now: DateTime;
	readonly atMost: number;
}

/** What is there to be seen and has no leaf yet, entries first, each kind in its own order; at most so many of each. */
export async function unsealedThings(
	database: Sequelize,
	transaction: Transaction,
	asked: UnsealedAsked,
): Promise<SealedThing[]> {
	const select = <T extends object>(sql: string, bind: unknown[]) =>
		database.query<T>(sql, { bind, transaction, type: QueryTypes.SELECT });
	// Ids are given before the commit, so a later one may be seen first: what is sealed up to now tells nothing about those below.
	const entries = await select<Row>(
		`select ${entryColumns} from audit_entries e
		where e.id > coalesce($1::bigint, case when $2 then null else (
				select max(number) from audit_leaves where kind = 'entry' and seal_id <= (
					select max(id) from audit_seals where sealed_at < $3::timestamptz - interval '1 day'))
			end, -9223372036854775808)
			and not exists (select from audit_leaves l where l.kind = 'entry' and l.number = e.id)
		order by e.id limit $4`,
		[asked.afterEntry, asked.whole, asked.now.toJSDate(), String(asked.atMost)],
	);
	const rotas = await select<Row>(
		`select ${rotaColumns} from rota_versions r
		where not exists (select from audit_leaves l where l.kind = 'rota' and l.key = r.line and l.number = r.version)
		order by r.line, r.version limit $1`,
		[String(asked.atMost)],
	);
	const calls = await select<Row>(
		`select ${callColumns} from calls c
		where c.ended_at <= $1::timestamptz - interval '1 hour'
			and ($2 or c.ended_at > $1::timestamptz - interval '3 days') and ($3::text is null or c.sid > $3)
			and not exists (select from audit_leaves l where l.kind = 'call' and l.key = c.sid)
		order by c.sid limit $4`,
		[asked.now.toJSDate(), asked.whole, asked.afterCall, String(asked.atMost)],
	);
	const sids = calls.map(({ sid }) => sid ?? "");
	const facts = await factsOf(database, transaction, sids);
	return [
		...entries.map(entryThing),
		...rotas.map(rotaThing),
		...calls.map((call) => callThing(call, facts.get(call.sid ?? "") ?? [])),
	];
}

/** One leaf as it stands, and what it stands for as that stands now; `thing` is null where that is gone. */
export interface KeptLeaf {
	readonly sealId: string;
	readonly place: number;
	readonly kind: LeafKind;
	readonly number: string;
	readonly key: string;
	readonly hash: string;
	readonly thing: SealedThing | null;
	/** When facts were recorded that the call got after its seal. */
	readonly later: readonly string[];
}

/** The leaves of these seals, in order. */
export async function leavesOfSeals(
	database: Sequelize,
	transaction: Transaction,
	first: string,
	last: string,
): Promise<KeptLeaf[]> {
	const rows = await database.query<Omit<KeptLeaf, "thing" | "later">>(
		`select l.seal_id::text as "sealId", l.place, l.kind, l.number::text as number, l.key, encode(l.hash, 'hex') as hash
		from audit_leaves l where l.seal_id between $1 and $2 order by l.seal_id, l.place`,
		{ bind: [first, last], transaction, type: QueryTypes.SELECT },
	);
	const of = (kind: LeafKind) => rows.filter((row) => row.kind === kind);
	const entries = new Map(
		(
			await rowsOf(
				database,
				transaction,
				`select ${entryColumns} from audit_entries e where e.id = any($1::bigint[])`,
				[of("entry").map(({ number }) => number)],
			)
		).map((row) => [row.id ?? "", row]),
	);
	const rotas = new Map(
		(
			await rowsOf(
				database,
				transaction,
				`select ${rotaColumns} from rota_versions r
				join unnest($1::text[], $2::bigint[]) as l(line, version) on l.line = r.line and l.version = r.version`,
				[of("rota").map(({ key }) => key), of("rota").map(numberOf)],
			)
		).map((row) => [`${row.line}\n${row.version}`, row]),
	);
	const sids = of("call").map(({ key }) => key);
	const calls = new Map(
		(
			await rowsOf(
				database,
				transaction,
				`select ${callColumns} from calls c where c.sid = any($1::text[])`,
				[sids],
			)
		).map((row) => [row.sid ?? "", row]),
	);
	const facts = await factsOf(database, transaction, sids);
	const isLater = (fact: Row, { number }: { readonly number: string }) =>
		BigInt(fact.id ?? "0") > BigInt(number);
	const thingOf = (leaf: (typeof rows)[number]) => {
		const { kind, key, number } = leaf;
		if (kind === "entry") {
			const row = entries.get(number);
			return row && key === "" ? entryThing(row) : null;
		}
		if (kind === "rota") {
			const row = rotas.get(`${key}\n${number}`);
			return row ? rotaThing(row) : null;
		}
		const row = calls.get(key);
		const sealed = facts.get(key)?.filter((fact) => !isLater(fact, leaf));
		return row ? callThing(row, sealed ?? [], number) : null;
	};
	return rows.map((row) => ({
		...row,
		thing: thingOf(row),
		later: (row.kind === "call" ? (facts.get(row.key) ?? []) : [])
			.filter((fact) => isLater(fact, row))
			.map(({ recordedAt }) => recordedAt ?? ""),
	}));
}

export interface Waiting {
	/** Entries, versions and calls that the next seal will hold. */
	readonly count: number;
	/** Entries and versions among them that say to be from before what was sealed then was all there was. */
	readonly late: readonly Pick<SealedThing, "kind" | "number" | "key">[];
}

/** What has no leaf yet. */
export async function waitingForSeal(
	database: Sequelize,
	transaction: Transaction,
	bound: string | null,
	now: DateTime,
): Promise<Waiting> {
	const [counted] = await rowsOf(
		database,
		transaction,
		`select (
				(select count(*) from audit_entries e
					where not exists (select from audit_leaves l where l.kind = 'entry' and l.number = e.id))
				+ (select count(*) from rota_versions r
					where not exists (select from audit_leaves l where l.kind = 'rota' and l.key = r.line and l.number = r.version))
				+ (select count(*) from calls c where c.ended_at <= $1::timestamptz - interval '1 hour'
					and not exists (select from audit_leaves l where l.kind = 'call' and l.key = c.sid))
			)::text as count`,
		[now.toJSDate()],
	);
	const late = await database.query<Waiting["late"][number]>(
		`(select 'entry' as kind, e.id::text as number, '' as key from audit_entries e
			where e.at < $1::timestamptz and e.origin is distinct from 'phone'
				and not exists (select from audit_leaves l where l.kind = 'entry' and l.number = e.id)
			order by e.id limit 1000)
		union all
		select 'rota', r.version::text, r.line from rota_versions r
			where r.published_at < $1::timestamptz
				and not exists (select from audit_leaves l where l.kind = 'rota' and l.key = r.line and l.number = r.version)`,
		{ bind: [bound], transaction, type: QueryTypes.SELECT },
	);
	return { count: Number(counted?.count ?? 0), late };
}

const numberOf = ({ number }: { readonly number: string }) => number;

async function factsOf(
	database: Sequelize,
	transaction: Transaction,
	sids: readonly string[],
): Promise<Map<string, Row[]>> {
	const facts = new Map<string, Row[]>();
	if (sids.length === 0) return facts;
	const rows = await rowsOf(
		database,
		transaction,
		`select ${factColumns} from unnest($1::text[]) as l(sid)
		join call_facts f on f.call_sid = l.sid order by f.call_sid, f.id`,
		[sids],
	);
	for (const row of rows) {
		const sid = row.callSid ?? "";
		const known = facts.get(sid);
		if (known) known.push(row);
		else facts.set(sid, [row]);
	}
	return facts;
}

function rowsOf(
	database: Sequelize,
	transaction: Transaction,
	sql: string,
	bind: unknown[],
): Promise<Row[]> {
	return database.query<Row>(sql, {
		bind,
		transaction,
		type: QueryTypes.SELECT,
	});
}

function entryThing(row: Row): SealedThing {
	return { kind: "entry", number: row.id ?? "", key: "", fields: row };
}

function rotaThing(row: Row): SealedThing {
	const { line, version } = row;
	return { kind: "rota", number: version ?? "", key: line ?? "", fields: row };
}

function callThing(
	row: Row,
	facts: readonly Row[],
	bound = facts.at(-1)?.id ?? "0",
): SealedThing {
	const told: Canonical[] = facts.map(({ callSid: _, ...fact }) => fact);
	return {
		kind: "call",
		number: bound,
		key: row.sid ?? "",
		fields: { ...row, facts: told },
	};
}
