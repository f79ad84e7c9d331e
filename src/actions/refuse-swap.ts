import {
	changeSwap,
	type SwapChange,
	type SwapContext,
	type SwapResult,
} from "./change-swap.ts";

/** A planner says no and why; both are told, and the giver keeps the shift. */
export async function refuseSwap(
	ctx: SwapContext,
	change: SwapChange & { readonly why: string },
): Promise<SwapResult> {
	return changeSwap(ctx, change, async ({ swap }) => {
		if (!change.by.settles) return "not-yours";
		if (swap.state !== "awaiting-approval") return "not-awaiting";
		return {
			swap: { ...swap, state: "refused" },
			step: { did: "refused", why: change.why },
		};
	});
}
