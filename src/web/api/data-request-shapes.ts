import { z } from "zod";
import { instant, namedShapes } from "./shapes.ts";

const instantOrNull = instant.nullable();
const text = z.string();
const textOrNull = z.string().nullable();
const ticket = text.meta({ description: "Number of the ticket" });

export const heldShape = {
	tenants: z.array(
		z.object({
			...{ id: z.guid(), key: textOrNull, name: text },
			...{ numbers: z.array(text), language: textOrNull, place: textOrNull },
			isRemoved: z.boolean(),
		}),
	),
	tickets: z.array(
		z.object({
			...{ number: text, line: text, channel: text, status: text },
			...{ openedAt: instant, summary: textOrNull, place: textOrNull },
			...{ subject: textOrNull, labels: z.array(text) },
			because: z.enum(["caller", "tenant"]),
		}),
	),
	calls: z.array(
		z.object({
			...{ sid: text, ticket, arrivedAt: instant, endedAt: instantOrNull },
			...{ language: text, outcome: textOrNull, answeredBy: textOrNull },
			talkSeconds: z.int().nullable(),
		}),
	),
	recordings: z.array(
		z.object({
			...{ sid: text, ticket, seconds: z.int().nullable(), state: text },
			url: textOrNull.meta({
				description: "Where it can be downloaded; null when it is not here",
			}),
		}),
	),
	messages: z.array(
		z.object({
			...{ ticket: textOrNull, direction: z.enum(["in", "out"]) },
			...{ at: instant, sender: textOrNull, recipient: textOrNull },
			...{ body: text, status: text },
		}),
	),
	notes: z.array(z.object({ ticket, at: instant, by: text, body: text })),
	files: z.array(
		z.object({
			...{ id: z.guid(), ticket, at: instant, by: text, name: text },
			...{ mediaType: text, bytes: z.number(), url: text },
		}),
	),
	mentions: z
		.array(
			z.object({
				...{ id: text, ticket: textOrNull, at: instant, text },
				in: z.enum(["note", "summary", "label", "message"]),
			}),
		)
		.meta({
			description:
				"What was written elsewhere, about others, and names the number",
		}),
	callsToThem: z.array(
		z.object({ ticket, at: instant, by: text, outcome: textOrNull }),
	),
	languages: z.array(z.object({ language: text, chosenAt: instant })),
	optOuts: z.array(z.object({ line: text, since: instant })),
	auditEntries: z.array(
		z.object({
			id: text,
			at: instant,
			actor: text,
			action: text,
			subject: text,
		}),
	),
};

export const dataRequest = z
	.object({
		number: text.meta({ description: "E.164" }),
		...heldShape,
		erasures: z.array(z.object({ at: instant, by: text })).meta({
			description: "When the number was erased before, newest first",
		}),
	})
	.register(namedShapes, {
		id: "DataRequest",
		description: "Everything that is held on a phone number",
	});

export const erasedShape = z
	.object({
		...{ tenants: z.int(), tickets: z.int(), calls: z.int() },
		...{ recordings: z.int(), messages: z.int(), notes: z.int() },
		files: z.int(),
		mentions: z.int().meta({
			description: "Texts about others that named the number",
		}),
		views: z.int().meta({
			description: "Kept searches of the log that held the number",
		}),
	})
	.register(namedShapes, { id: "Erased", description: "How much was erased" });

export type DataRequest = z.infer<typeof dataRequest>;
export type Erased = z.infer<typeof erasedShape>;
