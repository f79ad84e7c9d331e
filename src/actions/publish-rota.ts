import type { Transaction } from "sequelize";
import type { Context } from "../context.ts";
import {
	lockRotaOf,
	newestRota,
	type RotaVersion,
	saveRotaVersion,
} from "../database/rotas.ts";
import type { HolidayCalendar } from "../domain/rota/holidays.ts";
import { hasErrors, type Problem } from "../domain/rota/problem.ts";
import { problemsIn } from "../domain/rota/problems.ts";
import type { Rota } from "../domain/rota/rota.ts";

export interface RotaToPublish {
	readonly rota: Rota;
	/** The public holidays of the rota's country; null when it has none. */
	readonly holidays: HolidayCalendar | null;
	readonly by: string;
	/** Why, and at the same time the tick that the warnings are accepted. */
	readonly reason?: string;
	/** The version that the publisher saw; if another was published since, nothing happens. */
	readonly basedOn?: number;
	/** SHA-256 of the file's text, in hex, to tell later whether the file differs. */
	readonly sourceDigest?: string;
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

/** Publishes the rota as the next version of its line; calls that are under way keep the version they began with. */
export async function publishRota(
	ctx: Pick<Context, "database" | "clock">,
	given: RotaToPublish,
): Promise<PublishedOrRefused> {
	const { database } = ctx;
	const { rota, holidays, basedOn } = given;
	const problems = problemsIn(rota, { now: ctx.clock.now(), holidays });
	if (hasErrors(problems))
		return { kind: "refused", because: "errors", problems };
	if (problems.length > 0 && !given.reason)
		return { kind: "refused", because: "warnings-need-a-reason", problems };
	return database.transaction(async (transaction) => {
		await lockRotaOf(database, rota.line, transaction);
		const newest = await newestRota(database, rota.line, transaction);
		const before = newest?.version ?? 0;
		if (basedOn !== undefined && basedOn !== before)
			return {
				kind: "refused",
				because: "published-meanwhile",
				newest: before,
			};
		await save(ctx, transaction, given, problems, newest);
		return { kind: "published", version: before + 1, warnings: problems };
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
}
