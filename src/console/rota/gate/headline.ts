import type { Rota } from "../../../domain/rota/rota.ts";
import type { ReviewView } from "../../../web/api/rota-shapes.ts";
import type { Reader } from "../../wall-clock.ts";
import { hoursText } from "../spans.ts";
import type { SayGate } from "./gate-words.ts";

type Change = ReviewView["changes"][number];

/** With more pairs of people than these, only their number is told. */
const pairsTold = 3;

/** The gate's answer in words: who gives hours to whom, and what is left uncovered. */
export function gateHeadline(
	{ changes, problems }: Pick<ReviewView, "changes" | "problems">,
	rotas: readonly Rota[],
	reader: Reader,
	say: SayGate,
): string[] {
	const count = (id: (problem: ReviewView["problems"][number]) => boolean) =>
		problems.filter(id).length;
	const errors = count(({ severity }) => severity === "error");
	const gaps = count(({ id }) => id === "gap");
	return [
		...changeSentences(changes, rotas, reader, say),
		coverSentence(gaps, changes, say),
		...(errors > 0 ? [say("headline.errors", { count: errors })] : []),
	];
}

/** Hours that are left to nobody on purpose are told already; they are no gap to mend. */
function coverSentence(
	gaps: number,
	changes: readonly Change[],
	say: SayGate,
): string {
	if (gaps > 0) return say("headline.gaps", { count: gaps });
	const isMeant = changes.some(({ after }) => after === null);
	return say(isMeant ? "headline.coveredElse" : "headline.covered");
}

function changeSentences(
	changes: readonly Change[],
	rotas: readonly Rota[],
	reader: Reader,
	say: SayGate,
): string[] {
	const pairs = new Map<string, Change & { millis: number }>();
	for (const change of changes) {
		const key = JSON.stringify(
			change.duty === "office" ? ["office"] : [change.before, change.after],
		);
		const known = pairs.get(key) ?? { ...change, millis: 0 };
		pairs.set(key, { ...known, millis: known.millis + lengthOf(change) });
	}
	const told = [...pairs.values()].sort((a, b) => b.millis - a.millis);
	if (told.length === 0) return [say("headline.none")];
	if (told.length > pairsTold) return [manySentence(told, say)];
	return told.map((pair) => pairSentence(pair, rotas, reader, say));
}

function pairSentence(
	pair: Change & { readonly millis: number },
	rotas: readonly Rota[],
	reader: Reader,
	say: SayGate,
): string {
	const hours = hoursText(pair.millis, reader);
	if (pair.duty === "office") return say("headline.office", { hours });
	const from = nameIn(rotas, pair.before);
	const to = nameIn(rotas, pair.after);
	if (pair.after === null) return say("headline.gap", { from, hours });
	if (pair.before === null) return say("headline.fills", { to, hours });
	return say("headline.gives", { from, to, hours });
}

function manySentence(
	pairs: readonly (Change & { readonly millis: number })[],
	say: SayGate,
): string {
	const ofDuties = pairs.filter(({ duty }) => duty !== "office");
	const millis = ofDuties.reduce((sum, pair) => sum + pair.millis, 0);
	const people = new Set(
		ofDuties.flatMap(({ before, after }) => [before, after]),
	);
	people.delete(null);
	return say("headline.many", {
		count: Math.round(millis / 3_600_000),
		people: say("headline.people", { count: people.size }),
	});
}

export function lengthOf({
	start,
	end,
}: {
	readonly start: string;
	readonly end: string;
}): number {
	return new Date(end).getTime() - new Date(start).getTime();
}

/** A person's name in the first rota that knows it: who has left the new one is still in the old one. */
export function nameIn(rotas: readonly Rota[], person: string | null): string {
	if (person === null) return "";
	const known = rotas.find(({ people }) => Object.hasOwn(people, person));
	return known?.people[person]?.name ?? person;
}
