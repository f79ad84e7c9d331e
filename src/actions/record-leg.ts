import type { Context } from "../context.ts";
import type { Recorded } from "../database/records.ts";
import type { LegOfPerson, LegStatus } from "../domain/call/facts.ts";
import type { Instruction } from "../domain/call/instructions.ts";
import type { CallOrigin } from "../domain/call/origin.ts";
import { afterKey, whisper } from "../domain/call/whisper.ts";
import { type CallsAround, isNightAt } from "../domain/call/whisper-place.ts";
import type { Language } from "../domain/language.ts";
import { lineOf } from "./call-plan.ts";
import { recordCall } from "./record-call.ts";
import type { Switchboard } from "./switchboard.ts";

export interface Leg extends LegOfPerson {
	readonly origin: CallOrigin;
}

/** Somebody's phone was picked up: whispers to whoever it is, and asks for the key that proves a human. */
export async function screenPerson(
	ctx: Context,
	board: Switchboard,
	leg: Leg,
	callerLanguage: Language,
): Promise<Instruction[]> {
	const { origin, ...facts } = leg;
	board.rememberLeg(leg.leg, leg.person);
	const recorded = await recordCall(
		ctx,
		board,
		origin,
		[{ kind: "leg-screened", ...facts }],
		{ wantsEarlier: true },
	);
	const line = lineOf(ctx, origin);
	return whisper({
		line,
		caller: origin.caller,
		callerLanguage,
		language: languageOf(ctx, leg) ?? line.language,
		earlierTickets: recorded?.earlierTickets ?? null,
		around: recorded && around(ctx, origin, recorded),
	});
}

function around(
	ctx: Context,
	{ line }: CallOrigin,
	recorded: Recorded,
): CallsAround {
	const zone = ctx.rotas.current(line)?.rota.zone ?? "utc";
	return {
		place: recorded.place ?? null,
		callsTonight: recorded.callsTonight ?? null,
		othersTonight: recorded.othersTonight ?? null,
		isSameStairwell: recorded.isSameStairwell ?? false,
		isNight: isNightAt(ctx.clock.now().setZone(zone)),
	};
}

/** A key was pressed in the whisper: only 1 takes the call. */
export async function takeKey(
	ctx: Context,
	board: Switchboard,
	leg: Leg,
	key: string | null,
): Promise<Instruction[]> {
	const { origin, ...facts } = leg;
	board.rememberLeg(leg.leg, leg.person);
	await recordCall(ctx, board, origin, [
		{ kind: "leg-pressed", key, ...facts },
	]);
	return afterKey(key);
}

/** What the carrier tells of a phone that is rung; it comes late, twice and out of order as it pleases. */
export async function recordLeg(
	ctx: Context,
	board: Switchboard,
	leg: Leg,
	progress: {
		status: LegStatus;
		sequence: number | null;
		carrierAt: string | null;
	},
): Promise<void> {
	const { origin, ...facts } = leg;
	board.rememberLeg(leg.leg, leg.person);
	await recordCall(ctx, board, origin, [
		{ kind: "leg-progressed", ...progress, ...facts },
	]);
}

function languageOf(
	ctx: Context,
	{ origin, person }: Leg,
): Language | undefined {
	const rota =
		ctx.rotas.version(origin.line, origin.rotaVersion ?? 0) ??
		ctx.rotas.current(origin.line);
	return rota?.rota.people[person]?.language;
}
