import type { Context } from "../context.ts";
import { lockRegister } from "../database/places.ts";
import { markPropertiesRemoved, propertyById } from "../database/properties.ts";
import { tenantsPage } from "../database/tenants.ts";
import { tidyProperty } from "../domain/place/property.ts";
import { enterPlace, propertyEntry } from "./place-entries.ts";

export type RemovedProperty =
	| { readonly kind: "removed" }
	| {
			readonly kind: "refused";
			readonly because:
				| "no-such-property"
				| "changed-meanwhile"
				| "still-lived-in";
	  };

/** Takes a property that nobody lives in off the register; tickets keep it as their place. */
export async function removeProperty(
	{ database, clock }: Pick<Context, "database" | "clock">,
	{
		id,
		revision,
		by,
	}: { readonly id: string; readonly revision: number; readonly by: string },
): Promise<RemovedProperty> {
	return database.transaction(async (transaction) => {
		await lockRegister(database, transaction);
		const before = await propertyById(database, id, transaction);
		if (!before || before.removedAt)
			return { kind: "refused", because: "no-such-property" };
		if (before.revision !== revision)
			return { kind: "refused", because: "changed-meanwhile" };
		const { total } = await tenantsPage(
			database,
			{ like: [], digits: null, property: id, limit: 1, offset: 0 },
			transaction,
		);
		if (total > 0) return { kind: "refused", because: "still-lived-in" };
		const deed = { by, at: clock.now() };
		await markPropertiesRemoved(database, transaction, [id], deed.at);
		const entry = propertyEntry(deed, id, tidyProperty(before), null);
		await enterPlace(database, transaction, deed, entry);
		return { kind: "removed" };
	});
}
