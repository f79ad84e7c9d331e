import type { Context } from "../context.ts";
import { auditEntry } from "../database/audit.ts";
import { notifyOfChange } from "../database/changes.ts";
import {
	addServiceClass as insertServiceClass,
	lockServiceClasses,
} from "../database/ticket-settings.ts";
import type { Sentence } from "../domain/language.ts";
import type { DueMinutes } from "../domain/ticket/due.ts";
import {
	type ServiceClassFault,
	serviceClassFault,
} from "../domain/ticket/service-classes.ts";
import { idAfter } from "../domain/ticket/subjects.ts";

export type AddedServiceClass =
	| { readonly kind: "added"; readonly id: string }
	| { readonly kind: "refused"; readonly because: ServiceClassFault };

/** Adds a service class, the last in the list. */
export async function addServiceClass(
	{ database, clock }: Pick<Context, "database" | "clock">,
	wanted: {
		readonly names: Sentence;
		readonly minutes: DueMinutes;
		readonly reason?: string | undefined;
		readonly by: string;
	},
): Promise<AddedServiceClass> {
	const { names, minutes, reason, by } = wanted;
	return database.transaction(async (transaction) => {
		const classes = await lockServiceClasses(database, transaction);
		const because = serviceClassFault(classes, { id: null, names, minutes });
		if (because) return { kind: "refused", because };
		const taken = classes.map(({ id }) => id);
		const id = idAfter(names.en, taken);
		await insertServiceClass(database, transaction, { id, names, minutes });
		await auditEntry(database, transaction, {
			...{ at: clock.now(), actor: by, action: "service-class-added" },
			subject: { kind: "service-class", id },
			after: { names, minutes },
			...(reason !== undefined && { reason }),
		});
		await notifyOfChange(database, transaction, {
			kind: "ticket-settings-changed",
		});
		return { kind: "added", id };
	});
}
