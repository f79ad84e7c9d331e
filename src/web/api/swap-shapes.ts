import { z } from "zod";
import { absenceKinds } from "../../domain/rota/absence.ts";
import { swapChoices } from "../../domain/swap/choices.ts";
import { swapStates } from "../../domain/swap/swap.ts";
import { instant, namedShapes, sentence } from "./shapes.ts";

/* Swaps, absences and one's own shifts in the API. */

export const personName = z.object({
	id: z.string().meta({ description: "Id within the line's rota" }),
	name: z.string(),
});

const shift = z
	.object({ duty: z.string(), start: instant, end: instant })
	.register(namedShapes, {
		id: "DutySpan",
		description: "A piece of a duty's time: start <= t < end",
	});

export const swapShape = z
	.object({
		id: z.uuid(),
		line: z.string(),
		lineName: sentence,
		zone: z.string().meta({ description: "IANA time zone of the rota" }),
		state: z.enum(swapStates),
		version: z.int().meta({ description: "Counts its changes" }),
		shift,
		giver: personName,
		asked: personName.nullable().meta({
			description: "The colleague who was asked; null: offered to anyone",
		}),
		taker: personName.nullable(),
		inReturn: shift
			.nullable()
			.meta({ description: "What the taker gives in return" }),
		note: z.string().nullable(),
		shortRest: z.boolean().meta({
			description: "Somebody gets less than 11 hours' rest by it",
		}),
		steps: z.array(
			z.object({
				at: instant,
				by: z.string(),
				did: z.string(),
				why: z.string().nullable(),
				because: sentence.nullable(),
			}),
		),
		mine: z.boolean().meta({
			description: "You give it, were asked, or take it",
		}),
		can: z.array(z.enum(swapChoices)).meta({
			description: "What you may do with it now",
		}),
	})
	.register(namedShapes, { id: "Swap" });

export const swapsShape = z.object({ at: instant, swaps: z.array(swapShape) });

export const candidate = z
	.object({
		person: z.string(),
		name: z.string(),
		fit: z.enum(["fit", "short-rest"]).meta({
			description:
				"short-rest: less than 11 hours before or after, so a planner has to approve",
		}),
	})
	.register(namedShapes, {
		id: "Candidate",
		description:
			"Somebody who could take a shift: free, not away; the rested first",
	});

export const myShiftsShape = z
	.object({
		at: instant,
		until: instant,
		lines: z.array(
			z.object({
				line: z.string(),
				lineName: sentence,
				zone: z.string(),
				you: personName,
				approval: z.boolean().meta({
					description: "Planners approve swaps before they count",
				}),
				colleagues: z
					.array(personName.extend({ shifts: z.array(shift) }))
					.meta({
						description:
							"The others with their shifts over the same weeks, for a shift in return",
					}),
				shifts: z.array(
					shift.extend({
						running: z.boolean(),
						swap: swapShape.nullable().meta({
							description: "The open swap about it, or by which you have it",
						}),
						couldTake: z.array(candidate),
					}),
				),
			}),
		),
	})
	.register(namedShapes, { id: "MyShifts" });

const localTime = z.string().regex(/^\d{2}:\d{2}$/);

const absenceParts = {
	from: z.iso.date(),
	fromTime: localTime.optional(),
	to: z.iso.date().meta({ description: "Inclusive" }),
	toTime: localTime.optional(),
};

export const absenceShape = z
	.object({
		id: z.uuid(),
		line: z.string(),
		person: personName,
		kind: z.enum([...absenceKinds, "away"]).meta({
			description: "`away` for whoever may not see everybody's kinds",
		}),
		...absenceParts,
		note: z.string().nullable(),
		recordedBy: z.string().nullable(),
		mine: z.boolean(),
		hits: z
			.array(shift.extend({ couldTake: z.array(candidate) }))
			.meta({ description: "Shifts to come that it falls upon" }),
	})
	.register(namedShapes, { id: "Absence" });

export const absencesShape = z.object({ absences: z.array(absenceShape) });

export const absenceBody = z.strictObject({
	line: z.string().min(1).max(100).optional().meta({
		description: "Default: every line whose rota names you",
	}),
	person: z.string().min(1).max(200).optional().meta({
		description: "Default: you; others need the right to keep everybody's",
	}),
	kind: z.enum(absenceKinds),
	...absenceParts,
	note: z.string().trim().max(500).optional(),
});

export const swapSettings = z
	.object({
		line: z.string(),
		approval: z.boolean().meta({
			description: "Planners approve swaps before they count",
		}),
	})
	.register(namedShapes, { id: "SwapSettings" });

export type SwapView = z.infer<typeof swapShape>;
export type Swaps = z.infer<typeof swapsShape>;
export type MyShifts = z.infer<typeof myShiftsShape>;
export type AbsenceView = z.infer<typeof absenceShape>;
export type Absences = z.infer<typeof absencesShape>;
export type SwapSettings = z.infer<typeof swapSettings>;
