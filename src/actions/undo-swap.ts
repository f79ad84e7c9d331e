import { firstStart } from "../domain/swap/swap.ts";
import {
	changeSwap,
	type SwapChange,
	type SwapContext,
	type SwapResult,
} from "./change-swap.ts";

/** A planner takes back a swap that is in force, before the first of its shifts begins; both are told. */
export async function undoSwap(
	ctx: SwapContext,
	change: SwapChange & { readonly why: string },
): Promise<SwapResult> {
	return changeSwap(ctx, change, async ({ swap }) => {
		if (!change.by.settles) return "not-yours";
		if (swap.state !== "done") return "not-done";
		if (firstStart(swap) <= ctx.clock.now()) return "begun";
		return {
			swap: { ...swap, state: "undone" },
			step: { did: "undone", why: change.why },
		};
	});
}
