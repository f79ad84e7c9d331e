import { QueryTypes, type Sequelize } from "sequelize";
import { cursorOf, type ListPosition, positionIn } from "./list-position.ts";
import {
	conditionsOf,
	Statement,
	spanOf,
	type TicketsMeant,
	type Way,
	waysTo,
} from "./ticket-conditions.ts";
import {
	type Search,
	searchCondition,
	searchFor,
	waysToSearch,
	wayToSpans,
} from "./ticket-search.ts";

export interface FoundPage {
	/** Ids of tickets. */
	readonly ids: string[];
	/** The cursor of the next page; null on the last. */
	readonly next: string | null;
}

/**
 * Tickets, newest first; tickets of the same instant keep one order, so a page never repeats or skips one. Costs as much as it
 * finds, however many tickets there are: see docs/decisions/0016-searching-a-million-tickets.md.
 *
 * @throws RequestError 400 for a cursor that no page gave.
 */
export async function findTickets(
	database: Sequelize,
	meant: TicketsMeant,
	{
		limit,
		cursor = null,
	}: {
		readonly limit: number;
		/** What an earlier page called `next`. */
		readonly cursor?: string | null | undefined;
	},
): Promise<FoundPage> {
	const rows = await rowsFound(database, meant, {
		after: cursor ? positionIn(cursor) : null,
		limit: limit + 1,
	});
	const found = rows.slice(0, limit);
	const last = rows.length > limit ? found.at(-1) : undefined;
	return { ids: found.map(({ id }) => id), next: last ? cursorOf(last) : null };
}

/** How many tickets are meant, of which no more than `most` are counted; null: all of them. */
export async function countTickets(
	database: Sequelize,
	meant: TicketsMeant,
	most: number | null,
): Promise<number> {
	const search = await searchFor(database, meant.looksFor);
	const statement = new Statement();
	const ways = waysTo(meant, statement).map(
		(way) =>
			`select t.id from ${way.from}${way.each ? `, ${way.each}` : ""} where ${[
				way.where,
				...(search ? [searchCondition(search, statement)] : []),
				...spanOf(meant, null, statement, way),
			].join(" and ")}`,
	);
	const [row] = await database.query<{ count: number }>(
		`select count(*)::int as count from (${ways.join(" union ")} limit ${statement.give(most)}) counted`,
		{ bind: statement.values, type: QueryTypes.SELECT },
	);
	return row?.count ?? 0;
}

interface Page {
	readonly after: ListPosition | null;
	readonly limit: number;
}

async function rowsFound(
	database: Sequelize,
	meant: TicketsMeant,
	page: Page,
): Promise<ListPosition[]> {
	const ask = (write: (statement: Statement) => string) =>
		rowsOf(database, page, write);
	const search = await searchFor(database, meant.looksFor);
	// A house or a caller has so few tickets that each can be looked at.
	if (!search || meant.property !== null || meant.caller !== null)
		return ask((statement) => inOrder(meant, search, page, statement));
	const newest = await ask((statement) =>
		amongNewest(meant, search, page, statement),
	);
	if (newest.length === page.limit) return newest;
	const few = await rowsIfFew(database, meant, search, page, newest.length);
	return (
		few ??
		ask((statement) =>
			search.kind === "words"
				? byWords(meant, search, page, statement)
				: inOrder(meant, search, page, statement),
		)
	);
}

/** So many can be fetched at once and put in order. */
const fewEnough = 4_000;

/** All that is found by the index of what is looked for, put in order; null when there are too many for that. */
async function rowsIfFew(
	database: Sequelize,
	meant: TicketsMeant,
	search: Search,
	page: Page,
	amongNewest: number,
): Promise<ListPosition[] | null> {
	// By the newest ones it can be told without counting.
	const share = (amongNewest + 1) / newestLookedAt;
	if (search.kind === "words" && share * search.tickets > fewEnough / 2)
		return null;
	const statement = new Statement();
	const candidates = waysToSearch(search, statement)
		.map((way) => {
			const span = spanOf(meant, page.after, statement, way);
			return `select ${way.id} as id, ${way.at} as opened_at from ${way.from} where ${[way.where, ...span].join(" and ")}`;
		})
		.join(" union ");
	const rest = conditionsOf(meant, statement);
	const limit = statement.give(page.limit);
	// Put aside first: in the order of the list the database would rather read the whole list than the index.
	const rows = await database.query<
		{ readonly among: number } & (ListPosition | { id: null })
	>(
		`with candidates as materialized (select * from (${candidates}) one limit ${fewEnough + 1}), found as (
			select s.id, s.opened_at from candidates s ${rest.length > 0 ? "join tickets t on t.id = s.id" : ""}
			where ${["true", ...rest].join(" and ")} order by s.opened_at desc, s.id desc limit ${limit}
		)
		select found.id, found.opened_at::text as "openedAt", counted.among
		from (select count(*)::int as among from candidates) counted left join found on true
		order by found.opened_at desc, found.id desc`,
		{ bind: statement.values, type: QueryTypes.SELECT },
	);
	if ((rows[0]?.among ?? 0) > fewEnough) return null;
	return rows.filter((row) => row.id !== null);
}

/** The ways that the filters give, each read in the order of the list until the page is full. */
function inOrder(
	meant: TicketsMeant,
	search: Search | null,
	page: Page,
	statement: Statement,
): string {
	return waysTo(meant, statement)
		.map((way) =>
			firstOf(way, page, statement, [
				...(search ? [searchCondition(search, statement)] : []),
				...spanOf(meant, page.after, statement, way),
			]),
		)
		.join(" union ");
}

/** Span of weeks after span of weeks, the newest first, until the page is full: what came before is not even looked up. */
function byWords(
	meant: TicketsMeant,
	search: Search & { kind: "words" },
	page: Page,
	statement: Statement,
): string {
	const rest = conditionsOf(meant, statement);
	const until = page.after?.openedAt ?? meant.to?.toJSDate() ?? null;
	const since = meant.from?.toJSDate() ?? null;
	const way = wayToSpans(search, { since, until }, statement);
	const hits = [way.where, ...spanOf(meant, page.after, statement, way)];
	// Put aside, for the same reason as above.
	const from = `(with hits as materialized (
			select s.ticket_id, s.opened_at from ${way.from} where ${hits.join(" and ")}
		) select * from hits) s`;
	const inTurn = joined({ ...way, from, where: "true" }, rest);
	return firstOf(inTurn, page, statement, rest);
}

/** What is common is found among the newest tickets by looking at each of them, sooner than by any index. */
const newestLookedAt = 2_000;

function amongNewest(
	meant: TicketsMeant,
	search: Search,
	page: Page,
	statement: Statement,
): string {
	const rest = conditionsOf(meant, statement);
	const way = wayToNewest(meant, search, page, statement);
	return firstOf(joined(way, rest), page, statement, rest);
}

function wayToNewest(
	meant: TicketsMeant,
	search: Search,
	page: Page,
	statement: Statement,
): Way {
	const byTicket = { at: "t.opened_at", id: "t.id" };
	const bySearch = { at: "s.opened_at", id: "s.ticket_id" };
	if (search.kind === "number")
		return {
			...byTicket,
			from: `(${newestIn("tickets t", byTicket, meant, page, statement)}) t`,
			where: searchCondition(search, statement),
		};
	return {
		...bySearch,
		from: `(${newestIn("ticket_search s", bySearch, meant, page, statement)}) s`,
		where: `s.words @@ ${statement.give(search.query)}::tsquery`,
	};
}

/** With the tickets themselves, where something else than words must hold. */
function joined(way: Way, rest: readonly string[]): Way {
	return way.id === "s.ticket_id" && rest.length > 0
		? { ...way, from: `${way.from} join tickets t on t.id = s.ticket_id` }
		: way;
}

function newestIn(
	table: string,
	way: Pick<Way, "at" | "id">,
	meant: TicketsMeant,
	page: Page,
	statement: Statement,
): string {
	const span = spanOf(meant, page.after, statement, way);
	return `select * from ${table} where ${["true", ...span].join(" and ")}
		order by ${way.at} desc, ${way.id} desc limit ${newestLookedAt}`;
}

function firstOf(
	{ each, isInTurn, from, where, at, id }: Way,
	page: Page,
	statement: Statement,
	conditions: readonly string[],
): string {
	const limit = statement.give(page.limit);
	const first = `select ${id} as id, ${at} as opened_at from ${from}
		where ${[where, ...conditions].join(" and ")} order by ${at} desc, ${id} desc limit ${limit}`;
	return each
		? `(select found.* from ${each} cross join lateral (${first}) found ${isInTurn ? `limit ${limit}` : ""})`
		: `(${first})`;
}

async function rowsOf(
	database: Sequelize,
	page: Page,
	write: (statement: Statement) => string,
): Promise<ListPosition[]> {
	const statement = new Statement();
	const found = write(statement);
	return database.query<ListPosition>(
		`select id, opened_at::text as "openedAt" from (${found}) found
		order by opened_at desc, id desc limit ${statement.give(page.limit)}`,
		{ bind: statement.values, type: QueryTypes.SELECT },
	);
}
