import { z } from "zod";
import type { TicketResult } from "../../actions/ticket-at-work.ts";
import type { Context } from "../../context.ts";
import { ticketByNumber } from "../../database/tickets.ts";
import type { Language } from "../../domain/language.ts";
import type { Actor } from "../../domain/ticket/life.ts";
import {
	refusalInWords,
	type TicketRefusal,
} from "../../domain/ticket/life-words.ts";
import type { Asker } from "../asker.ts";
import { Refusal } from "../refusal.ts";
import { noSuchTicket } from "../words.ts";
import { peopleOf } from "./account-views.ts";

/* Tickets as the API answers them, and who their asker is. */

export const ticketNumber = z.string().meta({ examples: ["2026-000123"] });

/** @throws Refusal 404 when there is none of that number. */
export async function knownTicket(
	ctx: Context,
	number: string,
	language: Language,
) {
	const found = /^\d{4}-\d{6,18}$/.test(number)
		? await ticketByNumber(ctx.database, number, { language })
		: null;
	if (!found)
		throw new Refusal(404, noSuchTicket(number.slice(0, 40)), language);
	return found;
}

/** Who asks, as the actions of tickets take it. */
export function actorOf(
	ctx: Context,
	{ name, role, account, link }: Asker,
): Actor {
	const people = account ? peopleOf(ctx, account.email) : [];
	const own = link?.person
		? [{ line: link.line, person: link.person }]
		: people.map(({ line, person }) => ({ line, person }));
	return { name, role, account: account?.id ?? null, people: own };
}

/** The ticket as it is now; of several that were merged, the one that was asked for. */
export async function ticketAfter(
	ctx: Context,
	result: TicketResult,
	language: Language,
) {
	if (result.kind === "refused") throw refusedTicket(result.because, language);
	return knownTicket(ctx, result.number, language);
}

function refusedTicket(because: TicketRefusal, language: Language): Refusal {
	return new Refusal(
		statuses[because.kind] ?? 409,
		refusalInWords(because),
		language,
	);
}

/** All others are 409: what was asked no longer fits the ticket. */
const statuses: Readonly<Partial<Record<TicketRefusal["kind"], number>>> = {
	"desk-only": 403,
	"no-such-ticket": 404,
	"no-such-subject": 422,
	"retired-subject": 422,
	"no-such-property": 422,
	"no-such-tenant": 422,
	"no-such-assignee": 422,
	"no-such-call": 422,
	"no-call-goes": 422,
	"no-call-stays": 422,
	"into-itself": 422,
};
