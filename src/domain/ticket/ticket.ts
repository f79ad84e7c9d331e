/** A ticket as people and programs meet it: one reported fault with everything that happened to it. */
import type { Language, Sentence } from "../language.ts";
import type { PersonId } from "../rota/rota.ts";

export const ticketStatuses = [
	"new",
	/** Somebody is to have it, and has not said so yet. */
	"assigned",
	/** "I have it." */
	"acknowledged",
	/** On the way, or at work on it. */
	"under-way",
	/** The work is finished. */
	"done",
	/** Nothing more is to come. */
	"closed",
] as const;

export type TicketStatus = (typeof ticketStatuses)[number];

/** By which way a fault was reported. */
export const channels = ["phone", "form", "email", "sms", "counter"] as const;

export type Channel = (typeof channels)[number];

/** The more urgent one first. */
export const urgencies = ["emergency", "urgent", "normal", "low"] as const;

export type Urgency = (typeof urgencies)[number];

export const callOutcomes = [
	"answered",
	/** The caller hung up before anybody took the call. */
	"abandoned",
	/** Nobody took the call and the caller left a message. */
	"voicemail",
	/** Nobody took the call and there is no message. */
	"unanswered",
	/** The caller is one that the line turns away. */
	"blocked",
	/** The carrier could not carry the call. */
	"failed",
] as const;

export type CallOutcome = (typeof callOutcomes)[number];

/** Instants in a view are ISO 8601 in UTC and end in `Z`. */
export type InstantText = string;

/** One ticket, worked out from its facts; also the JSON of `GET /api/tickets`. */
export interface TicketView extends TicketFields {
	/** What people say: year and running number, `2026-000123`. */
	readonly number: string;
	readonly id: string;
	/** Grows with each change; whoever changes it names the one they have seen. */
	readonly revision: number;
	readonly line: string;
	readonly channel: Channel;
	readonly status: TicketStatus;
	/** The best of its calls; null while the first one goes on and nothing is decided. */
	readonly outcome: CallOutcome | null;
	/** E.164, the string that the carrier gave where that is no number, or null when withheld. */
	readonly caller: string | null;
	readonly language: Language;
	readonly openedAt: InstantText;
	/** When its last call ended; null while one goes on. */
	readonly endedAt: InstantText | null;
	/** Of its first call; null when the line had no published rota. */
	readonly rotaVersion: number | null;
	/** Why its first call was routed as it was. */
	readonly because: Sentence;
	readonly acknowledgedAt: InstantText | null;
	readonly acknowledgedBy: string | null;
	readonly underWayAt: InstantText | null;
	readonly onSiteAt: InstantText | null;
	readonly doneAt: InstantText | null;
	readonly closedAt: InstantText | null;
	/** Since when a call waits that nobody took and nobody has acknowledged; null when none does. */
	readonly missedCallAt: InstantText | null;
	readonly answeredBy: {
		readonly person: PersonId;
		readonly name: string;
	} | null;
	/** Of all its calls together. */
	readonly talkSeconds: number | null;
	/** Every attempt of all its calls in order, on record before the phone was rung. */
	readonly ringing: readonly RingAttempt[];
	readonly recordings: readonly RecordingView[];
	/** What happened, in sentences of the language asked for. */
	readonly story: readonly string[];
	/** The story in every language, where it was asked for. */
	readonly storyIn?: Readonly<Record<Language, readonly string[]>>;
	/** In the order of their arrival; none for other channels. */
	readonly calls: readonly CallView[];
}

/** What people say of a ticket, beside what happened by itself. */
export interface TicketFields {
	/** What is wrong, in a few words. */
	readonly summary: string | null;
	/** Id in the tree of subjects. */
	readonly subject: string | null;
	readonly urgency: Urgency;
	readonly place: TicketPlace;
	readonly tenant: { readonly id: string; readonly name: string } | null;
	readonly assignee: Assignee | null;
	readonly labels: readonly string[];
	/** Whether the tenant is to be billed; null: not known yet. */
	readonly costs: boolean | null;
	readonly dueAt: InstantText | null;
	/** The number of the ticket that it has become a part of. */
	readonly mergedInto: string | null;
	readonly splitFrom: string | null;
}

/** Where the fault is. */
export interface TicketPlace {
	/** As it is said: `Kiviparintie 2 B 12`; null when the property is not known. */
	readonly words: string | null;
	readonly property: {
		readonly id: string;
		readonly address: string;
		readonly area: string | null;
	} | null;
	/** Empty when there is none, or it is not known. */
	readonly stairwell: string;
	readonly flat: string;
}

/** Who has the ticket: a person of the line's rota, or an account. */
export interface Assignee {
	readonly person: PersonId | null;
	readonly account: string | null;
	readonly name: string;
}

/** One call of a ticket. */
export interface CallView {
	/** The carrier's id. */
	readonly sid: string;
	readonly caller: string | null;
	readonly arrivedAt: InstantText;
	readonly endedAt: InstantText | null;
	readonly outcome: CallOutcome | null;
	readonly rotaVersion: number | null;
	readonly because: Sentence;
	readonly answeredBy: {
		readonly person: PersonId;
		readonly name: string;
	} | null;
	readonly talkSeconds: number | null;
	readonly ringing: readonly RingAttempt[];
	readonly recordings: readonly RecordingView[];
	/** Learnt from the carrier's own records only. */
	readonly isRecovered: boolean;
	readonly story: readonly string[];
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
	/** When something picked up and heard who calls; null for a desk phone, or when nothing did. */
	readonly whisperAt: InstantText | null;
	/** What was pressed then, its key null for silence; null while that is not known. */
	readonly pressed: {
		readonly key: string | null;
		readonly at: InstantText;
	} | null;
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
	| "lost"
	/** Asked for by whom it was about: neither we nor the carrier has it any more. */
	| "erased";

export interface RecordingView {
	readonly sid: string;
	readonly seconds: number | null;
	readonly state: RecordingState;
	/** Path of our own copy on this service; null until it is kept. */
	readonly url: string | null;
}
