import { QueryTypes, type Sequelize } from "sequelize";
import type { LooksFor, Statement, Way } from "./ticket-conditions.ts";

/** What is looked for, with its words made into what the database asks its index. */
export type Search =
	| (LooksFor & { readonly kind: "number" })
	| {
			readonly kind: "words";
			readonly query: string;
			/** How many tickets there are, about. */
			readonly tickets: number;
	  };

/** Makes out what the words mean: their forms in each language, longer words with them in it, likely ones where nobody ever wrote them. */
export async function searchFor(
	database: Sequelize,
	looksFor: LooksFor | null,
): Promise<Search | null> {
	if (looksFor?.kind !== "words") return looksFor;
	const { words, isUnfinished } = looksFor;
	const [row] = await database.query<{ query: string; tickets: number }>(
		`select ticket_query($1::text[], $2)::text as query,
			(select greatest(reltuples, 0)::float8 from pg_class where oid = 'ticket_search'::regclass) as tickets`,
		{ bind: [words, isUnfinished], type: QueryTypes.SELECT },
	);
	return row?.query ? { kind: "words", ...row } : null;
}

/** As a condition on the ticket `t`. */
export function searchCondition(search: Search, statement: Statement): string {
	if (search.kind === "number")
		return `(${waysToNumber(search, statement)
			.map(({ where }) => where)
			.join(" or ")})`;
	return `exists (select from ticket_search s where s.ticket_id = t.id and s.words @@ ${statement.give(search.query)}::tsquery)`;
}

/** Ways by which an index finds all of it, in no order. */
export function waysToSearch(search: Search, statement: Statement): Way[] {
	if (search.kind === "number") return waysToNumber(search, statement);
	const where = `s.words @@ ${statement.give(search.query)}::tsquery`;
	return [{ ...allWords, where }];
}

/** By the number of the ticket and by parts of the caller's; none of them is in the order of the list. */
function waysToNumber(
	{ whole, running, beginnings, end }: Search & { kind: "number" },
	statement: Statement,
): Way[] {
	const where: string[] = [];
	if (whole !== null) where.push(`t.number = ${statement.give(whole)}`);
	if (running !== null)
		where.push(`t.number = any(${numbersOf(running, statement)})`);
	for (const beginning of beginnings)
		where.push(beginsWith("t.caller", beginning, statement));
	if (end !== null)
		where.push(
			`t.caller is not null and ${beginsWith("reverse(t.caller)", [...end].reverse().join(""), statement)}`,
		);
	return where.map((each) => ({
		from: "tickets t",
		where: each,
		...{ at: "t.opened_at", id: "t.id" },
	}));
}

const allWords = {
	from: "ticket_search s",
	...{ at: "s.opened_at", id: "s.ticket_id" },
};

/** By the mark of the weeks and the words at once, for each of the spans of weeks in turn. */
export function wayToSpans(
	search: Search & { kind: "words" },
	{
		since,
		until,
	}: { readonly since: Date | null; readonly until: Date | string | null },
	statement: Statement,
): Way {
	const first = statement.give(until);
	const last = statement.give(since);
	return {
		each: `generate_series(
			(select search_span(least(max(opened_at), ${first}::timestamptz)) from ticket_search),
			(select search_span(greatest(min(opened_at), ${last}::timestamptz)) from ticket_search), -1) one(value)`,
		isInTurn: true,
		...allWords,
		where: `s.words @@ (quote_literal('~' || one.value)::tsquery && ${statement.give(search.query)}::tsquery)`,
	};
}

/** The numbers that the running part stands for in each year of the log. */
function numbersOf(running: string, statement: Statement): string {
	const part = statement.give(running.padStart(6, "0"));
	return `array(select year || '-' || ${part}::text from generate_series(
		(select extract(year from min(opened_at))::int from tickets),
		(select extract(year from max(opened_at))::int + 1 from tickets)) year)`;
}

/** As the operators of the index compare, letter by letter; a colon comes right after the nine. */
function beginsWith(
	column: string,
	beginning: string,
	statement: Statement,
): string {
	return `${column} ~>=~ ${statement.give(beginning)} and ${column} ~<~ ${statement.give(`${beginning}:`)}`;
}
