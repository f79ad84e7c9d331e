import type { Request } from "express";
import { z } from "zod";
import { exportPlaces } from "../../actions/export-places.ts";
import { importPlaces } from "../../actions/import-places.ts";
import { planImport } from "../../actions/plan-import.ts";
import type { PlannedRow } from "../../domain/place/import.ts";
import type { Permission } from "../access.ts";
import { Refusal } from "../refusal.ts";
import { jsonEndpoint, otherEndpoint } from "./endpoint.ts";
import * as shapes from "./place-shapes.ts";
import { placeRefusals } from "./place-words.ts";
import { sendSheet } from "./send-sheet.ts";

const upload = {
	kind: "file",
	mediaType: "application/octet-stream",
	what: "The file as it is, CSV or XLSX",
	limit: "5mb",
} as const;

/** More than anybody looks through. */
const mostShown = 1_000;

const nouns = ["properties", "tenants"] as const;

const keeps: Readonly<Record<(typeof nouns)[number], Permission>> = {
	properties: "keep places",
	tenants: "keep tenants",
};

const country = z
	.string()
	.regex(/^[1-9]\d{0,2}$/)
	.optional()
	.meta({
		description:
			"Calling code of the tenants' country, for numbers that are written without one; the file tells when it is left out",
	});

export const placeImportEndpoints = nouns.flatMap((kind) => [
	jsonEndpoint({
		method: "post",
		path: `/${kind}/import-preview`,
		summary: `Reads ${kind} from a file and tells, row by row, what taking it in would do; nothing is changed`,
		permission: keeps[kind],
		query: { country },
		upload,
		answers: shapes.importPreview,
		handle: async (ctx, { query, request }) => {
			const { country = null } = query;
			const planned = await planImport(ctx, kind, bytesOf(request), country);
			if (planned.kind === "faulty")
				return { ...noPreview, problem: planned.problem };
			const { rows, gone, mayRemove } = planned.plan;
			const count = (of: PlannedRow["kind"]) =>
				rows.filter((row) => row.kind === of).length;
			return {
				...{ digest: planned.digest, mayRemove, problem: null },
				...{ ignored: [...planned.ignored], sheet: planned.sheet },
				numbers:
					planned.kind === "tenants" && planned.numbers
						? { ...planned.numbers, countries: [...planned.numbers.countries] }
						: null,
				counts: {
					...{ added: count("new"), changed: count("changed") },
					...{ unchanged: count("unchanged"), problems: count("problem") },
					gone: gone.length,
				},
				rows: [...rows]
					.filter((row) => row.kind !== "unchanged")
					.sort((a, b) => weight(a) - weight(b) || a.row - b.row)
					.slice(0, mostShown),
				gone: gone.slice(0, mostShown),
			};
		},
	}),
	jsonEndpoint({
		method: "post",
		path: `/${kind}/import`,
		summary: `Takes ${kind} in from a file, as the preview of the digest showed it`,
		permission: keeps[kind],
		query: {
			country,
			digest: z.string().regex(/^[0-9a-f]{64}$/),
			remove: z.enum(["missing", "nothing"]).default("nothing").meta({
				description: "Whether those that are not in the file are removed",
			}),
		},
		upload,
		answers: shapes.importedShape,
		refuses: {
			409: "The preview is old, or what is missing cannot be removed",
		},
		handle: async (ctx, { query, asker, request, language }) => {
			const result = await importPlaces(ctx, {
				...{ kind, bytes: bytesOf(request), digest: query.digest },
				country: query.country ?? null,
				...{ removesMissing: query.remove === "missing", by: asker.name },
			});
			if (result.kind === "imported") return result.counts;
			const sentence = {
				"preview-is-old": placeRefusals.previewIsOld,
				unreadable: placeRefusals.previewIsOld,
				"cannot-remove": placeRefusals.cannotRemove,
				"still-lived-in": placeRefusals.goneLivedIn,
			}[result.because];
			throw new Refusal(409, sentence, language);
		},
	}),
	otherEndpoint({
		path: `/${kind}/export`,
		summary: `All ${kind} as CSV or XLSX, which can be taken in again`,
		permission: keeps[kind],
		query: { format: z.enum(["csv", "xlsx"]).default("xlsx") },
		mediaType: "text/csv",
		what: "The rows; with `format` also XLSX",
		handle: async (ctx, { query: { format }, asker, language, response }) => {
			const sheet = await exportPlaces(ctx, {
				...{ kind, format, language, by: asker.name },
			});
			await sendSheet(response, sheet, { name: kind, format, language });
		},
	}),
]);

const noPreview = {
	digest: "",
	counts: { added: 0, changed: 0, unchanged: 0, gone: 0, problems: 0 },
	...{ rows: [], gone: [], ignored: [], mayRemove: false },
	...{ sheet: null, numbers: null },
};

function bytesOf({ body }: Request): Buffer {
	return Buffer.isBuffer(body) ? body : Buffer.alloc(0);
}

function weight({ kind, remarks }: PlannedRow): number {
	if (kind !== "problem" && remarks.length > 0) return 0.5;
	return ["problem", "changed", "new", "unchanged"].indexOf(kind);
}
