import { choicesOf } from "../domain/swap/choices.ts";
import {
	changeSwap,
	type SwapChange,
	type SwapContext,
	type SwapResult,
} from "./change-swap.ts";

/** The colleague who was asked says no, perhaps why; the giver is told. */
export async function declineSwap(
	ctx: SwapContext,
	change: SwapChange & { readonly why?: string | undefined },
): Promise<SwapResult> {
	return changeSwap(ctx, change, async ({ swap, me }) => {
		if (swap.state !== "offered") return "over";
		const chooser = { person: me, settles: change.by.settles };
		if (!choicesOf(swap, chooser, ctx.clock.now()).includes("decline"))
			return "not-yours";
		return {
			swap: { ...swap, state: "declined" },
			step: { did: "declined", ...(change.why && { why: change.why }) },
		};
	});
}
