import { z } from "zod";
import { emailOf } from "../../domain/account/email.ts";
import { instant, namedShapes } from "./shapes.ts";

/* What is told of duties, in the API. */

const timeOfDay = z
	.string()
	.regex(/^([01]\d|2[0-3]):[0-5]\d$/)
	.meta({ description: "On the rota's wall clock", examples: ["08:00"] });

const address = z
	.string()
	.max(254)
	.refine((text) => /^\+[1-9]\d{6,14}$/.test(text) || emailOf(text) !== null)
	.meta({
		description: "An e-mail address, or a number in international writing",
		examples: ["office@example.org", "+358401000009"],
	});

export const dutyNoticeSettings = z
	.strictObject({
		tellChanges: z.boolean().meta({
			description: "Tell people whenever their coming shifts change",
		}),
		dayBefore: z.strictObject({
			on: z.boolean(),
			hours: z
				.int()
				.min(1)
				.max(168)
				.meta({ description: "How long before a shift, on the wall clock" }),
		}),
		atHandoff: z.boolean(),
		confirmCall: z
			.strictObject({
				on: z.boolean(),
				minutesBefore: z.int().min(10).max(240),
			})
			.meta({ description: "The line rings who is next and asks for a key" }),
		digest: z.strictObject({
			on: z.boolean(),
			weekday: z.int().min(1).max(7).meta({ description: "1 is Monday" }),
			time: timeOfDay,
			to: z
				.array(address)
				.max(20)
				.meta({ description: "Empty: the office and the planners" }),
		}),
		quiet: z
			.strictObject({ from: timeOfDay, to: timeOfDay })
			.meta({ description: "Nobody is reminded in these hours" }),
	})
	.register(namedShapes, { id: "DutyNoticeSettings" });

const nextNotice = z.object({
	at: instant,
	kind: z.enum(["reminder", "confirm", "begins", "over"]),
	duty: z.string(),
	person: z.string(),
	name: z.string(),
});

const confirmation = z.object({
	id: z.uuid(),
	duty: z.string(),
	person: z.string(),
	name: z.string(),
	startsAt: instant,
	state: z.enum(["asked", "confirmed", "declined", "unanswered", "withdrawn"]),
	tries: z.int(),
	settledAt: instant.nullable(),
	alarms: z.int().meta({ description: "How often the office was alarmed" }),
	acknowledgedBy: z.string().nullable(),
	isOpen: z.boolean().meta({ description: "Somebody has to see to it" }),
});

const sentNotice = z.object({
	at: instant,
	purpose: z.string().meta({ examples: ["reminder", "begins", "digest"] }),
	channel: z.enum(["sms", "email"]),
	to: z.string().meta({ description: "A person of the rota, or an address" }),
	body: z.string(),
	status: z.string().meta({ examples: ["waiting", "sent", "failed"] }),
	error: z.string().nullable(),
});

export const dutyNotices = z
	.object({
		line: z.string(),
		zone: z.string(),
		settings: dutyNoticeSettings,
		mailIsSet: z.boolean(),
		next: nextNotice.nullable(),
		confirmations: z.array(confirmation),
		sent: z.array(sentNotice),
	})
	.register(namedShapes, {
		id: "DutyNotices",
		description: "What a line tells its people, and what it has told them",
	});

export const ownNotices = z
	.object({
		channel: z.enum(["sms", "email"]),
		email: z.string(),
		mailIsSet: z.boolean(),
	})
	.register(namedShapes, {
		id: "OwnNotices",
		description: "By which way you are told of your own duties",
	});

export type DutyNoticesView = z.output<typeof dutyNotices>;
export type OwnNoticesView = z.output<typeof ownNotices>;
