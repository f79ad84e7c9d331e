import type { DateTime } from "luxon";
import { z } from "zod";
import type { Context } from "../../context.ts";
import type {
	CallsMeant,
	TicketsMeant,
} from "../../database/ticket-conditions.ts";
import {
	answeredWithinIn,
	longestSearch,
	namesIn,
	statusesIn,
} from "../../domain/ticket/log-filter.ts";
import {
	callOutcomes,
	channels,
	ticketStatuses,
	urgencies,
} from "../../domain/ticket/ticket.ts";
import { instantParameter } from "./instant.ts";
import { soughtIn } from "./sought.ts";

/** Which page of a list. */
export const pageQuery = {
	limit: z
		.string()
		.regex(/^\d{1,3}$/)
		.transform(Number)
		.pipe(z.int().min(1).max(200))
		.default(50)
		.meta({ description: "At most so many, 1 to 200; default 50" }),
	cursor: z
		.string()
		.regex(/^[\w-]{1,200}$/)
		.optional()
		.meta({ description: "`next` of the page before" }),
};

const name = z
	.string()
	.max(100)
	.regex(/^\P{Cc}*[\p{L}\d]\P{Cc}*$/u)
	.optional();

const yes = z
	.literal("yes")
	.optional()
	.transform((given) => given === "yes");

/** Several names with a comma between them; one that is none of these is refused. */
function listOf<Name extends string>(names: readonly [Name, ...Name[]]) {
	const isName = (name: string): name is Name =>
		names.some((each) => each === name);
	return z
		.string()
		.max(200)
		.refine((list) => namesIn(list).every(isName), {
			params: { oneOf: names },
		})
		.optional()
		.transform((list) => namesIn(list ?? null).filter(isName))
		.meta({ description: `One or several of ${names.join(", ")}` });
}

/** The filters of the log, as every endpoint takes them that shows, counts or exports tickets. */
export const logQuery = {
	q: z
		.string()
		.max(longestSearch)
		.regex(/^\P{Cc}*$/u)
		.optional()
		.meta({
			description:
				"Words, a ticket's number, or a phone number in any writing or a part of it",
		}),
	line: name,
	from: instantParameter.optional().meta({
		description: "Opened at this instant or later",
	}),
	to: instantParameter.optional().meta({
		description: "Opened before this instant",
	}),
	days: z
		.string()
		.regex(/^[1-9]\d{0,3}$/)
		.transform(Number)
		.optional()
		.meta({ description: "Opened within so many days before now" }),
	channel: listOf(channels),
	outcome: listOf(callOutcomes),
	status: listOf([...ticketStatuses, "open"])
		.transform((list) => statusesIn(list.join(",")))
		.meta({
			description: `One or several of ${ticketStatuses.join(", ")}; \`open\` is all but the last two`,
		}),
	urgency: listOf(urgencies),
	subject: name.meta({ description: "With its whole branch of the tree" }),
	property: z.guid().optional(),
	stairwell: name.meta({ description: "Of the property" }),
	person: name.meta({
		description:
			"Who took it or has it: a person of a rota, or the id of an account",
	}),
	answeredWithin: z
		.string()
		.regex(/^(?:(?:later|not)-)?(?:10|20|30|60|120)$/)
		.optional()
		.transform((text) => answeredWithinIn(text ?? null))
		.meta({
			description:
				"`30`: answered within 30 seconds; `later-30`: answered, and later; `not-30`: later or never. 10, 20, 30, 60 or 120",
		}),
	overdue: yes.meta({ description: "`yes`: due by now, and not done" }),
	unacknowledged: yes.meta({
		description: "`yes`: nobody has said that they have it",
	}),
	label: name,
	costs: z
		.enum(["yes", "no"])
		.optional()
		.transform((given) => (given === undefined ? null : given === "yes"))
		.meta({ description: "Whether the tenant is to be billed" }),
	callFrom: instantParameter.optional().meta({
		description:
			"With `callTo`: has a call that arrived at this instant or later, and of which the other `call…` hold too",
	}),
	callTo: instantParameter.optional(),
	callOutcome: z.enum(callOutcomes).optional(),
	callMissed: yes.meta({
		description: "`yes`: neither answered nor turned away",
	}),
	callWeekday: numberFrom(1, 7).meta({
		description: "1 is Monday; on the line's wall clock",
	}),
	callHour: numberFrom(0, 23),
	callPerson: name,
	callWithin: numberFrom(1, 999).meta({
		description: "Answered within so many seconds",
	}),
};

function numberFrom(least: number, most: number) {
	return z
		.string()
		.regex(/^\d{1,3}$/)
		.transform(Number)
		.pipe(z.int().min(least).max(most))
		.optional();
}

type LogQuery = z.output<z.ZodObject<typeof logQuery>>;

/** Which tickets the filters mean, here and now. */
export function ticketsMeant(
	ctx: Pick<Context, "config" | "clock" | "rotas">,
	query: LogQuery,
): TicketsMeant {
	const { config, clock } = ctx;
	const now = clock.now();
	return {
		line: query.line ?? null,
		from: later(
			query.from,
			query.days === undefined ? undefined : now.minus({ days: query.days }),
		),
		to: query.to ?? null,
		...soughtIn(query.q ?? "", config),
		channel: query.channel,
		outcome: query.outcome,
		status: query.status,
		urgency: query.urgency,
		subject: query.subject ?? null,
		property: query.property ?? null,
		stairwell: query.stairwell ?? null,
		person: query.person ?? null,
		answeredWithin: query.answeredWithin,
		overdue: query.overdue,
		unacknowledged: query.unacknowledged,
		label: query.label ?? null,
		costs: query.costs,
		calls: callsMeant(ctx, query),
		now,
	};
}

function callsMeant(
	{ config, rotas }: Pick<Context, "config" | "rotas">,
	query: LogQuery,
): CallsMeant | null {
	if (!query.callFrom || !query.callTo) return null;
	const line = query.line ?? Object.keys(config.lines)[0] ?? "";
	return {
		...{ from: query.callFrom, to: query.callTo },
		outcome: query.callOutcome ?? null,
		isMissed: query.callMissed,
		weekday: query.callWeekday ?? null,
		hour: query.callHour ?? null,
		person: query.callPerson ?? null,
		within: query.callWithin ?? null,
		zone: rotas.current(line)?.rota.zone ?? "utc",
	};
}

function later(
	one: DateTime | undefined,
	other: DateTime | undefined,
): DateTime | null {
	if (!one || !other) return one ?? other ?? null;
	return one > other ? one : other;
}
