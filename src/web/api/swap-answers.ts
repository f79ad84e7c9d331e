import { z } from "zod";
import { acceptSwap } from "../../actions/accept-swap.ts";
import { approveSwap } from "../../actions/approve-swap.ts";
import type { SwapResult } from "../../actions/change-swap.ts";
import { declineSwap } from "../../actions/decline-swap.ts";
import { fixSwap } from "../../actions/fix-swap.ts";
import { refuseSwap } from "../../actions/refuse-swap.ts";
import { undoSwap } from "../../actions/undo-swap.ts";
import { withdrawSwap } from "../../actions/withdraw-swap.ts";
import type { Context } from "../../context.ts";
import type { Permission } from "../access.ts";
import { type Asked, type Endpoint, jsonEndpoint } from "./endpoint.ts";
import { instantParameter } from "./instant.ts";
import { swapShape } from "./swap-shapes.ts";
import { doerOf, refusedSwap, swapView } from "./swap-views.ts";
import { knownSwap, swapId } from "./swaps.ts";

const version = z.int().positive().optional().meta({
	description: "The version you saw; another one is not touched",
});
const mayWhy = z.string().trim().max(500).optional();
const mustWhy = z.string().trim().min(1).max(500);
const person = z.string().min(1).max(200).optional();

const answer = z.strictObject({ version, why: mayWhy }).optional();
const decision = z.strictObject({ version, why: mustWhy });

/** An endpoint that does one thing with one swap and answers with the swap as it then is. */
function answering<B extends z.ZodType>(
	verb: string,
	permission: Permission,
	summary: string,
	body: B,
	act: (
		ctx: Context,
		change: {
			id: string;
			by: ReturnType<typeof doerOf>;
			body: z.output<B>;
		},
	) => Promise<SwapResult>,
): Endpoint {
	return jsonEndpoint({
		method: "post",
		path: `/swaps/{id}/${verb}`,
		summary,
		permission,
		parameters: { id: swapId },
		body,
		answers: swapShape,
		refuses: {
			404: "There is no such swap",
			409: "The swap does not allow it any more",
			422: "No such person, or the times make no span",
		},
		handle: async (
			ctx,
			{
				parameters,
				asker,
				language,
				body: given,
			}: Asked<{ id: typeof swapId }, Record<never, never>, z.output<B>>,
		) => {
			const { id } = await knownSwap(ctx, parameters.id, asker, language);
			const by = doerOf(asker);
			const result = await act(ctx, { id, by, body: given });
			if (result.kind === "refused")
				throw refusedSwap(result.because, language);
			return swapView(ctx, result.swap, asker);
		},
	});
}

const own = "swap one's own shifts";
const settle = "settle swaps";

/** Everything that can be done with a swap. */
export const swapAnswerEndpoints: readonly Endpoint[] = [
	answering(
		"accept",
		own,
		"Takes the shift; of two at once one has it",
		z.strictObject({ version, person }).optional(),
		(ctx, { body, ...change }) => acceptSwap(ctx, { ...change, ...body }),
	),
	answering(
		"decline",
		own,
		"The colleague asked says no",
		answer,
		(ctx, { body, ...change }) => declineSwap(ctx, { ...change, ...body }),
	),
	answering(
		"withdraw",
		own,
		"Takes the offer back, or an acceptance that no planner has approved yet",
		answer,
		(ctx, { body, ...change }) => withdrawSwap(ctx, { ...change, ...body }),
	),
	answering(
		"approve",
		settle,
		"A planner says yes: the swap is in force",
		answer,
		(ctx, { body, ...change }) => approveSwap(ctx, { ...change, ...body }),
	),
	answering(
		"refuse",
		settle,
		"A planner says no, and why",
		decision,
		(ctx, { body, ...change }) => refuseSwap(ctx, { ...change, ...body }),
	),
	answering(
		"undo",
		settle,
		"Takes back a swap that is in force, before its shift begins",
		decision,
		(ctx, { body, ...change }) => undoSwap(ctx, { ...change, ...body }),
	),
	answering(
		"fix",
		settle,
		"Corrects a swap's times or its taker",
		decision.extend({
			start: instantParameter.optional(),
			end: instantParameter.optional(),
			taker: person,
		}),
		(ctx, { body, ...change }) => fixSwap(ctx, { ...change, ...body }),
	),
];
