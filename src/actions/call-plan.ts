import type { LineConfig } from "../config.ts";
import type { Context, PublishedRota } from "../context.ts";
import type { CallOrigin } from "../domain/call/origin.ts";
import {
	type CallPlan,
	numbersNeverRung,
	planCall,
	planOfLastResort,
	planWithoutRota,
} from "../domain/call/plan.ts";

/** A plan, and the origin by which every later webhook of the call arrives at the same one. */
interface PlannedCall {
	readonly plan: CallPlan;
	readonly origin: CallOrigin;
}

/**
 * The plan of a call, worked out anew from its origin and the rota version in memory: the same at every webhook of the call. Should
 * that version no longer be held, the current one takes its place. Should it give no answer, the fallback people do, from the
 * `next` step on; then the origin says so.
 */
export function planned(
	ctx: Context,
	origin: CallOrigin,
	next: number,
): PlannedCall {
	if (origin.lastResortFrom === undefined) {
		const line = lineOf(ctx, origin);
		if (origin.rotaVersion === null)
			return { plan: planWithoutRota(line), origin };
		const published = rotaOf(ctx, origin);
		try {
			if (published)
				return { plan: asPublished(ctx, origin, published), origin };
		} catch (error) {
			tellOnce(ctx, origin, error);
		}
	}
	const from = origin.lastResortFrom ?? next;
	return {
		plan: asLastResort(ctx, origin, from),
		origin: { ...origin, lastResortFrom: from },
	};
}

/** The plan of a call as far as it is known already. */
export function planOf(ctx: Context, origin: CallOrigin): CallPlan {
	return planned(ctx, origin, 0).plan;
}

function rotaOf(
	{ rotas }: Context,
	{ line, rotaVersion }: CallOrigin,
): PublishedRota | undefined {
	return rotas.version(line, rotaVersion ?? 0) ?? rotas.current(line);
}

function asPublished(
	ctx: Context,
	origin: CallOrigin,
	published: PublishedRota,
): CallPlan {
	return planCall(published.answer(origin.arrivedAt), published.rota, {
		line: lineOf(ctx, origin),
		rotaVersion: published.version,
		busy: new Set(origin.busy),
		neverRing: neverRung(ctx, origin),
	});
}

function asLastResort(
	ctx: Context,
	origin: CallOrigin,
	from: number,
): CallPlan {
	const line = lineOf(ctx, origin);
	const known = rotaOf(ctx, origin) ?? ctx.rotas.unusable(line.id);
	if (!known) return planWithoutRota(line);
	return planOfLastResort(
		known.rota,
		{
			line,
			rotaVersion: known.version,
			neverRing: neverRung(ctx, origin),
		},
		from,
	);
}

/** Every call would say the same. */
function tellOnce(
	ctx: Context,
	{ line, rotaVersion }: CallOrigin,
	error: unknown,
): void {
	const told = toldOf.get(ctx.rotas) ?? new Set();
	toldOf.set(ctx.rotas, told);
	const version = `${line} ${rotaVersion}`;
	if (told.has(version)) return;
	told.add(version);
	ctx.log.error(
		`Version ${rotaVersion} of the rota of ${line} does not say whom to ring: its fallback people are rung. Publish the version before it again, and tell the developers.`,
		{
			error: String(error),
			stack: error instanceof Error ? error.stack : undefined,
		},
	);
}

const toldOf = new WeakMap<Context["rotas"], Set<string>>();

function neverRung(ctx: Context, { called, caller }: CallOrigin): Set<string> {
	return numbersNeverRung([...ourNumbers(ctx), called], caller);
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
