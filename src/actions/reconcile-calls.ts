import { DateTime } from "luxon";
import type { LineConfig } from "../config.ts";
import type { Context } from "../context.ts";
import { notifyOfChange } from "../database/changes.ts";
import {
	callsArrived,
	comparedDays,
	daysWithLateCalls,
	firstPublished,
	keepComparison,
	keepFailedComparison,
	knownCalls,
	takeReconciling,
} from "../database/reconciliations.ts";
import {
	type CarrierCall,
	compareCalls,
} from "../domain/audit/compare-calls.ts";
import { daysToCompare, spanOfDay } from "../domain/audit/days-due.ts";
import { recoverCall } from "./recover-call.ts";

/**
 * Compares each line's days with the carrier's own records: yesterday, those of the last thirty days that have not been compared yet,
 * and those that got a call afterwards; or the one that is asked for. A call that only the carrier knows of is recovered; each one on either side without its twin is
 * kept for people to see. The same again changes nothing.
 *
 * @throws when the carrier could not be heard, so that it is tried again; the other days are compared all the same.
 */
export async function reconcileCalls(
	ctx: Context,
	{ day = null }: { readonly day?: string | null } = {},
): Promise<void> {
	const began = await firstPublished(ctx.database);
	const failures: unknown[] = [];
	for (const line of Object.values(ctx.config.lines)) {
		const since = began.get(line.id);
		if (!since) continue;
		const zone = ctx.rotas.current(line.id)?.rota.zone ?? "utc";
		const compared = await comparedDays(ctx.database, line.id);
		const now = ctx.clock.now();
		const late = await daysWithLateCalls(ctx.database, {
			...{ line: line.id, zone, now },
		});
		const days = day
			? [day]
			: daysToCompare({ now, zone, since, compared, late });
		for (const each of days) {
			const span = spanOfDay(each, zone, since);
			if (span.from >= span.to || span.from > now) continue;
			const failure = await reconcileDay(ctx, line, each, span);
			if (failure) failures.push(failure);
		}
	}
	if (failures.length > 0)
		throw new Error(
			`The carrier's records of ${failures.length} days could not be read`,
			{ cause: failures[0] },
		);
}

interface Span {
	readonly from: DateTime;
	readonly to: DateTime;
}

async function reconcileDay(
	ctx: Context,
	line: LineConfig,
	day: string,
	span: Span,
): Promise<Error | null> {
	const { database } = ctx;
	try {
		const listed = await listedByCarrier(ctx, line, span);
		const compared = compareCalls(span, listed, {
			known: await knownCalls(
				database,
				listed.map(({ sid }) => sid),
			),
			arrived: await callsArrived(
				database,
				line.number,
				withinRecords(ctx, span),
			),
		});
		const missingAtCarrier = await unknownToCarrier(ctx, compared.unheardOf);
		await save(ctx, line, day, { ...compared, missingAtCarrier });
		return null;
	} catch (error) {
		ctx.log.warn(
			`The calls of ${day} on ${line.id} could not be compared with the carrier's records. It is tried again.`,
			{ error: String(error) },
		);
		await database.transaction(async (transaction) => {
			await keepFailedComparison(database, transaction, {
				...{ line: line.id, day, at: ctx.clock.now() },
				error: String(error).slice(0, 500),
			});
			await notifyOfChange(database, transaction, { kind: "proof-changed" });
		});
		return error instanceof Error ? error : new Error(String(error));
	}
}

async function save(
	ctx: Context,
	line: LineConfig,
	day: string,
	compared: ReturnType<typeof compareCalls> & {
		readonly missingAtCarrier: readonly string[];
	},
): Promise<void> {
	const { database } = ctx;
	const { atCarrier, missingHere, missingAtCarrier } = compared;
	await database.transaction(async (transaction) => {
		await takeReconciling(database, transaction);
		// Another instance, or a webhook that came late, may have entered it meanwhile.
		const known = await knownCalls(
			database,
			missingHere.map(({ sid }) => sid),
			transaction,
		);
		const lost = missingHere.filter(({ sid }) => !known.has(sid));
		for (const call of lost) await recoverCall(ctx, transaction, line, call);
		const there = await knownCalls(
			database,
			atCarrier.map(({ sid }) => sid),
			transaction,
		);
		await keepComparison(database, transaction, {
			...{ line: line.id, day, at: ctx.clock.now() },
			carrierCalls: atCarrier.length,
			ourCalls: there.size + missingAtCarrier.length,
			missingHere: lost.map(({ sid }) => sid),
			missingAtCarrier,
		});
		await notifyOfChange(database, transaction, { kind: "proof-changed" });
	});
}

/** What the carrier lists of the line's incoming calls; of a wider span, for its clock is not ours. */
async function listedByCarrier(
	ctx: Context,
	{ number }: LineConfig,
	{ from, to }: Span,
): Promise<CarrierCall[]> {
	const records = await ctx.carrier.calls.list({
		to: number,
		startTimeAfter: from.minus(slack).toJSDate(),
		startTimeBefore: to.plus(slack).toJSDate(),
		pageSize: 1_000,
	});
	return records
		.filter(({ direction }) => direction === "inbound")
		.map((record) => ({
			...{ sid: record.sid, from: record.from, status: record.status },
			// A call that was never answered may have no start of its own.
			startedAt: instant(record.startTime ?? record.dateCreated),
			endedAt: record.endTime ? instant(record.endTime) : null,
			seconds: record.duration ? Number(record.duration) : null,
		}));
}

const slack = { hours: 1 };

/** The built-in phone network remembers nothing from before its own start. */
function withinRecords({ config }: Context, { from, to }: Span): Span {
	if (config.carrier.kind !== "built-in") return { from, to };
	const start = DateTime.fromMillis(performance.timeOrigin);
	return { from: DateTime.max(from, start), to };
}

/** Those that the carrier does not know when it is asked for each; a list may leave out what a record has. */
async function unknownToCarrier(
	ctx: Context,
	sids: readonly string[],
): Promise<string[]> {
	const unknown: string[] = [];
	for (const sid of sids) {
		const isUnknown = await ctx.carrier
			.calls(sid)
			.fetch()
			.then(
				() => false,
				(error: { readonly status?: unknown }) => {
					if (error.status === 404) return true;
					throw error;
				},
			);
		if (isUnknown) unknown.push(sid);
	}
	return unknown;
}

function instant(at: Date): DateTime {
	return DateTime.fromJSDate(at, { zone: "utc" });
}
