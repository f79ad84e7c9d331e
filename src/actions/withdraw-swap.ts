import { choicesOf } from "../domain/swap/choices.ts";
import {
	changeSwap,
	type SwapChange,
	type SwapContext,
	type SwapResult,
} from "./change-swap.ts";

/** The giver keeps the shift after all, or the taker thinks again before a planner has approved. */
export async function withdrawSwap(
	ctx: SwapContext,
	change: SwapChange & { readonly why?: string | undefined },
): Promise<SwapResult> {
	return changeSwap(ctx, change, async ({ swap, me }) => {
		if (swap.state !== "offered" && swap.state !== "awaiting-approval")
			return swap.state === "done" ? "taken-meanwhile" : "over";
		const chooser = { person: me, settles: change.by.settles };
		if (!choicesOf(swap, chooser, ctx.clock.now()).includes("withdraw"))
			return "not-yours";
		return {
			swap: { ...swap, state: "withdrawn" },
			step: { did: "withdrawn", ...(change.why && { why: change.why }) },
		};
	});
}
