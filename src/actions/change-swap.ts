import type { Transaction } from "sequelize";
import type { Installation } from "../config.ts";
import type { Context } from "../context.ts";
import { lockRotaOf, newestRota } from "../database/rotas.ts";
import {
	enqueueTelling,
	saveSwap,
	swapById,
	swapsNeedApproval,
} from "../database/swaps.ts";
import { withOverride } from "../domain/rota/edits/overrides.ts";
import { personWithEmail } from "../domain/rota/person-of.ts";
import type { PersonId, Rota } from "../domain/rota/rota.ts";
import { withoutOverrides } from "../domain/swap/follow.ts";
import { type Readiness, readinessOf } from "../domain/swap/readiness.ts";
import {
	firstStart,
	lastEnd,
	overridesOf,
	type Swap,
	type SwapStep,
} from "../domain/swap/swap.ts";
import { swapNote } from "../domain/swap/texts.ts";
import type { SwapRefusal } from "../domain/swap/words.ts";
import { publishRotaIn } from "./publish-rota.ts";
import { swapOutlook } from "./swap-outlook.ts";

export interface SwapContext extends Pick<Context, "database" | "clock"> {
	readonly config: Pick<Installation, "lines">;
}

/** Who does something with a swap. */
export interface SwapDoer {
	/** As others know them. */
	readonly name: string;
	/** The address that tells who they are on the rota; null when they are nobody's account. */
	readonly email: string | null;
	/** Whether they may settle anybody's swaps. */
	readonly settles: boolean;
}

export type SwapResult =
	| { readonly kind: "saved"; readonly swap: Swap }
	| { readonly kind: "refused"; readonly because: SwapRefusal };

/** A swap as it stands, locked together with its rota. */
export interface SwapAtWork {
	readonly swap: Swap;
	/** As published, without what the swap itself put into it. */
	readonly rota: Rota;
	/** Who the doer is on the rota. */
	readonly me: PersonId | null;
	/** Whether a swap can take effect. */
	readiness(swap: Swap): Promise<Readiness>;
	/** Whether the line's planners approve swaps before they count. */
	needsApproval(): Promise<boolean>;
}

/** What becomes of the swap: where it is `done`, its overrides are published; where it no longer is, they go. */
export interface SwapChanged {
	readonly swap: Swap;
	readonly step: Pick<SwapStep, "did" | "why" | "because">;
}

export interface SwapChange {
	readonly id: string;
	/** The version of the swap that the doer saw; another one is not touched. */
	readonly version?: number | undefined;
	readonly by: SwapDoer;
}

/**
 * Changes a swap in one transaction: the record, its audit entry, the rota's new version where the swap begins or ceases to
 * be in force, and the telling of everybody concerned. Nobody else can touch swap or rota meanwhile.
 */
export async function changeSwap(
	ctx: SwapContext,
	{ id, version, by }: SwapChange,
	decide: (work: SwapAtWork) => Promise<SwapChanged | SwapRefusal>,
): Promise<SwapResult> {
	const { database } = ctx;
	const line = (await swapById(database, id))?.line;
	if (line === undefined) return { kind: "refused", because: "no-such-swap" };
	return orRefused(() =>
		database.transaction(async (transaction) => {
			await lockRotaOf(database, line, transaction);
			const swap = await swapById(database, id, transaction);
			const published = await newestRota(database, line, transaction);
			if (!swap || !published) throw new Refused("no-such-swap");
			if (version !== undefined && version !== swap.version)
				throw new Refused("changed-meanwhile");
			const { rota } = published;
			const now = ctx.clock.now();
			const bare = withoutOverrides(rota, swap.overrides, now);
			const decided = await decide({
				swap,
				rota: bare,
				me: personWithEmail(rota, by.email),
				readiness: async (wanted) =>
					readinessOf(
						wanted,
						await swapOutlook(
							ctx,
							bare,
							{ start: firstStart(wanted), end: lastEnd(wanted) },
							transaction,
						),
					),
				needsApproval: () => swapsNeedApproval(database, line, transaction),
			});
			if (typeof decided === "string") throw new Refused(decided);
			return keep(ctx, transaction, { rota, bare, swap, by }, decided);
		}),
	);
}

async function keep(
	ctx: SwapContext,
	transaction: Transaction,
	was: {
		readonly rota: Rota;
		readonly bare: Rota;
		readonly swap: Swap;
		readonly by: SwapDoer;
	},
	{ swap, step }: SwapChanged,
): Promise<Swap> {
	const { database, clock, config } = ctx;
	const at = clock.now();
	const { name: by } = was.by;
	const { zone } = was.rota;
	const language = config.lines[swap.line]?.language ?? "en";
	const why = swapNote(language);
	const overrides = swap.state === "done" ? overridesOf(swap, zone, why) : [];
	const stamped = { at: at.toUTC().toISO() ?? "", by, ...step };
	const saved = await saveSwap(
		database,
		transaction,
		{ ...swap, overrides, steps: [...was.swap.steps, stamped] },
		{
			at,
			actor: by,
			action: `swap-${step.did}`,
			...(step.why && { reason: step.why }),
			before: { state: was.swap.state },
			after: { state: swap.state, giver: swap.giver, taker: swap.taker },
		},
	);
	if (overrides.length > 0 || was.swap.overrides.length > 0)
		await publish(ctx, transaction, {
			rota: overrides.reduce(withOverride, was.bare),
			by,
			reason: step.why ? `${why}: ${step.why}` : why,
		});
	await enqueueTelling(database, transaction, saved);
	return (await swapById(database, saved.id, transaction)) ?? saved;
}

async function publish(
	ctx: SwapContext,
	transaction: Transaction,
	given: Parameters<typeof publishRotaIn>[2],
): Promise<void> {
	const published = await publishRotaIn(ctx, transaction, given);
	if (published.kind === "refused") throw new Refused("rota-in-error");
}

/** Thrown within a transaction, so that nothing of it is kept. */
export class Refused extends Error {
	readonly because: SwapRefusal;

	constructor(because: SwapRefusal) {
		super(`The swap is refused: ${because}`);
		this.because = because;
	}
}

/** The swap that was saved, or why nothing was. */
export async function orRefused(act: () => Promise<Swap>): Promise<SwapResult> {
	try {
		return { kind: "saved", swap: await act() };
	} catch (error) {
		if (error instanceof Refused)
			return { kind: "refused", because: error.because };
		throw error;
	}
}
