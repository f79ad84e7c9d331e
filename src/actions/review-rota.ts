import { newestRota } from "../database/rotas.ts";
import { type Review, reviewOf } from "../domain/rota/review.ts";
import type { Rota } from "../domain/rota/rota.ts";
import type { FollowedSwaps } from "../domain/swap/follow.ts";
import type { PublishContext } from "./publish-rota.ts";
import { rotaInputs } from "./rota-inputs.ts";
import { swapsAfter } from "./swaps-after.ts";
import { whatIfWarnings } from "./what-if-warnings.ts";

export interface ReviewedRota extends Review {
	/** What is published now; null before the first version. */
	readonly before: Rota | null;
	/** What would become of the line's living swaps. */
	readonly swaps: FollowedSwaps;
}

/** What publishing this rota would change and leave open, were it done now; nothing is saved. */
export async function reviewRota(
	ctx: PublishContext,
	rota: Rota,
): Promise<ReviewedRota> {
	const newest = await newestRota(ctx.database, rota.line);
	const before = newest?.rota ?? null;
	const inputs = await rotaInputs(ctx, rota);
	const swaps = await swapsAfter(ctx, null, before, rota, inputs);
	const review = reviewOf(before, swaps.rota, inputs);
	return {
		...review,
		problems: [
			...review.problems,
			...(await whatIfWarnings(ctx, swaps.rota, inputs)),
		],
		before,
		swaps,
	};
}
