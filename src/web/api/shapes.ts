import { z } from "zod";
import { languages } from "../../domain/language.ts";
import { roles } from "../../domain/role.ts";
import {
	callOutcomes,
	channels,
	ticketStatuses,
	urgencies,
} from "../../domain/ticket/ticket.ts";

/** The named shapes, as they stand under `components/schemas` in the OpenAPI document. */
export const namedShapes = z.registry<{ id: string; description?: string }>();

export const instant = z.iso.datetime().meta({
	description: "An instant, ISO 8601 in UTC",
	examples: ["2026-11-23T14:00:00Z"],
});

export const sentence = z
	.object({ fi: z.string(), sv: z.string(), en: z.string() })
	.register(namedShapes, {
		id: "Sentence",
		description: "One sentence in each language",
	});

export const because = z
	.object({
		kind: z.string(),
		where: z.string().optional().meta({
			description: "Path of the deciding part in the rota, e.g. overrides[3]",
		}),
		says: sentence,
	})
	.register(namedShapes, {
		id: "Because",
		description: "The reason of an answer",
	});

const personId = z
	.string()
	.meta({ description: "Id of a person within the line's rota" });

export const lineOnDuty = z
	.object({
		line: z.string(),
		name: sentence,
		number: z.string().meta({ description: "The line's number, E.164" }),
		version: z.int().meta({ description: "Version of the published rota" }),
		zone: z.string().meta({ description: "IANA time zone of the rota" }),
		office: z.object({
			open: z.boolean(),
			until: instant.nullable(),
			because,
		}),
		duties: z.record(
			z.string(),
			z.object({
				person: personId.nullable().meta({ description: "null is a gap" }),
				name: z.string().nullable(),
				phone: z.string().nullable(),
				until: instant.nullable(),
				because,
			}),
		),
		steps: z.array(
			z.object({
				people: z.array(z.object({ id: personId, name: z.string() })),
				seconds: z.int(),
				fallback: z.boolean(),
			}),
		),
		voicemail: z.boolean().meta({
			description: "Whether a message can be left after the last step",
		}),
	})
	.register(namedShapes, { id: "LineOnDuty" });

export const onDuty = z
	.object({ at: instant, lines: z.array(lineOnDuty) })
	.register(namedShapes, {
		id: "OnDuty",
		description: "Who has each line at one instant",
	});

const ringing = z
	.object({
		person: personId,
		name: z.string(),
		phone: z.string(),
		step: z.int(),
		startedAt: instant,
		endedAt: instant.nullable(),
		outcome: z.enum([
			"ringing",
			"accepted",
			"declined",
			"no-answer",
			"busy",
			"unreachable",
			"voicemail-or-silence",
			"cancelled",
		]),
		ringSeconds: z.number().nullable(),
		whisperAt: instant.nullable().meta({
			description: "When something picked up and heard who calls",
		}),
		pressed: z
			.object({ key: z.string().nullable(), at: instant })
			.nullable()
			.meta({ description: "The key is null for silence" }),
	})
	.register(namedShapes, {
		id: "Ringing",
		description: "One attempt to reach one person",
	});

const recordingView = z
	.object({
		sid: z.string(),
		seconds: z.number().nullable(),
		state: z.enum([
			"announced",
			"kept",
			"only-here",
			"absent",
			"lost",
			"erased",
		]),
		url: z.string().nullable(),
	})
	.register(namedShapes, { id: "Recording" });

const callOutcome = z.enum(callOutcomes);

const taker = z.object({ person: personId, name: z.string() });

export const callOfTicket = z
	.object({
		sid: z.string(),
		caller: z.string().nullable(),
		arrivedAt: instant,
		endedAt: instant.nullable(),
		outcome: callOutcome.nullable(),
		rotaVersion: z.int().nullable(),
		because: sentence,
		answeredBy: taker.nullable(),
		talkSeconds: z.number().nullable(),
		ringing: z.array(ringing),
		recordings: z.array(recordingView),
		isRecovered: z.boolean().meta({
			description: "Learnt from the carrier's own records only",
		}),
		story: z.array(z.string()),
	})
	.register(namedShapes, {
		id: "Call",
		description: "One call of a ticket, in the order of its events",
	});

export const ticketPlace = z
	.object({
		words: z
			.string()
			.nullable()
			.meta({
				examples: ["Kiviparintie 2 B 12"],
			}),
		property: z
			.object({
				id: z.guid(),
				address: z.string(),
				area: z.string().nullable(),
			})
			.nullable(),
		stairwell: z.string(),
		flat: z.string(),
	})
	.register(namedShapes, {
		id: "TicketPlace",
		description: "Where the fault is",
	});

export const assignee = z
	.object({
		person: personId.nullable(),
		account: z.guid().nullable(),
		name: z.string(),
	})
	.register(namedShapes, {
		id: "Assignee",
		description: "Who has a ticket: a person of the line's rota, or an account",
	});

export const ticket = z
	.object({
		number: z.string().meta({ examples: ["2026-000123"] }),
		id: z.guid(),
		revision: z.int().meta({
			description:
				"Grows with each change; whoever changes the ticket names it",
		}),
		line: z.string(),
		channel: z.enum(channels),
		status: z.enum(ticketStatuses),
		outcome: callOutcome.nullable().meta({
			description: "The best of its calls",
		}),
		caller: z.string().nullable().meta({ description: "null is withheld" }),
		language: z.enum(languages),
		openedAt: instant,
		endedAt: instant.nullable(),
		rotaVersion: z.int().nullable(),
		because: sentence,
		acknowledgedAt: instant.nullable(),
		acknowledgedBy: z.string().nullable(),
		underWayAt: instant.nullable(),
		onSiteAt: instant.nullable(),
		doneAt: instant.nullable(),
		closedAt: instant.nullable(),
		missedCallAt: instant.nullable().meta({
			description:
				"Since when a call waits that nobody took and nobody has acknowledged",
		}),
		dueAt: instant.nullable(),
		summary: z.string().nullable(),
		subject: z.string().nullable().meta({
			description: "Id in the tree of subjects",
		}),
		urgency: z.enum(urgencies),
		place: ticketPlace,
		tenant: z.object({ id: z.guid(), name: z.string() }).nullable(),
		assignee: assignee.nullable(),
		labels: z.array(z.string()),
		costs: z.boolean().nullable().meta({
			description: "Whether the tenant is to be billed; null: not known yet",
		}),
		mergedInto: z.string().nullable(),
		splitFrom: z.string().nullable(),
		answeredBy: taker.nullable(),
		talkSeconds: z.number().nullable(),
		ringing: z.array(ringing),
		recordings: z.array(recordingView),
		story: z.array(z.string()).meta({
			description: "What happened, in sentences of the language asked for",
		}),
		calls: z.array(callOfTicket),
	})
	.register(namedShapes, { id: "Ticket" });

export const tickets = z
	.object({
		tickets: z.array(ticket),
		next: z.string().nullable().meta({
			description: "`cursor` of the next page; null on the last",
		}),
	})
	.register(namedShapes, { id: "Tickets" });

export const callInProgress = z
	.object({
		ticket: z.string().meta({ description: "Number of the call's ticket" }),
		line: z.string(),
		caller: z.string().nullable(),
		startedAt: instant,
		wasRung: z.boolean().meta({
			description: "Whether any phone has been rung yet",
		}),
		ringing: z.array(
			z.object({ person: personId, name: z.string(), since: instant }),
		),
		talkingTo: z
			.object({ person: personId, name: z.string(), since: instant })
			.nullable(),
	})
	.register(namedShapes, { id: "CallInProgress" });

export const calls = z
	.object({ at: instant, calls: z.array(callInProgress) })
	.register(namedShapes, { id: "Calls" });

export const session = z
	.object({
		name: z.string(),
		role: z.enum(roles),
		may: z.array(z.string()),
		mustEnrol: z.boolean().meta({
			description:
				"Whether a second factor must be set up before anything else",
		}),
		account: z
			.object({
				id: z.guid(),
				name: z.string(),
				email: z.string(),
				language: z.enum(languages),
				hasSecondFactor: z.boolean(),
			})
			.nullable()
			.meta({ description: "Whose session it is; null for a token" }),
		people: z
			.array(z.object({ line: z.string(), person: personId, name: z.string() }))
			.meta({
				description: "People of the rotas with the account's e-mail address",
			}),
		demo: z.boolean().meta({ description: "Whether this is the demo" }),
		at: instant,
		phones: z.string().nullable().meta({
			description:
				"Address of the built-in network's phones page; null with a real carrier",
		}),
	})
	.register(namedShapes, {
		id: "Session",
		description: "Who is asking, and what they may do",
	});

export const refusal = z
	.object({
		error: z.string(),
		problems: z
			.array(z.object({ where: z.string(), what: z.string() }))
			.optional(),
		reference: z.string().optional().meta({
			description: "Finds the error in the program's log",
		}),
	})
	.register(namedShapes, { id: "Refusal" });

export type OnDuty = z.infer<typeof onDuty>;
export type LineOnDuty = z.infer<typeof lineOnDuty>;
export type Ticket = z.infer<typeof ticket>;
export type Tickets = z.infer<typeof tickets>;
export type Calls = z.infer<typeof calls>;
export type CallInProgress = z.infer<typeof callInProgress>;
export type Session = z.infer<typeof session>;
