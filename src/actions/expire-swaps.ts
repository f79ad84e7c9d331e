import { overdueSwaps } from "../database/swaps.ts";
import { changeSwap, type SwapContext } from "./change-swap.ts";

/** Ends what is still open of shifts that have begun, and tells whoever offered them that the shift is theirs. */
export async function expireSwaps(ctx: SwapContext): Promise<void> {
	const by = { name: "Faultline", email: null, settles: true };
	for (const { id } of await overdueSwaps(ctx.database, ctx.clock.now()))
		await changeSwap(ctx, { id, by }, async ({ swap }) => {
			if (swap.state !== "offered" && swap.state !== "awaiting-approval")
				return "over";
			return { swap: { ...swap, state: "expired" }, step: { did: "expired" } };
		});
}
