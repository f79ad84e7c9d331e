import {
	changeSwap,
	type SwapChange,
	type SwapContext,
	type SwapResult,
} from "./change-swap.ts";

/** A planner says yes: the swap is published, whatever little rest somebody gets by it. */
export async function approveSwap(
	ctx: SwapContext,
	change: SwapChange & { readonly why?: string | undefined },
): Promise<SwapResult> {
	return changeSwap(ctx, change, async ({ swap, readiness }) => {
		if (!change.by.settles) return "not-yours";
		if (swap.state !== "awaiting-approval") return "not-awaiting";
		const ready = await readiness(swap);
		if (ready.kind === "refused") return ready.because;
		return {
			swap: { ...ready.swap, state: "done" },
			step: { did: "approved", ...(change.why && { why: change.why }) },
		};
	});
}
