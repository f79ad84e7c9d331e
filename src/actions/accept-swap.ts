import type { PersonId } from "../domain/rota/rota.ts";
import type { Swap } from "../domain/swap/swap.ts";
import type { SwapRefusal } from "../domain/swap/words.ts";
import {
	changeSwap,
	type SwapAtWork,
	type SwapChange,
	type SwapContext,
	type SwapResult,
} from "./change-swap.ts";

export interface Acceptance extends SwapChange {
	/** Who takes it; only who settles swaps may accept for another. Default: whoever was asked, or the doer. */
	readonly person?: PersonId | undefined;
}

/**
 * Somebody takes the shift. Of two at once one has it. Where the line's planners approve swaps, or somebody would get too
 * little rest, it waits for a planner; otherwise it is in force at once.
 */
export async function acceptSwap(
	ctx: SwapContext,
	acceptance: Acceptance,
): Promise<SwapResult> {
	return changeSwap(ctx, acceptance, async (work) => {
		const taker = takerOf(work, acceptance);
		if (typeof taker === "object") return taker.refused;
		const readiness = await work.readiness({ ...work.swap, taker });
		if (readiness.kind === "refused") return readiness.because;
		const { swap, shortRest } = readiness;
		const approval = await work.needsApproval();
		const state = approval || shortRest ? "awaiting-approval" : "done";
		return { swap: { ...swap, state }, step: { did: "accepted" } };
	});
}

function takerOf(
	{ swap, me }: SwapAtWork,
	{ person, by }: Acceptance,
): PersonId | { refused: SwapRefusal } {
	if (swap.state !== "offered") return { refused: closedBecause(swap) };
	if (person !== undefined && person !== me && !by.settles)
		return { refused: "not-yours" };
	const taker = person ?? (by.settles ? (swap.asked ?? me) : me);
	if (taker === null) return { refused: "nobody-of-yours" };
	if (taker === swap.giver) return { refused: "own-shift" };
	if (swap.asked !== null && swap.asked !== taker)
		return { refused: "asked-somebody-else" };
	return taker;
}

function closedBecause({ state, taker }: Swap): SwapRefusal {
	const isTaken = state === "done" || state === "awaiting-approval";
	return isTaken && taker !== null ? "taken-meanwhile" : "over";
}
