import type { DateTime } from "luxon";
import { z } from "zod";
import { askForReconciliation } from "../../actions/ask-for-proof.ts";
import {
	findingsOf,
	reconciliationsOf,
} from "../../database/reconciliations.ts";
import { readLocalDate } from "../../domain/rota/wall-clock.ts";
import { asked, reconciliationsShape } from "./audit-shapes.ts";
import { jsonEndpoint } from "./endpoint.ts";
import { isoInstant } from "./instant.ts";

const localDate = z
	.string()
	.refine((text) => readLocalDate(text) !== null)
	.meta({ format: "date" });

export const reconciliationsEndpoint = jsonEndpoint({
	path: "/reconciliations",
	summary:
		"How the calls of each day compare with the carrier's own records, and what was found on one side only",
	permission: "see proof",
	query: {
		first: localDate.optional(),
		last: localDate.optional(),
	},
	answers: reconciliationsShape,
	handle: async ({ database, clock }, { query }) => {
		const today = clock.now().toUTC();
		const span = {
			first: query.first ?? dateOf(today.minus({ days: 31 })),
			last: query.last ?? dateOf(today),
		};
		const days = await reconciliationsOf(database, span);
		const findings = await findingsOf(database, span);
		return {
			...span,
			days: days.map(({ error: _, ...day }) => ({
				...day,
				triedAt: isoInstant(day.triedAt),
				comparedAt: day.comparedAt && isoInstant(day.comparedAt),
			})),
			findings: findings.map((finding) => ({
				...finding,
				arrivedAt: finding.arrivedAt && isoInstant(finding.arrivedAt),
				foundAt: isoInstant(finding.foundAt),
			})),
		};
	},
});

export const reconcileEndpoint = jsonEndpoint({
	method: "post",
	path: "/reconciliations",
	summary:
		"Has the calls compared with the carrier's own records now; the result comes when it is there",
	permission: "see proof",
	answers: asked,
	handle: async (ctx) => {
		await askForReconciliation(ctx, null);
		return { asked: true };
	},
});

function dateOf(at: DateTime): string {
	return at.toISODate() ?? "";
}
