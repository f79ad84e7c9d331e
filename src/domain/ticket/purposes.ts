/** What the messages of a ticket are for. */
import { placeholders, type TemplateRules } from "./templates.ts";

export const purposes = [
	/** To who took the call: the ticket to go with it. */
	"taken",
	/** To who would have been rung when the caller hung up. */
	"missed",
	/** Nobody took the call, and there is a message. */
	"voicemail",
	/** Nobody took the call, and there is no message. */
	"unanswered",
	/** Still nobody has acknowledged it. */
	"alarm",
	/** To who has the ticket: its caller called again. */
	"called-again",
	/** To who is to have the ticket. */
	"assigned",
	/** To who was given the ticket and has not acknowledged it. */
	"reminder",
	/** To the office: who was given the ticket has not acknowledged it. */
	"unacknowledged",
	/** The time by which it was to be done has passed. */
	"overdue",
	/** Who had the ticket has it no more, and nobody else has. */
	"given-back",
	/** To the managers: nobody has acknowledged it in spite of reminders. */
	"escalated",
	/** To the tenant: its number. */
	"receipt",
	/** To the tenant: somebody is on the way. */
	"under-way",
	/** To the tenant: the work is finished. */
	"done",
] as const;

export type Purpose = (typeof purposes)[number];

export type Audience = "technician" | "office" | "tenant";

/** Whom it is written for. */
export function audienceOf(purpose: Purpose): Audience {
	switch (purpose) {
		case "receipt":
		case "under-way":
		case "done":
			return "tenant";
		case "unacknowledged":
		case "given-back":
		case "escalated":
			return "office";
		default:
			return "technician";
	}
}

/** What its text may tell, and what it cannot do without: a tenant learns no more than is needed, for a phone lies on a table. */
export function rulesOf(purpose: Purpose): TemplateRules {
	return audienceOf(purpose) === "tenant"
		? { known: ["line", "number", "at"], required: ["number"] }
		: { known: placeholders, required: ["number", "link"] };
}

export function isPurpose(text: string): text is Purpose {
	return purposes.some((each) => each === text);
}
