/** Every ringing of a phone during a call, worked out from the facts in whatever order they came. */
import type { DateTime } from "luxon";
import {
	type CallFact,
	isTaking,
	type LegOfPerson,
	type LegStatus,
	type RecordedFact,
	type RungPerson,
} from "../call/facts.ts";
import type { RingOutcome } from "./ticket.ts";

/** One attempt to reach one person. */
export interface Attempt extends RungPerson {
	/** 0-based place in the plan of the call. */
	readonly step: number;
	readonly startedAt: DateTime;
	/** When the ringing was over; null while it rings. */
	readonly endedAt: DateTime | null;
	readonly outcome: RingOutcome;
	readonly ringSeconds: number | null;
	/** When something picked up and heard who calls; null for a desk phone, or when nothing did. */
	readonly whisperAt: DateTime | null;
	/** What was pressed then, its key null for silence; null while that is not known. */
	readonly pressed: {
		readonly key: string | null;
		readonly at: DateTime;
	} | null;
}

type FactOf<Kind extends CallFact["kind"]> = Extract<
	RecordedFact,
	{ kind: Kind }
>;
type LegFact = RecordedFact & LegOfPerson;
type Rung = FactOf<"step-rung">;
type Ended = FactOf<"ring-ended">;

/** All attempts in the order of the plan. */
export function attemptsIn(facts: readonly RecordedFact[]): Attempt[] {
	const rounds = facts
		.filter((fact) => fact.kind === "step-rung")
		.sort((a, b) => a.step - b.step || a.attempt - b.attempt);
	return rounds.flatMap((rung, i) => {
		const isOver =
			i < rounds.length - 1 ||
			facts.some(({ kind }) => endsEveryRinging.has(kind));
		const ended = facts.find(
			(fact): fact is Ended =>
				fact.kind === "ring-ended" && isSameRound(fact, rung),
		);
		return rung.people.map((person) =>
			attemptOf(person, rung, ended, isOver, legFactsOf(person, rung, facts)),
		);
	});
}

const endsEveryRinging: ReadonlySet<CallFact["kind"]> = new Set([
	"call-ended",
	"message-offered",
	"nobody-reached",
]);

interface Round {
	readonly step: number;
	readonly attempt: number;
}

function isSameRound(a: Round, b: Round): boolean {
	return a.step === b.step && a.attempt === b.attempt;
}

function legFactsOf(
	{ person }: RungPerson,
	rung: Rung,
	facts: readonly RecordedFact[],
): LegFact[] {
	return facts.filter(
		(fact): fact is LegFact =>
			"leg" in fact &&
			fact.kind !== "ring-ended" &&
			fact.person === person &&
			isSameRound(fact, rung),
	);
}

function attemptOf(
	person: RungPerson,
	rung: Rung,
	ended: Ended | undefined,
	isOver: boolean,
	legs: readonly LegFact[],
): Attempt {
	const outcome = ended
		? outcomeAtEnd(person, rung, ended, legs)
		: outcomeSoFar(legs, isOver);
	const endedAt =
		outcome === "ringing"
			? null
			: (earliest(legs.filter(endsRinging)) ?? ended?.at ?? null);
	const began = earliest(legs) ?? rung.at;
	const startedAt = endedAt && began > endedAt ? rung.at : began;
	return {
		...person,
		step: rung.step,
		startedAt,
		endedAt,
		outcome,
		ringSeconds: ringSeconds(legs, startedAt, endedAt),
		whisperAt: earliest(legs.filter(({ kind }) => kind === "leg-screened")),
		pressed: pressedIn(legs),
	};
}

function pressedIn(legs: readonly LegFact[]): Attempt["pressed"] {
	const fact = legs.find((leg) => leg.kind === "leg-pressed");
	return fact ? { key: fact.key, at: fact.at } : null;
}

/** How the attempt ended when the carrier has told how the whole step ended. */
function outcomeAtEnd(
	{ person }: RungPerson,
	rung: Rung,
	ended: Ended,
	legs: readonly LegFact[],
): RingOutcome {
	const isAbout = ended.person === person || rung.people.length === 1;
	const own = lastStatus(legs);
	switch (ended.result) {
		case "human":
			return isAbout ? "accepted" : (own ?? "cancelled");
		case "swallowed":
			if (!isAbout) return own ?? "cancelled";
			if (hasDeclined(legs)) return "declined";
			return ended.callerGone ? "cancelled" : "voicemail-or-silence";
		case "cancelled":
			return own ?? "cancelled";
		default:
			return own ?? ended.result;
	}
}

/** How the attempt stands when only its own leg tells, if anything does. */
function outcomeSoFar(legs: readonly LegFact[], isOver: boolean): RingOutcome {
	if (legs.some(isTaking)) return "accepted";
	if (hasDeclined(legs)) return "declined";
	const own = lastStatus(legs);
	if (own) return own;
	const wasPickedUp = legs.some(({ kind }) => kind === "leg-screened");
	if (
		legs.some((leg) => statusOf(leg) === "completed") ||
		(isOver && wasPickedUp)
	)
		return "voicemail-or-silence";
	return isOver ? "cancelled" : "ringing";
}

function hasDeclined(legs: readonly LegFact[]): boolean {
	return legs.some(
		(leg) => leg.kind === "leg-pressed" && leg.key !== null && !isTaking(leg),
	);
}

const lastStatuses: Partial<Record<LegStatus, RingOutcome>> = {
	busy: "busy",
	"no-answer": "no-answer",
	failed: "unreachable",
	canceled: "cancelled",
};

/** What the leg's own last status says, where it says how the ringing ended. */
function lastStatus(legs: readonly LegFact[]): RingOutcome | null {
	for (const leg of legs) {
		const status = statusOf(leg);
		const outcome = status && lastStatuses[status];
		if (outcome) return outcome;
	}
	return null;
}

function statusOf(leg: LegFact): LegStatus | null {
	return leg.kind === "leg-progressed" ? leg.status : null;
}

/** Whether the phone has stopped ringing by then: picked up, or its leg is over. */
function endsRinging(leg: LegFact): boolean {
	const status = statusOf(leg);
	return status === null || !stillRinging.has(status);
}

const stillRinging: ReadonlySet<LegStatus> = new Set([
	"queued",
	"initiated",
	"ringing",
]);

function earliest(
	facts: readonly { readonly at: DateTime }[],
): DateTime | null {
	return facts.reduce<DateTime | null>(
		(first, { at }) => (first && first <= at ? first : at),
		null,
	);
}

/** By the carrier's own clock where it told both ends, for its callbacks may be late; by ours otherwise. */
function ringSeconds(
	legs: readonly LegFact[],
	startedAt: DateTime,
	endedAt: DateTime | null,
): number | null {
	if (!endedAt) return null;
	const from =
		carrierMillis(legs, (status) => status === "ringing") ??
		carrierMillis(legs, (status) => status === "initiated");
	const to = carrierMillis(legs, (status) => !stillRinging.has(status));
	const millis =
		from !== null && to !== null
			? to - from
			: endedAt.toMillis() - startedAt.toMillis();
	return Math.max(0, Math.round(millis / 1000));
}

function carrierMillis(
	legs: readonly LegFact[],
	wanted: (status: LegStatus) => boolean,
): number | null {
	const instants = legs.flatMap((leg) =>
		leg.kind === "leg-progressed" && leg.carrierAt && wanted(leg.status)
			? [Date.parse(leg.carrierAt)]
			: [],
	);
	return instants.length > 0 ? Math.min(...instants) : null;
}
