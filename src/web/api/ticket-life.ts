import { z } from "zod";
import { acknowledgeTicket } from "../../actions/acknowledge-ticket.ts";
import { arriveAtTicket } from "../../actions/arrive-at-ticket.ts";
import { assignTicket } from "../../actions/assign-ticket.ts";
import { closeTicket } from "../../actions/close-ticket.ts";
import { finishTicket } from "../../actions/finish-ticket.ts";
import { giveBackTicket } from "../../actions/give-back-ticket.ts";
import { mergeTicket } from "../../actions/merge-ticket.ts";
import { noteOnTicket } from "../../actions/note-on-ticket.ts";
import { reopenTicket } from "../../actions/reopen-ticket.ts";
import { splitTicket } from "../../actions/split-ticket.ts";
import { startTicket } from "../../actions/start-ticket.ts";
import type {
	TicketChange,
	TicketResult,
} from "../../actions/ticket-at-work.ts";
import type { Context } from "../../context.ts";
import type { Permission } from "../access.ts";
import { type Asked, type Endpoint, jsonEndpoint } from "./endpoint.ts";
import { ticket } from "./shapes.ts";
import { manyLines, oneLine, sentKey } from "./ticket-texts.ts";
import {
	actorOf,
	knownTicket,
	ticketAfter,
	ticketNumber,
} from "./ticket-views.ts";

export const seenRevision = z.int().positive().meta({
	description:
		"The revision you saw; a ticket that changed since is not touched",
});
const mayRevision = seenRevision.optional();
const mayReason = manyLines(500).optional();
const mustReason = manyLines(500).min(1);
const note = manyLines(4_000);

/** An endpoint that does one thing with one ticket and answers with the ticket as it then is. */
function doing<B extends z.ZodType>(
	verb: string,
	permission: Permission,
	summary: string,
	body: B,
	act: (
		ctx: Context,
		change: Pick<TicketChange, "number" | "by">,
		body: z.output<B>,
	) => Promise<TicketResult>,
): Endpoint {
	return jsonEndpoint({
		method: "post",
		path: `/tickets/{number}/${verb}`,
		summary,
		permission,
		...(permission !== edit && { forLink: true }),
		parameters: { number: ticketNumber },
		body,
		answers: ticket,
		refuses: {
			404: "There is no such ticket",
			409: "Somebody was faster, or has it; the sentence says who and what",
			...(permission === "edit tickets" && {
				422: "It names somebody or something that is not there",
			}),
		},
		handle: async (
			ctx,
			{
				parameters,
				asker,
				language,
				body: given,
			}: Asked<
				{ number: typeof ticketNumber },
				Record<never, never>,
				z.output<B>
			>,
		) => {
			const { number } = await knownTicket(ctx, parameters.number, language);
			const by = actorOf(ctx, asker);
			return ticketAfter(ctx, await act(ctx, { number, by }, given), language);
		},
	});
}

const work = "work on tickets";
const edit = "edit tickets";

const onlyRevision = z.strictObject({ revision: mayRevision }).optional();

/** Everything that can be done with a ticket. */
export const ticketLifeEndpoints: readonly Endpoint[] = [
	doing(
		"acknowledge",
		"acknowledge tickets",
		"“I have it”: alarms about the ticket end",
		onlyRevision,
		(ctx, change, body) => acknowledgeTicket(ctx, { ...change, ...body }),
	),
	doing("start", work, "“On my way”", onlyRevision, (ctx, change, body) =>
		startTicket(ctx, { ...change, ...body }),
	),
	doing("arrive", work, "“On site”", onlyRevision, (ctx, change, body) =>
		arriveAtTicket(ctx, { ...change, ...body }),
	),
	doing(
		"finish",
		work,
		"The work is done, with a note if you like",
		z.strictObject({ revision: mayRevision, note: note.optional() }).optional(),
		(ctx, change, body) => finishTicket(ctx, { ...change, ...body }),
	),
	doing(
		"give-back",
		work,
		"Nobody has it any more, and somebody is told",
		z.strictObject({ revision: mayRevision, reason: mustReason }),
		(ctx, change, body) => giveBackTicket(ctx, { ...change, ...body }),
	),
	doing(
		"notes",
		work,
		"Writes a note",
		z.strictObject({ revision: mayRevision, body: note.min(1), key: sentKey }),
		(ctx, change, body) => noteOnTicket(ctx, { ...change, ...body }),
	),
	doing(
		"assign",
		edit,
		"Gives it to a person of the line's rota or to an account, or to nobody",
		z.strictObject({
			revision: seenRevision,
			to: z
				.union([
					z.strictObject({ person: oneLine(200).min(1) }),
					z.strictObject({ account: z.guid() }),
				])
				.nullable(),
			reason: mayReason,
		}),
		(ctx, change, body) => assignTicket(ctx, { ...change, ...body }),
	),
	doing(
		"close",
		edit,
		"Nothing more is to come",
		z.strictObject({ revision: seenRevision, reason: mayReason }),
		(ctx, change, body) => closeTicket(ctx, { ...change, ...body }),
	),
	doing(
		"reopen",
		edit,
		"There is more to do after all; undoes a merge too",
		z.strictObject({ revision: seenRevision, reason: mustReason }),
		(ctx, change, body) => reopenTicket(ctx, { ...change, ...body }),
	),
	doing(
		"merge",
		edit,
		"It is the same fault as another ticket, and goes on there",
		z.strictObject({
			revision: seenRevision,
			into: oneLine(40).meta({ description: "Number of the other ticket" }),
			reason: mayReason,
		}),
		(ctx, change, body) => mergeTicket(ctx, { ...change, ...body }),
	),
	doing(
		"split",
		edit,
		"The calls chosen become a ticket of their own",
		z.strictObject({
			revision: seenRevision,
			calls: z
				.array(oneLine(64))
				.max(1_000)
				.meta({ description: "sid of each; none of a ticket without calls" }),
			summary: oneLine(200).min(1),
			reason: mayReason,
		}),
		(ctx, change, body) => splitTicket(ctx, { ...change, ...body }),
	),
];
