import type { DateTime } from "luxon";
import { QueryTypes, type Sequelize, type Transaction } from "sequelize";
import type { PropertyFields } from "../domain/place/property.ts";

/** A property as it is on record. */
export interface Property extends PropertyFields {
	readonly id: string;
	readonly revision: number;
	readonly removedAt: Date | null;
}

/** A property in a list. */
export interface ListedProperty {
	readonly id: string;
	readonly key: string;
	readonly address: string;
	readonly postalCode: string | null;
	readonly city: string | null;
	readonly area: string | null;
	readonly flats: number;
	readonly tenants: number;
	readonly openTickets: number;
}

const columns = `p.id, p.key, p.address, p.postal_code as "postalCode", p.city, p.area, p.stairwells,
	coalesce((select json_agg(json_build_object('stairwell', f.stairwell, 'number', f.number)) from flats f
		where f.property_id = p.id), '[]') as flats,
	p.service_class as "serviceClass", p.latitude, p.longitude, p.revision, p.removed_at as "removedAt"`;

/** Properties by address, a page at a time; `like` are patterns that all must fit its words. */
export async function propertiesPage(
	database: Sequelize,
	{
		like,
		limit,
		offset,
	}: {
		readonly like: readonly string[];
		readonly limit: number;
		readonly offset: number;
	},
): Promise<{ properties: ListedProperty[]; total: number }> {
	const rows = await database.query<ListedProperty & { total: number }>(
		`with found as (
			select *, (count(*) over ())::int as total from properties
			where removed_at is null and search_text like all ($1::text[])
			order by address, key limit $2 offset $3
		)
		select p.id, p.key, p.address, p.postal_code as "postalCode", p.city, p.area, p.total,
			(select count(*)::int from flats where property_id = p.id) as flats,
			(select count(*)::int from tenants where property_id = p.id and removed_at is null) as tenants,
			(select count(*)::int from tickets where property_id = p.id and status not in ('done', 'closed')) as "openTickets"
		from found p order by p.address, p.key`,
		{ bind: [[...like], limit, offset], type: QueryTypes.SELECT },
	);
	return {
		properties: rows.map(({ total: _, ...property }) => property),
		total: rows[0]?.total ?? 0,
	};
}

/** One property, removed or not; null when there is none of that id. In a transaction others who change it wait. */
export async function propertyById(
	database: Sequelize,
	id: string,
	transaction: Transaction | null = null,
): Promise<Property | null> {
	const [property] = await database.query<Property>(
		`select ${columns} from properties p where p.id = $1::uuid ${transaction ? "for update of p" : ""}`,
		{ bind: [id], type: QueryTypes.SELECT, transaction },
	);
	return property ?? null;
}

/** Whichever property has the key, removed ones too; null when none has. */
export async function propertyIdByKey(
	database: Sequelize,
	transaction: Transaction,
	key: string,
): Promise<{ id: string; isRemoved: boolean } | null> {
	const [property] = await database.query<{ id: string; isRemoved: boolean }>(
		'select id, removed_at is not null as "isRemoved" from properties where key = $1',
		{ bind: [key], type: QueryTypes.SELECT, transaction },
	);
	return property ?? null;
}

/** Every property that stands, by key; with `removed` those that do not as well. */
export async function allProperties(
	database: Sequelize,
	{
		transaction = null,
		removed = false,
	}: {
		readonly transaction?: Transaction | null;
		readonly removed?: boolean;
	} = {},
): Promise<Property[]> {
	return database.query<Property>(
		`select p.id, p.key, p.address, p.postal_code as "postalCode", p.city, p.area, p.stairwells,
			coalesce(f.flats, '[]') as flats, p.service_class as "serviceClass", p.latitude, p.longitude, p.revision,
			p.removed_at as "removedAt"
		from properties p
		left join (
			select property_id, json_agg(json_build_object('stairwell', stairwell, 'number', number)) as flats
			from flats group by property_id
		) f on f.property_id = p.id
		where $1 or p.removed_at is null order by p.key`,
		{ bind: [removed], type: QueryTypes.SELECT, transaction },
	);
}

/** Adds those of new ids and changes the others to what is given, which also brings removed ones back; all in three statements. */
export async function saveProperties(
	database: Sequelize,
	transaction: Transaction,
	properties: readonly (PropertyFields & { readonly id: string })[],
	at: DateTime,
): Promise<void> {
	const given = JSON.stringify(properties);
	await database.query(
		`insert into properties (id, key, address, postal_code, city, area, stairwells, service_class, latitude, longitude, updated_at)
		select given.id, given.key, given.address, given."postalCode", given.city, given.area,
			array(select jsonb_array_elements_text(given.stairwells)), given."serviceClass", given.latitude, given.longitude, $2
		from jsonb_to_recordset($1::jsonb) as given(id uuid, key text, address text, "postalCode" text, city text, area text,
			stairwells jsonb, "serviceClass" text, latitude float8, longitude float8)
		on conflict (id) do update set key = excluded.key, address = excluded.address, postal_code = excluded.postal_code,
			city = excluded.city, area = excluded.area, stairwells = excluded.stairwells, service_class = excluded.service_class,
			latitude = excluded.latitude, longitude = excluded.longitude, removed_at = null,
			revision = properties.revision + 1, updated_at = excluded.updated_at`,
		{ bind: [given, at.toJSDate()], transaction },
	);
	const flats = `select given.id as property_id, flat.stairwell, flat.number
		from jsonb_to_recordset($1::jsonb) as given(id uuid, flats jsonb),
			jsonb_to_recordset(given.flats) as flat(stairwell text, number text)`;
	await database.query(
		`delete from flats using jsonb_to_recordset($1::jsonb) as given(id uuid)
		where flats.property_id = given.id
			and (flats.property_id, flats.stairwell, flats.number) not in (${flats})`,
		{ bind: [given], transaction },
	);
	await database.query(
		`insert into flats (property_id, stairwell, number) ${flats} on conflict do nothing`,
		{ bind: [given], transaction },
	);
}

/** Takes them off the register; tickets keep them. */
export async function markPropertiesRemoved(
	database: Sequelize,
	transaction: Transaction,
	ids: readonly string[],
	at: DateTime,
): Promise<void> {
	await database.query(
		"update properties set removed_at = $2, revision = revision + 1, updated_at = $2 where id = any ($1::uuid[])",
		{ bind: [[...ids], at.toJSDate()], transaction },
	);
}
