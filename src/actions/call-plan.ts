import type { LineConfig } from "../config.ts";
import type { Context } from "../context.ts";
import type { CallOrigin } from "../domain/call/origin.ts";
import {
	type CallPlan,
	numbersNeverRung,
	planCall,
	planWithoutRota,
} from "../domain/call/plan.ts";

/**
 * The plan of a call, worked out anew from its origin and the rota version in memory: the same at every webhook of the call. Should
 * that version no longer be held, the current one takes its place.
 */
export function planOf(ctx: Context, origin: CallOrigin): CallPlan {
	const line = lineOf(ctx, origin);
	if (origin.rotaVersion === null) return planWithoutRota(line);
	const published =
		ctx.rotas.version(line.id, origin.rotaVersion) ??
		ctx.rotas.current(line.id);
	if (!published) return planWithoutRota(line);
	return planCall(published.answer(origin.arrivedAt), published.rota, {
		line,
		rotaVersion: published.version,
		busy: new Set(origin.busy),
		neverRing: numbersNeverRung(
			[...ourNumbers(ctx), origin.called],
			origin.caller,
		),
	});
}

/** The line of a call; the origin names one that exists, for it came from our own URL or from `lineCalled`. */
export function lineOf(ctx: Context, origin: CallOrigin): LineConfig {
	const line = ctx.config.lines[origin.line];
	if (!line)
		throw new Error(
			`The call ${origin.call} names the unknown line ${origin.line}`,
		);
	return line;
}

function ourNumbers(ctx: Context): string[] {
	return Object.values(ctx.config.lines).map(({ number }) => number);
}
