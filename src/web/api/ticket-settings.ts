import { z } from "zod";
import { addServiceClass } from "../../actions/add-service-class.ts";
import { addSubject } from "../../actions/add-subject.ts";
import { changeServiceClass } from "../../actions/change-service-class.ts";
import { changeSubject } from "../../actions/change-subject.ts";
import { removeServiceClass } from "../../actions/remove-service-class.ts";
import type { Context } from "../../context.ts";
import {
	allServiceClasses,
	allSubjects,
} from "../../database/ticket-settings.ts";
import { mostDueMinutes } from "../../domain/ticket/due.ts";
import { longestSubjectName } from "../../domain/ticket/subjects.ts";
import { urgencies } from "../../domain/ticket/ticket.ts";
import { Refusal } from "../refusal.ts";
import { jsonEndpoint } from "./endpoint.ts";
import * as shapes from "./ticket-setting-shapes.ts";
import {
	removalSentences,
	serviceClassSentence,
	subjectSentence,
} from "./ticket-setting-words.ts";

const permission = "keep ticket settings";

const id = z.string().regex(/^[a-z0-9-]{1,120}$/);
const name = z
	.string()
	.trim()
	.min(1)
	.max(longestSubjectName)
	.regex(/^\P{C}+$/u);
const names = z.strictObject({ fi: name, sv: name, en: name });
const due = z.int().min(1).max(mostDueMinutes);
const minutes = z.strictObject({
	...{ emergency: due, urgent: due, normal: due, low: due },
});
const reason = z.string().trim().max(500).optional().meta({
	description: "Why; it goes on record",
});
const revision = z.int().min(1);
const place = z.int().min(0).max(10_000);

const refusedChange = {
	404: "There is no such entry",
	409: "Somebody else changed it, or it cannot be so: the sentence says why",
};

export const ticketSettingsEndpoint = jsonEndpoint({
	path: "/ticket-settings",
	summary: "Subjects of tickets, and how soon faults are to be seen to",
	permission: "see ticket settings",
	forLink: true,
	answers: shapes.ticketSettings,
	handle: (ctx) => settingsNow(ctx),
});

export const addSubjectEndpoint = jsonEndpoint({
	method: "post",
	path: "/ticket-settings/subjects",
	summary: "Adds a subject, the last below its parent",
	permission,
	body: z.strictObject({
		...{ parent: id.nullable(), names, reason },
		urgency: z.enum(urgencies),
	}),
	answers: shapes.ticketSettings,
	refuses: { 409: refusedChange[409] },
	handle: async (ctx, { body, asker, language }) => {
		const added = await addSubject(ctx, { ...body, ...whoAndWhy(asker, body) });
		if (added.kind === "refused")
			throw new Refusal(409, subjectSentence(added.because), language);
		return settingsNow(ctx);
	},
});

export const changeSubjectEndpoint = jsonEndpoint({
	method: "put",
	path: "/ticket-settings/subjects/{id}",
	summary:
		"Renames, moves, reorders, retires or brings back a subject; what is left out stays",
	permission,
	parameters: { id },
	body: z.strictObject({
		...{ revision, reason },
		parent: id.nullable().optional(),
		names: names.optional(),
		urgency: z.enum(urgencies).optional(),
		retired: z.boolean().optional(),
		place: place.optional().meta({
			description: "Among those below the same parent, 0 being the first",
		}),
	}),
	answers: shapes.ticketSettings,
	refuses: refusedChange,
	handle: async (ctx, { parameters, body, asker, language }) => {
		const { revision, reason: _, ...change } = body;
		const changed = await changeSubject(ctx, {
			...{ id: parameters.id, revision, change },
			...whoAndWhy(asker, body),
		});
		if (changed.kind === "refused")
			throw new Refusal(
				changed.because.kind === "no-such-subject" ? 404 : 409,
				subjectSentence(changed.because),
				language,
			);
		return settingsNow(ctx);
	},
});

export const addServiceClassEndpoint = jsonEndpoint({
	method: "post",
	path: "/ticket-settings/service-classes",
	summary: "Adds a service class, the last in the list",
	permission,
	body: z.strictObject({ names, minutes, reason }),
	answers: shapes.ticketSettings,
	refuses: { 409: refusedChange[409] },
	handle: async (ctx, { body, asker, language }) => {
		const added = await addServiceClass(ctx, {
			...{ names: body.names, minutes: body.minutes },
			...whoAndWhy(asker, body),
		});
		if (added.kind === "refused")
			throw new Refusal(409, serviceClassSentence(added.because), language);
		return settingsNow(ctx);
	},
});

export const changeServiceClassEndpoint = jsonEndpoint({
	method: "put",
	path: "/ticket-settings/service-classes/{id}",
	summary:
		"Renames, reorders or gives other times to a service class; what is left out stays",
	permission,
	parameters: { id },
	body: z.strictObject({
		...{ revision, reason },
		names: names.optional(),
		minutes: minutes.optional(),
		place: place.optional().meta({
			description:
				"0 being the first, which holds for properties that name none",
		}),
	}),
	answers: shapes.ticketSettings,
	refuses: refusedChange,
	handle: async (ctx, { parameters, body, asker, language }) => {
		const { revision, reason: _, ...change } = body;
		const changed = await changeServiceClass(ctx, {
			...{ id: parameters.id, revision, change },
			...whoAndWhy(asker, body),
		});
		if (changed.kind === "refused")
			throw new Refusal(
				changed.because.kind === "no-such-class" ? 404 : 409,
				serviceClassSentence(changed.because),
				language,
			);
		return settingsNow(ctx);
	},
});

export const removeServiceClassEndpoint = jsonEndpoint({
	method: "delete",
	path: "/ticket-settings/service-classes/{id}",
	summary: "Removes a service class that no property uses",
	permission,
	parameters: { id },
	query: {
		revision: z
			.string()
			.regex(/^\d{1,9}$/)
			.transform(Number),
	},
	answers: shapes.ticketSettings,
	refuses: refusedChange,
	handle: async (ctx, { parameters, query, asker, language }) => {
		const removed = await removeServiceClass(ctx, {
			...{ id: parameters.id, revision: query.revision, by: asker.name },
		});
		if (removed.kind === "refused")
			throw new Refusal(
				removed.because === "no-such-class" ? 404 : 409,
				removalSentences[removed.because],
				language,
			);
		return settingsNow(ctx);
	},
});

function whoAndWhy(
	{ name }: { readonly name: string },
	{ reason }: { readonly reason?: string | undefined },
) {
	return { by: name, reason: reason || undefined };
}

async function settingsNow({
	database,
}: Context): Promise<shapes.TicketSettings> {
	const subjects = await allSubjects(database);
	const serviceClasses = await allServiceClasses(database);
	return { subjects: [...subjects], serviceClasses: [...serviceClasses] };
}
