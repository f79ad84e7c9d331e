import { z } from "zod";
import { setSwapApproval } from "../../actions/set-swap-approval.ts";
import { swapsNeedApproval } from "../../database/swaps.ts";
import { jsonEndpoint } from "./endpoint.ts";
import { knownRota, line } from "./rotas.ts";
import { swapSettings } from "./swap-shapes.ts";

export const swapSettingsEndpoint = jsonEndpoint({
	path: "/rotas/{line}/swap-settings",
	summary: "Whether planners approve the line's swaps before they count",
	permission: "see the rota",
	parameters: { line },
	answers: swapSettings,
	refuses: { 404: "No such line" },
	handle: async (ctx, { parameters, language }) => {
		const { line } = await knownRota(ctx, parameters.line, undefined, language);
		return { line, approval: await swapsNeedApproval(ctx.database, line) };
	},
});

export const setSwapSettingsEndpoint = jsonEndpoint({
	method: "put",
	path: "/rotas/{line}/swap-settings",
	summary: "Says whether planners approve the line's swaps from now on",
	permission: "settle swaps",
	parameters: { line },
	body: z.strictObject({ approval: z.boolean() }),
	answers: swapSettings,
	refuses: { 404: "No such line" },
	handle: async (ctx, { parameters, body, asker, language }) => {
		const { line } = await knownRota(ctx, parameters.line, undefined, language);
		const { approval } = body;
		await setSwapApproval(ctx, { line, approval, by: asker.name });
		return { line, approval };
	},
});
