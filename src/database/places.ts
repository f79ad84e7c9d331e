import { QueryTypes, type Sequelize } from "sequelize";
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

/** A pattern of LIKE for any text that holds the word. */
export function patternOf(word: string): string {
	return `%${word.replace(/[\\%_]/g, "\\$&")}%`;
}

const property = `json_build_object('id', p.id, 'key', p.key, 'address', p.address, 'postalCode', p.postal_code,
	'city', p.city, 'area', p.area)`;

/** Properties, with stairwell and flat where they were typed, the reading that says most first; near misses when nothing fits. */
export async function placesByAddress(
	database: Sequelize,
	readings: readonly PlaceReading[],
	limit: number,
): Promise<FoundPlace[]> {
	const given = JSON.stringify(
		readings.map(({ words, ...rest }, rank) => ({
			...rest,
			rank,
			typed: words.join(" "),
			patterns: words.map(patternOf),
		})),
	);
	const [exact, near] = [
		"p.search_text like all (array(select jsonb_array_elements_text(r.patterns)))",
		"word_similarity(r.typed, p.search_text) >= 0.5",
	].map(
		(fits) => `select property, stairwell, flat, null as tenant from (
			select distinct on (p.id) ${property} as property, p.address, p.key, r.rank, word_similarity(r.typed, p.search_text) as nearness,
				coalesce(f.stairwell, case when r.flat is null then upper(r.stairwell) end, '') as stairwell,
				coalesce(f.number, '') as flat
			from jsonb_to_recordset($1::jsonb) as r(patterns jsonb, typed text, stairwell text, flat text, rank integer)
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

function query(
	database: Sequelize,
	sql: string,
	bind: unknown[],
): Promise<FoundPlace[]> {
	return database.query<FoundPlace>(sql, { bind, type: QueryTypes.SELECT });
}
