import { z } from "zod";
import type { Context } from "../../context.ts";
import type { Language } from "../../domain/language.ts";
import {
	withOverride,
	withOverrideAt,
} from "../../domain/rota/edits/overrides.ts";
import type { Override } from "../../domain/rota/rota.ts";
import { Refusal } from "../refusal.ts";
import { jsonEndpoint } from "./endpoint.ts";
import { published } from "./rota-publish.ts";
import { acceptedWarnings, override, rotaPublished } from "./rota-shapes.ts";
import { rotaRefusals } from "./rota-words.ts";
import { knownRota, line } from "./rotas.ts";

export const overridesEndpoint = jsonEndpoint({
	path: "/rotas/{line}/overrides",
	summary: "The overrides of the newest rota, in the order in which they act",
	permission: "see the rota",
	parameters: { line },
	answers: z.object({
		version: z.int(),
		overrides: z.array(override.extend({ index: z.int() })),
	}),
	refuses: { 404: "No such line" },
	handle: async (ctx, { parameters, language }) => {
		const { rota, version } = await newest(ctx, parameters.line, language);
		const overrides = (rota.overrides ?? []).map((each, index) => ({
			index,
			...each,
		}));
		return { version, overrides };
	},
});

export const addOverrideEndpoint = jsonEndpoint({
	method: "post",
	path: "/rotas/{line}/overrides",
	summary: "Puts another person in for a span, and publishes that at once",
	permission: "publish the rota",
	parameters: { line },
	body: z.strictObject({ override, accepts: acceptedWarnings.optional() }),
	answers: rotaPublished,
	refuses: {
		404: "No such line",
		409: "Another version was published meanwhile",
		422: "The rota would have errors, or warnings that were not accepted",
	},
	handle: async (ctx, { parameters, body, asker, language }) => {
		const { rota, version } = await newest(ctx, parameters.line, language);
		const { why } = body.override;
		return published(
			ctx,
			{
				rota: withOverride(rota, withoutUndefined(body.override)),
				basedOn: version,
				by: asker.name,
				...(why && { reason: why }),
				...(body.accepts && { accepts: body.accepts }),
			},
			language,
		);
	},
});

export const removeOverrideEndpoint = jsonEndpoint({
	method: "delete",
	path: "/rotas/{line}/overrides/{index}",
	summary: "Takes an override away, and publishes that at once",
	permission: "publish the rota",
	parameters: {
		line,
		index: z
			.string()
			.regex(/^\d{1,5}$/)
			.transform(Number)
			.meta({ description: "Its place in the list, from 0" }),
	},
	query: {
		basedOn: z
			.string()
			.regex(/^\d{1,9}$/)
			.transform(Number)
			.meta({ description: "The version in which it has that place" }),
		reason: z.string().trim().min(1).max(500).optional(),
	},
	answers: rotaPublished,
	refuses: {
		404: "No such line or override",
		409: "Another version was published meanwhile",
		422: "The rota would have warnings that were not accepted",
	},
	handle: async (ctx, { parameters, query, asker, language }) => {
		const { rota } = await newest(ctx, parameters.line, language);
		if (!rota.overrides?.[parameters.index])
			throw new Refusal(404, rotaRefusals.noSuchOverride, language);
		return published(
			ctx,
			{
				rota: withOverrideAt(rota, parameters.index, null),
				basedOn: query.basedOn,
				by: asker.name,
				...(query.reason && { reason: query.reason }),
			},
			language,
		);
	},
});

/** JSON has no undefined; the types of the rota tell absent from undefined. */
function withoutUndefined({
	instead,
	why,
	...rest
}: z.output<typeof override>): Override {
	return {
		...rest,
		...(instead !== undefined && { instead }),
		...(why !== undefined && { why }),
	};
}

function newest(ctx: Context, lineId: string, language: Language) {
	return knownRota(ctx, lineId, undefined, language);
}
