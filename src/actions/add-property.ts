import type { Context } from "../context.ts";
import { hasServiceClass, lockRegister } from "../database/places.ts";
import { propertyIdByKey, saveProperties } from "../database/properties.ts";
import { type PropertyFields, tidyProperty } from "../domain/place/property.ts";
import { enterPlace, newId, propertyEntry } from "./place-entries.ts";

export type AddedProperty =
	| { readonly kind: "added"; readonly id: string }
	| {
			readonly kind: "refused";
			readonly because: "key-taken" | "no-such-service-class";
	  };

/** Puts a property into the register. The key of one that was removed brings that one back. */
export async function addProperty(
	{ database, clock }: Pick<Context, "database" | "clock">,
	{ fields, by }: { readonly fields: PropertyFields; readonly by: string },
): Promise<AddedProperty> {
	return database.transaction(async (transaction) => {
		await lockRegister(database, transaction);
		const property = tidyProperty(fields);
		const taken = await propertyIdByKey(database, transaction, property.key);
		if (taken && !taken.isRemoved)
			return { kind: "refused", because: "key-taken" };
		const { serviceClass } = property;
		if (!(await hasServiceClass(database, transaction, serviceClass)))
			return { kind: "refused", because: "no-such-service-class" };
		const id = taken?.id ?? newId();
		const deed = { by, at: clock.now() };
		await saveProperties(database, transaction, [{ ...property, id }], deed.at);
		const entry = propertyEntry(deed, id, null, property);
		await enterPlace(database, transaction, deed, entry);
		return { kind: "added", id };
	});
}
