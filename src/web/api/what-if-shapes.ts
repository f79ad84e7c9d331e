import { z } from "zod";
import { languages } from "../../domain/language.ts";
import { because, instant, namedShapes, sentence } from "./shapes.ts";

const spoken = z.union([
	z.object({ text: z.string() }),
	z.object({ audio: z.string() }),
]);

export const callFacts = z
	.object({
		line: z.object({
			id: z.string(),
			number: z.string(),
			name: sentence,
			language: z.enum(languages),
			languages: z.array(z.enum(languages)),
			notices: z.object({
				recording: z.boolean(),
				charge: sentence.optional(),
			}),
			voicemail: z.object({ enabled: z.boolean(), maxSeconds: z.number() }),
			prompts: z.record(z.string(), z.partialRecord(z.enum(languages), spoken)),
		}),
		ourNumbers: z.array(z.string()),
		caller: z.object({
			number: z.string().nullable().meta({
				description: "As it was understood; null: withheld",
			}),
			blocked: z.boolean(),
			language: z.enum(languages).nullable().meta({
				description: "What they chose in an earlier call",
			}),
		}),
	})
	.register(namedShapes, {
		id: "CallFacts",
		description: "What a call of the line needs besides the rota",
	});

export const whatIfAnswer = z
	.object({
		line: z.string(),
		version: z.int().nullable().meta({
			description: "The published version that was asked; null for a draft",
		}),
		at: instant,
		zone: z.string(),
		firstLine: sentence,
		office: z.object({ open: z.boolean(), until: instant.nullable(), because }),
		duties: z.record(
			z.string(),
			z.object({
				person: z.string().nullable().meta({ description: "null is a gap" }),
				until: instant.nullable(),
				because,
			}),
		),
		steps: z.array(
			z.object({
				people: z.array(
					z.object({
						id: z.string(),
						name: z.string(),
						answers: z.enum(["confirm", "directly"]),
					}),
				),
				atSeconds: z.number(),
				ringSeconds: z.number(),
				because: sentence,
			}),
		),
		lastly: z.enum(["message-box", "hang-up", "turned-away"]),
		script: z.array(
			z.object({
				who: z
					.object({ person: z.string(), name: z.string() })
					.nullable()
					.meta({ description: "null is the tenant" }),
				kind: z.string(),
				says: sentence,
				language: z.enum(languages).nullable(),
				atSeconds: z.number(),
				seconds: z.number(),
			}),
		),
		ending: z.enum(["message-box", "hang-up", "turned-away", "answered"]),
	})
	.register(namedShapes, {
		id: "WhatIf",
		description: "What would happen to a call, and what everybody would hear",
	});

/** Text that a database takes: no control characters, no halves of a letter. */
export const plainText = z.string().regex(/^[^\p{Cc}\p{Cs}]*$/u);

export const expectation = z.discriminatedUnion("kind", [
	z.strictObject({
		kind: z.literal("rings"),
		steps: z
			.array(z.array(z.string().min(1).max(200)).min(1).max(100))
			.max(100)
			.meta({ description: "Ids of the people, step by step" }),
	}),
	z.strictObject({ kind: z.literal("office"), open: z.boolean() }),
	z.strictObject({
		kind: z.literal("covered"),
		duty: plainText.min(1).max(200),
	}),
]);

export const savedWhatIf = z
	.object({
		id: z.guid(),
		name: z.string(),
		at: z.string(),
		yearly: z.boolean(),
		caller: z.string().nullable(),
		expects: expectation,
		keptAt: instant,
		keptBy: z.string(),
		check: z
			.object({
				at: instant,
				holds: z.boolean(),
				expected: sentence,
				found: sentence,
			})
			.nullable()
			.meta({
				description: "By the published rota; null when its time is past",
			}),
	})
	.register(namedShapes, {
		id: "SavedWhatIf",
		description: "A what-if that each publish asks, with what it is to say",
	});

export type CallFacts = z.infer<typeof callFacts>;
export type WhatIfAnswer = z.infer<typeof whatIfAnswer>;
export type SavedWhatIfView = z.infer<typeof savedWhatIf>;
