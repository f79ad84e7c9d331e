import type { z } from "zod";
import type { RotaVersion } from "../../database/rotas.ts";
import type { Language } from "../../domain/language.ts";
import type { Difference } from "../../domain/rota/difference.ts";
import { type Problem, problemKey } from "../../domain/rota/problem.ts";
import type { Review } from "../../domain/rota/review.ts";
import type { Shift } from "../../domain/rota/shifts.ts";
import { Refusal, type Problem as RefusedPlace } from "../refusal.ts";
import { isoInstant } from "./instant.ts";
import type { rotaReview, rotaVersionShape } from "./rota-shapes.ts";

/* How rotas, their problems and their changes look in the API. */

export function versionView({
	line,
	version,
	publishedAt,
	publishedBy,
	note,
}: Omit<RotaVersion, "rota">): z.input<typeof rotaVersionShape> {
	return {
		line,
		version,
		publishedAt: publishedAt.toISOString(),
		publishedBy,
		note,
	};
}

export function problemView(problem: Problem) {
	return { key: problemKey(problem), ...problem };
}

export function differenceView({ start, end, ...who }: Difference) {
	return { ...who, start: isoInstant(start), end: isoInstant(end) };
}

function shiftView({ start, end, person, because }: Shift) {
	return { start: isoInstant(start), end: isoInstant(end), person, because };
}

export function reviewView(review: Review): z.input<typeof rotaReview> {
	return {
		problems: review.problems.map(problemView),
		changes: review.changes.map(differenceView),
		nights: review.nights.map((night) => ({
			kind: night.kind,
			name: night.name,
			start: isoInstant(night.start),
			end: isoInstant(night.end),
			duties: Object.fromEntries(
				Object.entries(night.duties).map(([duty, shifts]) => [
					duty,
					shifts.map(shiftView),
				]),
			),
			changes: night.changes.map(differenceView),
		})),
	};
}

/** A refusal that lists the rota's problems, each with its fix; in the asker's language. */
export function refusedRota(
	status: number,
	sentence: Readonly<Record<Language, string>>,
	language: Language,
	problems: readonly Problem[],
): Refusal {
	const places = problems.map(
		({ where, says, advises }): RefusedPlace => ({
			where,
			what: `${says[language]} ${advises[language]}`,
		}),
	);
	return new Refusal(status, sentence, language, places);
}
