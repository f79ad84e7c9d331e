import type { Context } from "../../context.ts";
import {
	type EarlierTicket,
	earlierTicketsOf,
	type Whereabouts,
	whereaboutsOf,
} from "../../database/my-tickets.ts";
import {
	latestTenantCall,
	type TenantCall,
} from "../../database/tenant-calls.ts";
import { filesOfTicket } from "../../database/ticket-files.ts";
import { notesOf } from "../../database/ticket-notes.ts";
import { allSubjects } from "../../database/ticket-settings.ts";
import {
	type Language,
	languages,
	type Sentence,
} from "../../domain/language.ts";
import { type Actor, actionsFor, isTheirs } from "../../domain/ticket/life.ts";
import { pathTo, type Subject } from "../../domain/ticket/subjects.ts";
import type { TicketView } from "../../domain/ticket/ticket.ts";
import { ticketFileView } from "../../domain/ticket/ticket-file.ts";
import type { Asker } from "../asker.ts";
import { isoInstant } from "./instant.ts";
import type { MyTicket, TenantCallView } from "./my-ticket-shapes.ts";
import { phoneOfActor } from "./phone-of-actor.ts";
import { lineName } from "./swap-views.ts";
import { actorOf } from "./ticket-views.ts";

/** What somebody who works on the ticket sees of it; nobody's number. */
export async function myTicketView(
	ctx: Context,
	ticket: TicketView,
	asker: Asker,
): Promise<MyTicket> {
	const { database } = ctx;
	const actor = actorOf(ctx, asker);
	const [subjects, there, earlier, notes, files, call] = await Promise.all([
		allSubjects(database),
		whereaboutsOf(database, ticket.id),
		earlierTicketsOf(database, ticket.id),
		notesOf(database, ticket.id),
		filesOfTicket(database, ticket.id),
		latestTenantCall(database, ticket.id),
	]);
	return {
		at: isoInstant(ctx.clock.now()),
		...standingOf(ticket),
		line: lineOf(ctx, ticket.line),
		subject: subjectPath(subjects, ticket.subject),
		place: placeOf(ticket, there),
		tenant: {
			name: ticket.tenant?.name ?? null,
			language: there.tenantLanguage ?? ticket.language,
		},
		assignee: ticket.assignee && {
			name: ticket.assignee.name,
			isYou: isTheirs(ticket, actor),
		},
		can: asker.link?.heldBy ? [] : actionsFor(ticket, actor),
		recordings: recordingsOf(ticket),
		notes: notes.map((note) => ({ ...note, at: note.at.toISOString() })),
		files: files.map(ticketFileView),
		earlier: earlier.map((one) => earlierView(one, subjects)),
		tenantCall: {
			isPossible: mayBeCalled(ctx, actor, ticket, there) && !asker.link?.heldBy,
			latest: call && tenantCallView(call),
		},
	};
}

/** `Water › Leak` in every language; null without a subject. */
export function subjectPath(
	subjects: readonly Subject[],
	id: string | null,
): Sentence | null {
	const path = pathTo(subjects, id);
	if (path.length === 0) return null;
	const said = (language: Language) =>
		path.map(({ names }) => names[language]).join(" › ");
	return Object.fromEntries(
		languages.map((language) => [language, said(language)]),
	) as unknown as Sentence;
}

function standingOf(ticket: TicketView) {
	const { number, revision, status, urgency, summary, mergedInto } = ticket;
	const { openedAt, acknowledgedAt, underWayAt, onSiteAt } = ticket;
	const { doneAt, closedAt, missedCallAt, dueAt } = ticket;
	return {
		...{ number, revision, status, urgency, summary, mergedInto },
		...{ openedAt, acknowledgedAt, underWayAt, onSiteAt },
		...{ doneAt, closedAt, missedCallAt, dueAt },
	};
}

function lineOf(ctx: Context, line: string): MyTicket["line"] {
	return {
		id: line,
		name: lineName(ctx, line),
		number: ctx.config.lines[line]?.number ?? "",
		zone: ctx.rotas.current(line)?.rota.zone ?? "Europe/Helsinki",
	};
}

function placeOf(
	{ place }: TicketView,
	{ latitude, longitude, postalCode, city }: Whereabouts,
): MyTicket["place"] {
	if (place.words === null || !place.property) return null;
	const town = [postalCode, city].filter(Boolean).join(" ");
	return {
		words: place.words,
		address: [place.property.address, town].filter(Boolean).join(", "),
		...{ latitude, longitude },
	};
}

/** The messages that callers left, as far as our own copy is here. */
function recordingsOf({ calls }: TicketView): MyTicket["recordings"] {
	return calls.flatMap(({ arrivedAt, recordings }) =>
		recordings.flatMap(({ sid, seconds, url }) =>
			url === null ? [] : [{ sid, seconds, url, at: arrivedAt }],
		),
	);
}

function earlierView(
	{ openedAt, subject, ...ticket }: EarlierTicket,
	subjects: readonly Subject[],
): MyTicket["earlier"][number] {
	return {
		...ticket,
		openedAt: openedAt.toISOString(),
		subject: subjectPath(subjects, subject),
	};
}

function mayBeCalled(
	ctx: Context,
	actor: Actor,
	ticket: TicketView,
	{ canBeCalled }: Whereabouts,
): boolean {
	return canBeCalled && phoneOfActor(ctx, actor, ticket.line) !== null;
}

function tenantCallView(call: TenantCall): TenantCallView {
	return {
		by: call.byName,
		at: call.startedAt.toISOString(),
		state: call.endedAt
			? "over"
			: call.answeredAt
				? "talking"
				: call.acceptedAt
					? "ringing-tenant"
					: "ringing-technician",
		outcome: call.outcome,
		talkSeconds: call.talkSeconds,
	};
}
