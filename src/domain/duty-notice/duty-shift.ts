/** One turn of somebody at a duty, as far as it matters to those who are told of it. */
import type { DateTime } from "luxon";
import type { DutyName, PersonId } from "../rota/rota.ts";

/** A turn, or a gap: all of the time that one holder has the duty at a stretch. */
export interface DutyShift {
	readonly duty: DutyName;
	/** null is a gap. */
	readonly person: PersonId | null;
	/** In the rota's zone. */
	readonly start: DateTime;
	/** null when no end is in sight. */
	readonly end: DateTime | null;
	/** A gap that was made on purpose. */
	readonly intended: boolean;
	/** It began before the span that was looked at: `start` is where the looking began. */
	readonly startsBefore: boolean;
}

/** A turn that somebody has. */
export type HeldShift = DutyShift & { readonly person: PersonId };

export function isHeld(shift: DutyShift): shift is HeldShift {
	return shift.person !== null;
}
