import { z } from "zod";
import { enterTakenOut } from "../../actions/enter-taken-out.ts";
import { rotaInputs } from "../../actions/rota-inputs.ts";
import type { Context } from "../../context.ts";
import {
	newestRota,
	newestRotas,
	type RotaVersion,
	rotaVersion,
	rotaVersions,
} from "../../database/rotas.ts";
import type { Language } from "../../domain/language.ts";
import type { CalendarCopies } from "../../domain/rota/calendar/copy.ts";
import { type MaskedRota, masked } from "../../domain/rota/calendar/masked.ts";
import { reviewOf } from "../../domain/rota/review.ts";
import type { Rota } from "../../domain/rota/rota.ts";
import { writeRota } from "../../rota-document/write-rota.ts";
import { may } from "../access.ts";
import type { Asker } from "../asker.ts";
import { Refusal } from "../refusal.ts";
import { jsonEndpoint, otherEndpoint } from "./endpoint.ts";
import {
	rotaReview,
	rotasShape,
	rotaVersionShape,
	rotaView,
} from "./rota-shapes.ts";
import { absenceView, reviewView, versionView } from "./rota-views.ts";
import { noSuchRota, noSuchVersion } from "./rota-words.ts";

export const line = z
	.string()
	.min(1)
	.max(100)
	.meta({ examples: ["fault-line"] });

export const versionNumber = z
	.string()
	.regex(/^[1-9]\d{0,8}$/)
	.transform(Number)
	.meta({ description: "Number of a version, from 1" });

export const rotasEndpoint = jsonEndpoint({
	path: "/rotas",
	summary: "The newest rota version of each line",
	permission: "see the rota",
	answers: rotasShape,
	handle: async (ctx) => {
		const found = await newestRotas(ctx.database);
		return {
			rotas: found.map((each) => ({
				...versionView(each),
				name: each.rota.name,
			})),
		};
	},
});

export const rotaEndpoint = jsonEndpoint({
	path: "/rotas/{line}",
	summary: "A line's published rota, the newest or a given version",
	permission: "see the rota",
	parameters: { line },
	query: { version: versionNumber.optional() },
	answers: rotaView,
	refuses: { 404: "No such line or version" },
	handle: async (ctx, { parameters, query, asker, language }) => {
		const newest = await knownRota(ctx, parameters.line, undefined, language);
		const found = query.version
			? await knownRota(ctx, parameters.line, query.version, language)
			: newest;
		const { now: _, absences, ...inputs } = await rotaInputs(ctx, found.rota);
		return {
			...versionView(found),
			newest: newest.version,
			holidays: inputs.holidays,
			...asSeenBy(asker, found.rota, inputs.calendars),
			absences: absences.map((each) =>
				absenceView(each, may(asker.role, "see everybody's absences")),
			),
		};
	},
});

export const rotaVersionsEndpoint = jsonEndpoint({
	path: "/rotas/{line}/versions",
	summary: "Every version of a line's rota, newest first",
	permission: "see the rota",
	parameters: { line },
	answers: z.object({ versions: z.array(rotaVersionShape) }),
	refuses: { 404: "No such line" },
	handle: async (ctx, { parameters, language }) => {
		await knownRota(ctx, parameters.line, undefined, language);
		const versions = await rotaVersions(ctx.database, parameters.line);
		return { versions: versions.map(versionView) };
	},
});

export const rotaDifferenceEndpoint = jsonEndpoint({
	path: "/rotas/{line}/difference",
	summary:
		"The hours that one version gives to other people than another, over the next 8 weeks, and the special nights of a year",
	permission: "see the rota",
	parameters: { line },
	query: { from: versionNumber, to: versionNumber.optional() },
	answers: rotaReview,
	refuses: { 404: "No such line or version" },
	handle: async (ctx, { parameters, query, language }) => {
		const before = await knownRota(ctx, parameters.line, query.from, language);
		const after = await knownRota(ctx, parameters.line, query.to, language);
		const inputs = await rotaInputs(ctx, after.rota);
		return reviewView(reviewOf(before.rota, after.rota, inputs));
	},
});

export const rotaExportEndpoint = otherEndpoint({
	path: "/rotas/{line}/export",
	summary: "A line's rota as the YAML file that imports to an equal rota",
	permission: "see the rota",
	parameters: { line },
	query: { version: versionNumber.optional() },
	refuses: { 404: "No such line or version" },
	mediaType: "application/yaml",
	what: "The rota document",
	handle: async (ctx, { parameters, query, asker, language, response }) => {
		const found = await knownRota(
			ctx,
			parameters.line,
			query.version,
			language,
		);
		await enterTakenOut(ctx, asker.name, {
			...{ kind: "rota", line: found.line, version: found.version },
		});
		response
			.type("application/yaml; charset=utf-8")
			.attachment(`${found.line}-${found.version}.yaml`)
			.send(writeRota(asSeenBy(asker, found.rota, {}).rota));
	},
});

/** Whoever knows a calendar's address can read it, so only those who edit the rota see it. */
function asSeenBy(
	{ role }: Asker,
	rota: Rota,
	calendars: CalendarCopies,
): MaskedRota {
	return may(role, "edit the rota")
		? { rota, calendars }
		: masked(rota, calendars);
}

/** @throws Refusal with 404 when there is none. */
export async function knownRota(
	ctx: Pick<Context, "database">,
	lineId: string,
	version: number | undefined,
	language: Language,
): Promise<RotaVersion> {
	const found =
		version === undefined
			? await newestRota(ctx.database, lineId)
			: await rotaVersion(ctx.database, lineId, version);
	if (found) return found;
	const shown = lineId.slice(0, 60);
	throw new Refusal(
		404,
		version === undefined ? noSuchRota(shown) : noSuchVersion(shown, version),
		language,
	);
}
