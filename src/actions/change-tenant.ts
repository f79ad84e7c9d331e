import type { Context } from "../context.ts";
import { lockRegister } from "../database/places.ts";
import { saveTenants, tenantById, tenantIdByKey } from "../database/tenants.ts";
import { hasProperty } from "../database/ticket-references.ts";
import { type TenantFields, tidyTenant } from "../domain/place/tenant.ts";
import { enterPlace, tenantEntry } from "./place-entries.ts";

export type ChangedTenant =
	| { readonly kind: "changed" }
	| {
			readonly kind: "refused";
			readonly because:
				| "no-such-tenant"
				| "changed-meanwhile"
				| "key-taken"
				| "no-such-property";
	  };

/** Changes a tenant to what is given, unless somebody has changed them since; open tickets of a new number learn where they live. */
export async function changeTenant(
	{ database, clock }: Pick<Context, "database" | "clock">,
	change: {
		readonly id: string;
		/** The one that was seen. */
		readonly revision: number;
		readonly fields: TenantFields;
		readonly by: string;
	},
): Promise<ChangedTenant> {
	const { id, revision, by } = change;
	return database.transaction(async (transaction) => {
		await lockRegister(database, transaction);
		const before = await tenantById(database, id, transaction);
		if (!before || before.removedAt) return refused("no-such-tenant");
		if (before.revision !== revision) return refused("changed-meanwhile");
		const tenant = tidyTenant(change.fields);
		const { key, property } = tenant;
		const taken = key && (await tenantIdByKey(database, transaction, key));
		if (taken && taken.id !== id) return refused("key-taken");
		const isThere =
			property === null ||
			property === before.property ||
			(await hasProperty(database, transaction, property));
		if (!isThere) return refused("no-such-property");
		const { referenceKey } = before;
		const deed = { by, at: clock.now() };
		const saved = { ...tenant, id, referenceKey };
		await saveTenants(database, transaction, [saved], deed.at);
		const entry = tenantEntry(deed, before, tidyTenant(before), tenant);
		await enterPlace(database, transaction, deed, entry, [id]);
		return { kind: "changed" };
	});
}

function refused(
	because: Extract<ChangedTenant, { kind: "refused" }>["because"],
): ChangedTenant {
	return { kind: "refused", because };
}
