import { z } from "zod";
import { instant, namedShapes, sentence } from "./shapes.ts";

const burden = z
	.object({
		hours: z.number(),
		nights: z.number().meta({
			description: "A night is whole for whoever has most of it",
		}),
		nightHours: z.number(),
		weekendHours: z.number().meta({ description: "On Saturdays and Sundays" }),
		holidayHours: z
			.number()
			.meta({ description: "On holidays, and on the eves the rota lists" }),
		clockChangeNights: z.number(),
	})
	.register(namedShapes, {
		id: "Burden",
		description: "Hours that passed, over clock changes too",
	});

export const personsBurden = z
	.object({
		person: z.string(),
		name: z.string(),
		has: burden,
		even: burden.meta({
			description: "If all who took turns at the time had taken the same",
		}),
		shifts: z.int(),
		share: z.number().meta({ description: "Of all hours, 0 to 1" }),
		evenShare: z.number(),
		difference: z
			.number()
			.meta({ description: "Hours above, or below, an even share" }),
		standing: z.enum(["above", "below", "even"]),
	})
	.register(namedShapes, { id: "PersonsBurden" });

const sharing = z
	.object({
		firstLine: sentence,
		people: z.array(personsBurden),
		gapHours: z.number(),
	})
	.register(namedShapes, {
		id: "Sharing",
		description: "How the duties are shared",
	});

export const fairnessAnswer = z
	.object({
		line: z.string(),
		zone: z.string(),
		from: instant,
		to: instant,
		night: z.string().meta({ examples: ["22:00-06:00"] }),
		duties: z.array(z.string()).meta({
			description: "All duties of the line; `duty` asks for one of them",
		}),
		planned: sharing.meta({ description: "By the newest rota" }),
		held: sharing.meta({
			description: "By the rotas as they were in force, up to now",
		}),
	})
	.register(namedShapes, { id: "Fairness" });

export const myHours = z
	.object({
		from: instant,
		to: instant,
		lines: z.array(
			z.object({
				line: z.string(),
				name: z.string(),
				planned: personsBurden.nullable(),
				held: personsBurden.nullable(),
			}),
		),
	})
	.register(namedShapes, {
		id: "MyHours",
		description: "The asker's own hours on each line that names them",
	});

export const standbyPayAnswer = z
	.object({
		line: z.string(),
		from: instant,
		to: instant,
		night: z.string(),
		rows: z.array(
			z.object({
				person: z.string(),
				name: z.string(),
				dayClass: z.string(),
				part: z.enum(["day", "night"]),
				hours: z.number(),
				callOuts: z.int(),
				callOutMinutes: z.number(),
			}),
		),
		callOuts: z.array(
			z.object({
				person: z.string(),
				name: z.string(),
				at: instant,
				talkSeconds: z.number().nullable(),
				ticket: z.string(),
				dayClass: z.string(),
				part: z.enum(["day", "night"]),
			}),
		),
	})
	.register(namedShapes, { id: "StandbyPay" });

export type FairnessAnswer = z.infer<typeof fairnessAnswer>;
export type PersonsBurdenView = z.infer<typeof personsBurden>;
