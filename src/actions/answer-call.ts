import { DateTime } from "luxon";
import type { LineConfig } from "../config.ts";
import type { Context } from "../context.ts";
import type { Recorded } from "../database/records.ts";
import { type Caller, isBlocked } from "../domain/call/caller.ts";
import type { Instruction } from "../domain/call/instructions.ts";
import { next } from "../domain/call/machine.ts";
import type { Next } from "../domain/call/next.ts";
import type { CallOrigin } from "../domain/call/origin.ts";
import type { CallPlan } from "../domain/call/plan.ts";
import { lineOf, planned } from "./call-plan.ts";
import { recordCall } from "./record-call.ts";
import type { Switchboard } from "./switchboard.ts";

export interface ArrivingCall {
	readonly call: string;
	readonly line: LineConfig;
	readonly caller: Caller;
	/** E.164. */
	readonly called: string;
}

/** What the carrier is to do, and the origin that its next requests have to carry. */
export interface CallAnswer {
	readonly origin: CallOrigin;
	readonly instructions: readonly Instruction[];
}

/**
 * Answers a call that arrives: works out its plan, opens its ticket, and says what comes first. The same call told twice, here or to
 * another instance, is answered as it was the first time.
 */
export async function answerCall(
	ctx: Context,
	board: Switchboard,
	arriving: ArrivingCall,
): Promise<CallAnswer> {
	const origin = originOf(ctx, board, arriving);
	const first = arrival(ctx, board, origin);
	const recorded = await recordCall(ctx, board, origin, first.facts);
	const told = recorded && asRecorded(origin, recorded);
	return told ? arrival(ctx, board, told) : first;
}

/** The origin of a call: the one it has, or a new one as of now. */
export function originOf(
	ctx: Context,
	board: Switchboard,
	{ call, line, caller, called }: ArrivingCall,
): CallOrigin {
	const known = board.originOf(call);
	if (known) return known;
	const chosen =
		caller.kind === "number" ? board.languageOf(caller.number) : undefined;
	const languageKnown = chosen !== undefined && line.languages.includes(chosen);
	const origin: CallOrigin = {
		call,
		line: line.id,
		caller,
		called,
		rotaVersion: publishedVersion(ctx, line),
		arrivedAt: ctx.clock.now().toUTC(),
		busy: board.busyOn(line.id),
		language: languageKnown ? chosen : line.language,
		languageKnown,
	};
	board.rememberOrigin(origin);
	return origin;
}

function publishedVersion(
	{ rotas }: Context,
	{ id }: LineConfig,
): number | null {
	return (rotas.current(id) ?? rotas.unusable(id))?.version ?? null;
}

function arrival(
	ctx: Context,
	board: Switchboard,
	arriving: CallOrigin,
): Next & CallAnswer {
	const { plan, origin } = planned(ctx, arriving, 0);
	board.rememberOrigin(origin);
	alarmWithoutRota(ctx, plan);
	const first = next(
		{ at: "arriving", language: origin.language },
		{
			kind: "arrived",
			blocked: isBlocked(lineOf(ctx, origin).blocked, origin.caller),
			languageKnown: origin.languageKnown,
		},
		plan,
	);
	return { ...first, origin };
}

function alarmWithoutRota(ctx: Context, plan: CallPlan): void {
	if (plan.rotaVersion === null)
		ctx.log.error(
			`A call came to the line ${plan.line.id}, which has no published rota: the caller is asked for a message. Publish one with \`faultline rota import\`.`,
		);
}

/** The origin that another webhook of the same call has put on record before, where it differs from ours. */
function asRecorded(origin: CallOrigin, recorded: Recorded): CallOrigin | null {
	const { arrivedAt, rotaVersion, busy } = recorded;
	if (
		arrivedAt === undefined ||
		(arrivedAt === origin.arrivedAt.toMillis() &&
			(rotaVersion ?? null) === origin.rotaVersion)
	)
		return null;
	return {
		...origin,
		arrivedAt: DateTime.fromMillis(arrivedAt, { zone: "utc" }),
		rotaVersion: rotaVersion ?? null,
		busy: busy ?? [],
	};
}
