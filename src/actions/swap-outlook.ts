import type { DateTime } from "luxon";
import type { Transaction } from "sequelize";
import type { Context } from "../context.ts";
import { newestRotas } from "../database/rotas.ts";
import { personWithEmail } from "../domain/rota/person-of.ts";
import type { PersonId, Rota } from "../domain/rota/rota.ts";
import { compileRota, type Timeline } from "../domain/rota/timeline.ts";
import { type BusySpan, busyAround, spanOf } from "../domain/swap/fitness.ts";
import type { ReadinessInputs } from "../domain/swap/readiness.ts";
import { type RotaInputs, rotaInputs } from "./rota-inputs.ts";

/** Wide enough for a shift that has begun to be seen whole. */
const margin = { days: 10 };

/** Gathers what tells who could have a shift between two instants: the rota compiled, absences, duties on other lines. */
export async function swapOutlook(
	ctx: Pick<Context, "database" | "clock">,
	rota: Rota,
	span: { readonly start: DateTime; readonly end: DateTime },
	transaction: Transaction | null = null,
): Promise<ReadinessInputs> {
	const { database } = ctx;
	const inputs = await rotaInputs(ctx, rota, transaction);
	const others = await newestRotas(database, transaction);
	const compiled = new Map<string, Timeline>();
	for (const other of others) {
		if (other.line === rota.line) continue;
		if (!sharesPeople(rota, other.rota)) continue;
		const its = await rotaInputs(ctx, other.rota, transaction);
		compiled.set(other.line, compiledAround(other.rota, its, span));
	}
	return {
		now: inputs.now,
		timeline: compiledAround(rota, inputs, span),
		absences: inputs.absences,
		elsewhere: (person) => busyElsewhere(rota, person, compiled, span),
	};
}

function compiledAround(
	rota: Rota,
	{ calendars }: RotaInputs,
	{ start, end }: { readonly start: DateTime; readonly end: DateTime },
): Timeline {
	return compileRota(
		{ ...rota, hours: [] },
		{
			from: start.minus(margin),
			to: end.plus(margin),
			holidays: null,
			calendars,
		},
	);
}

function sharesPeople(rota: Rota, other: Rota): boolean {
	return Object.values(rota.people).some(
		({ email }) => email && personWithEmail(other, email) !== null,
	);
}

function busyElsewhere(
	rota: Rota,
	person: PersonId,
	lines: ReadonlyMap<string, Timeline>,
	span: { readonly start: DateTime; readonly end: DateTime },
): BusySpan[] {
	const email = rota.people[person]?.email ?? null;
	return [...lines.values()].flatMap((timeline) => {
		const there = personWithEmail(timeline.rota, email);
		return there === null ? [] : busyAround(timeline, there, spanOf(span));
	});
}
