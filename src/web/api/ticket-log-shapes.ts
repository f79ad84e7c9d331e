import { z } from "zod";
import {
	callOutcomes,
	channels,
	ticketStatuses,
	urgencies,
} from "../../domain/ticket/ticket.ts";
import { instant, namedShapes } from "./shapes.ts";

export const logRow = z
	.object({
		number: z.string(),
		id: z.guid(),
		revision: z.int(),
		line: z.string(),
		channel: z.enum(channels),
		status: z.enum(ticketStatuses),
		outcome: z.enum(callOutcomes).nullable(),
		urgency: z.enum(urgencies),
		subject: z.string().nullable(),
		summary: z.string().nullable(),
		place: z
			.string()
			.nullable()
			.meta({ examples: ["Kiviparintie 2 B 12"] }),
		caller: z.string().nullable().meta({ description: "null is withheld" }),
		tenantName: z.string().nullable(),
		openedAt: instant,
		answeredBy: z.string().nullable(),
		answerSeconds: z.int().nullable(),
		assignee: z.string().nullable(),
		dueAt: instant.nullable(),
		missedCallAt: instant.nullable(),
		labels: z.array(z.string()),
		costs: z.boolean().nullable(),
		calls: z.int().meta({ description: "How many" }),
	})
	.register(namedShapes, {
		id: "TicketLogRow",
		description: "A ticket as a row of the log",
	});

export const ticketLog = z
	.object({
		tickets: z.array(logRow),
		next: z.string().nullable().meta({
			description: "`cursor` of the next page; null on the last",
		}),
	})
	.register(namedShapes, { id: "TicketLog" });

export const ticketLogSummary = z
	.object({
		unacknowledged: z.int(),
		open: z.int(),
		overdue: z.int(),
		most: z.int().meta({ description: "No more than so many are counted" }),
	})
	.register(namedShapes, {
		id: "TicketLogSummary",
		description: "How many tickets wait",
	});

export const logView = z
	.object({
		id: z.guid(),
		name: z.string(),
		filter: z.string().meta({ description: "As it stands in an address" }),
		isShared: z.boolean(),
		keptBy: z.string(),
		revision: z.int(),
	})
	.register(namedShapes, {
		id: "TicketLogView",
		description: "A filter of the log under a name",
	});

export const logViews = z
	.object({
		views: z.array(logView),
		first: z.guid().nullable().meta({
			description: "What the log shows the asker at first; null: everything",
		}),
	})
	.register(namedShapes, { id: "TicketLogViews" });

export type LogView = z.infer<typeof logView>;
export type LogViews = z.infer<typeof logViews>;
export type TicketLogRow = z.infer<typeof logRow>;
export type TicketLog = z.infer<typeof ticketLog>;
export type TicketLogSummary = z.infer<typeof ticketLogSummary>;
