import { z } from "zod";
import { purposes } from "../../domain/ticket/purposes.ts";
import { placeholders } from "../../domain/ticket/templates.ts";
import { namedShapes } from "./shapes.ts";

const messageText = z
	.object({
		text: z.string().meta({
			description:
				"With placeholders such as {number}; what stands in [] is left out where a placeholder in it is empty",
		}),
		builtIn: z.string(),
		isOwn: z.boolean().meta({ description: "An admin wrote it" }),
		revision: z.int().meta({ description: "0 for the built-in text" }),
	})
	.register(namedShapes, { id: "MessageText" });

const messagePurpose = z
	.object({
		purpose: z.enum(purposes),
		audience: z.enum(["technician", "office", "tenant"]),
		known: z.array(z.enum(placeholders)).meta({
			description: "Placeholders that its text may have",
		}),
		required: z.array(z.enum(placeholders)),
		texts: z.object({ fi: messageText, sv: messageText, en: messageText }),
	})
	.register(namedShapes, { id: "MessagePurpose" });

export const messageTexts = z
	.object({
		purposes: z.array(messagePurpose),
		price: z
			.object({ amount: z.number(), currency: z.string() })
			.nullable()
			.meta({
				description: "What one text message costs, where it is configured",
			}),
	})
	.register(namedShapes, {
		id: "MessageTexts",
		description: "The words of the messages about tickets",
	});

export type MessageTexts = z.infer<typeof messageTexts>;
export type MessagePurpose = z.infer<typeof messagePurpose>;
