/** Whether a swap can take effect as it stands: both have what they give, and can have what they get. */
import { DateTime } from "luxon";
import type { Absence } from "../rota/absence.ts";
import type { PersonId } from "../rota/rota.ts";
import type { Timeline } from "../rota/timeline.ts";
import { type BusySpan, fitnessOf, holdsAll, spanOf } from "./fitness.ts";
import { legsOf, type Swap, type SwapShift } from "./swap.ts";
import type { SwapRefusal } from "./words.ts";

export interface ReadinessInputs {
	readonly now: DateTime;
	/** Of the rota without the swap's own overrides. */
	readonly timeline: Timeline;
	readonly absences: readonly Absence[];
	/** When somebody is on duty on other lines. */
	readonly elsewhere: (person: PersonId) => readonly BusySpan[];
}

export type Readiness =
	| { readonly kind: "refused"; readonly because: SwapRefusal }
	/** The swap with what is left of shifts that have begun. */
	| {
			readonly kind: "ready";
			readonly swap: Swap;
			readonly shortRest: boolean;
	  };

/** Looks at all that somebody is named for; while nobody has been asked, only at the giver. */
export function readinessOf(given: Swap, inputs: ReadinessInputs): Readiness {
	const swap = fromNow(given, inputs.now);
	const { timeline } = inputs;
	const legs = legsOf(swap);
	let shortRest = false;
	for (const [index, { shift, from, to }] of legs.entries()) {
		const because = faultOf(shift, inputs.now, timeline);
		if (because) return refused(because);
		for (const person of [from, to])
			if (person !== null && !Object.hasOwn(timeline.rota.people, person))
				return refused("no-such-person");
		if (from === to) return refused("own-shift");
		if (!holdsAll(timeline, shift.duty, from, spanOf(shift)))
			return refused(index === 0 ? "not-held" : "return-not-held");
		if (to === null) continue;
		const gives = legs[1 - index]?.shift;
		if (gives && overlaps(shift, gives)) return refused("overlaps-return");
		const fitness = fitnessOf(to, shift, {
			timeline,
			absences: inputs.absences,
			elsewhere: inputs.elsewhere(to),
			...(gives && { gives }),
		});
		if (fitness.kind === "unfit")
			return refused(
				index === 0 ? fitness.because : (`giver-${fitness.because}` as const),
			);
		shortRest ||= fitness.kind === "short-rest";
	}
	return { kind: "ready", swap: { ...swap, shortRest }, shortRest };
}

function refused(because: SwapRefusal): Readiness {
	return { kind: "refused", because };
}

function faultOf(
	shift: SwapShift,
	now: DateTime,
	timeline: Timeline,
): SwapRefusal | null {
	if (!timeline.duties.has(shift.duty)) return "no-such-duty";
	if (!(shift.end > shift.start)) return shift.end <= now ? "past" : "no-span";
	return shift.end <= now ? "past" : null;
}

function overlaps(one: SwapShift, other: SwapShift): boolean {
	return one.start < other.end && other.start < one.end;
}

/** A shift that has begun can only be given from now on, the minute begun. */
function fromNow(swap: Swap, now: DateTime): Swap {
	const soonest = now.startOf("minute");
	const left = (shift: SwapShift): SwapShift => ({
		...shift,
		start: DateTime.max(shift.start, soonest.toUTC()),
	});
	return {
		...swap,
		shift: left(swap.shift),
		inReturn: swap.inReturn && left(swap.inReturn),
	};
}
