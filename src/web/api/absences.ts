import { DateTime } from "luxon";
import { z } from "zod";
import { recordAbsence } from "../../actions/record-absence.ts";
import { removeAbsence } from "../../actions/remove-absence.ts";
import { swapOutlook } from "../../actions/swap-outlook.ts";
import type { Context } from "../../context.ts";
import {
	absencesOfLine,
	type RecordedAbsence,
} from "../../database/absences.ts";
import { absentSpan } from "../../domain/rota/absence.ts";
import { candidatesFor } from "../../domain/swap/fitness.ts";
import type { ReadinessInputs } from "../../domain/swap/readiness.ts";
import { may } from "../access.ts";
import type { Asker } from "../asker.ts";
import { jsonEndpoint } from "./endpoint.ts";
import { shiftsOfPerson } from "./my-shifts.ts";
import { line } from "./rotas.ts";
import { type AbsenceView, absenceBody, absencesShape } from "./swap-shapes.ts";
import {
	candidateViews,
	doerOf,
	namedPerson,
	personOfAsker,
	refusedSwap,
	shiftView,
} from "./swap-views.ts";

export const absencesEndpoint = jsonEndpoint({
	path: "/absences",
	summary:
		"Who is away when, from a week ago on; kinds and notes of others only for the office and planners",
	permission: "keep one's own absences",
	query: { line: line.optional() },
	answers: absencesShape,
	handle: async (ctx, { query, asker }) => {
		const lines = query.line ? [query.line] : Object.keys(ctx.config.lines);
		const absences = await Promise.all(
			lines.map((each) => absencesFor(ctx, each, asker)),
		);
		return { absences: absences.flat() };
	},
});

export const recordAbsenceEndpoint = jsonEndpoint({
	method: "post",
	path: "/absences",
	summary:
		"Says that you, or for the office anybody, will be away; answers with the shifts that it falls upon",
	permission: "keep one's own absences",
	body: absenceBody,
	answers: absencesShape,
	refuses: {
		404: "No such line",
		422: "No such person, or it ends before it begins",
	},
	handle: async (ctx, { body, asker, language }) => {
		const result = await recordAbsence(ctx, { ...body, by: keeper(asker) });
		if (result.kind === "refused") throw refusedSwap(result.because, language);
		const views = result.absences.map((absence) =>
			absenceViews(ctx, absence.line, [absence], asker),
		);
		return { absences: (await Promise.all(views)).flat() };
	},
});

export const removeAbsenceEndpoint = jsonEndpoint({
	method: "delete",
	path: "/absences/{id}",
	summary: "Takes an absence off the list",
	permission: "keep one's own absences",
	parameters: { id: z.string().max(64).meta({ format: "uuid" }) },
	answers: z.object({ removed: z.boolean() }),
	refuses: { 404: "There is no such absence" },
	handle: async (ctx, { parameters, asker, language }) => {
		if (!z.uuid().safeParse(parameters.id).success)
			throw refusedSwap("no-such-absence", language);
		const result = await removeAbsence(ctx, {
			id: parameters.id,
			by: keeper(asker),
		});
		if (result.kind === "refused") throw refusedSwap(result.because, language);
		return { removed: true };
	},
});

function keeper(asker: Asker) {
	const { name, email } = doerOf(asker);
	return {
		name,
		email,
		keepsAll: may(asker.role, "keep everybody's absences"),
	};
}

async function absencesFor(
	ctx: Context,
	lineId: string,
	asker: Asker,
): Promise<AbsenceView[]> {
	const now = ctx.clock.now();
	const seesAll = may(asker.role, "see everybody's absences");
	const isOnIt = personOfAsker(ctx, lineId, asker) !== null;
	if (!seesAll && !isOnIt) return [];
	const absences = await absencesOfLine(ctx.database, lineId, now);
	return absenceViews(ctx, lineId, absences, asker);
}

/** How far ahead shifts that somebody will miss are looked for. */
const furthest = { weeks: 26 };

async function absenceViews(
	ctx: Context,
	lineId: string,
	absences: readonly RecordedAbsence[],
	asker: Asker,
): Promise<AbsenceView[]> {
	const rota = ctx.rotas.current(lineId)?.rota;
	if (absences.length === 0 || !rota) return [];
	const now = ctx.clock.now();
	const outlook = await swapOutlook(ctx, rota, {
		start: now,
		end: now.plus(furthest),
	});
	const me = personOfAsker(ctx, lineId, asker);
	const seesAll = may(asker.role, "see everybody's absences");
	return absences.map((absence) => {
		const { id, line, person, from, fromTime, to, toTime, note } = absence;
		const mine = person === me;
		const told = mine || seesAll;
		return {
			...{ id, line, from, to, mine },
			...(fromTime !== undefined && { fromTime }),
			...(toTime !== undefined && { toTime }),
			person: namedPerson(rota, person),
			kind: told ? absence.kind : "away",
			note: told ? (note ?? null) : null,
			recordedBy: told ? absence.recordedBy : null,
			hits: told ? hitsOf(absence, outlook) : [],
		};
	});
}

/** What of somebody's shifts to come falls into an absence, and who could take each piece. */
function hitsOf(
	absence: RecordedAbsence,
	outlook: ReadinessInputs,
): AbsenceView["hits"] {
	const { timeline, now } = outlook;
	const { zone } = timeline.rota;
	const away = absentSpan(absence, zone);
	if (!away) return [];
	const from = DateTime.max(
		DateTime.fromMillis(away.start, { zone }),
		now.startOf("minute"),
	);
	const to = DateTime.min(
		DateTime.fromMillis(away.end, { zone }),
		now.plus(furthest),
	);
	return shiftsOfPerson(timeline, absence.person, { from, to }).map((shift) => {
		const piece = {
			...shift,
			start: DateTime.max(shift.start, from),
			end: DateTime.min(shift.end, to),
		};
		const found = candidatesFor(piece, absence.person, outlook);
		return { ...shiftView(piece), couldTake: candidateViews(timeline, found) };
	});
}
