import type { DateTime } from "luxon";
import { QueryTypes, type Sequelize, type Transaction } from "sequelize";
import type { TenantFields } from "../domain/place/tenant.ts";

/** A tenant as they are on record. */
export interface Tenant extends TenantFields {
	readonly id: string;
	readonly revision: number;
	readonly removedAt: Date | null;
	/** Secret by which audit entries refer to their name and numbers. */
	readonly referenceKey: string;
	/** Of the property; null without one. */
	readonly address: string | null;
}

const selected = `select t.id, t.key, t.name, t.language, t.property_id as property, t.stairwell, t.flat, t.revision,
		t.removed_at as "removedAt", t.reference_key as "referenceKey", p.address,
		array(select number from tenant_numbers n where n.tenant_id = t.id order by number) as numbers
	from tenants t left join properties p on p.id = t.property_id`;

export interface TenantsWanted {
	/** Patterns that all must fit the name or key. */
	readonly like: readonly string[];
	/** A whole number in E.164, or some of its digits; beside the name. */
	readonly digits: string | null;
	/** Only those of this property. */
	readonly property?: string | undefined;
	readonly limit: number;
	readonly offset: number;
}

/** Tenants by name, a page at a time. */
export async function tenantsPage(
	database: Sequelize,
	wanted: TenantsWanted,
	transaction: Transaction | null = null,
): Promise<{ tenants: Tenant[]; total: number }> {
	const { like, digits, property = null, limit, offset } = wanted;
	const rows = await database.query<Tenant & { total: number }>(
		`with found as (
			select id as found_id, (count(*) over ())::int as total from tenants
			where removed_at is null and ($3::uuid is null or property_id = $3)
				and (search_text like all ($1::text[])
					or id in (select tenant_id from tenant_numbers where number like '%' || $2 || '%'))
			order by name, id limit $4 offset $5
		)
		select *, (select max(total) from found) as total from (${selected}) t
		where id in (select found_id from found) order by name, id`,
		{
			bind: [[...like], digits, property, limit, offset],
			type: QueryTypes.SELECT,
			transaction,
		},
	);
	return {
		tenants: rows.map(({ total: _, ...tenant }) => tenant),
		total: rows[0]?.total ?? 0,
	};
}

/** One tenant, removed or not; null when there is none of that id. In a transaction others who change them wait. */
export async function tenantById(
	database: Sequelize,
	id: string,
	transaction: Transaction | null = null,
): Promise<Tenant | null> {
	const [tenant] = await database.query<Tenant>(
		`${selected} where t.id = $1::uuid ${transaction ? "for update of t" : ""}`,
		{ bind: [id], type: QueryTypes.SELECT, transaction },
	);
	return tenant ?? null;
}

/** Whoever has the key, removed ones too; null when nobody has. */
export async function tenantIdByKey(
	database: Sequelize,
	transaction: Transaction,
	key: string,
): Promise<{ id: string; isRemoved: boolean } | null> {
	const [tenant] = await database.query<{ id: string; isRemoved: boolean }>(
		'select id, removed_at is not null as "isRemoved" from tenants where key = $1',
		{ bind: [key], type: QueryTypes.SELECT, transaction },
	);
	return tenant ?? null;
}

/** Every tenant who stands, by key; with `removed` those who do not as well. */
export async function allTenants(
	database: Sequelize,
	{
		transaction = null,
		removed = false,
	}: {
		readonly transaction?: Transaction | null;
		readonly removed?: boolean;
	} = {},
): Promise<Tenant[]> {
	return database.query<Tenant>(
		`select t.id, t.key, t.name, t.language, t.property_id as property, t.stairwell, t.flat, t.revision,
			t.removed_at as "removedAt", t.reference_key as "referenceKey", p.address, coalesce(n.numbers, '{}') as numbers
		from tenants t left join properties p on p.id = t.property_id
		left join (select tenant_id, array_agg(number order by number) as numbers from tenant_numbers group by tenant_id) n
			on n.tenant_id = t.id
		where $1 or t.removed_at is null order by t.key nulls last, t.name, t.id`,
		{ bind: [removed], type: QueryTypes.SELECT, transaction },
	);
}

/** Adds those of new ids and changes the others to what is given, which also brings removed ones back; all in three statements. */
export async function saveTenants(
	database: Sequelize,
	transaction: Transaction,
	tenants: readonly (TenantFields & {
		readonly id: string;
		readonly referenceKey: string;
	})[],
	at: DateTime,
): Promise<void> {
	const given = JSON.stringify(tenants);
	await database.query(
		`insert into tenants (id, key, name, language, property_id, stairwell, flat, reference_key, updated_at)
		select id, key, name, language, property, stairwell, flat, "referenceKey", $2
		from jsonb_to_recordset($1::jsonb) as given(id uuid, key text, name text, language text, property uuid, stairwell text,
			flat text, "referenceKey" uuid)
		on conflict (id) do update set key = excluded.key, name = excluded.name, language = excluded.language,
			property_id = excluded.property_id, stairwell = excluded.stairwell, flat = excluded.flat, removed_at = null,
			revision = tenants.revision + 1, updated_at = excluded.updated_at`,
		{ bind: [given, at.toJSDate()], transaction },
	);
	const numbers = `select number.one, given.id from jsonb_to_recordset($1::jsonb) as given(id uuid, numbers jsonb),
		jsonb_array_elements_text(given.numbers) as number(one)`;
	await database.query(
		`delete from tenant_numbers using jsonb_to_recordset($1::jsonb) as given(id uuid)
		where tenant_id = given.id and (number, tenant_id) not in (${numbers})`,
		{ bind: [given], transaction },
	);
	await database.query(
		`insert into tenant_numbers (number, tenant_id) ${numbers} on conflict do nothing`,
		{ bind: [given], transaction },
	);
}

/** Takes them off the register: their numbers are no longer anybody's. */
export async function markTenantsRemoved(
	database: Sequelize,
	transaction: Transaction,
	ids: readonly string[],
	at: DateTime,
): Promise<void> {
	await database.query(
		"update tenants set removed_at = $2, revision = revision + 1, updated_at = $2 where id = any ($1::uuid[])",
		{ bind: [[...ids], at.toJSDate()], transaction },
	);
}
