import { z } from "zod";
import { because, instant, namedShapes, sentence } from "./shapes.ts";

const people = z.array(z.object({ id: z.string(), name: z.string() }));

export const wouldHave = z
	.object({
		call: z.string().meta({ description: "The carrier's id of the call" }),
		at: instant.meta({ description: "When the call arrived" }),
		routedBy: z.int().nullable().meta({
			description: "Version that the call was routed by; null when none was",
		}),
		version: z.int().meta({ description: "The version that is asked" }),
		firstLine: sentence,
		office: z.object({ open: z.boolean(), because }),
		did: z.array(
			z.object({
				people,
				ringSeconds: z.number(),
				wasReached: z.boolean().meta({
					description: "false: planned, but the call was over before",
				}),
			}),
		),
		would: z.array(
			z.object({
				people,
				atSeconds: z.number(),
				ringSeconds: z.number(),
				because: sentence,
			}),
		),
		lastly: z.enum(["message-box", "hang-up", "turned-away"]),
		isSame: z.boolean(),
		differs: z.array(sentence),
	})
	.register(namedShapes, {
		id: "WouldHave",
		description:
			"What another version of the rota would have made of a call, beside what did happen",
	});

export type WouldHave = z.infer<typeof wouldHave>;
