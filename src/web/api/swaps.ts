import { z } from "zod";
import { offerSwap } from "../../actions/offer-swap.ts";
import type { Context } from "../../context.ts";
import { swapById, swapsOf } from "../../database/swaps.ts";
import type { Language } from "../../domain/language.ts";
import { type Swap, swapStates } from "../../domain/swap/swap.ts";
import type { Asker } from "../asker.ts";
import { jsonEndpoint } from "./endpoint.ts";
import { instantParameter, isoInstant } from "./instant.ts";
import { line } from "./rotas.ts";
import { swapShape, swapsShape } from "./swap-shapes.ts";
import { doerOf, maySee, refusedSwap, swapView } from "./swap-views.ts";

export const swapId = z.string().max(64).meta({ format: "uuid" });

export const swapsEndpoint = jsonEndpoint({
	path: "/swaps",
	summary:
		"Swaps, the latest shifts first: all of them for planners, otherwise one's own and what is offered to anyone",
	permission: "swap one's own shifts",
	query: {
		line: line.optional(),
		state: z.enum(swapStates).optional(),
		mine: z.enum(["true", "false"]).optional().meta({
			description: "Only those that concern you or that you could accept",
		}),
	},
	answers: swapsShape,
	handle: async (ctx, { query, asker }) => {
		const found = await swapsOf(ctx.database, query);
		const swaps = found
			.filter((swap) => maySee(ctx, swap, asker))
			.map((swap) => swapView(ctx, swap, asker))
			.filter((swap) => query.mine !== "true" || isMine(swap, asker));
		return { at: isoInstant(ctx.clock.now()), swaps };
	},
});

function isMine(
	{ mine, can, asked }: ReturnType<typeof swapView>,
	asker: Asker,
): boolean {
	if (mine) return true;
	return can.includes("accept") && asked === null && asker.account !== null;
}

export const swapEndpoint = jsonEndpoint({
	path: "/swaps/{id}",
	summary: "One swap with everything that happened to it",
	permission: "swap one's own shifts",
	parameters: { id: swapId },
	answers: swapShape,
	refuses: { 404: "There is no such swap" },
	handle: async (ctx, { parameters, asker, language }) =>
		swapView(ctx, await knownSwap(ctx, parameters.id, asker, language), asker),
});

const span = {
	duty: z.string().min(1).max(200),
	start: instantParameter,
	end: instantParameter,
};

const person = z.string().min(1).max(200);

export const offerSwapEndpoint = jsonEndpoint({
	method: "post",
	path: "/swaps",
	summary:
		"Offers a shift, or a part of one, to anyone or to one colleague; of a shift that has begun, what is left of it",
	permission: "swap one's own shifts",
	body: z.strictObject({
		line,
		...span,
		giver: person.optional().meta({
			description: "Whose shift; default: yours. Planners may offer others'",
		}),
		to: person.optional().meta({
			description: "The colleague who is asked; default: anyone",
		}),
		inReturn: z.strictObject(span).optional().meta({
			description: "What the colleague is asked to give in return",
		}),
		note: z.string().trim().max(500).optional(),
	}),
	answers: swapShape,
	refuses: {
		404: "No such line",
		409: "The giver does not have the shift, or it is on offer already",
		422: "No such duty or person, or the times make no span",
	},
	handle: async (ctx, { body, asker, language }) => {
		const { duty, start, end, ...offer } = body;
		const result = await offerSwap(ctx, {
			...offer,
			shift: { duty, start, end },
			by: doerOf(asker),
		});
		if (result.kind === "refused") throw refusedSwap(result.because, language);
		return swapView(ctx, result.swap, asker);
	},
});

/** @throws Refusal with 404 for a swap that is not there, or not for this asker to see. */
export async function knownSwap(
	ctx: Context,
	id: string,
	asker: Asker,
	language: Language,
): Promise<Swap> {
	const found = z.uuid().safeParse(id).success
		? await swapById(ctx.database, id)
		: null;
	if (!found || !maySee(ctx, found, asker))
		throw refusedSwap("no-such-swap", language);
	return found;
}
