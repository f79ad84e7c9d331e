/** What speaks against giving somebody a stretch of a duty. */
import { type Absence, isAbsent } from "../absence.ts";
import { leastRest } from "../problems/burdens.ts";
import type { DutyName, PersonId, Rota } from "../rota.ts";
import type { Timeline } from "../timeline.ts";
import { spansOf } from "../track.ts";
import type { DutyPart } from "./reassign.ts";

export type ReassignWarning =
	/** They have another duty then that a call would ring as well. */
	| { readonly kind: "double-booking"; readonly duty: DutyName }
	/** So little rest between this and another shift of theirs. */
	| { readonly kind: "short-rest"; readonly millis: number }
	| { readonly kind: "absence" };

/** Quick enough to be asked while something is dragged: it looks only around the stretch. */
export function reassignWarnings(
	timeline: Timeline,
	absences: readonly Absence[],
	part: DutyPart,
	person: PersonId,
): ReassignWarning[] {
	const { rota } = timeline;
	const warnings: ReassignWarning[] = [];
	if (isAbsent(absences, person, part, rota.zone))
		warnings.push({ kind: "absence" });
	for (const duty of timeline.duties.keys())
		if (
			duty !== part.duty &&
			ringInOneRouting(rota, duty, part.duty) &&
			heldAround(timeline, duty, person, part, 0).length > 0
		)
			warnings.push({ kind: "double-booking", duty });
	const rest = leastRestAround(timeline, part, person);
	if (rest !== null && rest < leastRest)
		warnings.push({ kind: "short-rest", millis: rest });
	return warnings;
}

/** The shorter of the rests before and after all the work that the stretch would touch. */
function leastRestAround(
	timeline: Timeline,
	part: DutyPart,
	person: PersonId,
): number | null {
	const held = [...timeline.duties.keys()].flatMap((duty) =>
		heldAround(timeline, duty, person, part, 2 * leastRest),
	);
	let { start, end } = part;
	for (const span of held)
		if (span.start <= end && span.end >= start) {
			start = Math.min(start, span.start);
			end = Math.max(end, span.end);
		}
	const rests = held.flatMap((span) =>
		span.start > end
			? [span.start - end]
			: span.end < start
				? [start - span.end]
				: [],
	);
	return rests.length > 0 ? Math.min(...rests) : null;
}

function heldAround(
	timeline: Timeline,
	duty: DutyName,
	person: PersonId,
	{ start, end }: DutyPart,
	margin: number,
) {
	const track = timeline.duties.get(duty);
	if (!track) return [];
	return spansOf(track, start - margin, end + margin).filter(
		({ value }) => value === person,
	);
}

function ringInOneRouting(
	{ routing }: Rota,
	one: DutyName,
	other: DutyName,
): boolean {
	return [routing.open, routing.closed].some((steps) => {
		const named = steps.flatMap(({ ring }) => ring);
		return named.includes(one) && named.includes(other);
	});
}
