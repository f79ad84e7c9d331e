import { z } from "zod";
import { languages } from "../../domain/language.ts";
import { absenceKinds } from "../../domain/rota/absence.ts";
import { because, instant, namedShapes, sentence } from "./shapes.ts";

/* The rota document in the API: the same value as the YAML file, described for whoever reads or writes it by program. */

const localDate = z.iso.date();
const localTime = z
	.string()
	.meta({ description: "On the wall clock", examples: ["08:00", "24:00"] });
const rotaTime = z.string().meta({
	description: "Local to the rota's zone, or with an offset or Z",
	examples: ["2026-12-24T15:00"],
});
const rule = z.string().meta({
	description: "RFC 5545 recurrence rule",
	examples: ["FREQ=WEEKLY;BYDAY=FR"],
});

const window = z.object({
	rrule: rule,
	start: localTime,
	end: localTime,
	since: localDate.optional(),
	until: localDate.optional(),
});

const writtenShift = z.object({
	person: z.string(),
	start: rotaTime,
	end: rotaTime,
});

const layer = z.union([
	z.object({
		rotation: z.object({
			people: z.array(z.string()),
			start: rotaTime,
			rrule: rule,
			during: z.array(window).optional(),
		}),
	}),
	z.object({ shifts: z.array(writtenShift) }),
	z.object({ calendar: z.object({ url: z.string() }) }),
]);

export const override = z.strictObject({
	duty: z.string().min(1).max(200),
	start: rotaTime.min(1).max(40),
	end: rotaTime.min(1).max(40),
	person: z
		.string()
		.min(1)
		.max(200)
		.meta({ description: "Id of a person, or `nobody` for a gap on purpose" }),
	instead: z.string().min(1).max(200).optional(),
	why: z.string().max(500).optional(),
});

const ringSteps = z.array(
	z.object({ ring: z.array(z.string()), seconds: z.number() }),
);

export const rotaDocument = z
	.object({
		rota: z.literal(1),
		line: z.string(),
		name: z.string(),
		zone: z.string().meta({ description: "IANA time zone" }),
		people: z.record(
			z.string(),
			z.object({
				name: z.string(),
				phone: z.string().meta({ description: "E.164" }),
				email: z.string().optional(),
				language: z.enum(languages).optional(),
				answers: z.enum(["confirm", "directly"]).optional(),
			}),
		),
		holidays: z
			.object({
				country: z.string(),
				eves: z.array(z.string()).optional(),
				also: z
					.array(z.object({ date: localDate, name: z.string() }))
					.optional(),
				except: z.array(z.object({ date: localDate })).optional(),
			})
			.optional(),
		hours: z.array(window),
		special: z
			.array(
				z.object({
					date: localDate,
					open: z.array(z.object({ start: localTime, end: localTime })),
					why: z.string().optional(),
				}),
			)
			.optional(),
		duties: z.record(z.string(), z.array(layer)),
		overrides: z.array(override).optional(),
		routing: z.object({ open: ringSteps, closed: ringSteps }),
		fallback: z.array(z.string()),
	})
	.register(namedShapes, {
		id: "Rota",
		description: "The rota of one line, as in its YAML file",
	});

/** A rota as somebody sends it. What is wrong with it is told place by place, so the schema only points to it. */
export const sentRota = z.unknown().meta({ $ref: "#/components/schemas/Rota" });

const holidayCalendar = z.object({
	country: z.string(),
	firstYear: z.int(),
	lastYear: z.int(),
	holidays: z.array(
		z.object({ date: localDate, name: sentence, kind: z.string() }),
	),
});

const versionFacts = {
	version: z.int(),
	publishedAt: instant,
	publishedBy: z.string(),
	note: z.string().nullable(),
};

export const rotaVersionShape = z
	.object({ line: z.string(), ...versionFacts })
	.register(namedShapes, {
		id: "RotaVersion",
		description: "Who published a version, when and why",
	});

export const rotaDraftShape = z
	.object({
		basedOn: z.int().meta({ description: "The version it began with" }),
		rota: rotaDocument,
		revision: z.int().meta({ description: "Counts the saves from 1" }),
		updatedAt: instant,
	})
	.register(namedShapes, {
		id: "RotaDraft",
		description: "What somebody has changed and not yet published",
	});

/** What a rota means besides what is written in it. */
const rotaInputs = {
	holidays: holidayCalendar.nullable(),
	calendars: z
		.record(
			z.string(),
			z.object({
				readAt: z.string().nullable(),
				shifts: z.array(writtenShift),
				strange: z.array(z.unknown()),
				unreadable: z.array(z.unknown()),
				failing: z.unknown(),
			}),
		)
		.meta({ description: "Copies of the calendars that its layers read" }),
	absences: z
		.array(
			z.object({
				id: z.string(),
				line: z.string(),
				person: z.string(),
				kind: z.enum([...absenceKinds, "away"]),
				from: localDate,
				to: localDate,
				fromTime: localTime.optional(),
				toTime: localTime.optional(),
				note: z.string().optional(),
			}),
		)
		.meta({
			description:
				"Who is away; kinds and notes only for the office and planners",
		}),
};

export const rotaView = z
	.object({
		line: z.string(),
		...versionFacts,
		rota: rotaDocument,
		newest: z.int().meta({ description: "The newest version of the line" }),
		...rotaInputs,
	})
	.register(namedShapes, {
		id: "RotaView",
		description: "A published rota, with what is needed to work out its shifts",
	});

export const rotasShape = z
	.object({ rotas: z.array(rotaVersionShape.extend({ name: z.string() })) })
	.register(namedShapes, { id: "Rotas" });

export const rotaProblem = z
	.object({
		key: z.string().meta({
			description: "Names the problem when a warning is accepted",
		}),
		id: z.string(),
		severity: z.enum(["error", "warning"]),
		where: z.string(),
		what: z.string(),
		fix: z.string(),
		says: sentence,
		advises: sentence,
		about: z.string().optional().meta({
			description: "What it is about, where its words change with time",
		}),
	})
	.register(namedShapes, {
		id: "RotaProblem",
		description: "What is wrong with a rota, or worth a look",
	});

export const rotaDifference = z
	.object({
		duty: z.string().meta({ description: "A duty, or `office`" }),
		start: instant,
		end: instant,
		before: z.string().nullable(),
		after: z.string().nullable(),
	})
	.register(namedShapes, {
		id: "RotaDifference",
		description: "Hours that change hands",
	});

const shift = z
	.object({
		start: instant,
		end: instant,
		person: z.string().nullable(),
		because,
	})
	.register(namedShapes, { id: "Shift" });

export const rotaReview = z
	.object({
		at: instant.meta({
			description: "When it was looked at; `reviewedAt` of the publish",
		}),
		problems: z.array(rotaProblem),
		changes: z.array(rotaDifference),
		nights: z.array(
			z.object({
				kind: z.enum(["clocks-forward", "clocks-back", "eve"]),
				name: sentence.nullable(),
				start: instant,
				end: instant,
				duties: z.record(z.string(), z.array(shift)),
				changes: z.array(rotaDifference),
			}),
		),
		swaps: z
			.array(z.object({ fate: z.enum(["follows", "dies"]), what: sentence }))
			.meta({
				description: "Swaps that move along with their shifts, or cannot",
			}),
	})
	.register(namedShapes, {
		id: "RotaReview",
		description: "What a publish would change, and what it leaves open",
	});

export const acceptedWarnings = z
	.array(
		z.strictObject({
			problem: z.string().max(2000).meta({ description: "Its `key`" }),
			reason: z.string().trim().min(1).max(500),
		}),
	)
	.max(1000);

export const rotaPublished = z
	.object({
		line: z.string(),
		version: z.int(),
		problems: z
			.array(rotaProblem)
			.meta({ description: "The warnings that were accepted" }),
	})
	.register(namedShapes, { id: "RotaPublished" });

export type ReviewView = z.infer<typeof rotaReview>;
export type RotaView = z.infer<typeof rotaView>;
export type RotaDraftView = z.infer<typeof rotaDraftShape>;
export type RotaVersionView = z.infer<typeof rotaVersionShape>;
export type RotasView = z.infer<typeof rotasShape>;
export type RotaPublishedView = z.infer<typeof rotaPublished>;
