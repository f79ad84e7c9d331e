import { z } from "zod";
import { changeTicket } from "../../actions/change-ticket.ts";
import { longestLabel, mostLabels } from "../../domain/ticket/labels.ts";
import { urgencies } from "../../domain/ticket/ticket.ts";
import { jsonEndpoint } from "./endpoint.ts";
import { instantParameter } from "./instant.ts";
import { ticket } from "./shapes.ts";
import { seenRevision } from "./ticket-life.ts";
import { manyLines, oneLine } from "./ticket-texts.ts";
import {
	actorOf,
	knownTicket,
	ticketAfter,
	ticketNumber,
} from "./ticket-views.ts";

export const changeTicketEndpoint = jsonEndpoint({
	method: "put",
	path: "/tickets/{number}",
	summary: "Changes what is said of a ticket; what is left out stays",
	permission: "edit tickets",
	parameters: { number: ticketNumber },
	body: z.strictObject({
		revision: seenRevision,
		reason: manyLines(500).optional(),
		summary: oneLine(200).nullable().optional(),
		subject: oneLine(100).nullable().optional().meta({
			description: "Id; brings its urgency unless one is given",
		}),
		urgency: z.enum(urgencies).optional(),
		property: z.guid().nullable().optional(),
		stairwell: oneLine(40).optional(),
		flat: oneLine(40).optional(),
		tenant: z.guid().nullable().optional(),
		labels: z.array(oneLine(longestLabel)).max(mostLabels).optional(),
		costs: z.boolean().nullable().optional(),
		dueAt: instantParameter.nullable().optional().meta({
			description: "Follows urgency and property until it is given",
		}),
	}),
	answers: ticket,
	refuses: {
		404: "There is no such ticket",
		409: "Somebody was faster; the sentence says who and what",
		422: "No such subject, property or tenant",
	},
	handle: async (ctx, { parameters, body, asker, language }) => {
		const { number } = await knownTicket(ctx, parameters.number, language);
		const { revision, reason, ...given } = body;
		const details = {
			...given,
			...(given.summary === "" && { summary: null }),
			...(given.subject === "" && { subject: null }),
		};
		const by = actorOf(ctx, asker);
		const change = { number, by, revision, reason, details };
		return ticketAfter(ctx, await changeTicket(ctx, change), language);
	},
});
