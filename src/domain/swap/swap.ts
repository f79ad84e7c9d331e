/** A swap: one person's shift on its way to another, from the offer to its end. */
import type { DateTime } from "luxon";
import type { Sentence } from "../language.ts";
import { writtenTime } from "../rota/edits/written-time.ts";
import type { DutyName, Override, PersonId } from "../rota/rota.ts";

export const swapStates = [
	/** Waits for somebody, or for the colleague asked, to accept. */
	"offered",
	/** Agreed between the two; a planner decides. */
	"awaiting-approval",
	/** Stands in the published rota. */
	"done",
	/** The colleague asked said no. */
	"declined",
	/** A planner said no. */
	"refused",
	/** The giver took it back before it was done. */
	"withdrawn",
	/** The shift began before anybody had it. */
	"expired",
	/** It was done, and a planner took it back. */
	"undone",
	/** The rota changed so that it could not be. */
	"died",
] as const;

export type SwapState = (typeof swapStates)[number];

/** A piece of a duty's time: `start <= t < end`. */
export interface SwapShift {
	readonly duty: DutyName;
	readonly start: DateTime;
	readonly end: DateTime;
}

export interface Swap {
	readonly id: string;
	readonly line: string;
	/** What the giver gives: a whole shift or a part of one. */
	readonly shift: SwapShift;
	readonly giver: PersonId;
	/** The colleague who was asked; null when it is offered to anyone. */
	readonly asked: PersonId | null;
	readonly taker: PersonId | null;
	/** The shift that the taker gives in return, if one was asked for. */
	readonly inReturn: SwapShift | null;
	readonly note: string | null;
	readonly state: SwapState;
	/** Somebody gets less than 11 hours' rest by it, so that a planner has to approve. */
	readonly shortRest: boolean;
	/** What stands in the published rota because of it; empty unless it is done. */
	readonly overrides: readonly Override[];
	/** Everything that happened to it, oldest first. */
	readonly steps: readonly SwapStep[];
	/** Counts its changes from 1. */
	readonly version: number;
}

export type SwapDeed =
	| "offered"
	| "accepted"
	| "declined"
	| "approved"
	| "refused"
	| "withdrawn"
	| "expired"
	| "fixed"
	| "undone"
	| "moved"
	| "died";

export interface SwapStep {
	/** Instant, ISO 8601 in UTC. */
	readonly at: string;
	/** As others know them; the rota's own doings are by whoever published. */
	readonly by: string;
	readonly did: SwapDeed;
	/** In the words of whoever did it. */
	readonly why?: string;
	/** In ours, where the rota was the reason. */
	readonly because?: Sentence;
}

/** One direction of a swap: who gives what to whom. */
export interface SwapLeg {
	readonly shift: SwapShift;
	readonly from: PersonId;
	/** null while nobody has accepted. */
	readonly to: PersonId | null;
}

/** The shift given, and the one given in return. */
export function legsOf(
	swap: Pick<Swap, "shift" | "giver" | "asked" | "taker" | "inReturn">,
): SwapLeg[] {
	const other = swap.taker ?? swap.asked;
	const given = { shift: swap.shift, from: swap.giver, to: other };
	if (!swap.inReturn || other === null) return [given];
	return [given, { shift: swap.inReturn, from: other, to: swap.giver }];
}

/** Whether a change of the rota can still touch it at the instant. */
export function isLiving(swap: Swap, now: DateTime): boolean {
	if (swap.state === "offered" || swap.state === "awaiting-approval")
		return true;
	return swap.state === "done" && lastEnd(swap) > now;
}

export function firstStart({ shift, inReturn }: Swap): DateTime {
	return inReturn && inReturn.start < shift.start
		? inReturn.start
		: shift.start;
}

export function lastEnd({ shift, inReturn }: Swap): DateTime {
	return inReturn && inReturn.end > shift.end ? inReturn.end : shift.end;
}

/** What puts the swap into force, in the order to be written; empty while nobody has accepted. `why` is read by people. */
export function overridesOf(swap: Swap, zone: string, why: string): Override[] {
	return legsOf(swap).flatMap(({ shift, from, to }) =>
		to === null
			? []
			: [
					{
						duty: shift.duty,
						start: writtenTime(shift.start.toMillis(), zone),
						end: writtenTime(shift.end.toMillis(), zone),
						person: to,
						instead: from,
						why,
					},
				],
	);
}
