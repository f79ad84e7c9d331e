import { QueryTypes, type Sequelize, type Transaction } from "sequelize";
import type { DueMinutes } from "../domain/ticket/due.ts";

/** Whether there is the property, and it was not removed. */
export async function hasProperty(
	database: Sequelize,
	transaction: Transaction,
	id: string,
): Promise<boolean> {
	const found = await database.query(
		"select from properties where id = $1::uuid and removed_at is null",
		{ bind: [id], type: QueryTypes.SELECT, transaction },
	);
	return found.length > 0;
}

/** Where the tenant lives; null when there is none, or they were removed. */
export async function tenantOfTicket(
	database: Sequelize,
	transaction: Transaction,
	id: string,
): Promise<{
	property: string | null;
	stairwell: string;
	flat: string;
} | null> {
	const [tenant] = await database.query<{
		property: string | null;
		stairwell: string;
		flat: string;
	}>(
		`select property_id as property, stairwell, flat from tenants where id = $1::uuid and removed_at is null`,
		{ bind: [id], type: QueryTypes.SELECT, transaction },
	);
	return tenant ?? null;
}

/** By the property's service class; by the first one for a property that names none, and where it is not known. */
export async function dueMinutesOf(
	database: Sequelize,
	transaction: Transaction,
	property: string | null,
): Promise<DueMinutes | null> {
	const [row] = await database.query<{ minutes: DueMinutes }>(
		`select minutes from service_classes
		order by coalesce(id = (select service_class from properties where id = $1::uuid), false) desc, place, id limit 1`,
		{ bind: [property], type: QueryTypes.SELECT, transaction },
	);
	return row?.minutes ?? null;
}
