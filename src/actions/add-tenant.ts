import type { Context } from "../context.ts";
import { lockRegister } from "../database/places.ts";
import { saveTenants, tenantById, tenantIdByKey } from "../database/tenants.ts";
import { hasProperty } from "../database/ticket-references.ts";
import { type TenantFields, tidyTenant } from "../domain/place/tenant.ts";
import { enterPlace, newId, tenantEntry } from "./place-entries.ts";

export type AddedTenant =
	| { readonly kind: "added"; readonly id: string }
	| {
			readonly kind: "refused";
			readonly because: "key-taken" | "no-such-property";
	  };

/**
 * Puts a tenant into the register: from now on calls from their numbers are known, and open tickets of them learn where they live. The
 * key of one who was removed brings that one back.
 */
export async function addTenant(
	{ database, clock }: Pick<Context, "database" | "clock">,
	{ fields, by }: { readonly fields: TenantFields; readonly by: string },
): Promise<AddedTenant> {
	return database.transaction(async (transaction) => {
		await lockRegister(database, transaction);
		const fresh = tidyTenant(fields);
		const { key, property } = fresh;
		const taken = key && (await tenantIdByKey(database, transaction, key));
		if (taken && !taken.isRemoved)
			return { kind: "refused", because: "key-taken" };
		if (property && !(await hasProperty(database, transaction, property)))
			return { kind: "refused", because: "no-such-property" };
		const back = taken && (await tenantById(database, taken.id, transaction));
		const id = back ? back.id : newId();
		const tenant = {
			...fresh,
			id,
			// Whoever has none yet is found again by this one in a file that was downloaded here.
			key: key ?? `a-${id.slice(0, 8)}`,
			referenceKey: back ? back.referenceKey : newId(),
		};
		const deed = { by, at: clock.now() };
		await saveTenants(database, transaction, [tenant], deed.at);
		const entry = tenantEntry(deed, tenant, null, tenant);
		await enterPlace(database, transaction, deed, entry, [tenant.id]);
		return { kind: "added", id: tenant.id };
	});
}
