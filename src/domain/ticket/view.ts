/** A ticket as people meet it, worked out from what is on record. */
import type { DateTime } from "luxon";
import { outcomeOf, type RecordedFact } from "../call/facts.ts";
import type { Language, Sentence } from "../language.ts";
import { type Attempt, attemptsIn } from "./attempts.ts";
import { storyIn, storyInAll, storyOf } from "./story.ts";
import type {
	InstantText,
	RecordingState,
	RingAttempt,
	TicketStatus,
	TicketView,
} from "./ticket.ts";

/** What is on record of one ticket. */
export interface TicketRecord {
	readonly id: string;
	readonly number: string;
	readonly line: string;
	readonly status: TicketStatus;
	readonly caller: string | null;
	readonly language: Language;
	readonly openedAt: DateTime;
	readonly endedAt: DateTime | null;
	readonly rotaVersion: number | null;
	readonly acknowledgedAt: DateTime | null;
	readonly acknowledgedBy: string | null;
	/** In any order. */
	readonly facts: readonly RecordedFact[];
	readonly recordings: readonly {
		readonly sid: string;
		readonly seconds: number | null;
		readonly state: RecordingState;
	}[];
}

export interface ViewOptions {
	/** Of the story; English when not given. */
	readonly language?: Language;
	/** Tells the story in every language too. */
	readonly everyLanguage?: boolean;
}

/** The view of a ticket. Its outcome depends on which facts there are, never on the order in which they came. */
export function ticketView(
	record: TicketRecord,
	{ language = "en", everyLanguage = false }: ViewOptions = {},
): TicketView {
	const { facts } = record;
	const attempts = attemptsIn(facts);
	const outcome = outcomeOf(facts);
	const hasEnded = record.endedAt !== null;
	const story = storyOf({ facts, attempts, outcome, hasEnded });
	const taker = attempts.find((attempt) => attempt.outcome === "accepted");
	return {
		number: record.number,
		id: record.id,
		line: record.line,
		channel: "phone",
		status: record.status,
		outcome,
		caller: record.caller,
		language: record.language,
		openedAt: instantText(record.openedAt),
		endedAt: record.endedAt && instantText(record.endedAt),
		rotaVersion: record.rotaVersion,
		because: becauseIn(facts),
		acknowledgedAt: record.acknowledgedAt && instantText(record.acknowledgedAt),
		acknowledgedBy: record.acknowledgedBy,
		answeredBy: taker ? { person: taker.person, name: taker.name } : null,
		talkSeconds: talkSecondsIn(facts),
		ringing: attempts.map(ringAttempt),
		recordings: record.recordings.map((recording) => ({
			...recording,
			url: isHere(recording.state) ? recordingPath(recording.sid) : null,
		})),
		story: storyIn(story, language),
		...(everyLanguage ? { storyIn: storyInAll(story) } : {}),
	};
}

/** Where our own copy of a recording is answered. */
export function recordingPath(sid: string): string {
	return `/api/recordings/${sid}`;
}

function isHere(state: RecordingState): boolean {
	return state === "kept" || state === "only-here";
}

function instantText(at: DateTime): InstantText {
	return new Date(at.toMillis()).toISOString();
}

function ringAttempt(attempt: Attempt): RingAttempt {
	const { person, name, phone, step, outcome, ringSeconds } = attempt;
	return {
		person,
		name,
		phone,
		step,
		startedAt: instantText(attempt.startedAt),
		endedAt: attempt.endedAt && instantText(attempt.endedAt),
		outcome,
		ringSeconds,
	};
}

function becauseIn(facts: readonly RecordedFact[]): Sentence {
	const arrived = facts.find((fact) => fact.kind === "call-arrived");
	return arrived?.because ?? notTold;
}

const notTold: Sentence = {
	fi: "Puhelun alku ei ole vielä tallessa",
	sv: "Samtalets början är ännu inte sparad",
	en: "The beginning of the call is not on record yet",
};

function talkSecondsIn(facts: readonly RecordedFact[]): number | null {
	for (const fact of facts)
		if (fact.kind === "ring-ended" && fact.result === "human")
			return fact.talkSeconds;
	return null;
}
