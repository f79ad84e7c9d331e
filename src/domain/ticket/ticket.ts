/** A ticket as people and programs meet it: one reported fault with everything that happened to it. */
import type { Language, Sentence } from "../language.ts";
import type { PersonId } from "../rota/rota.ts";

export const ticketStatuses = [
	"new",
	"acknowledged",
	"done",
	"closed",
] as const;

export type TicketStatus = (typeof ticketStatuses)[number];

export type CallOutcome =
	| "answered"
	/** The caller hung up before anybody took the call. */
	| "abandoned"
	/** Nobody took the call and the caller left a message. */
	| "voicemail"
	/** Nobody took the call and there is no message. */
	| "unanswered"
	/** The caller is one that the line turns away. */
	| "blocked"
	/** The carrier could not carry the call. */
	| "failed";

/** Instants in a view are ISO 8601 in UTC and end in `Z`. */
export type InstantText = string;

/** One ticket, worked out from its facts; also the JSON of `GET /api/tickets`. */
export interface TicketView {
	/** What people say: year and running number, `2026-000123`. */
	readonly number: string;
	readonly id: string;
	readonly line: string;
	readonly channel: "phone";
	readonly status: TicketStatus;
	/** null while the call goes on and nothing is decided. */
	readonly outcome: CallOutcome | null;
	/** E.164, the string that the carrier gave where that is no number, or null when withheld. */
	readonly caller: string | null;
	readonly language: Language;
	readonly openedAt: InstantText;
	/** When the call ended; null while it goes on. */
	readonly endedAt: InstantText | null;
	/** null when the line had no published rota. */
	readonly rotaVersion: number | null;
	/** Why the call was routed as it was. */
	readonly because: Sentence;
	readonly acknowledgedAt: InstantText | null;
	readonly acknowledgedBy: string | null;
	readonly answeredBy: {
		readonly person: PersonId;
		readonly name: string;
	} | null;
	readonly talkSeconds: number | null;
	/** Every attempt in order, on record before the phone was rung. */
	readonly ringing: readonly RingAttempt[];
	readonly recordings: readonly RecordingView[];
	/** What happened, in sentences of the language asked for. */
	readonly story: readonly string[];
	/** The story in every language, where it was asked for. */
	readonly storyIn?: Readonly<Record<Language, readonly string[]>>;
}

export type RingOutcome =
	| "ringing"
	| "accepted"
	| "declined"
	| "no-answer"
	| "busy"
	| "unreachable"
	/** Something picked up, and no human pressed a key. */
	| "voicemail-or-silence"
	/** Stopped ringing because somebody else answered or the caller hung up. */
	| "cancelled";

export interface RingAttempt {
	readonly person: PersonId;
	readonly name: string;
	/** E.164. */
	readonly phone: string;
	/** 0-based place in the plan of the call. */
	readonly step: number;
	readonly startedAt: InstantText;
	readonly endedAt: InstantText | null;
	readonly outcome: RingOutcome;
	/** How long the phone rang; null while it rings or when nobody told. */
	readonly ringSeconds: number | null;
}

export type RecordingState =
	/** The carrier told of it; our own copy is being fetched. */
	| "announced"
	/** Our copy is checked and kept; the carrier's copy may go. */
	| "kept"
	/** Our copy is kept and the carrier's is deleted. */
	| "only-here"
	/** There was nothing to fetch. */
	| "absent"
	/** Could not be fetched in spite of all retries. */
	| "lost";

export interface RecordingView {
	readonly sid: string;
	readonly seconds: number | null;
	readonly state: RecordingState;
	/** Path of our own copy on this service; null until it is kept. */
	readonly url: string | null;
}
