import { DateTime } from "luxon";
import { z } from "zod";
import {
	type PublishedOrRefused,
	publishRota,
	type RotaToPublish,
} from "../../actions/publish-rota.ts";
import { reviewRota } from "../../actions/review-rota.ts";
import type { Context } from "../../context.ts";
import type { Language } from "../../domain/language.ts";
import { checkRota, readRota } from "../../rota-document/read-rota.ts";
import { askerKey } from "../asker.ts";
import { Refusal } from "../refusal.ts";
import { jsonEndpoint } from "./endpoint.ts";
import { readableRota } from "./rota-drafts.ts";
import {
	acceptedWarnings,
	rotaDocument,
	rotaProblem,
	rotaPublished,
	rotaReview,
	sentRota,
} from "./rota-shapes.ts";
import {
	problemView,
	refusedRota,
	reviewView,
	swapFates,
} from "./rota-views.ts";
import { otherLine, publishedMeanwhile, rotaRefusals } from "./rota-words.ts";
import { line } from "./rotas.ts";

const refuses = {
	404: "No such line",
	409: "Another version was published meanwhile",
	422: "The rota has errors, or warnings that were not accepted",
};

const note = z
	.string()
	.trim()
	.max(500)
	.meta({ description: "Why; it stands beside the version for ever" });

export const reviewEndpoint = jsonEndpoint({
	method: "post",
	path: "/rotas/{line}/review",
	summary:
		"What publishing this rota would change over the next 8 weeks and in the special nights of a year, and what it leaves open; nothing is published",
	permission: "edit the rota",
	parameters: { line },
	body: z.strictObject({ rota: sentRota }),
	limit: "2mb",
	answers: rotaReview,
	refuses: { 422: "The rota cannot be read" },
	handle: async (ctx, { parameters, body, language }) => {
		const rota = readableRota(body.rota, parameters.line, language);
		const { swaps, before, ...review } = await reviewRota(ctx, rota);
		return reviewView(review, swapFates(swaps, before));
	},
});

export const publishEndpoint = jsonEndpoint({
	method: "post",
	path: "/rotas/{line}/publish",
	summary: "Publishes a rota as the next version of its line",
	permission: "publish the rota",
	parameters: { line },
	body: z.strictObject({
		rota: sentRota,
		basedOn: z.int().min(0).meta({
			description:
				"The version it began with; when another was published since, nothing happens",
		}),
		note: note.optional(),
		reviewedAt: z.iso.datetime().optional().meta({
			description:
				"`at` of the review whose warnings are accepted; at most 4 hours old",
		}),
		accepts: acceptedWarnings.default([]),
	}),
	limit: "2mb",
	answers: rotaPublished,
	refuses,
	handle: (ctx, { parameters, body, asker, language }) =>
		published(
			ctx,
			{
				rota: readableRota(body.rota, parameters.line, language),
				basedOn: body.basedOn,
				accepts: body.accepts,
				by: asker.name,
				draftOf: askerKey(asker),
				...(body.note && { reason: body.note }),
				...(body.reviewedAt && {
					reviewedAt: DateTime.fromISO(body.reviewedAt),
				}),
			},
			language,
		),
});

export const readRotaEndpoint = jsonEndpoint({
	method: "post",
	path: "/rotas/{line}/read",
	summary:
		"Reads a rota file, YAML or JSON: the rota, if it can be read, and all its problems; nothing is published",
	permission: "edit the rota",
	parameters: { line },
	upload: {
		kind: "text",
		mediaType: "application/yaml",
		what: "The rota's file",
		limit: "2mb",
	},
	answers: z.object({
		rota: rotaDocument.nullable(),
		problems: z.array(rotaProblem),
	}),
	handle: (ctx, { request }) => {
		const { rota, problems } = checkRota(textOf(request.body), ctx.clock.now());
		return { rota: rota ?? null, problems: problems.map(problemView) };
	},
});

export const importRotaEndpoint = jsonEndpoint({
	method: "post",
	path: "/rotas/{line}/import",
	summary:
		"Publishes a rota file, YAML or JSON, as the next version; `reason` also accepts its warnings",
	permission: "publish the rota",
	parameters: { line },
	query: {
		reason: note.optional(),
		basedOn: z
			.string()
			.regex(/^\d{1,9}$/)
			.transform(Number)
			.optional(),
	},
	upload: {
		kind: "text",
		mediaType: "application/yaml",
		what: "The rota's file",
		limit: "2mb",
	},
	answers: rotaPublished,
	refuses,
	handle: async (ctx, { parameters, query, request, asker, language }) => {
		const { rota, problems } = readRota(textOf(request.body));
		if (!rota)
			throw refusedRota(422, rotaRefusals.unreadable, language, problems);
		if (rota.line !== parameters.line)
			throw new Refusal(422, otherLine(parameters.line), language);
		return published(
			ctx,
			{
				rota,
				by: asker.name,
				...(query.reason && { reason: query.reason }),
				...(query.basedOn !== undefined && { basedOn: query.basedOn }),
			},
			language,
		);
	},
});

/** Publishes, and tells a refusal as the API tells refusals. */
export async function published(
	ctx: Context,
	given: RotaToPublish,
	language: Language,
): Promise<z.input<typeof rotaPublished>> {
	if (!Object.hasOwn(ctx.config.lines, given.rota.line))
		throw new Refusal(404, noLine(given.rota.line), language);
	const result = await publishRota(ctx, given);
	if (result.kind === "refused") throw refusalOf(result, language);
	return {
		line: given.rota.line,
		version: result.version,
		problems: result.warnings.map(problemView),
	};
}

function refusalOf(
	refused: Extract<PublishedOrRefused, { kind: "refused" }>,
	language: Language,
): Refusal {
	if (refused.because === "published-meanwhile")
		return new Refusal(409, publishedMeanwhile(refused.newest), language);
	const sentence =
		refused.because === "errors"
			? rotaRefusals.hasErrors
			: rotaRefusals.needsReason;
	return refusedRota(422, sentence, language, refused.problems);
}

function noLine(lineId: string) {
	const shown = lineId.slice(0, 60);
	return {
		fi: `Linjaa ${shown} ei ole. Lisää se tiedostoon service.yaml.`,
		sv: `Linjen ${shown} finns inte. Lägg till den i service.yaml.`,
		en: `There is no line ${shown}. Add it to service.yaml.`,
	};
}

function textOf(body: unknown): string {
	return typeof body === "string" ? body : "";
}
