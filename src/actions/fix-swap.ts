import type { DateTime } from "luxon";
import type { PersonId } from "../domain/rota/rota.ts";
import { firstStart, type Swap } from "../domain/swap/swap.ts";
import type { SwapRefusal } from "../domain/swap/words.ts";
import {
	changeSwap,
	type SwapChange,
	type SwapContext,
	type SwapResult,
} from "./change-swap.ts";

export interface SwapFix extends SwapChange {
	/** Instead of the times that the swap has. */
	readonly start?: DateTime | undefined;
	readonly end?: DateTime | undefined;
	/** Who takes the shift instead; of an offer, who is asked. */
	readonly taker?: PersonId | undefined;
	readonly why: string;
}

/** A planner corrects a swap that is open, or in force and still to come: its times, or who takes the shift. Both are told. */
export async function fixSwap(
	ctx: SwapContext,
	fix: SwapFix,
): Promise<SwapResult> {
	return changeSwap(ctx, fix, async ({ swap, readiness }) => {
		if (!fix.by.settles) return "not-yours";
		const closed = closedBecause(swap, ctx.clock.now());
		if (closed) return closed;
		const ready = await readiness(fixed(swap, fix));
		if (ready.kind === "refused") return ready.because;
		return { swap: ready.swap, step: { did: "fixed", why: fix.why } };
	});
}

function closedBecause(swap: Swap, now: DateTime): SwapRefusal | null {
	if (swap.state === "offered" || swap.state === "awaiting-approval")
		return null;
	if (swap.state !== "done") return "over";
	return firstStart(swap) <= now ? "begun" : null;
}

function fixed(swap: Swap, { start, end, taker }: SwapFix): Swap {
	const who =
		taker === undefined
			? {}
			: swap.state === "offered"
				? { asked: taker }
				: { taker, asked: swap.asked === null ? null : taker };
	return {
		...swap,
		...who,
		shift: {
			...swap.shift,
			start: start ?? swap.shift.start,
			end: end ?? swap.shift.end,
		},
	};
}
