import { pipeline } from "node:stream/promises";
import { DateTime } from "luxon";
import { z } from "zod";
import { askForVerification } from "../../actions/ask-for-proof.ts";
import { exportAudit } from "../../actions/export-audit.ts";
import {
	type AuditFilter,
	actorsOfEntries,
	findEntries,
} from "../../database/audit-search.ts";
import { lastVerification } from "../../database/audit-verifications.ts";
import { actionsOf } from "../../domain/audit/actions.ts";
import { auditKinds } from "../../domain/audit/entry.ts";
import { auditSheetOf } from "../../domain/audit/sheet.ts";
import {
	lateInWords,
	tamperingInWords,
} from "../../domain/audit/verification.ts";
import { auditView } from "../../domain/audit/view.ts";
import { streamCsv } from "../../spreadsheet/csv.ts";
import { namesInEntries } from "./audit-names.ts";
import {
	asked,
	auditActors,
	auditPage,
	verificationAnswer,
} from "./audit-shapes.ts";
import { jsonEndpoint, otherEndpoint } from "./endpoint.ts";
import { instantParameter, isoInstant } from "./instant.ts";

const written = z
	.string()
	.max(200)
	.regex(/^\P{Cc}*$/u);

const filter = {
	actor: written
		.optional()
		.meta({ description: "Who did it: a name or a part of one" }),
	kind: z.enum(auditKinds).optional(),
	subject: written
		.optional()
		.meta({ description: "A ticket's number, a line, an account's id" }),
	from: instantParameter.optional(),
	to: instantParameter.optional(),
	text: written
		.optional()
		.meta({ description: "Words, or their beginnings, anywhere in an entry" }),
};

type Filter = z.output<z.ZodObject<typeof filter>>;

function filterOf({ kind, ...rest }: Filter): AuditFilter {
	return { ...rest, ...(kind && { actions: actionsOf(kind) }) };
}

export const auditEndpoint = jsonEndpoint({
	path: "/audit",
	summary: "Who changed what, when, from where and why; newest first",
	permission: "see proof",
	query: {
		...filter,
		limit: z
			.string()
			.regex(/^\d{1,3}$/)
			.transform(Number)
			.pipe(z.int().min(1).max(200))
			.default(50)
			.meta({ description: "At most so many, 1 to 200; default 50" }),
		cursor: z
			.string()
			.regex(/^\d{8}T\d{6}\.\d{6}Z_\d{1,18}$/)
			.refine((text) => DateTime.fromISO(text.split("_")[0] ?? "").isValid)
			.optional()
			.meta({ description: "`next` of the page before" }),
	},
	answers: auditPage,
	handle: async (ctx, { query, language }) => {
		const { limit, cursor, ...wanted } = query;
		const entries = await findEntries(ctx.database, filterOf(wanted), {
			after: cursor ?? null,
			limit: limit + 1,
		});
		const shown = entries.slice(0, limit);
		const views = shown.map(auditView);
		return {
			entries: views,
			names: await namesInEntries(ctx, views, language),
			next: entries.length > limit ? (shown.at(-1)?.position ?? null) : null,
		};
	},
});

export const auditActorsEndpoint = jsonEndpoint({
	path: "/audit/actors",
	summary: "Everybody who has done anything that is on record",
	permission: "see proof",
	answers: auditActors,
	handle: async ({ database }) => ({ actors: await actorsOfEntries(database) }),
});

export const auditExportEndpoint = otherEndpoint({
	path: "/audit/export",
	summary:
		"The audit entries that fit, as CSV; that it was taken out is on record",
	permission: "see proof",
	query: filter,
	mediaType: "text/csv",
	what: "A row an entry, newest first",
	handle: async (ctx, { query, asker, language, response }) => {
		const entries = await exportAudit(ctx, {
			filter: filterOf(query),
			asked: { ...query, from: query.from?.toISO(), to: query.to?.toISO() },
			by: asker.name,
		});
		const { head, rowOf } = auditSheetOf(language);
		async function* rows() {
			for await (const entry of entries) yield rowOf(entry);
		}
		response.attachment("audit.csv");
		await pipeline(streamCsv(head, rows(), language), response);
	},
});

export const verificationEndpoint = jsonEndpoint({
	path: "/audit/verification",
	summary: "What the newest look at all seals has shown",
	permission: "see proof",
	answers: verificationAnswer,
	handle: async ({ database }, { language }) => {
		const last = await lastVerification(database);
		return {
			verification: last && {
				...last,
				verifiedAt: isoInstant(last.verifiedAt),
				found: last.found.map((one) => tamperingInWords(one)[language]),
				lateOnes: (last.lateOnes ?? []).map(
					(one) => lateInWords(one)[language],
				),
			},
		};
	},
});

export const verifyEndpoint = jsonEndpoint({
	method: "post",
	path: "/audit/verification",
	summary: "Has all seals looked at now; the result comes when it is there",
	permission: "see proof",
	answers: asked,
	handle: async (ctx) => {
		await askForVerification(ctx);
		return { asked: true };
	},
});
