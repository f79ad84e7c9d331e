import type { z } from "zod";
import type { RotaVersion } from "../../database/rotas.ts";
import type { Language, Sentence } from "../../domain/language.ts";
import type { Absence } from "../../domain/rota/absence.ts";
import type { Difference } from "../../domain/rota/difference.ts";
import { type Problem, problemKey } from "../../domain/rota/problem.ts";
import { spanInWords } from "../../domain/rota/problems/in-words.ts";
import type { Review } from "../../domain/rota/review.ts";
import type { Rota } from "../../domain/rota/rota.ts";
import type { Shift } from "../../domain/rota/shifts.ts";
import type { FollowedSwaps } from "../../domain/swap/follow.ts";
import type { Swap } from "../../domain/swap/swap.ts";
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

/** That somebody is away; why, only to those who may see it. */
export function absenceView(
	{ id, line, person, kind, from, to, fromTime, toTime, note }: Absence,
	seesWhy: boolean,
) {
	return {
		...{ id, line, person, from, to },
		kind: seesWhy ? kind : ("away" as const),
		...(fromTime !== undefined && { fromTime }),
		...(toTime !== undefined && { toTime }),
		...(seesWhy && note !== undefined && { note }),
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

export function reviewView(
	review: Review,
	swaps: z.input<typeof rotaReview>["swaps"] = [],
): z.input<typeof rotaReview> {
	return {
		at: isoInstant(review.at),
		swaps,
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

/** What becomes of swaps, each in a sentence: who gives what to whom, and why it ends. */
export function swapFates(
	{ followed, died, rota }: FollowedSwaps,
	before: Rota | null,
): z.input<typeof rotaReview>["swaps"] {
	const name = (person: string | null) =>
		person === null
			? "…"
			: ((rota.people[person] ?? before?.people[person])?.name ?? person);
	const told = ({ giver, taker, asked, shift }: Swap) => {
		const span = spanInWords(
			shift.start.toMillis(),
			shift.end.toMillis(),
			rota.zone,
		);
		const people = `${name(giver)} → ${name(taker ?? asked)}`;
		return inEach((language) => `${people}, ${span[language]}`);
	};
	return [
		...followed.map(({ swap }) => ({
			fate: "follows" as const,
			what: told(swap),
		})),
		...died.map(({ swap, because }) => {
			const swapped = told(swap);
			return {
				fate: "dies" as const,
				what: inEach(
					(language) => `${swapped[language]}. ${because[language]}`,
				),
			};
		}),
	];
}

function inEach(words: (language: Language) => string): Sentence {
	return { fi: words("fi"), sv: words("sv"), en: words("en") };
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
