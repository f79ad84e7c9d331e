import { QueryTypes, type Sequelize, type Transaction } from "sequelize";
import type { Sentence } from "../domain/language.ts";
import type { PlaceReading } from "../domain/place/place-query.ts";

/** A place that fits what was typed, as far as it was said. */
export interface FoundPlace {
	readonly property: {
		readonly id: string;
		readonly key: string;
		readonly address: string;
		readonly postalCode: string | null;
		readonly city: string | null;
		readonly area: string | null;
	} | null;
	readonly stairwell: string;
	readonly flat: string;
	readonly tenant: {
		readonly id: string;
		readonly name: string;
		readonly numbers: readonly string[];
	} | null;
}

/** A pattern of LIKE for any text that holds it: a number or a letter or two where a word begins, what is longer anywhere. */
export function patternOf(word: string): string {
	const escaped = word.replace(/[\\%_]/g, "\\$&");
	return isShort(word) ? `% ${escaped}%` : `%${escaped}%`;
}

function isShort(word: string): boolean {
	return word.length < 3 || /\d/.test(word);
}

const property = `json_build_object('id', p.id, 'key', p.key, 'address', p.address, 'postalCode', p.postal_code,
	'city', p.city, 'area', p.area)`;

/** Properties, with stairwell and flat where they were typed, by the first reading that fits; words spelt nearly so when nothing does. */
export async function placesByAddress(
	database: Sequelize,
	readings: readonly PlaceReading[],
	limit: number,
): Promise<FoundPlace[]> {
	const given = JSON.stringify(
		readings.map(({ words, ...rest }, rank) => ({
			...rest,
			rank,
			typed: words.filter((word) => !isShort(word)).join(" "),
			patterns: words.map(patternOf),
			numbers: words.filter(isShort).map(patternOf),
		})),
	);
	const [exact, near] = [
		"p.search_text like all (array(select jsonb_array_elements_text(r.patterns)))",
		`word_similarity(r.typed, p.search_text) >= 0.5
			and p.search_text like all (array(select jsonb_array_elements_text(r.numbers)))`,
	].map(
		(fits) => `select property, stairwell, flat, null as tenant from (
			select distinct on (p.id) ${property} as property, p.address, p.key, r.rank, word_similarity(r.typed, p.search_text) as nearness,
				coalesce(f.stairwell, case when r.flat is null then upper(r.stairwell) end, '') as stairwell,
				coalesce(f.number, '') as flat
			from jsonb_to_recordset($1::jsonb) as r(patterns jsonb, numbers jsonb, typed text, stairwell text, flat text, rank integer)
			join properties p on p.removed_at is null and ${fits}
			left join lateral (
				select stairwell, number from flats
				where property_id = p.id and r.flat is not null and lower(number) = r.flat
					and (r.stairwell is null or lower(flats.stairwell) = r.stairwell)
				order by stairwell limit 1
			) f on true
			where (r.flat is null or f.number is not null)
				and (r.stairwell is null or r.flat is not null or upper(r.stairwell) = any (p.stairwells))
			order by p.id, r.rank
		) found order by nearness desc, rank, address, key limit $2`,
	);
	const found = await query(database, exact ?? "", [given, limit]);
	return found.length > 0 ? found : query(database, near ?? "", [given, limit]);
}

/** Tenants whose name or key holds all the words, or whose number holds the digits, each with where they live. */
export async function placesByTenant(
	database: Sequelize,
	{
		words,
		digits,
	}: { readonly words: readonly string[]; readonly digits: string | null },
	limit: number,
): Promise<FoundPlace[]> {
	return query(
		database,
		`select case when p.id is not null then ${property} end as property, t.stairwell, t.flat,
			json_build_object('id', t.id, 'name', t.name,
				'numbers', array(select number from tenant_numbers n where n.tenant_id = t.id order by number)) as tenant
		from tenants t left join properties p on p.id = t.property_id
		where t.removed_at is null and (t.search_text like all ($1::text[])
			or t.id in (select tenant_id from tenant_numbers where number like '%' || $2 || '%'))
		order by t.name, t.id limit $3`,
		[words.map(patternOf), digits, limit],
	);
}

/** One at a time changes the register, so that nobody's change is decided upon what another one is just changing. */
export async function lockRegister(
	database: Sequelize,
	transaction: Transaction,
): Promise<void> {
	await database.query("select pg_advisory_xact_lock(7146011)", {
		transaction,
	});
}

/** By which names service classes go. */
export async function serviceClassNames(
	database: Sequelize,
	transaction: Transaction | null,
): Promise<{ id: string; names: Sentence }[]> {
	return database.query<{ id: string; names: Sentence }>(
		"select id, names from service_classes order by place, id",
		{ type: QueryTypes.SELECT, transaction },
	);
}

/** Whether there is the service class; none at all is one, too. */
export async function hasServiceClass(
	database: Sequelize,
	transaction: Transaction,
	id: string | null,
): Promise<boolean> {
	if (id === null) return true;
	const found = await database.query(
		"select from service_classes where id = $1",
		{ bind: [id], type: QueryTypes.SELECT, transaction },
	);
	return found.length > 0;
}

/** A ticket that has got a place. */
export interface PlacedTicket {
	readonly number: string;
	readonly line: string;
	readonly tenant: string;
	readonly property: string | null;
	readonly stairwell: string;
	readonly flat: string;
	readonly dueAt: Date | null;
}

/** Open tickets without place and tenant, of numbers that these tenants have, get theirs and a due time with it: of several with a number the one changed last. */
export async function placeOpenTickets(
	database: Sequelize,
	transaction: Transaction,
	tenants: readonly string[],
): Promise<PlacedTicket[]> {
	return database.query<PlacedTicket>(
		`update tickets set tenant_id = home.id, property_id = home.property_id, stairwell = home.stairwell, flat = home.flat,
			due_at = coalesce(tickets.due_at, case when home.property_id is not null then tickets.opened_at + make_interval(mins => (
				select (minutes->>tickets.urgency)::integer from service_classes
				order by coalesce(id = (select service_class from properties where properties.id = home.property_id), false) desc,
					place, id limit 1)) end),
			revision = tickets.revision + 1, updated_at = now()
		from (
			select distinct on (n.number) n.number, t.id, t.property_id, t.stairwell, t.flat
			from tenant_numbers n join tenants t on t.id = n.tenant_id
			where t.removed_at is null and n.number in (select number from tenant_numbers where tenant_id = any ($1::uuid[]))
			order by n.number, t.updated_at desc, t.id
		) home
		where tickets.caller = home.number and tickets.status not in ('done', 'closed') and tickets.merged_into is null
			and tickets.tenant_id is null and tickets.property_id is null
		returning tickets.number, tickets.line, tickets.tenant_id as tenant, tickets.property_id as property,
			tickets.stairwell, tickets.flat, tickets.due_at as "dueAt"`,
		{ bind: [[...tenants]], type: QueryTypes.SELECT, transaction },
	);
}

function query(
	database: Sequelize,
	sql: string,
	bind: unknown[],
): Promise<FoundPlace[]> {
	return database.query<FoundPlace>(sql, { bind, type: QueryTypes.SELECT });
}
