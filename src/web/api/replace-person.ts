import { z } from "zod";
import { placesNaming } from "../../domain/rota/edits/places-naming.ts";
import { withPersonReplaced } from "../../domain/rota/edits/replace-person.ts";
import type { Rota } from "../../domain/rota/rota.ts";
import { refusalInWords } from "../../domain/swap/words.ts";
import { Refusal } from "../refusal.ts";
import { jsonEndpoint } from "./endpoint.ts";
import { published } from "./rota-publish.ts";
import { acceptedWarnings, rotaPublished } from "./rota-shapes.ts";
import { knownRota, line } from "./rotas.ts";
import { sentence } from "./shapes.ts";

const person = z.string().min(1).max(200);

export const placesEndpoint = jsonEndpoint({
	path: "/rotas/{line}/people/{person}/places",
	summary: "Every place of the newest rota that names a person",
	permission: "edit the rota",
	parameters: { line, person },
	answers: z.object({
		version: z.int(),
		places: z.array(z.object({ where: z.string(), says: sentence })),
	}),
	refuses: { 404: "No such line or person" },
	handle: async (ctx, { parameters, language }) => {
		const { rota, version } = await knownRota(
			ctx,
			parameters.line,
			undefined,
			language,
		);
		if (!Object.hasOwn(rota.people, parameters.person))
			throw new Refusal(404, refusalInWords("no-such-person"), language);
		return { version, places: placesNaming(rota, parameters.person) };
	},
});

export const replacePersonEndpoint = jsonEndpoint({
	method: "post",
	path: "/rotas/{line}/replace-person",
	summary:
		"Takes a person out of the rota in one step, with another in every place to come or with nobody, and publishes that",
	permission: "publish the rota",
	parameters: { line },
	body: z.strictObject({
		person,
		by: person.nullable().meta({
			description: "Another person of the rota; null drops the places",
		}),
		reason: z.string().trim().min(1).max(500),
		basedOn: z.int().positive().optional(),
		accepts: acceptedWarnings.optional(),
	}),
	answers: rotaPublished,
	refuses: {
		404: "No such line",
		409: "Another version was published meanwhile",
		422: "No such person, or the rota would have errors or warnings that were not accepted",
	},
	handle: async (ctx, { parameters, body, asker, language }) => {
		const { rota, version } = await knownRota(
			ctx,
			parameters.line,
			undefined,
			language,
		);
		const { person, by, reason, accepts } = body;
		if (!areTwoOf(rota, person, by))
			throw new Refusal(422, refusalInWords("no-such-person"), language);
		return published(
			ctx,
			{
				rota: withPersonReplaced(rota, person, by, ctx.clock.now()),
				basedOn: body.basedOn ?? version,
				by: asker.name,
				reason,
				...(accepts && { accepts }),
			},
			language,
		);
	},
});

function areTwoOf(rota: Rota, person: string, by: string | null): boolean {
	if (!Object.hasOwn(rota.people, person) || person === by) return false;
	return by === null || Object.hasOwn(rota.people, by);
}
