/** Which tickets are wanted by one of their calls: when it came, how it ended, who took it; as it stands in an address. */
import type { PersonId } from "../rota/rota.ts";
import { type CallOutcome, callOutcomes } from "./ticket.ts";

/** All of it holds for one and the same call. */
export interface CallsFilter {
	/** Arrived then or later, ISO 8601. */
	readonly from: string;
	/** Arrived before that. */
	readonly to: string;
	/** null: any but turned away, once the call has ended. */
	readonly outcome: CallOutcome | null;
	/** Ended in any way but being answered or turned away. */
	readonly isMissed: boolean;
	/** 1 is Monday, 7 Sunday; on the line's wall clock, as the hour is. */
	readonly weekday: number | null;
	/** 0 to 23. */
	readonly hour: number | null;
	/** Who answered; or `somebodyUnknown`. */
	readonly person: PersonId | null;
	/** Answered within so many seconds. */
	readonly within: number | null;
}

/** Stands for whoever answered a call of which the carrier did not say who did; no id of a person is written so. */
export const somebodyUnknown = "?unknown";

/** What is left out does not matter. */
export const anyCall: Omit<CallsFilter, "from" | "to"> = {
	outcome: null,
	isMissed: false,
	weekday: null,
	hour: null,
	person: null,
	within: null,
};

/** Reads what stands in an address; null without a span, and what cannot be read is as if it were not there. */
export function readCallsFilter(given: URLSearchParams): CallsFilter | null {
	const from = instantIn(given.get("callFrom"));
	const to = instantIn(given.get("callTo"));
	if (from === null || to === null) return null;
	const outcome = given.get("callOutcome");
	const person = given
		.get("callPerson")
		?.replace(/\p{Cc}/gu, "")
		.trim();
	return {
		...{ from, to },
		outcome: callOutcomes.find((each) => each === outcome) ?? null,
		isMissed: given.get("callMissed") === "yes",
		weekday: wholeNumber(given.get("callWeekday"), 1, 7),
		hour: wholeNumber(given.get("callHour"), 0, 23),
		person: person || null,
		within: wholeNumber(given.get("callWithin"), 1, 999),
	};
}

/** Its parts of an address, always in one order. Reading them gives the same filter. */
export function callsFilterParts(filter: CallsFilter): [string, string][] {
	const { from, to, outcome, isMissed, weekday, hour, person, within } = filter;
	const parts: [string, string | number | null][] = [
		["callFrom", from],
		["callTo", to],
		["callOutcome", outcome],
		["callMissed", isMissed ? "yes" : null],
		["callWeekday", weekday],
		["callHour", hour],
		["callPerson", person],
		["callWithin", within],
	];
	return parts.flatMap(([name, value]): [string, string][] =>
		value === null ? [] : [[name, String(value)]],
	);
}

function instantIn(text: string | null): string | null {
	return text !== null && instantText.test(text) ? text : null;
}

const instantText =
	/^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/;

function wholeNumber(
	text: string | null,
	least: number,
	most: number,
): number | null {
	if (text === null || !/^\d{1,3}$/.test(text)) return null;
	const value = Number(text);
	return value >= least && value <= most ? value : null;
}
