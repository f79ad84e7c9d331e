import { randomUUID } from "node:crypto";
import type { Context } from "../context.ts";
import {
	keepWhatIf as keep,
	lockWhatIfsOf,
	type WhatIfRow,
	whatIfsOf,
} from "../database/what-ifs.ts";
import type { SavedWhatIf } from "../domain/what-if/saved-what-if.ts";

export interface WhatIfToKeep {
	readonly line: string;
	/** Of one that is kept anew; null for a new one. */
	readonly id: string | null;
	readonly whatIf: Omit<SavedWhatIf, "id">;
	readonly by: string;
}

export type KeptOrRefused =
	| { readonly kind: "kept"; readonly whatIf: WhatIfRow }
	| {
			readonly kind: "refused";
			readonly because: "too-many" | "not-there";
	  };

/** So many that a publish still takes no longer than it should. */
export const mostWhatIfs = 200;

/** Keeps a what-if: from now on each publish asks it. */
export async function keepWhatIf(
	ctx: Pick<Context, "database" | "clock">,
	{ line, id, whatIf, by }: WhatIfToKeep,
): Promise<KeptOrRefused> {
	const { database } = ctx;
	const at = ctx.clock.now();
	return database.transaction(async (transaction) => {
		await lockWhatIfsOf(database, line, transaction);
		const kept = await whatIfsOf(database, line, transaction);
		const before = kept.find((each) => each.id === id);
		if (id !== null && !before)
			return { kind: "refused", because: "not-there" };
		if (id === null && kept.length >= mostWhatIfs)
			return { kind: "refused", because: "too-many" };
		const row = {
			...whatIf,
			id: id ?? randomUUID(),
			keptAt: before?.keptAt ?? at.toJSDate(),
			keptBy: by,
		};
		await keep(database, transaction, row, line, {
			at,
			actor: by,
			action: before ? "what-if-changed" : "what-if-kept",
			subject: { kind: "rota", id: line },
			...(before && { before: facts(before) }),
			after: facts(row),
		});
		return { kind: "kept", whatIf: row };
	});
}

function facts({ id, name, at, yearly, caller, expects }: SavedWhatIf) {
	return { id, name, at, yearly, caller, expects };
}
