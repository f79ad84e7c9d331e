/** A ticket as people meet it, worked out from what is on record. */
import type { DateTime } from "luxon";
import { outcomeOf, outcomeRanks, type RecordedFact } from "../call/facts.ts";
import type { Language, Sentence } from "../language.ts";
import { type Attempt, attemptsIn } from "./attempts.ts";
import { recovered, storyIn, storyInAll, storyOf } from "./story.ts";
import {
	type CallOutcome,
	type CallView,
	type Channel,
	callOutcomes,
	type InstantText,
	type RecordingState,
	type RingAttempt,
	type TicketFields,
	type TicketStatus,
	type TicketView,
} from "./ticket.ts";

/** What is on record of one ticket. */
export interface TicketRecord extends Omit<TicketFields, "dueAt"> {
	readonly id: string;
	readonly number: string;
	readonly revision: number;
	readonly line: string;
	readonly channel: Channel;
	readonly status: TicketStatus;
	readonly caller: string | null;
	readonly language: Language;
	readonly openedAt: DateTime;
	readonly acknowledgedAt: DateTime | null;
	readonly acknowledgedBy: string | null;
	readonly underWayAt: DateTime | null;
	readonly onSiteAt: DateTime | null;
	readonly doneAt: DateTime | null;
	readonly closedAt: DateTime | null;
	readonly missedCallAt: DateTime | null;
	readonly dueAt: DateTime | null;
	/** In the order of their arrival. */
	readonly calls: readonly CallRecord[];
}

/** What is on record of one call. */
export interface CallRecord {
	readonly sid: string;
	readonly caller: string | null;
	readonly arrivedAt: DateTime;
	readonly endedAt: DateTime | null;
	readonly rotaVersion: number | null;
	readonly recoveredAt: DateTime | null;
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
	const calls = record.calls.map((call) => callView(call, language));
	const story = storyOfCalls(record.calls);
	const first = calls[0];
	return {
		number: record.number,
		id: record.id,
		revision: record.revision,
		line: record.line,
		channel: record.channel,
		status: record.status,
		outcome: bestOf(calls),
		caller: record.caller,
		language: record.language,
		openedAt: instantText(record.openedAt),
		endedAt: calls.some(({ endedAt }) => endedAt === null)
			? null
			: (calls.at(-1)?.endedAt ?? null),
		rotaVersion: first?.rotaVersion ?? null,
		because: first?.because ?? notTold,
		acknowledgedBy: record.acknowledgedBy,
		...instantsOf(record),
		...fieldsOf(record),
		answeredBy: calls.find(({ answeredBy }) => answeredBy)?.answeredBy ?? null,
		talkSeconds: calls.reduce<number | null>(
			(sum, { talkSeconds }) =>
				talkSeconds === null ? sum : (sum ?? 0) + talkSeconds,
			null,
		),
		ringing: calls.flatMap(({ ringing }) => ringing),
		recordings: calls.flatMap(({ recordings }) => recordings),
		story: storyIn(story, language),
		...(everyLanguage ? { storyIn: storyInAll(story) } : {}),
		calls,
	};
}

/** The view of one call of a ticket. */
export function callView(call: CallRecord, language: Language): CallView {
	const { facts } = call;
	const attempts = attemptsIn(facts);
	const taker = attempts.find((attempt) => attempt.outcome === "accepted");
	return {
		sid: call.sid,
		caller: call.caller,
		arrivedAt: instantText(call.arrivedAt),
		endedAt: call.endedAt && instantText(call.endedAt),
		outcome: outcomeOf(facts),
		rotaVersion: call.rotaVersion,
		because: becauseIn(facts),
		answeredBy: taker ? { person: taker.person, name: taker.name } : null,
		talkSeconds: talkSecondsIn(facts),
		ringing: attempts.map(ringAttempt),
		recordings: call.recordings.map((recording) => ({
			...recording,
			url: isHere(recording.state) ? recordingPath(recording.sid) : null,
		})),
		isRecovered: call.recoveredAt !== null,
		story: storyIn(storyOfCall(call), language),
	};
}

function storyOfCalls(calls: readonly CallRecord[]): Sentence[] {
	return calls.flatMap((call, i) => [
		...(i > 0 ? [calledAgain] : []),
		...storyOfCall(call),
	]);
}

function storyOfCall({ facts, endedAt }: CallRecord): Sentence[] {
	return storyOf({
		facts,
		attempts: attemptsIn(facts),
		outcome: outcomeOf(facts),
		hasEnded: endedAt !== null,
	});
}

const calledAgain: Sentence = {
	fi: "Soittaja soitti uudelleen",
	sv: "Den som ringde ringde igen",
	en: "The caller called again",
};

function bestOf(calls: readonly CallView[]): CallOutcome | null {
	const rank = (outcome: CallOutcome) => outcomeRanks[outcome];
	return callOutcomes
		.filter((each) => calls.some(({ outcome }) => outcome === each))
		.reduce<CallOutcome | null>(
			(best, each) => (best && rank(best) > rank(each) ? best : each),
			null,
		);
}

function instantsOf(record: TicketRecord) {
	const text = (at: DateTime | null) => at && instantText(at);
	return {
		acknowledgedAt: text(record.acknowledgedAt),
		underWayAt: text(record.underWayAt),
		onSiteAt: text(record.onSiteAt),
		doneAt: text(record.doneAt),
		closedAt: text(record.closedAt),
		missedCallAt: text(record.missedCallAt),
		dueAt: text(record.dueAt),
	};
}

function fieldsOf(record: TicketRecord): Omit<TicketFields, "dueAt"> {
	return {
		summary: record.summary,
		subject: record.subject,
		urgency: record.urgency,
		place: record.place,
		tenant: record.tenant,
		assignee: record.assignee,
		labels: record.labels,
		costs: record.costs,
		mergedInto: record.mergedInto,
		splitFrom: record.splitFrom,
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
	const { whisperAt, pressed } = attempt;
	return {
		person,
		name,
		phone,
		step,
		startedAt: instantText(attempt.startedAt),
		endedAt: attempt.endedAt && instantText(attempt.endedAt),
		outcome,
		ringSeconds,
		whisperAt: whisperAt && instantText(whisperAt),
		pressed: pressed && { key: pressed.key, at: instantText(pressed.at) },
	};
}

function becauseIn(facts: readonly RecordedFact[]): Sentence {
	const arrived = facts.find((fact) => fact.kind === "call-arrived");
	if (arrived) return arrived.because;
	return facts.some(({ kind }) => kind === "call-recovered")
		? recovered
		: notTold;
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
