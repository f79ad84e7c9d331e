import type { Transaction } from "sequelize";
import type { Context } from "../context.ts";
import { enqueueTelling, livingSwaps, saveSwap } from "../database/swaps.ts";
import type { Rota } from "../domain/rota/rota.ts";
import { type FollowedSwaps, followSwaps } from "../domain/swap/follow.ts";
import type { Swap, SwapStep } from "../domain/swap/swap.ts";
import type { RotaInputs } from "./rota-inputs.ts";

/** What a change of a line's rota would do to its swaps; nothing is saved. */
export async function swapsAfter(
	ctx: Pick<Context, "database">,
	transaction: Transaction | null,
	before: Rota | null,
	after: Rota,
	inputs: RotaInputs,
): Promise<FollowedSwaps> {
	const { database } = ctx;
	const { line } = after;
	if (!before) return { rota: after, followed: [], died: [] };
	const swaps = await livingSwaps(database, line, inputs.now, transaction);
	if (swaps.length === 0) return { rota: after, followed: [], died: [] };
	return followSwaps({ before, after, swaps, inputs });
}

/** Puts on record which swaps moved along with a publish and which died of it, and has everybody concerned told. */
export async function keepSwapsAfter(
	ctx: Pick<Context, "database" | "clock">,
	transaction: Transaction,
	{ followed, died }: FollowedSwaps,
	by: string,
): Promise<void> {
	for (const { swap } of followed)
		await keep(ctx, transaction, swap, by, { did: "moved" });
	for (const { swap, because } of died)
		await keep(
			ctx,
			transaction,
			{ ...swap, state: "died", overrides: [] },
			by,
			{ did: "died", because },
		);
}

async function keep(
	{ database, clock }: Pick<Context, "database" | "clock">,
	transaction: Transaction,
	swap: Swap,
	by: string,
	step: Pick<SwapStep, "did" | "because">,
): Promise<void> {
	const at = clock.now();
	const stamped = { at: at.toUTC().toISO() ?? "", by, ...step };
	const saved = await saveSwap(
		database,
		transaction,
		{ ...swap, steps: [...swap.steps, stamped] },
		{
			at,
			actor: by,
			action: `swap-${step.did}`,
			...(step.because && { reason: step.because.en }),
			after: { state: swap.state, version: swap.version + 1 },
		},
	);
	await enqueueTelling(database, transaction, saved);
}
