import type { DateTime } from "luxon";
import type { Transaction } from "sequelize";
import type { Context } from "../context.ts";
import { calendarUrlsOf, enqueueCalendars } from "../database/calendars.ts";
import { enqueueShiftNews } from "../database/duty-notices.ts";
import { dropRotaDraft } from "../database/rota-drafts.ts";
import {
	lockRotaOf,
	newestRota,
	type RotaVersion,
	saveRotaVersion,
} from "../database/rotas.ts";
import { hasErrors, type Problem, problemKey } from "../domain/rota/problem.ts";
import { problemsOfPublish } from "../domain/rota/problems.ts";
import type { Rota } from "../domain/rota/rota.ts";
import { rotaInputs } from "./rota-inputs.ts";
import { keepSwapsAfter, swapsAfter } from "./swaps-after.ts";
import { type WithLines, whatIfWarnings } from "./what-if-warnings.ts";

export interface RotaToPublish {
	readonly rota: Rota;
	readonly by: string;
	/** Why; without `accepts` it is at the same time the tick that all warnings are accepted. */
	readonly reason?: string;
	/** The warnings that were seen and accepted, each with its reason; any other warning stops the publish. */
	readonly accepts?: readonly AcceptedWarning[];
	/** When the warnings were looked at; they are worked out as of then. Default, and if it is long ago: now. */
	readonly reviewedAt?: DateTime;
	/** The version that the publisher saw; if another was published since, nothing happens. */
	readonly basedOn?: number;
	/** SHA-256 of the file's text, in hex, to tell later whether the file differs. */
	readonly sourceDigest?: string;
	/** Whose draft this was: it is gone with the publish. */
	readonly draftOf?: string;
}

export interface AcceptedWarning {
	/** `problemKey` of the warning. */
	readonly problem: string;
	readonly reason: string;
}

export type PublishedOrRefused =
	| {
			readonly kind: "published";
			readonly version: number;
			/** The warnings that were accepted. */
			readonly warnings: readonly Problem[];
	  }
	| {
			readonly kind: "refused";
			readonly because: "errors" | "warnings-need-a-reason";
			readonly problems: readonly Problem[];
	  }
	| {
			readonly kind: "refused";
			readonly because: "published-meanwhile";
			readonly newest: number;
	  };

export type PublishContext = Pick<Context, "database" | "clock"> & WithLines;

/** Publishes the rota as the next version of its line; calls that are under way keep the version they began with. */
export async function publishRota(
	ctx: PublishContext,
	given: RotaToPublish,
): Promise<PublishedOrRefused> {
	return ctx.database.transaction((transaction) =>
		publishRotaIn(ctx, transaction, given),
	);
}

/** The same within a transaction that does more than publish; whoever began it gives it up where the publish is refused. */
export async function publishRotaIn(
	ctx: PublishContext,
	transaction: Transaction,
	given: RotaToPublish,
): Promise<PublishedOrRefused> {
	const { database } = ctx;
	const { line } = given.rota;
	await lockRotaOf(database, line, transaction);
	const newest = await newestRota(database, line, transaction);
	const before = newest?.version ?? 0;
	if (given.basedOn !== undefined && given.basedOn !== before)
		return {
			kind: "refused",
			because: "published-meanwhile",
			newest: before,
		};
	const inputs = await rotaInputs(ctx, given.rota, transaction);
	const swaps = await swapsAfter(
		ctx,
		transaction,
		newest?.rota ?? null,
		given.rota,
		inputs,
	);
	const { rota } = swaps;
	const seen = { ...inputs, now: reviewTime(given, inputs.now) };
	const problems = [
		...problemsOfPublish(newest?.rota ?? null, rota, seen),
		...(await whatIfWarnings(ctx, rota, seen, transaction)),
	];
	if (hasErrors(problems))
		return { kind: "refused", because: "errors", problems };
	const accepted = withReasons(problems, given);
	if (accepted.length < problems.length)
		return { kind: "refused", because: "warnings-need-a-reason", problems };
	await save(ctx, transaction, { ...given, rota }, accepted, newest);
	await keepSwapsAfter(ctx, transaction, swaps, given.by);
	if (given.draftOf)
		await dropRotaDraft(database, line, given.draftOf, transaction);
	return { kind: "published", version: before + 1, warnings: problems };
}

/** A reader may take so long over the warnings; then they are to be looked at again. */
const reviewHours = 4;

function reviewTime({ reviewedAt }: RotaToPublish, now: DateTime): DateTime {
	if (!reviewedAt || reviewedAt > now) return now;
	return reviewedAt < now.minus({ hours: reviewHours }) ? now : reviewedAt;
}

/** The warnings that were accepted, with why. */
function withReasons(
	warnings: readonly Problem[],
	{ reason, accepts }: RotaToPublish,
): (Problem & { readonly reason: string })[] {
	return warnings.flatMap((warning) => {
		const key = problemKey(warning);
		const why = accepts
			? accepts.find(({ problem }) => problem === key)?.reason.trim()
			: reason;
		return why ? [{ ...warning, reason: why }] : [];
	});
}

async function save(
	ctx: Pick<Context, "database" | "clock">,
	transaction: Transaction,
	{ rota, by, reason, sourceDigest }: RotaToPublish,
	acceptedWarnings: readonly Problem[],
	newest: RotaVersion | null,
): Promise<void> {
	const at = ctx.clock.now();
	const version = (newest?.version ?? 0) + 1;
	await saveRotaVersion(
		ctx.database,
		transaction,
		{
			line: rota.line,
			version,
			rota,
			publishedAt: at.toJSDate(),
			publishedBy: by,
			note: reason ?? null,
			sourceDigest: sourceDigest ?? null,
			acceptedWarnings,
		},
		{
			at,
			actor: by,
			action: "rota-published",
			subject: { kind: "rota", id: rota.line },
			...(reason ? { reason } : {}),
			...(newest ? { before: { version: newest.version } } : {}),
			after: { version },
		},
	);
	await enqueueCalendars(ctx.database, transaction, {
		line: rota.line,
		urls: calendarUrlsOf(rota),
		withinSeconds: 0,
		at,
	});
	// A burst of publishes is told once; of the first version nobody is told anything.
	const minutes = newest ? 3 : 0;
	await enqueueShiftNews(ctx.database, transaction, rota.line, { minutes });
}
