import type { Context } from "../context.ts";
import {
	keepRotaDraft,
	type RotaDraft,
	rotaDraft,
} from "../database/rota-drafts.ts";

export type SavedDraft =
	| { readonly kind: "saved"; readonly revision: number }
	/** The same person saved it elsewhere, in another tab or on another machine. */
	| {
			readonly kind: "refused";
			readonly because: "saved-elsewhere";
			readonly there: RotaDraft | null;
	  };

/**
 * Keeps what somebody has changed so far; nobody is rung by it before it is published. Drafts leave no audit entries:
 * they are saved with every keystroke, and what counts is what is published.
 */
export async function saveDraft(
	ctx: Pick<Context, "database" | "clock">,
	draft: Omit<RotaDraft, "updatedAt">,
): Promise<SavedDraft> {
	const { database, clock } = ctx;
	const revision = await keepRotaDraft(database, draft, clock.now());
	if (revision !== null) return { kind: "saved", revision };
	const there = await rotaDraft(database, draft.line, draft.owner);
	return { kind: "refused", because: "saved-elsewhere", there };
}
