import type { Context } from "../context.ts";
import { auditEntry } from "../database/audit.ts";
import { notifyOfChange } from "../database/changes.ts";
import {
	lockServiceClasses,
	saveServiceClass,
} from "../database/ticket-settings.ts";
import type { Sentence } from "../domain/language.ts";
import type { DueMinutes } from "../domain/ticket/due.ts";
import {
	type ServiceClassFault,
	serviceClassFault,
} from "../domain/ticket/service-classes.ts";

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
 * Renames a service class or gives it other times. Tickets keep the due time that they have.
 *
 * @param asked.revision the one that whoever asks has seen: if somebody was faster, nothing is changed.
 */
export async function changeServiceClass(
	{ database, clock }: Pick<Context, "database" | "clock">,
	asked: {
		readonly id: string;
		readonly revision: number;
		readonly names: Sentence;
		readonly minutes: DueMinutes;
		readonly reason?: string | undefined;
		readonly by: string;
	},
): Promise<ChangedServiceClass> {
	const { id, names, minutes, reason, by } = asked;
	return database.transaction(async (transaction) => {
		const classes = await lockServiceClasses(database, transaction);
		const before = classes.find((each) => each.id === id);
		if (!before) return { kind: "refused", because: { kind: "no-such-class" } };
		if (before.revision !== asked.revision)
			return { kind: "refused", because: { kind: "changed-meanwhile" } };
		const because = serviceClassFault(classes, { id, names, minutes });
		if (because) return { kind: "refused", because };
		await saveServiceClass(database, transaction, { id, names, minutes });
		await auditEntry(database, transaction, {
			...{ at: clock.now(), actor: by, action: "service-class-changed" },
			subject: { kind: "service-class", id },
			before: { names: before.names, minutes: before.minutes },
			after: { names, minutes },
			...(reason !== undefined && { reason }),
		});
		await notifyOfChange(database, transaction, {
			kind: "ticket-settings-changed",
		});
		return { kind: "changed" };
	});
}
