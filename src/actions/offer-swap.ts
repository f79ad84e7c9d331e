import type { Transaction } from "sequelize";
import { lockRotaOf, newestRota } from "../database/rotas.ts";
import { addSwap, enqueueTelling, livingSwaps } from "../database/swaps.ts";
import { personWithEmail } from "../domain/rota/person-of.ts";
import type { PersonId } from "../domain/rota/rota.ts";
import { readinessOf } from "../domain/swap/readiness.ts";
import {
	firstStart,
	lastEnd,
	type Swap,
	type SwapShift,
} from "../domain/swap/swap.ts";
import {
	orRefused,
	Refused,
	type SwapContext,
	type SwapDoer,
	type SwapResult,
} from "./change-swap.ts";
import { swapOutlook } from "./swap-outlook.ts";

export interface Offer {
	readonly line: string;
	readonly shift: SwapShift;
	/** Whose shift it is; only who settles swaps may offer another's. Default: the doer's own. */
	readonly giver?: PersonId | undefined;
	/** The colleague who is asked; default: anyone. */
	readonly to?: PersonId | undefined;
	/** What the colleague is asked to give in return. */
	readonly inReturn?: SwapShift | undefined;
	readonly note?: string | undefined;
	readonly by: SwapDoer;
}

const openAtMost = 200;

/** Puts a shift, or a part of one, on offer: to anyone, or to one colleague. Whoever could take it is told. */
export async function offerSwap(
	ctx: SwapContext,
	offer: Offer,
): Promise<SwapResult> {
	const { database } = ctx;
	return orRefused(() =>
		database.transaction(async (transaction) => {
			await lockRotaOf(database, offer.line, transaction);
			const swap = await offered(ctx, transaction, offer);
			const at = ctx.clock.now();
			const saved = await addSwap(database, transaction, swap, {
				at,
				actor: offer.by.name,
				action: "swap-offered",
				after: { line: swap.line, giver: swap.giver, asked: swap.asked },
			});
			await enqueueTelling(database, transaction, saved);
			return saved;
		}),
	);
}

async function offered(
	ctx: SwapContext,
	transaction: Transaction,
	{ line, shift, to, inReturn, note, by, ...offer }: Offer,
): Promise<Omit<Swap, "id" | "version">> {
	const published = await newestRota(ctx.database, line, transaction);
	if (!published) throw new Refused("no-such-line");
	const { rota } = published;
	const me = personWithEmail(rota, by.email);
	const giver = offer.giver ?? me;
	if (giver === null) throw new Refused("nobody-of-yours");
	if (giver !== me && !by.settles) throw new Refused("not-yours");
	if (inReturn && to === undefined) throw new Refused("return-needs-colleague");
	const now = ctx.clock.now();
	const wanted: Swap = {
		...{ id: "", version: 1, line, shift, giver },
		...{ asked: to ?? null, taker: null, inReturn: inReturn ?? null },
		...{ note: note?.trim() || null, state: "offered", shortRest: false },
		...{ overrides: [], steps: [] },
	};
	const span = { start: firstStart(wanted), end: lastEnd(wanted) };
	if (!(shift.end > shift.start)) throw new Refused("no-span");
	if (span.start > now.plus({ years: 2 })) throw new Refused("not-held");
	if (inReturn && !(inReturn.end > inReturn.start))
		throw new Refused("no-span");
	const outlook = await swapOutlook(ctx, rota, span, transaction);
	const readiness = readinessOf(wanted, outlook);
	if (readiness.kind === "refused") throw new Refused(readiness.because);
	const open = (await livingSwaps(ctx.database, line, now, transaction)).filter(
		({ state }) => state !== "done",
	);
	if (open.length >= openAtMost) throw new Refused("too-many");
	if (open.some((other) => isAboutSame(other, readiness.swap)))
		throw new Refused("already-offered");
	const { id: _, version: __, ...swap } = readiness.swap;
	const step = {
		at: now.toUTC().toISO() ?? "",
		by: by.name,
		did: "offered" as const,
		...(swap.note && { why: swap.note }),
	};
	return { ...swap, steps: [step] };
}

function isAboutSame(one: Swap, other: Swap): boolean {
	return (
		one.giver === other.giver &&
		one.shift.duty === other.shift.duty &&
		one.shift.start < other.shift.end &&
		other.shift.start < one.shift.end
	);
}
