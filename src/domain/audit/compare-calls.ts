/** The carrier's records of a day beside our own. */
import type { DateTime } from "luxon";

/** A call as the carrier's own records tell it. */
export interface CarrierCall {
	readonly sid: string;
	/** Whatever the carrier gives. */
	readonly from: string;
	readonly startedAt: DateTime;
	/** null while it goes on. */
	readonly endedAt: DateTime | null;
	readonly status: string;
	readonly seconds: number | null;
}

export interface ComparedCalls {
	/** Of the span. */
	readonly atCarrier: readonly CarrierCall[];
	readonly missingHere: readonly CarrierCall[];
	/** Ids of ours of which the carrier's list says nothing. */
	readonly unheardOf: readonly string[];
}

/** A call that still goes on is no finding: its webhook may be under way. */
const goesOn = new Set(["queued", "initiated", "ringing", "in-progress"]);

/**
 * Which calls are on one side only. Both clocks tell a call's beginning a moment apart, so the carrier's list is of a wider span, and
 * ours is asked for by the ids that the carrier names.
 */
export function compareCalls(
	span: { readonly from: DateTime; readonly to: DateTime },
	listed: readonly CarrierCall[],
	ours: {
		/** Ids of the listed calls that we know. */
		readonly known: ReadonlySet<string>;
		/** Ids of our calls that arrived within the span. */
		readonly arrived: readonly string[];
	},
): ComparedCalls {
	const atCarrier = listed.filter(
		({ startedAt }) => startedAt >= span.from && startedAt < span.to,
	);
	const sids = new Set(listed.map(({ sid }) => sid));
	return {
		atCarrier,
		missingHere: atCarrier.filter(
			({ sid, status }) => !ours.known.has(sid) && !goesOn.has(status),
		),
		unheardOf: ours.arrived.filter((sid) => !sids.has(sid)),
	};
}
