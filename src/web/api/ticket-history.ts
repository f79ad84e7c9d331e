import { DateTime } from "luxon";
import type { Context } from "../../context.ts";
import {
	type MessageOfTicket,
	messagesOfTicket,
} from "../../database/messages.ts";
import { filesOfTicket } from "../../database/ticket-files.ts";
import {
	entriesOfTicket,
	namesOfPlaces,
	type RelatedTicket,
	relatedTickets,
	type TicketEntry,
} from "../../database/ticket-history.ts";
import { notesOf } from "../../database/ticket-notes.ts";
import { allSubjects } from "../../database/ticket-settings.ts";
import { reasonInWords } from "../../domain/audit/reasons.ts";
import type { Language, Sentence } from "../../domain/language.ts";
import type { HistoryNames } from "../../domain/ticket/changes-in-words.ts";
import { deedInWords } from "../../domain/ticket/history-words.ts";
import { may } from "../../domain/ticket/life.ts";
import { pathTo } from "../../domain/ticket/subjects.ts";
import { ticketFileView } from "../../domain/ticket/ticket-file.ts";
import { jsonEndpoint } from "./endpoint.ts";
import { ticketHistory } from "./ticket-history-shapes.ts";
import { actorOf, knownTicket, ticketNumber } from "./ticket-views.ts";

export const ticketHistoryEndpoint = jsonEndpoint({
	path: "/tickets/{number}/history",
	summary:
		"Everything that people did about a ticket: entries, notes, files, messages, and tickets near it",
	permission: "see tickets",
	parameters: { number: ticketNumber },
	answers: ticketHistory,
	refuses: { 404: "There is no such ticket" },
	handle: async (ctx, { parameters, asker, language }) => {
		const { database } = ctx;
		const found = await knownTicket(ctx, parameters.number, language);
		const { id, number } = found;
		const [entries, notes, files, messages, related] = await Promise.all([
			entriesOfTicket(database, number),
			notesOf(database, id),
			filesOfTicket(database, id),
			messagesOfTicket(database, id),
			relatedTickets(database, id),
		]);
		const names = await namesIn(ctx, entries, found.line);
		const mayMerge = may("merge", found, actorOf(ctx, asker));
		return {
			entries: entries.map((entry) => ({
				...entry,
				at: entry.at.toISOString(),
				before: entry.before ?? null,
				after: entry.after ?? null,
				reason: reasonInWords(entry)?.[language] ?? null,
				says: deedInWords(entry, names)[language],
			})),
			notes: notes.map((note) => ({ ...note, at: note.at.toISOString() })),
			files: files.map(ticketFileView),
			messages: messages.map((message) => ({
				...message,
				person: personOf(ctx, found.line, message),
			})),
			related: related.map(({ openedAt, ...other }) => ({
				...other,
				openedAt: openedAt.toISOString(),
				canMerge: mayMerge && mayBeOne(other),
			})),
		};
	},
});

/** The one of the line's own people with whom a message was exchanged. */
function personOf(
	{ rotas }: Pick<Context, "rotas">,
	line: string,
	{ direction, recipient, sender }: MessageOfTicket,
): string | null {
	const address = (direction === "out" ? recipient : sender)?.toLowerCase();
	const people = Object.values(rotas.current(line)?.rota.people ?? {});
	const found = people.find(
		({ phone, email }) => address === phone || address === email?.toLowerCase(),
	);
	return address === undefined ? null : (found?.name ?? null);
}

/** What is near may be the same fault; so may what was split by mistake, as long as it can take anything in. */
function mayBeOne({
	why,
	status,
}: Pick<RelatedTicket, "why" | "status">): boolean {
	return why.startsWith("same-") || (why === "split" && status !== "closed");
}

/** What stands for the ids in the entries. */
async function namesIn(
	{ database, rotas }: Pick<Context, "database" | "rotas">,
	entries: readonly TicketEntry[],
	line: string,
): Promise<HistoryNames> {
	const mentioned = (field: string) =>
		entries
			.flatMap(({ before, after }) => [before, after])
			.map((told) => (told as Record<string, unknown> | null)?.[field])
			.filter((value) => typeof value === "string");
	const subjects =
		mentioned("subject").length > 0 ? await allSubjects(database) : [];
	const places = await namesOfPlaces(database, {
		properties: mentioned("property"),
		tenants: mentioned("tenant"),
	});
	const zone = rotas.current(line)?.rota.zone ?? "utc";
	return {
		subject: (id) => {
			const path = pathTo(subjects, id);
			return path.length > 0 ? joined(path.map(({ names }) => names)) : null;
		},
		property: (id) => places.get(id) ?? null,
		tenant: (id) => places.get(id) ?? null,
		instant: (iso, language) =>
			DateTime.fromISO(iso, { zone })
				.setLocale(language)
				.toFormat(instantFormats[language]),
	};
}

function joined(names: readonly Sentence[]): Sentence {
	const path = (language: Language) =>
		names.map((name) => name[language]).join(" › ");
	return { fi: path("fi"), sv: path("sv"), en: path("en") };
}

const instantFormats = {
	fi: "d.M.yyyy 'klo' H.mm",
	sv: "d.M.yyyy 'kl.' HH:mm",
	en: "d LLL yyyy 'at' HH:mm",
};
