import { z } from "zod";
import { ticketStatuses } from "../../domain/ticket/ticket.ts";
import { instant, namedShapes } from "./shapes.ts";

const historyEntry = z
	.object({
		at: instant,
		actor: z.string(),
		action: z.string().meta({
			description: "In the past tense, e.g. ticket-acknowledged",
		}),
		says: z.string().meta({
			description: "The same as a sentence of the language asked for",
		}),
		reason: z.string().nullable(),
		before: z.unknown(),
		after: z.unknown(),
	})
	.register(namedShapes, {
		id: "HistoryEntry",
		description: "One entry of the audit log about a ticket",
	});

export const ticketNote = z
	.object({ id: z.guid(), at: instant, by: z.string(), body: z.string() })
	.register(namedShapes, { id: "TicketNote" });

export const ticketFile = z
	.object({
		id: z.guid(),
		at: instant,
		by: z.string(),
		name: z.string(),
		mediaType: z.string(),
		bytes: z.int(),
		isImage: z.boolean(),
		url: z.string().nullable().meta({ description: "null once it is erased" }),
	})
	.register(namedShapes, { id: "TicketFile" });

export const ticketMessage = z
	.object({
		id: z.guid(),
		direction: z.enum(["in", "out"]),
		channel: z.enum(["sms", "email"]),
		purpose: z.string(),
		sender: z.string().nullable(),
		recipient: z.string().nullable(),
		person: z.string().nullable().meta({
			description: "Of the line's rota, whose number or address it is",
		}),
		body: z.string(),
		status: z.string().meta({
			description: "waiting, the carrier's own word, sent, failed or held",
		}),
		error: z.string().nullable(),
		segments: z.int().nullable().meta({
			description: "Of a text message: how many it is paid as",
		}),
		price: z
			.object({ amount: z.number(), currency: z.string() })
			.nullable()
			.meta({ description: "As the carrier told it, or as configured" }),
		at: instant,
	})
	.register(namedShapes, {
		id: "TicketMessage",
		description:
			"A text message or e-mail about a ticket, and what became of it",
	});

const relatedTicket = z
	.object({
		number: z.string(),
		status: z.enum(ticketStatuses),
		openedAt: instant,
		summary: z.string().nullable(),
		place: z.string().nullable(),
		why: z.enum([
			"merged",
			"split",
			"same-flat",
			"same-stairwell",
			"same-caller",
		]),
		canMerge: z.boolean(),
	})
	.register(namedShapes, { id: "RelatedTicket" });

export const ticketHistory = z
	.object({
		entries: z.array(historyEntry).meta({ description: "Oldest first" }),
		notes: z.array(ticketNote),
		files: z.array(ticketFile),
		messages: z.array(ticketMessage),
		related: z.array(relatedTicket).meta({
			description:
				"Merged into it, split from it, or near enough to be the same fault",
		}),
	})
	.register(namedShapes, {
		id: "TicketHistory",
		description: "Everything that people did about a ticket",
	});

export type TicketHistory = z.infer<typeof ticketHistory>;
export type TicketMessage = z.infer<typeof ticketMessage>;
