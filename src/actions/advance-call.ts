import type { Context } from "../context.ts";
import { personOfLeg } from "../database/calls.ts";
import { next } from "../domain/call/machine.ts";
import type { CallOrigin } from "../domain/call/origin.ts";
import type { CallPlan } from "../domain/call/plan.ts";
import type { CallEvent, CallState } from "../domain/call/state.ts";
import type { PersonId } from "../domain/rota/rota.ts";
import type { CallAnswer } from "./answer-call.ts";
import { planned } from "./call-plan.ts";
import { recordCall } from "./record-call.ts";
import type { Switchboard } from "./switchboard.ts";

/** Takes a call one event further: what follows goes on record, then the carrier is told what to do. */
export async function advanceCall(
	ctx: Context,
	board: Switchboard,
	told: CallOrigin,
	state: CallState,
	event: CallEvent,
): Promise<CallAnswer> {
	const { plan, origin } = planned(ctx, told, stepAfter(state));
	const whole =
		event.kind === "leg-ended" && state.at === "ringing"
			? {
					...event,
					person: await whose(ctx, board, origin, plan, state.step, event.leg),
				}
			: event;
	const step = next(state, whole, plan);
	await recordCall(ctx, board, origin, step.facts);
	return { origin, instructions: step.instructions };
}

/**
 * Goes on from memory alone after the carrier could not get or follow our answer. Audio files are left out, for one of them may be
 * what failed; facts go to the spool.
 */
export async function rescueCall(
	ctx: Context,
	board: Switchboard,
	told: CallOrigin,
	state: CallState,
	failure: { code: string | null; url: string | null; taken: boolean },
): Promise<CallAnswer> {
	const { plan, origin } = planned(ctx, told, stepAfter(state));
	const plain = { ...plan, line: { ...plan.line, prompts: {} } };
	const taken = failure.taken || board.wasTaken(origin.call);
	const step = next(
		state,
		{ kind: "carrier-failed", ...failure, taken },
		plain,
	);
	await recordCall(ctx, board, origin, step.facts, { into: "spool" });
	return { origin, instructions: step.instructions };
}

/** Like `rescueCall` with nothing written anywhere: for when an answer could not be worked out at all. */
export function withoutRecord(
	ctx: Context,
	board: Switchboard,
	told: CallOrigin,
	state: CallState,
): CallAnswer {
	const { plan, origin } = planned(ctx, told, stepAfter(state));
	const taken = board.wasTaken(origin.call);
	const failure = { kind: "carrier-failed", code: null, url: null } as const;
	const { instructions } = next(state, { ...failure, taken }, plan);
	return { origin, instructions };
}

function stepAfter(state: CallState): number {
	return state.at === "ringing" ? state.step + 1 : 0;
}

/**
 * Whose leg it was: the only one that was rung, or what an earlier webhook of the leg told this instance or the record. Null when
 * nobody can tell quickly: then it is only not known whom to leave out.
 */
async function whose(
	ctx: Context,
	board: Switchboard,
	origin: CallOrigin,
	plan: CallPlan,
	step: number,
	leg: string | null,
): Promise<PersonId | null> {
	const people = plan.steps[step]?.people ?? [];
	if (people.length === 1) return people[0]?.person ?? null;
	if (leg === null) return null;
	const known = board.personOfLeg(leg);
	if (known) return known;
	return Promise.race([
		personOfLeg(ctx.database, origin.call, leg).catch(() => null),
		new Promise<null>((resolve) =>
			setTimeout(resolve, board.patienceMs / 3, null),
		),
	]);
}
