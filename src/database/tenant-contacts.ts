import { QueryTypes, type Sequelize, type Transaction } from "sequelize";
import type { Language } from "../domain/language.ts";

/** What the tenant is spoken to in: as they are on record, else as somebody chose on this number; null when nobody said. */
export async function languageOfTenant(
	database: Sequelize,
	transaction: Transaction,
	{ tenant, phone }: { readonly tenant: string | null; readonly phone: string },
): Promise<Language | null> {
	const [row] = await database.query<{ language: Language | null }>(
		`select coalesce((select language from tenants where id = $1::uuid),
			(select language from callers where number = $2)) as language`,
		{ bind: [tenant, phone], type: QueryTypes.SELECT, transaction },
	);
	return row?.language ?? null;
}

/** A phone number of the tenant, E.164; null when none is on record. */
export async function numberOfTenant(
	database: Sequelize,
	transaction: Transaction,
	tenant: string,
): Promise<string | null> {
	const [row] = await database.query<{ number: string }>(
		"select number from tenant_numbers where tenant_id = $1::uuid order by number limit 1",
		{ bind: [tenant], type: QueryTypes.SELECT, transaction },
	);
	return row?.number ?? null;
}
