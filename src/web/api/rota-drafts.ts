import { z } from "zod";
import { discardDraft } from "../../actions/discard-draft.ts";
import { saveDraft } from "../../actions/save-draft.ts";
import {
	draftersOf,
	type RotaDraft,
	rotaDraft,
} from "../../database/rota-drafts.ts";
import type { Language } from "../../domain/language.ts";
import type { Rota } from "../../domain/rota/rota.ts";
import { readRotaValue } from "../../rota-document/read-rota.ts";
import { askerKey } from "../asker.ts";
import { Refusal } from "../refusal.ts";
import { jsonEndpoint } from "./endpoint.ts";
import { rotaDraftShape, sentRota } from "./rota-shapes.ts";
import { refusedRota } from "./rota-views.ts";
import { otherLine, rotaRefusals } from "./rota-words.ts";
import { knownRota, line } from "./rotas.ts";

export const draftEndpoint = jsonEndpoint({
	path: "/rotas/{line}/draft",
	summary:
		"What the asker has changed and not yet published, and who else has a draft",
	permission: "edit the rota",
	parameters: { line },
	answers: z.object({
		draft: rotaDraftShape.nullable(),
		others: z.array(z.object({ name: z.string(), updatedAt: z.string() })),
	}),
	refuses: { 404: "No such line" },
	handle: async (ctx, { parameters, asker, language }) => {
		await knownRota(ctx, parameters.line, undefined, language);
		const owner = askerKey(asker);
		const draft = await rotaDraft(ctx.database, parameters.line, owner);
		const drafters = await draftersOf(ctx.database, parameters.line);
		return {
			draft: draft && draftView(draft),
			others: drafters
				.filter((each) => each.owner !== owner)
				.map(({ ownerName, updatedAt }) => ({
					name: ownerName,
					updatedAt: updatedAt.toISOString(),
				})),
		};
	},
});

export const saveDraftEndpoint = jsonEndpoint({
	method: "put",
	path: "/rotas/{line}/draft",
	summary: "Keeps what the asker has changed so far; nobody is rung by it",
	permission: "edit the rota",
	parameters: { line },
	body: z.strictObject({
		rota: sentRota,
		basedOn: z.int().min(1),
		revision: z
			.int()
			.min(0)
			.meta({ description: "Of the draft that was changed; 0 for a new one" }),
	}),
	limit: "2mb",
	answers: z.object({ revision: z.int() }),
	refuses: {
		404: "No such line or version",
		409: "The draft was saved elsewhere meanwhile",
		422: "The rota cannot be read",
	},
	handle: async (ctx, { parameters, body, asker, language }) => {
		await knownRota(ctx, parameters.line, body.basedOn, language);
		const saved = await saveDraft(ctx, {
			line: parameters.line,
			owner: askerKey(asker),
			ownerName: asker.name,
			basedOn: body.basedOn,
			revision: body.revision,
			rota: readableRota(body.rota, parameters.line, language),
		});
		if (saved.kind === "saved") return { revision: saved.revision };
		throw new Refusal(409, rotaRefusals.savedElsewhere, language);
	},
});

export const discardDraftEndpoint = jsonEndpoint({
	method: "delete",
	path: "/rotas/{line}/draft",
	summary: "Gives up what the asker has changed and not published",
	permission: "edit the rota",
	parameters: { line },
	answers: z.object({ discarded: z.boolean() }),
	handle: async (ctx, { parameters, asker }) => {
		await discardDraft(ctx, { line: parameters.line, owner: askerKey(asker) });
		return { discarded: true };
	},
});

function draftView({ basedOn, rota, revision, updatedAt }: RotaDraft) {
	return { basedOn, rota, revision, updatedAt: updatedAt.toISOString() };
}

/**
 * The rota that somebody sent, of that line. Whether its names, rules and times make sense is not asked here.
 *
 * @throws Refusal with 422 that lists every problem of its writing.
 */
export function readableRota(
	value: unknown,
	lineId: string,
	language: Language,
): Rota {
	const { rota, problems } = readRotaValue(value);
	if (!rota)
		throw refusedRota(422, rotaRefusals.unreadable, language, problems);
	if (rota.line !== lineId) throw new Refusal(422, otherLine(lineId), language);
	return rota;
}
