import { z } from "zod";
import { languages } from "../../domain/language.ts";
import { ticketActions } from "../../domain/ticket/life.ts";
import { tenantCallOutcomes } from "../../domain/ticket/tenant-call.ts";
import { ticketStatuses, urgencies } from "../../domain/ticket/ticket.ts";
import { instant, namedShapes, sentence } from "./shapes.ts";
import { ticketFile, ticketNote } from "./ticket-history-shapes.ts";

const subjectPath = sentence.nullable().meta({
	description: "From the top of the tree down to it, e.g. Water › Leak",
});

const myTicketRow = z
	.object({
		number: z.string(),
		line: z.string(),
		lineName: sentence,
		status: z.enum(ticketStatuses),
		urgency: z.enum(urgencies),
		summary: z.string().nullable(),
		subject: subjectPath,
		place: z.string().nullable(),
		tenantName: z.string().nullable(),
		openedAt: instant,
		missedCallAt: instant.nullable(),
		onSiteAt: instant.nullable(),
		dueAt: instant.nullable(),
		doneAt: instant.nullable(),
		assigneeName: z.string().nullable(),
		isMine: z.boolean().meta({
			description: "Theirs who asks; else it waits for anybody on duty",
		}),
	})
	.register(namedShapes, { id: "MyTicketRow" });

export const myTicketsShape = z
	.object({
		at: instant,
		tickets: z.array(myTicketRow).meta({
			description: "What waits longest for an answer first; done ones last",
		}),
	})
	.register(namedShapes, {
		id: "MyTickets",
		description:
			"Your open tickets, those that nobody has acknowledged where you are on duty, and what you did in the last 24 hours",
	});

const tenantCallView = z
	.object({
		by: z.string(),
		at: instant,
		state: z.enum(["ringing-technician", "ringing-tenant", "talking", "over"]),
		outcome: z.enum(tenantCallOutcomes).nullable(),
		talkSeconds: z.int().nullable(),
	})
	.register(namedShapes, {
		id: "TenantCall",
		description: "A call to the tenant through the number of the line",
	});

export const myTicketShape = z
	.object({
		at: instant.meta({ description: "The service's time" }),
		number: z.string(),
		revision: z.int(),
		line: z.object({
			id: z.string(),
			name: sentence,
			number: z.string(),
			zone: z.string(),
		}),
		status: z.enum(ticketStatuses),
		urgency: z.enum(urgencies),
		summary: z.string().nullable(),
		subject: subjectPath,
		place: z
			.object({
				words: z.string(),
				/** With postal code and city, for a map. */
				address: z.string(),
				latitude: z.number().nullable(),
				longitude: z.number().nullable(),
			})
			.nullable(),
		tenant: z.object({
			name: z.string().nullable(),
			language: z.enum(languages),
		}),
		openedAt: instant,
		acknowledgedAt: instant.nullable(),
		underWayAt: instant.nullable(),
		onSiteAt: instant.nullable(),
		doneAt: instant.nullable(),
		closedAt: instant.nullable(),
		missedCallAt: instant.nullable(),
		dueAt: instant.nullable(),
		mergedInto: z.string().nullable(),
		assignee: z.object({ name: z.string(), isYou: z.boolean() }).nullable(),
		can: z.array(z.enum(ticketActions)).meta({
			description: "What you may do with it now",
		}),
		recordings: z.array(
			z.object({
				sid: z.string(),
				at: instant,
				seconds: z.number().nullable(),
				url: z.string(),
			}),
		),
		notes: z.array(ticketNote),
		files: z.array(ticketFile),
		earlier: z
			.array(
				z.object({
					number: z.string(),
					openedAt: instant,
					status: z.enum(ticketStatuses),
					summary: z.string().nullable(),
					subject: subjectPath,
				}),
			)
			.meta({ description: "Of the same flat or caller, the newest first" }),
		tenantCall: z.object({
			isPossible: z.boolean().meta({
				description: "There is a number to call, and a phone of yours",
			}),
			latest: tenantCallView.nullable(),
		}),
	})
	.register(namedShapes, {
		id: "MyTicket",
		description:
			"One ticket as whoever works on it needs it. The tenant's number is not in it",
	});

export const ticketLinkShape = z
	.object({
		number: z.string().meta({ description: "Of the ticket that it opens" }),
		sentFor: z.string().meta({
			description:
				"Of the ticket that its message told of, which may have become a part of that one",
		}),
		name: z.string().meta({ description: "Whose link it is" }),
		heldBy: z.string().nullable().meta({
			description: "Who else has the ticket: the link only shows it meanwhile",
		}),
	})
	.register(namedShapes, { id: "TicketLink" });

export type MyTickets = z.infer<typeof myTicketsShape>;
export type MyTicketRow = z.infer<typeof myTicketRow>;
export type MyTicket = z.infer<typeof myTicketShape>;
export type TicketLink = z.infer<typeof ticketLinkShape>;
export type TenantCallView = z.infer<typeof tenantCallView>;
