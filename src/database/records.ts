import { QueryTypes, type Sequelize, type Transaction } from "sequelize";
import type { CallFact } from "../domain/call/facts.ts";
import type { Language } from "../domain/language.ts";
import type { CallOutcome, RecordingState } from "../domain/ticket/ticket.ts";

/** What one webhook learnt. Instants are ISO 8601; an entry is kept as JSON, so it survives in the spool as it is. */
export type Entry = CallEntry | MessageEntry | DeliveryEntry;

/** Facts of a call, and everything that is needed to open its ticket if this comes first. */
export interface CallEntry {
	readonly record: "call";
	readonly call: string;
	readonly line: string;
	/** null when withheld. */
	readonly caller: string | null;
	readonly called: string;
	readonly language: Language;
	readonly rotaVersion: number | null;
	readonly arrivedAt: string;
	/** Of the ticket number: the year of the arrival on the line's own wall clock. */
	readonly year: number;
	/** Ids of people who were on a call of the line on arrival. */
	readonly busy: readonly string[];
	readonly facts: readonly EntryFact[];
	readonly outcome?: CallOutcome;
	readonly outcomeRank?: number;
	/** A second call of the same number within so many minutes joins the ticket that is open. */
	readonly joinMinutes: number;
	/** Name of who took the call: with it the ticket is acknowledged. */
	readonly takenBy?: string;
	/** Their id in the line's rota. */
	readonly takenByPerson?: string;
	readonly takenAt?: string;
	readonly talkSeconds?: number;
	readonly endedAt?: string;
	/** What the caller chose, remembered for the next call. */
	readonly chosenLanguage?: Language;
	/** Enqueues the look at what is to be told to whom, in so many seconds. */
	readonly followUpSeconds?: number;
	readonly recording?: {
		readonly sid: string;
		readonly seconds: number | null;
		readonly state: RecordingState;
		readonly announcedAt: string;
	};
	/** Told to all instances when the facts are new. */
	readonly changes?: readonly object[];
	readonly wantsEarlier?: boolean;
}

export interface EntryFact {
	readonly key: string;
	readonly kind: CallFact["kind"];
	readonly at: string;
	readonly data: object;
}

/** A text message that came in. */
export interface MessageEntry {
	readonly record: "message";
	readonly carrierSid: string;
	readonly line: string;
	readonly sender: string | null;
	readonly recipient: string;
	readonly body: string;
	/** The sender wants no more messages, or messages again. */
	readonly wish?: "stop" | "start";
	readonly at: string;
}

/** What became of a text message that we sent. */
export interface DeliveryEntry {
	readonly record: "delivery";
	/** Our own id of the message. */
	readonly message: string;
	/** Which attempt to send it; 1 is the first. */
	readonly attempt: number;
	readonly carrierSid: string;
	readonly status: string;
	/** The higher one wins, whatever order the carrier tells them in. */
	readonly statusRank: number;
	readonly error: string | null;
}

/** What the record knows: of the call, as its first webhook told it; of a message, whether it deserves a reply. */
export interface Recorded {
	/** Milliseconds since 1970. */
	readonly arrivedAt?: number;
	readonly rotaVersion?: number | null;
	readonly busy?: readonly string[];
	/** Tickets of the same caller in the 30 days before the call; null when not asked for or withheld. */
	readonly earlierTickets?: number | null;
	/** Where the caller lives, as it is said: `Kiviparintie 2 B 12`; null when it is not known. */
	readonly place?: string | null;
	/** Calls of the same number in the twelve hours up to this one, this one included; null when withheld. */
	readonly callsTonight?: number | null;
	/** Tickets of other callers in the same stairwell, or house without any, in the same hours; null when the place is not known. */
	readonly othersTonight?: number | null;
	/** Whether those others are of the same stairwell; else only of the same house. */
	readonly isSameStairwell?: boolean;
	readonly deservesReply?: boolean;
}

/**
 * Puts all entries on record in one statement and one transaction; the answers are in the order of the entries. When it resolves,
 * everything is committed. What is on record already is left as it is.
 */
export async function recordEntries(
	database: Sequelize,
	entries: readonly Entry[],
	transaction: Transaction | null = null,
): Promise<Recorded[]> {
	const statement = entries.every(({ record }) => record === "call")
		? "select record_calls($1::jsonb) as results"
		: `select jsonb_agg(record_entry(entry) order by place) as results
			from jsonb_array_elements($1::jsonb) with ordinality as entries(entry, place)`;
	const [row] = await database.query<{ results: Recorded[] }>(statement, {
		bind: [JSON.stringify(entries)],
		transaction,
		type: QueryTypes.SELECT,
	});
	return row?.results ?? [];
}
