import { z } from "zod";
import {
	addTicketFile,
	type FileRefusal,
} from "../../actions/add-ticket-file.ts";
import { removeTicketFile } from "../../actions/remove-ticket-file.ts";
import type { Language } from "../../domain/language.ts";
import { may } from "../access.ts";
import { Refusal } from "../refusal.ts";
import { noSuchTicket } from "../words.ts";
import { jsonEndpoint } from "./endpoint.ts";
import {
	fileRefusals,
	noSuchFile,
	somebodyElsesFile,
} from "./ticket-file-words.ts";
import { ticketFile } from "./ticket-history-shapes.ts";
import { sentKey } from "./ticket-texts.ts";

const number = z
	.string()
	.max(40)
	.meta({ examples: ["2026-000123"] });

export const addTicketFileEndpoint = jsonEndpoint({
	method: "post",
	path: "/tickets/{number}/files",
	summary:
		"Adds a photo (JPEG, PNG or WebP, drawn anew without what it says of its place) or a PDF to a ticket",
	permission: "work on tickets",
	forLink: true,
	parameters: { number },
	query: {
		name: z.string().max(1_000).default("").meta({
			description: "What the sender calls it; it is shown, and never a path",
		}),
		key: sentKey,
	},
	upload: {
		kind: "file",
		mediaType: "application/octet-stream",
		what: "The file as it is; what it is is told by its content",
		limit: "10mb",
	},
	answers: ticketFile,
	refuses: {
		404: "There is no such ticket",
		409: "The ticket has too many files, or has become part of another",
		415: "The file is of a kind that is not taken, or damaged",
		503: "Many pictures are coming in; try again in a moment",
	},
	handle: async (ctx, { parameters, query, asker, request, language }) => {
		const content = Buffer.isBuffer(request.body)
			? request.body
			: Buffer.alloc(0);
		const added = await addTicketFile(ctx, {
			number: parameters.number,
			content,
			...query,
			by: asker.name,
			account: asker.account?.id ?? null,
		});
		if (added.kind === "refused")
			throw refusalOf(added.because, parameters.number, language);
		return added.file;
	},
});

export const removeTicketFileEndpoint = jsonEndpoint({
	method: "delete",
	path: "/tickets/{number}/files/{id}",
	summary: "Erases a file of a ticket; that it was there stays on record",
	permission: "work on tickets",
	forLink: true,
	parameters: { number, id: z.guid() },
	query: { reason: z.string().trim().max(500).optional() },
	answers: z.object({ removed: z.literal(true) }),
	refuses: {
		403: "Somebody else added it, and it is for the office to remove",
		404: "There is no such file",
	},
	handle: async (ctx, { parameters, query, asker, language }) => {
		const removed = await removeTicketFile(ctx, {
			...parameters,
			reason: query.reason || undefined,
			by: asker.name,
			account: asker.account?.id ?? null,
			mayRemoveAny: may(asker.role, "edit tickets"),
		});
		if (removed.kind === "refused")
			throw removed.because === "somebody-elses"
				? new Refusal(403, somebodyElsesFile, language)
				: new Refusal(404, noSuchFile, language);
		return { removed: true } as const;
	},
});

function refusalOf(
	because: FileRefusal,
	number: string,
	language: Language,
): Refusal {
	if (because === "no-such-ticket")
		return new Refusal(404, noSuchTicket(number), language);
	const status = {
		...{ merged: 409, "too-many": 409, busy: 503 },
		...{ empty: 415, heic: 415, "not-taken": 415 },
		...{ damaged: 415, "too-many-pixels": 415 },
	}[because];
	return new Refusal(status, fileRefusals[because], language);
}
