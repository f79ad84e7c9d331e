import { z } from "zod";
import { instant, namedShapes } from "./shapes.ts";

const times = {
	median: z.number().nullable().meta({
		description: "Seconds from arrival to being picked up; null: none was",
	}),
	ninetieth: z.number().nullable().meta({
		description: "Nine of ten calls were answered as soon or sooner",
	}),
};

const counted = z
	.object({
		calls: z.int().meta({
			description: "All that have ended, without callers turned away",
		}),
		outcomes: z.object({
			answered: z.int(),
			abandoned: z.int(),
			voicemail: z.int(),
			unanswered: z.int(),
			failed: z.int(),
		}),
		blocked: z.int(),
		answerSeconds: z.object(times),
		within: z
			.array(z.object({ seconds: z.int(), calls: z.int() }))
			.meta({ description: "How many were answered within so many seconds" }),
	})
	.register(namedShapes, { id: "CallNumbers" });

export const numbers = z
	.object({
		line: z.string().nullable(),
		zone: z.string(),
		from: instant,
		to: instant,
		all: counted,
		before: z
			.object({
				kind: z.enum(["month", "days"]),
				from: instant,
				to: instant,
				all: counted,
			})
			.meta({ description: "The span of the same kind right before" }),
		hours: z
			.array(
				z.object({
					weekday: z.int().meta({ description: "1 is Monday" }),
					hour: z.int(),
					calls: z.int(),
					answered: z.int(),
				}),
			)
			.meta({ description: "Hours of the week that had calls" }),
		people: z.array(
			z.object({
				line: z.string(),
				person: z.string().nullable(),
				name: z.string(),
				calls: z.int(),
				talkSeconds: z.int(),
				...times,
			}),
		),
	})
	.register(namedShapes, {
		id: "Numbers",
		description: "How the calls of a span went",
	});

export type Numbers = z.infer<typeof numbers>;
