import type { Context } from "../context.ts";
import { auditEntry } from "../database/audit.ts";
import { allProperties } from "../database/properties.ts";
import { allTenants } from "../database/tenants.ts";
import type { Language } from "../domain/language.ts";
import type { ImportKind } from "../domain/place/import.ts";
import { propertySheet, tenantSheet } from "../place-document/written.ts";
import type { Sheet } from "../spreadsheet/sheet.ts";

/** All properties or tenants as a file that can be taken in again; that it was taken out is on record. */
export async function exportPlaces(
	{ database, clock }: Pick<Context, "database" | "clock">,
	{
		kind,
		format,
		language,
		by,
	}: {
		readonly kind: ImportKind;
		readonly format: "csv" | "xlsx";
		readonly language: Language;
		readonly by: string;
	},
): Promise<Sheet> {
	return database.transaction(async (transaction) => {
		const properties = await allProperties(database, {
			...{ transaction, removed: true },
		});
		const sheet =
			kind === "properties"
				? propertySheet(
						properties.filter(({ removedAt }) => removedAt === null),
						language,
					)
				: tenantSheet(
						(await allTenants(database, { transaction })).map((tenant) => ({
							...tenant,
							key: tenant.key ?? tenant.id,
						})),
						new Map(properties.map(({ id, key }) => [id, key])),
						language,
					);
		await auditEntry(database, transaction, {
			...{ at: clock.now(), actor: by, action: `${kind}-exported` },
			subject: { kind: "register", id: kind },
			after: { format, rows: sheet.rows.length },
		});
		return sheet;
	});
}
