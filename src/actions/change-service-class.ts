import { isDeepStrictEqual } from "node:util";
import type { Context } from "../context.ts";
import { auditEntry } from "../database/audit.ts";
import { notifyOfChange } from "../database/changes.ts";
import {
	lockServiceClasses,
	saveOrder,
	saveServiceClass,
} from "../database/ticket-settings.ts";
import type { Sentence } from "../domain/language.ts";
import type { DueMinutes } from "../domain/ticket/due.ts";
import { orderWith } from "../domain/ticket/order.ts";
import {
	type ServiceClass,
	type ServiceClassFault,
	serviceClassFault,
} from "../domain/ticket/service-classes.ts";

/** What is left out stays as it is. */
export interface ServiceClassChange {
	readonly names?: Sentence | undefined;
	readonly minutes?: DueMinutes | undefined;
	/** 0 being the first, which holds for properties that name none. */
	readonly place?: number | undefined;
}

export type ChangedServiceClass =
	| { readonly kind: "changed" }
	| {
			readonly kind: "refused";
			readonly because:
				| ServiceClassFault
				| { readonly kind: "no-such-class" }
				| { readonly kind: "changed-meanwhile" };
	  };

/**
 * Renames a service class, gives it other times or another place in the list. Tickets keep the due time that they have.
 *
 * @param asked.revision the one that whoever asks has seen: if somebody was faster, nothing is changed.
 */
export async function changeServiceClass(
	{ database, clock }: Pick<Context, "database" | "clock">,
	asked: {
		readonly id: string;
		readonly revision: number;
		readonly change: ServiceClassChange;
		readonly reason?: string | undefined;
		readonly by: string;
	},
): Promise<ChangedServiceClass> {
	const { id, change, reason, by } = asked;
	return database.transaction(async (transaction) => {
		const classes = await lockServiceClasses(database, transaction);
		const before = classes.find((each) => each.id === id);
		if (!before) return { kind: "refused", because: { kind: "no-such-class" } };
		if (before.revision !== asked.revision)
			return { kind: "refused", because: { kind: "changed-meanwhile" } };
		const names = change.names ?? before.names;
		const minutes = change.minutes ?? before.minutes;
		const because = serviceClassFault(classes, { id, names, minutes });
		if (because) return { kind: "refused", because };
		const ids = classes.map((each) => each.id);
		const order = orderWith(ids, id, change.place ?? ids.indexOf(id));
		const difference = differenceOf(
			{ ...before, place: ids.indexOf(id) + 1 },
			{ names, minutes, place: order.indexOf(id) + 1 },
		);
		if (!difference) return { kind: "changed" };
		await saveServiceClass(database, transaction, { id, names, minutes });
		if (difference.after.place)
			await saveOrder(database, transaction, "service_classes", order);
		await auditEntry(database, transaction, {
			...{ at: clock.now(), actor: by, action: "service-class-changed" },
			subject: { kind: "service-class", id },
			...difference,
			...(reason !== undefined && { reason }),
		});
		await notifyOfChange(database, transaction, {
			kind: "ticket-settings-changed",
		});
		return { kind: "changed" };
	});
}

type Told = Pick<ServiceClass, "names" | "minutes"> & {
	/** As people count. */
	readonly place: number;
};

/** What differs, as it was and as it is; null when nothing does. */
function differenceOf(before: Told, after: Told) {
	const fields = ["names", "minutes", "place"] as const;
	const changed = fields.filter(
		(field) => !isDeepStrictEqual(before[field], after[field]),
	);
	if (changed.length === 0) return null;
	const part = (of: Told): Partial<Told> =>
		Object.fromEntries(changed.map((field) => [field, of[field]]));
	return { before: part(before), after: part(after) };
}
