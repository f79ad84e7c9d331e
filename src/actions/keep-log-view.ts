import { randomUUID } from "node:crypto";
import type { Context } from "../context.ts";
import {
	countViews,
	isNameTaken,
	type LogView,
	lockView,
	saveView,
} from "../database/log-views.ts";
import { readLogFilter, writeLogFilter } from "../domain/ticket/log-filter.ts";
import {
	addressOnRecord,
	withoutAnyNumber,
} from "../domain/ticket/searched-numbers.ts";

/** Whose views somebody may change: their own, and everybody's if they are of the desk. */
export interface ViewKeeper {
	readonly name: string;
	/** null for a token. */
	readonly account: string | null;
	readonly mayKeepShared: boolean;
}

export interface ViewToKeep {
	/** Of one that is kept anew, and the revision that was seen of it; null for a new one. */
	readonly old: { readonly id: string; readonly revision: number } | null;
	readonly name: string;
	/** As it stands in the log's address. */
	readonly filter: string;
	readonly isShared: boolean;
	readonly by: ViewKeeper;
}

export type KeptView =
	| { readonly kind: "kept"; readonly view: LogView }
	| { readonly kind: "refused"; readonly because: ViewRefusal };

export type ViewRefusal =
	| "not-there"
	| "not-yours"
	| "changed-meanwhile"
	| "name-taken"
	| "too-many";

/** As many as a menu can show. */
export const mostViews = 50;

/** Keeps a filter of the log under a name, for oneself or for everybody. */
export async function keepLogView(
	ctx: Pick<Context, "database" | "clock">,
	{ old, name, filter, isShared, by }: ViewToKeep,
): Promise<KeptView> {
	const { database } = ctx;
	return database.transaction(async (transaction) => {
		const before = old && (await lockView(database, transaction, old.id));
		const account = isShared ? null : by.account;
		const refused =
			(old ? viewRefusal(old, before, by) : null) ??
			(account === null && !by.mayKeepShared ? "not-yours" : null);
		if (refused) return { kind: "refused", because: refused };
		const view: LogView = {
			id: before?.id ?? randomUUID(),
			...{ name, account },
			filter: String(writeLogFilter(readLogFilter(filter))),
			keptBy: by.name,
			revision: (before?.revision ?? 0) + 1,
		};
		const there = await countViews(database, transaction, account);
		if ((!before || before.account !== account) && there >= mostViews)
			return { kind: "refused", because: "too-many" };
		if (await isNameTaken(database, transaction, view))
			return { kind: "refused", because: "name-taken" };
		await saveView(database, transaction, view, {
			at: ctx.clock.now(),
			actor: by.name,
			action: before ? "ticket-view-changed" : "ticket-view-kept",
			subject: { kind: "ticket-view", id: view.id },
			...(before && { before: facts(before) }),
			after: facts(view),
		});
		return { kind: "kept", view };
	});
}

/** Why the view cannot be changed by them; null when it can. */
export function viewRefusal(
	seen: { readonly revision: number },
	view: LogView | null,
	by: ViewKeeper,
): ViewRefusal | null {
	const isOthers = view && view.account !== null && view.account !== by.account;
	if (!view || isOthers) return "not-there";
	if (view.account === null && !by.mayKeepShared) return "not-yours";
	return view.revision === seen.revision ? null : "changed-meanwhile";
}

/** What an audit entry says of a view: never a phone number, which could not be erased there. */
export function facts({ name, filter, account }: LogView) {
	return {
		name: withoutAnyNumber(name),
		filter: addressOnRecord(filter),
		isShared: account === null,
	};
}
