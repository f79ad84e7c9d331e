import type { Context } from "../context.ts";
import { lockRegister } from "../database/places.ts";
import { markTenantsRemoved, tenantById } from "../database/tenants.ts";
import { tidyTenant } from "../domain/place/tenant.ts";
import { enterPlace, tenantEntry } from "./place-entries.ts";

export type RemovedTenant =
	| { readonly kind: "removed" }
	| {
			readonly kind: "refused";
			readonly because: "no-such-tenant" | "changed-meanwhile";
	  };

/** Takes a tenant off the register: calls from their numbers are nobody's from now on. Tickets keep who reported them. */
export async function removeTenant(
	{ database, clock }: Pick<Context, "database" | "clock">,
	{
		id,
		revision,
		by,
	}: { readonly id: string; readonly revision: number; readonly by: string },
): Promise<RemovedTenant> {
	return database.transaction(async (transaction) => {
		await lockRegister(database, transaction);
		const before = await tenantById(database, id, transaction);
		if (!before || before.removedAt)
			return { kind: "refused", because: "no-such-tenant" };
		if (before.revision !== revision)
			return { kind: "refused", because: "changed-meanwhile" };
		const deed = { by, at: clock.now() };
		await markTenantsRemoved(database, transaction, [id], deed.at);
		const entry = tenantEntry(deed, before, tidyTenant(before), null);
		await enterPlace(database, transaction, deed, entry);
		return { kind: "removed" };
	});
}
