import type { Context } from "../context.ts";
import { hasServiceClass, lockRegister } from "../database/places.ts";
import {
	propertyById,
	propertyIdByKey,
	saveProperties,
} from "../database/properties.ts";
import { type PropertyFields, tidyProperty } from "../domain/place/property.ts";
import { enterPlace, propertyEntry } from "./place-entries.ts";

export type ChangedProperty =
	| { readonly kind: "changed" }
	| {
			readonly kind: "refused";
			readonly because:
				| "no-such-property"
				| "changed-meanwhile"
				| "key-taken"
				| "no-such-service-class";
	  };

/** Changes a property to what is given, unless somebody has changed it since. */
export async function changeProperty(
	{ database, clock }: Pick<Context, "database" | "clock">,
	change: {
		readonly id: string;
		/** The one that was seen. */
		readonly revision: number;
		readonly fields: PropertyFields;
		readonly by: string;
	},
): Promise<ChangedProperty> {
	const { id, revision, by } = change;
	return database.transaction(async (transaction) => {
		await lockRegister(database, transaction);
		const before = await propertyById(database, id, transaction);
		if (!before || before.removedAt) return refused("no-such-property");
		if (before.revision !== revision) return refused("changed-meanwhile");
		const property = tidyProperty(change.fields);
		const taken = await propertyIdByKey(database, transaction, property.key);
		if (taken && taken.id !== id) return refused("key-taken");
		const { serviceClass } = property;
		if (!(await hasServiceClass(database, transaction, serviceClass)))
			return refused("no-such-service-class");
		const deed = { by, at: clock.now() };
		await saveProperties(database, transaction, [{ ...property, id }], deed.at);
		const entry = propertyEntry(deed, id, tidyProperty(before), property);
		await enterPlace(database, transaction, deed, entry);
		return { kind: "changed" };
	});
}

function refused(
	because: Extract<ChangedProperty, { kind: "refused" }>["because"],
): ChangedProperty {
	return { kind: "refused", because };
}
