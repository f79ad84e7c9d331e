import { DateTime } from "luxon";
import { QueryTypes, type Sequelize } from "sequelize";
import { actorsNamed } from "../domain/audit/actors.ts";

/** What is looked for; everything given must hold. */
export interface AuditFilter {
	/** A name or a part of one; the service's own in whichever language. */
	readonly actor?: string | undefined;
	/** One of these. */
	readonly actions?: readonly string[] | undefined;
	/** Id of the subject: a ticket's number, a line, an account's id. */
	readonly subject?: string | undefined;
	readonly from?: DateTime | undefined;
	readonly to?: DateTime | undefined;
	/** All of its words, or beginnings of words, anywhere in an entry. */
	readonly text?: string | undefined;
}

/** An entry as it stands on record. */
export interface FoundEntry {
	readonly id: string;
	readonly at: DateTime;
	readonly actor: string;
	readonly action: string;
	readonly subjectKind: string;
	readonly subjectId: string;
	readonly reason: string | null;
	readonly before: unknown;
	readonly after: unknown;
	readonly origin: string | null;
	readonly account: string | null;
	/** Where the next page goes on. */
	readonly position: string;
}

interface KnownFilter extends Omit<AuditFilter, "actor"> {
	/** One of these, as they are written in the entries. */
	readonly actors: readonly string[] | undefined;
	/** Only these entries. */
	readonly ids?: readonly string[];
}

interface Wanted {
	readonly after: string | null;
	readonly limit: number;
}

/**
 * Entries, newest first, from a position on. Words are looked for in spans of time, the newest one first and each longer than the one
 * before: a frequent word fills its page in the first. Where it did not, all entries of a rare word are put in order; those of somebody
 * are few enough in each span.
 */
export async function findEntries(
	database: Sequelize,
	{ actor, ...rest }: AuditFilter,
	{ after, limit }: Wanted,
): Promise<FoundEntry[]> {
	const words = wordsIn(rest.text);
	const actors = actor
		? actorsNamed(actor, await actorsOfEntries(database))
		: undefined;
	if (words === "" || actors?.length === 0) return [];
	const filter = { ...rest, actors };
	if (!words || filter.subject)
		return entriesWithin(database, filter, { after, limit });
	const found: FoundEntry[] = [];
	let isFirst = true;
	for await (const span of spansBack(database, filter, after)) {
		found.push(
			...(await entriesWithin(
				database,
				{ ...filter, ...span },
				{ after, limit: limit - found.length },
			)),
		);
		if (found.length >= limit) break;
		const goesOn = span.from !== filter.from;
		const ids =
			isFirst && goesOn && !actors ? await entriesIfFew(database, words) : null;
		if (ids)
			return entriesWithin(
				database,
				{ ...filter, text: undefined, ids },
				{ after, limit },
			);
		isFirst = false;
	}
	return found;
}

/** So many can be put in order. */
const fewEnough = 4_000;

/** Ids of all entries that hold the words; null where there are too many to put them in order. */
async function entriesIfFew(
	database: Sequelize,
	words: string,
): Promise<string[] | null> {
	const rows = await database.transaction(async (transaction) => {
		// No estimate of how many there are is good enough to read the whole log by: words that are frequent may never stand together.
		await database.query(
			"set local enable_seqscan = off; set local enable_indexscan = off",
			{ transaction },
		);
		return database.query<{ id: string }>(
			`select e.id::text as id from audit_entries e where ${holdsWords("$1")} limit ${fewEnough + 1}`,
			{ bind: [words], transaction, type: QueryTypes.SELECT },
		);
	});
	return rows.length > fewEnough ? null : rows.map(({ id }) => id);
}

const firstDays = 14;
const timesLonger = 8;

/** From the newest of what is wanted to the oldest entry of all; without a bound where there was none. */
async function* spansBack(
	database: Sequelize,
	{ from, to }: Pick<AuditFilter, "from" | "to">,
	after: string | null,
): AsyncGenerator<Pick<AuditFilter, "from" | "to">> {
	const [known] = await database.query<{
		newest: Date | null;
		oldest: Date | null;
	}>("select max(at) as newest, min(at) as oldest from audit_entries", {
		type: QueryTypes.SELECT,
	});
	if (!known?.newest || !known.oldest) return;
	const oldest = DateTime.fromJSDate(known.oldest);
	const begun = [
		DateTime.fromJSDate(known.newest),
		...(to ? [to] : []),
		...(after ? [DateTime.fromISO(after.split("_")[0] ?? "")] : []),
	];
	let end = to;
	let start = DateTime.min(...begun) ?? oldest;
	for (let days = firstDays; ; days *= timesLonger) {
		start = start.minus({ days });
		if (start <= oldest || (from && start <= from)) break;
		yield { from: start, to: end };
		end = start;
	}
	yield { from, to: end };
}

/**
 * Of a few actors and of actions, the newest of each are taken from its own index and put in order, so that a rare one costs no more
 * than a frequent one.
 */
async function entriesWithin(
	database: Sequelize,
	filter: KnownFilter,
	{ after, limit }: Wanted,
): Promise<FoundEntry[]> {
	const words = wordsIn(filter.text);
	const [at, id] = after?.split("_") ?? [];
	const bind: unknown[] = [limit];
	const given = (value: unknown) => `$${bind.push(value)}`;
	const where = [
		...(at && id
			? [`(e.at, e.id) < (${given(at)}::timestamptz, ${given(id)}::bigint)`]
			: []),
		...(filter.from ? [`e.at >= ${given(filter.from.toJSDate())}`] : []),
		...(filter.to ? [`e.at < ${given(filter.to.toJSDate())}`] : []),
		...(filter.ids ? [`e.id = any(${given(filter.ids)}::bigint[])`] : []),
		...(filter.subject ? [`e.subject_id = ${given(filter.subject)}`] : []),
		...(words ? [holdsWords(given(words))] : []),
	];
	const newest = (more: readonly string[]) =>
		`select e.* from audit_entries e ${clause([...where, ...more])} order by e.at desc, e.id desc limit $1`;
	const list = (names: readonly string[] | undefined) =>
		names && `${given(names)}::text[]`;
	const actors = list(filter.actors);
	const actions = list(filter.actions);
	const isOneByOne =
		!(filter.subject || words || filter.ids) &&
		(actors || actions) &&
		(filter.actors ?? []).length <= fewActors;
	const source = isOneByOne
		? `select e.* from unnest(${actors ?? "array[null]::text[]"}) as who(actor)
			cross join lateral (${actions ? `select unnest(${actions})` : distinct("action", "actor = who.actor")}) as kinds(action)
			cross join lateral (${newest([...(actors ? ["e.actor = who.actor"] : []), "e.action = kinds.action"])}) e
			order by e.at desc, e.id desc limit $1`
		: newest([
				...(actors ? [`e.actor = any(${actors})`] : []),
				...(actions ? [`e.action = any(${actions})`] : []),
			]);
	const rows = await database.query<
		Omit<FoundEntry, "at"> & { readonly at: Date }
	>(
		`select e.id::text as id, e.at, e.actor, e.action, e.subject_kind as "subjectKind", e.subject_id as "subjectId",
			e.reason, e.before, e.after, e.origin, coalesce(accounts.name, e.account_id::text) as account,
			to_char(e.at at time zone 'UTC', 'YYYYMMDD"T"HH24MISS.US"Z"') || '_' || e.id as position
		from (${source}) e left join accounts on accounts.id = e.account_id
		order by e.at desc, e.id desc`,
		{ bind, type: QueryTypes.SELECT },
	);
	return rows.map((row) => ({
		...row,
		at: DateTime.fromJSDate(row.at, { zone: "utc" }),
	}));
}

/** More than these do so much together that the newest entries of all hold enough of theirs. */
const fewActors = 10;

/** Everybody who has done anything, in the order of the alphabet; at most 2,000. */
export async function actorsOfEntries(database: Sequelize): Promise<string[]> {
	const rows = await database.query<{ actor: string }>(
		`${distinct("actor")} limit 2000`,
		{ type: QueryTypes.SELECT },
	);
	return rows.map(({ actor }) => actor);
}

/** The values of an indexed column, each found from the one before: a million entries have few. */
function distinct(column: "action" | "actor", condition = "true"): string {
	return `with recursive found as (
			(select ${column} from audit_entries where ${condition} order by ${column} limit 1)
			union all
			select (select ${column} from audit_entries where ${condition} and ${column} > found.${column} order by ${column} limit 1)
			from found where found.${column} is not null
		)
		select ${column} from found where ${column} is not null`;
}

function holdsWords(words: string): string {
	return `audit_words(e.actor, e.action, e.subject_id, e.reason, e.before, e.after) @@ to_tsquery('simple', ${words})`;
}

function clause(conditions: readonly string[]): string {
	return conditions.length > 0 ? `where ${conditions.join(" and ")}` : "";
}

/** As PostgreSQL looks for words; null when nothing is asked for, empty when there is no word in it. */
function wordsIn(text: string | undefined): string | null {
	if (text === undefined || text.trim() === "") return null;
	const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
	return words
		.slice(0, 10)
		.map((word) => `'${word}':*`)
		.join(" & ");
}
