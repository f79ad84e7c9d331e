import type { DateTime } from "luxon";
import type { Change, Context } from "../context.ts";
import type { CallEntry, Recorded } from "../database/records.ts";
import { callerText } from "../domain/call/caller.ts";
import {
	type CallFact,
	isEnd,
	isTaking,
	keyOf,
	outcomeOf,
	outcomeRanks,
} from "../domain/call/facts.ts";
import type { CallOrigin } from "../domain/call/origin.ts";
import { lineOf } from "./call-plan.ts";
import type { Switchboard } from "./switchboard.ts";

export interface RecordOptions {
	/** `spool` touches no database: for the fallback URL. */
	readonly into?: "database" | "spool";
	readonly recording?: NonNullable<CallEntry["recording"]>;
	readonly wantsEarlier?: boolean;
}

/**
 * Puts the facts on record, each once, with everything that follows from them: the ticket's outcome, the jobs, the news for all
 * instances. Resolves when they are safe; null when the record could not be asked. Never throws: a call goes on even if nothing
 * can be recorded, which is logged as an alarm with the facts themselves.
 */
export async function recordCall(
	ctx: Context,
	board: Switchboard,
	origin: CallOrigin,
	facts: readonly CallFact[],
	options: RecordOptions = {},
): Promise<Recorded | null> {
	const entry = entryOf(ctx, origin, facts, options);
	const changes = changesFrom(origin, facts);
	for (const change of changes) board.hear(change);
	try {
		return options.into === "spool"
			? await board.recorder.spool(entry)
			: await board.recorder.record(entry);
	} catch (error) {
		ctx.log.error(
			"Neither the database nor the spool takes what happened to a call. The call goes on; see to the disk and the database.",
			{ error: String(error), entry },
		);
		return null;
	}
}

/** The facts and everything that follows from them, as they are kept; by the clock as of now. */
export function entryOf(
	ctx: Context,
	origin: CallOrigin,
	facts: readonly CallFact[],
	options: RecordOptions = {},
): CallEntry {
	const at = instant(ctx.clock.now());
	const outcome = outcomeOf(facts);
	const ended = facts.some(isEnd);
	const chosen = facts.find((fact) => fact.kind === "language-chosen");
	const taker = takerIn(ctx, origin, facts);
	const followUpSeconds = secondsToFollowUp(ctx, origin, facts);
	const changes = changesFrom(origin, facts);
	return {
		record: "call",
		call: origin.call,
		line: origin.line,
		caller: callerText(origin.caller),
		called: origin.called,
		language: origin.language,
		rotaVersion: origin.rotaVersion,
		arrivedAt: instant(origin.arrivedAt),
		year: yearOf(ctx, origin),
		busy: origin.busy,
		joinMinutes: lineOf(ctx, origin).joinMinutes,
		facts: facts.map(({ kind, ...data }, i) => ({
			key: keyOf(facts[i] as CallFact),
			kind,
			at,
			data,
		})),
		...(outcome ? { outcome, outcomeRank: outcomeRanks[outcome] } : {}),
		...(taker ? { ...taker, takenAt: at } : {}),
		...(ended ? { endedAt: at } : {}),
		...(chosen?.key ? { chosenLanguage: chosen.language } : {}),
		...(followUpSeconds === null ? {} : { followUpSeconds }),
		...(options.recording ? { recording: options.recording } : {}),
		...(options.wantsEarlier ? { wantsEarlier: true } : {}),
		...(changes.length > 0 ? { changes } : {}),
	};
}

function instant(at: { toMillis(): number }): string {
	return new Date(at.toMillis()).toISOString();
}

/** On the line's own wall clock. */
function yearOf(ctx: Context, { line, arrivedAt }: CallOrigin): number {
	const zone = ctx.rotas.current(line)?.rota.zone ?? "utc";
	const known = years.get(zone);
	if (known && arrivedAt >= known.start && arrivedAt < known.end)
		return known.year;
	const start = arrivedAt.setZone(zone).startOf("year");
	years.set(zone, { start, end: start.plus({ years: 1 }), year: start.year });
	return start.year;
}

// To work out a wall clock costs as much as all the rest of an entry.
const years = new Map<
	string,
	{ readonly start: DateTime; readonly end: DateTime; readonly year: number }
>();

/** The human who took the call, and for how long. */
function takerIn(
	ctx: Context,
	origin: CallOrigin,
	facts: readonly CallFact[],
): Pick<CallEntry, "takenBy" | "takenByPerson" | "talkSeconds"> | null {
	for (const fact of facts) {
		if (fact.kind !== "ring-ended" || fact.result !== "human") continue;
		const { person, talkSeconds } = fact;
		const rota =
			ctx.rotas.version(origin.line, origin.rotaVersion ?? 0) ??
			ctx.rotas.current(origin.line);
		const name = rota?.rota.people[person ?? ""]?.name ?? person;
		if (name === null || person === null) return null;
		return {
			takenBy: name,
			takenByPerson: person,
			...(talkSeconds === null ? {} : { talkSeconds }),
		};
	}
	return null;
}

function changesFrom(origin: CallOrigin, facts: readonly CallFact[]): Change[] {
	const { call, line, caller } = origin;
	return facts.flatMap((fact): Change[] => {
		if (isTaking(fact))
			return [{ kind: "person-on-call", line, call, person: fact.person }];
		if (fact.kind === "ring-ended" || fact.kind === "call-ended")
			return [{ kind: "person-free", call, isOver: isEnd(fact) }];
		if (fact.kind === "language-chosen" && fact.key && caller.kind === "number")
			return [
				{
					kind: "language-chosen",
					caller: caller.number,
					language: fact.language,
				},
			];
		return [];
	});
}

/** When to look at what is to be told to whom: at once where all is said, a little later where more is about to come. */
function secondsToFollowUp(
	ctx: Context,
	origin: CallOrigin,
	facts: readonly CallFact[],
): number | null {
	const waits = facts.flatMap((fact): number[] => {
		switch (fact.kind) {
			case "ring-ended":
				return fact.result === "human" || fact.callerGone ? [1] : [];
			case "message-offered":
				// Should the carrier never tell how it ended, the call is followed up all the same.
				return [lineOf(ctx, origin).voicemail.maxSeconds + 60];
			case "message-left":
			case "recording-announced":
				return [0];
			case "nobody-reached":
			case "call-recovered":
				return [1];
			case "call-ended":
				return [3];
			default:
				return [];
		}
	});
	return waits.length > 0 ? Math.min(...waits) : null;
}
