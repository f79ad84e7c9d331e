/** The copy of a calendar that a rota's layer reads its shifts from. */
import type { WrittenShift } from "../rota.ts";
import type { StrangeEntry, UnreadableEntry } from "./entry.ts";

/** Copies by the calendar's URL, as it is written in the layer. */
export type CalendarCopies = Readonly<Record<string, CalendarCopy>>;

export interface CalendarCopy {
	/** Instant of the last good reading, ISO 8601; null before the first. */
	readonly readAt: string | null;
	readonly shifts: readonly WrittenShift[];
	readonly strange: readonly StrangeEntry[];
	readonly unreadable: readonly UnreadableEntry[];
	/** null while all is well; the shifts are then those of the last good reading. */
	readonly failing: CalendarFailure | null;
}

export interface CalendarFailure {
	/** Instant of the first failure in a row, ISO 8601. */
	readonly since: string;
	readonly because: CalendarFault;
	/** The server's answer, e.g. 404; null where it is not the point. */
	readonly status: number | null;
}

/** Why a calendar could not be read. */
export type CalendarFault =
	| "bad-address"
	| "address-not-allowed"
	| "host-not-found"
	| "no-answer"
	| "connection-failed"
	| "not-secure"
	| "status"
	| "too-many-redirects"
	| "too-big"
	| "too-many-entries"
	| "not-a-calendar"
	| "cut-short";
