import type { Context } from "../context.ts";
import { absenceById, dropAbsence } from "../database/absences.ts";
import { newestRota } from "../database/rotas.ts";
import { personWithEmail } from "../domain/rota/person-of.ts";
import type { SwapRefusal } from "../domain/swap/words.ts";
import type { AbsenceDoer } from "./record-absence.ts";

export type RemovedOrRefused =
	| { readonly kind: "removed" }
	| { readonly kind: "refused"; readonly because: SwapRefusal };

/** Takes an absence off the list; its kind and note are forgotten. */
export async function removeAbsence(
	{ database, clock }: Pick<Context, "database" | "clock">,
	{ id, by }: { readonly id: string; readonly by: AbsenceDoer },
): Promise<RemovedOrRefused> {
	return database.transaction(async (transaction) => {
		const absence = await absenceById(database, id, transaction);
		if (!absence) return { kind: "refused", because: "no-such-absence" };
		const published = await newestRota(database, absence.line, transaction);
		const me = published && personWithEmail(published.rota, by.email);
		if (!by.keepsAll && absence.person !== me)
			return { kind: "refused", because: "absence-of-another" };
		await dropAbsence(database, transaction, absence, {
			by: by.name,
			at: clock.now(),
		});
		return { kind: "removed" };
	});
}
