/** What goes on record about a call: facts that are only ever added to, each once. */
import type { DateTime } from "luxon";
import type { Language, Sentence } from "../language.ts";
import type { PersonId } from "../rota/rota.ts";
import type { CallOutcome } from "../ticket/ticket.ts";
import { accepts } from "./whisper.ts";

export type CallFact =
	| {
			readonly kind: "call-arrived";
			readonly because: Sentence;
			readonly rotaVersion: number | null;
	  }
	/** No webhook of it ever came: it was found in the carrier's own records. */
	| {
			readonly kind: "call-recovered";
			/** The carrier's last word, as of `call-ended`. */
			readonly status: string;
			readonly seconds: number | null;
	  }
	| { readonly kind: "caller-blocked" }
	| {
			readonly kind: "language-chosen";
			readonly language: Language;
			/** null: no key was pressed, the line's own language is used. */
			readonly key: string | null;
	  }
	| {
			readonly kind: "step-rung";
			readonly step: number;
			/** 2 when the others are rung again because something swallowed the first try. */
			readonly attempt: number;
			readonly ringSeconds: number;
			readonly people: readonly RungPerson[];
	  }
	| ({
			readonly kind: "leg-progressed";
			readonly status: LegStatus;
			/** The carrier's own count, from 0. */
			readonly sequence: number | null;
			/** By the carrier's clock, ISO 8601; only for durations. */
			readonly carrierAt: string | null;
	  } & LegOfPerson)
	| ({ readonly kind: "leg-screened" } & LegOfPerson)
	| ({
			readonly kind: "leg-pressed";
			/** null: silence until the whisper was over. */
			readonly key: string | null;
	  } & LegOfPerson)
	| {
			readonly kind: "ring-ended";
			readonly step: number;
			readonly attempt: number;
			readonly result: RingResult;
			/** The leg and person that the result is about, where known. */
			readonly leg: string | null;
			readonly person: PersonId | null;
			readonly talkSeconds: number | null;
			readonly callerGone: boolean;
	  }
	| { readonly kind: "message-offered" }
	/** Everybody was tried and the line takes no messages. */
	| { readonly kind: "nobody-reached" }
	| {
			readonly kind: "message-left";
			readonly seconds: number | null;
			readonly callerGone: boolean;
	  }
	| {
			readonly kind: "recording-announced";
			readonly recording: string;
			readonly status: string;
			readonly seconds: number | null;
	  }
	| {
			readonly kind: "call-ended";
			/** The carrier's last word: completed, busy, no-answer, failed or canceled. */
			readonly status: string;
			readonly seconds: number | null;
	  }
	| {
			readonly kind: "carrier-failed";
			/** Where in the call it happened, e.g. `ringing:1`. */
			readonly where: string;
			readonly code: string | null;
			/** What the carrier could not get, without its query: there the caller's number stands. */
			readonly url: string | null;
	  };

export interface RungPerson {
	readonly person: PersonId;
	readonly name: string;
	readonly phone: string;
	readonly screened: boolean;
}

/** One person's phone in one attempt. */
export interface LegOfPerson {
	readonly leg: string;
	readonly person: PersonId;
	/** Hears the whisper first; otherwise picking up is taking the call. */
	readonly screened: boolean;
	readonly step: number;
	readonly attempt: number;
}

export const legStatuses = [
	"queued",
	"initiated",
	"ringing",
	"in-progress",
	"completed",
	"busy",
	"no-answer",
	"failed",
	"canceled",
] as const;

export type LegStatus = (typeof legStatuses)[number];

/** How ringing one step ended. */
export type RingResult =
	/** A human took the call and the line was through. */
	| "human"
	/** Something picked up and no human accepted: a voicemail, silence, or a declining key. */
	| "swallowed"
	| "no-answer"
	| "busy"
	| "unreachable"
	| "cancelled";

/** A fact as it stands on record. */
export type RecordedFact = CallFact & { readonly at: DateTime };

/** What makes a fact the same fact: a repeated or late callback has the same key within its call. */
export function keyOf(fact: CallFact): string {
	switch (fact.kind) {
		case "step-rung":
		case "ring-ended":
			return `${fact.kind}:${fact.step}:${fact.attempt}`;
		case "leg-progressed":
			return `${fact.kind}:${fact.leg}:${fact.status}`;
		case "leg-screened":
		case "leg-pressed":
			return `${fact.kind}:${fact.leg}`;
		case "recording-announced":
			return `${fact.kind}:${fact.recording}:${fact.status}`;
		case "carrier-failed":
			return `${fact.kind}:${fact.where}`;
		default:
			return fact.kind;
	}
}

/**
 * The higher one wins, whatever order the facts come in: callbacks may be late, repeated or out of order, and
 * a call that a human took stays answered.
 */
export const outcomeRanks: Readonly<Record<CallOutcome, number>> = {
	failed: 1,
	abandoned: 2,
	unanswered: 3,
	voicemail: 4,
	answered: 5,
	blocked: 6,
};

/** What one fact says about the outcome of its call, or null when it says nothing. */
export function outcomeSaidBy(fact: CallFact): CallOutcome | null {
	switch (fact.kind) {
		case "caller-blocked":
			return "blocked";
		case "ring-ended":
			if (fact.result === "human") return "answered";
			return fact.callerGone ? "abandoned" : null;
		case "message-offered":
		case "nobody-reached":
			return "unanswered";
		case "call-recovered":
			return fact.status === "canceled" ? "abandoned" : "unanswered";
		case "message-left":
			return isMessage(fact.seconds) ? "voicemail" : null;
		case "recording-announced":
			return fact.status === "completed" && isMessage(fact.seconds)
				? "voicemail"
				: null;
		case "call-ended":
			return fact.status === "failed" ? "failed" : "abandoned";
		case "carrier-failed":
			return null;
		default:
			return null;
	}
}

/** Whether the fact says that the call is over, or that we have just ended it. */
export function isEnd(fact: CallFact): boolean {
	switch (fact.kind) {
		case "call-ended":
		case "call-recovered":
		case "caller-blocked":
		case "nobody-reached":
		case "message-left":
			return true;
		case "ring-ended":
			return fact.callerGone || fact.result === "human";
		default:
			return false;
	}
}

/** The outcome that all facts together say; null while none of them says any. */
export function outcomeOf(facts: Iterable<CallFact>): CallOutcome | null {
	let outcome: CallOutcome | null = null;
	for (const fact of facts) {
		const said = outcomeSaidBy(fact);
		if (said && (!outcome || outcomeRanks[said] > outcomeRanks[outcome]))
			outcome = said;
	}
	return outcome;
}

function isMessage(seconds: number | null): boolean {
	return seconds !== null && seconds > 0;
}

/** Whether the fact says that a person has the caller on the line. */
export function isTaking(fact: CallFact): fact is TakingFact {
	if (fact.kind === "leg-pressed") return accepts(fact.key);
	return (
		fact.kind === "leg-progressed" &&
		fact.status === "in-progress" &&
		!fact.screened
	);
}

export type TakingFact = CallFact & LegOfPerson;
