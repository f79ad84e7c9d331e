import { z } from "zod";
import { fetchCalendarAt } from "../../actions/fetch-calendar.ts";
import type { Context } from "../../context.ts";
import {
	calendarsOf,
	calendarUrlsOf,
	copyOf,
	type StoredCalendar,
} from "../../database/calendars.ts";
import { maskedAddress } from "../../domain/rota/calendar/address.ts";
import { faultInWords } from "../../domain/rota/calendar/fault-words.ts";
import { calendarWarnings } from "../../domain/rota/problems/calendars.ts";
import type { Rota } from "../../domain/rota/rota.ts";
import * as shapes from "./calendar-shapes.ts";
import { jsonEndpoint } from "./endpoint.ts";
import { knownRota, line } from "./rotas.ts";

export const calendarsEndpoint = jsonEndpoint({
	path: "/rotas/{line}/calendars",
	summary: "The calendars that a line's rota reads, and how they are",
	permission: "see the rota",
	parameters: { line },
	answers: shapes.calendarsInUse,
	refuses: { 404: "No such line" },
	handle: async (ctx, { parameters, language }) => {
		const { rota } = await knownRota(ctx, parameters.line, undefined, language);
		return { calendars: await calendarsInUse(ctx, rota) };
	},
});

export const fetchCalendarsEndpoint = jsonEndpoint({
	method: "post",
	path: "/rotas/{line}/calendars/fetch",
	summary:
		"Reads the calendars of a line's rota at once, or one that is only in a draft yet",
	permission: "edit the rota",
	parameters: { line },
	body: z.strictObject({
		url: z
			.string()
			.max(500)
			.regex(/^(https?|webcal):\/\/[^\s/]/i)
			.optional(),
	}),
	answers: shapes.calendarsInUse,
	refuses: { 404: "No such line" },
	handle: async (ctx, { parameters, body, language }) => {
		const { rota } = await knownRota(ctx, parameters.line, undefined, language);
		const urls = body.url === undefined ? calendarUrlsOf(rota) : [body.url];
		await Promise.all(
			urls.map((url) => fetchCalendarAt(ctx, { line: rota.line, url })),
		);
		return { calendars: await calendarsInUse(ctx, rota) };
	},
});

async function calendarsInUse(
	ctx: Context,
	rota: Rota,
): Promise<shapes.CalendarInUse[]> {
	const stored = await calendarsOf(ctx.database, rota);
	return calendarUrlsOf(rota).map((url) => {
		const calendar = stored.find((each) => each.url === url);
		const where = layersReading(rota, url);
		return {
			where: [...where],
			address: maskedAddress(url),
			...(calendar ? stateOf(calendar) : neverTried),
			problems: problemsOf(ctx, rota, where[0] ?? "", calendar),
		};
	});
}

const neverTried = {
	state: "never-tried" as const,
	readAt: null,
	triedAt: null,
	failing: null,
	shifts: 0,
};

function stateOf(calendar: StoredCalendar) {
	const { failure, failureStatus, failingSince, readAt, triedAt } = calendar;
	const failing =
		failure && failingSince
			? {
					since: failingSince.toISOString(),
					why: faultInWords({ because: failure, status: failureStatus }),
				}
			: null;
	return {
		state: failing
			? readAt
				? ("failing" as const)
				: ("never-read" as const)
			: ("well" as const),
		readAt: readAt?.toISOString() ?? null,
		triedAt: triedAt?.toISOString() ?? null,
		failing,
		shifts: calendar.entries.length,
	};
}

function layersReading(rota: Rota, url: string): string[] {
	return Object.entries(rota.duties).flatMap(([duty, layers]) =>
		layers.flatMap((layer, index) =>
			"calendar" in layer && layer.calendar.url === url
				? [`duties.${duty}[${index}]`]
				: [],
		),
	);
}

/** What the rota's own check says of the first layer that reads it. */
function problemsOf(
	ctx: Context,
	rota: Rota,
	where: string,
	calendar: StoredCalendar | undefined,
): shapes.CalendarInUse["problems"] {
	const copies = calendar ? { [calendar.url]: copyOf(calendar, rota) } : {};
	return calendarWarnings(rota, copies, ctx.clock.now().toMillis())
		.filter((problem) => problem.where === `${where}.calendar`)
		.map(({ says, advises }) => ({ says, advises }));
}
