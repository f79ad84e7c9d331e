import { z } from "zod";
import { urgencies } from "../../domain/ticket/ticket.ts";
import { namedShapes, sentence } from "./shapes.ts";

export const subject = z
	.object({
		id: z.string(),
		parent: z.string().nullable(),
		names: sentence,
		urgency: z.enum(urgencies).meta({
			description: "What a ticket of this subject is given at first",
		}),
		retired: z.boolean().meta({
			description: "Not to be chosen any more; older tickets keep it",
		}),
		revision: z.int(),
	})
	.register(namedShapes, {
		id: "Subject",
		description: "What a ticket is about: a branch or leaf of the tree",
	});

export const serviceClass = z
	.object({
		id: z.string(),
		names: sentence,
		minutes: z.record(z.enum(urgencies), z.int()).meta({
			description: "From the report until it is due, by urgency",
		}),
		properties: z.int().meta({
			description: "How many properties it holds for by name",
		}),
		revision: z.int(),
	})
	.register(namedShapes, {
		id: "ServiceClass",
		description: "How soon faults of a property are to be seen to",
	});

export const ticketSettings = z
	.object({
		subjects: z.array(subject).meta({
			description: "Each parent before its children, siblings in their order",
		}),
		serviceClasses: z.array(serviceClass),
	})
	.register(namedShapes, { id: "TicketSettings" });

export type Subject = z.infer<typeof subject>;
export type ServiceClass = z.infer<typeof serviceClass>;
export type TicketSettings = z.infer<typeof ticketSettings>;
