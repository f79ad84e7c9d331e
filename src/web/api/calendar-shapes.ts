import { z } from "zod";
import { languages } from "../../domain/language.ts";
import { instant, namedShapes, sentence } from "./shapes.ts";

const subject = z.object({
	line: z.string(),
	kind: z.enum(["person", "duty"]),
	id: z.string().meta({ description: "Of the person, or the duty's name" }),
	name: z.string(),
	isMine: z.boolean().meta({
		description: "The asker's own shifts",
	}),
});

export const calendarFeed = z
	.object({
		id: z.uuid(),
		subject,
		alarmMinutes: z
			.array(z.int())
			.meta({ description: "Minutes before each shift" }),
		language: z.enum(languages).nullable(),
		createdAt: instant,
		createdBy: z.string(),
		fetchedAt: instant.nullable(),
	})
	.register(namedShapes, {
		id: "CalendarFeed",
		description: "A private calendar of shifts; its address is shown only once",
	});

export const calendarFeeds = z
	.object({
		feeds: z.array(calendarFeed),
		subjects: z.array(subject).meta({
			description: "What the asker may have a feed of",
		}),
	})
	.register(namedShapes, { id: "CalendarFeeds" });

export const newCalendarFeed = z
	.object({
		id: z.uuid(),
		url: z.url().meta({
			description:
				"Whoever has it can read the calendar; it is not shown again",
		}),
	})
	.register(namedShapes, { id: "NewCalendarFeed" });

export const calendarInUse = z
	.object({
		where: z
			.array(z.string())
			.meta({ description: "Layers that read it, e.g. duties.technician[1]" }),
		address: z.string().meta({
			description:
				"Enough to tell calendars apart; the whole of it is a secret",
		}),
		state: z.enum(["never-tried", "never-read", "well", "failing"]),
		readAt: instant.nullable(),
		triedAt: instant.nullable(),
		failing: z.object({ since: instant, why: sentence }).nullable(),
		shifts: z.int().meta({ description: "That were read from it" }),
		problems: z.array(z.object({ says: sentence, advises: sentence })),
	})
	.register(namedShapes, { id: "CalendarInUse" });

export const calendarsInUse = z
	.object({ calendars: z.array(calendarInUse) })
	.register(namedShapes, { id: "CalendarsInUse" });

export const readShifts = z
	.object({
		rows: z.array(
			z.object({
				row: z.int().meta({ description: "In the file, from 1" }),
				person: z.string().nullable(),
				start: z.string().nullable(),
				end: z.string().nullable(),
				text: z.string().meta({ description: "As it stands in the file" }),
				problems: z.array(sentence),
			}),
		),
		shifts: z
			.array(
				z.object({ person: z.string(), start: z.string(), end: z.string() }),
			)
			.meta({ description: "Of the rows without problems" }),
		problems: z
			.array(sentence)
			.meta({ description: "Of the file as a whole; then there are no rows" }),
	})
	.register(namedShapes, { id: "ReadShifts" });

export type CalendarFeed = z.infer<typeof calendarFeed>;
export type CalendarFeeds = z.infer<typeof calendarFeeds>;
export type NewCalendarFeed = z.infer<typeof newCalendarFeed>;
export type CalendarInUse = z.infer<typeof calendarInUse>;
export type CalendarsInUse = z.infer<typeof calendarsInUse>;
export type ReadShifts = z.infer<typeof readShifts>;
