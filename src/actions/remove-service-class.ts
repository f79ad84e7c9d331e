import type { Context } from "../context.ts";
import { auditEntry } from "../database/audit.ts";
import { notifyOfChange } from "../database/changes.ts";
import {
	dropServiceClass,
	lockServiceClasses,
} from "../database/ticket-settings.ts";

export type RemovedServiceClass =
	| { readonly kind: "removed" }
	| {
			readonly kind: "refused";
			readonly because:
				| "no-such-class"
				| "changed-meanwhile"
				| "in-use"
				| "last-one";
	  };

/** Removes a service class that no property names; there is always at least one. */
export async function removeServiceClass(
	{ database, clock }: Pick<Context, "database" | "clock">,
	asked: {
		readonly id: string;
		readonly revision: number;
		readonly by: string;
	},
): Promise<RemovedServiceClass> {
	const { id, by } = asked;
	return database.transaction(async (transaction) => {
		const classes = await lockServiceClasses(database, transaction);
		const found = classes.find((each) => each.id === id);
		if (!found) return { kind: "refused", because: "no-such-class" };
		if (found.revision !== asked.revision)
			return { kind: "refused", because: "changed-meanwhile" };
		if (found.properties > 0) return { kind: "refused", because: "in-use" };
		if (classes.length === 1) return { kind: "refused", because: "last-one" };
		await dropServiceClass(database, transaction, id);
		await auditEntry(database, transaction, {
			...{ at: clock.now(), actor: by, action: "service-class-removed" },
			subject: { kind: "service-class", id },
			before: { names: found.names, minutes: found.minutes },
		});
		await notifyOfChange(database, transaction, {
			kind: "ticket-settings-changed",
		});
		return { kind: "removed" };
	});
}
