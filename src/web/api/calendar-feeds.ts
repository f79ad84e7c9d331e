import { z } from "zod";
import { createCalendarFeed } from "../../actions/create-calendar-feed.ts";
import { revokeCalendarFeed } from "../../actions/revoke-calendar-feed.ts";
import type { Context } from "../../context.ts";
import {
	calendarFeed,
	calendarFeeds,
	type CalendarFeed as StoredFeed,
} from "../../database/calendar-feeds.ts";
import { languages } from "../../domain/language.ts";
import { may } from "../access.ts";
import type { Asker } from "../asker.ts";
import { Refusal } from "../refusal.ts";
import * as shapes from "./calendar-shapes.ts";
import { calendarRefusals } from "./calendar-words.ts";
import { jsonEndpoint } from "./endpoint.ts";

type Subject = shapes.CalendarFeeds["subjects"][number];

const id = z.uuid();

export const calendarFeedsEndpoint = jsonEndpoint({
	path: "/calendar-feeds",
	summary: "The asker's own calendar feeds; a planner's are everybody's",
	permission: "keep one's own calendar feed",
	answers: shapes.calendarFeeds,
	handle: async (ctx, { asker }) => {
		const found = await calendarFeeds(ctx.database);
		return {
			feeds: found
				.filter((feed) =>
					isAllowed(asker, feed.owner, subjectOf(ctx, asker, feed)),
				)
				.map((feed) => feedView(ctx, asker, feed)),
			subjects: subjectsIn(ctx, asker).filter((each) => mayHave(asker, each)),
		};
	},
});

export const createCalendarFeedEndpoint = jsonEndpoint({
	method: "post",
	path: "/calendar-feeds",
	summary:
		"Makes a private calendar of a person's or a duty's shifts; an earlier one of the same stops answering",
	permission: "keep one's own calendar feed",
	body: z
		.strictObject({
			line: z.string().min(1).max(100),
			person: z.string().min(1).max(200).optional(),
			duty: z.string().min(1).max(200).optional(),
			alarmMinutes: z
				.array(z.int().min(0).max(40_320))
				.max(5)
				.default([1440, 60])
				.meta({ description: "Reminders, in minutes before each shift" }),
			language: z.enum(languages).optional(),
		})
		.refine(
			({ person, duty }) => (person === undefined) !== (duty === undefined),
		),
	answers: shapes.newCalendarFeed,
	refuses: { 404: "The line's rota has no such person or duty" },
	handle: async (ctx, { body, asker, language }) => {
		const { line, person, duty } = body;
		const subject = subjectsIn(ctx, asker).find(
			(each) =>
				each.line === line &&
				(person === undefined
					? each.kind === "duty" && each.id === duty
					: each.kind === "person" && each.id === person),
		);
		if (!subject)
			throw new Refusal(404, calendarRefusals.noSuchSubject, language);
		if (!mayHave(asker, subject))
			throw new Refusal(403, calendarRefusals.othersFeed, language);
		return createCalendarFeed(ctx, {
			line,
			subjectKind: subject.kind,
			subject: subject.id,
			alarmMinutes: [...new Set(body.alarmMinutes)].sort((a, b) => b - a),
			language: body.language ?? null,
			owner: asker.account?.email ?? null,
			by: asker.name,
		});
	},
});

export const revokeCalendarFeedEndpoint = jsonEndpoint({
	method: "delete",
	path: "/calendar-feeds/{id}",
	summary: "Has a calendar feed answer no more",
	permission: "keep one's own calendar feed",
	parameters: { id },
	answers: z.object({ revoked: z.boolean() }),
	refuses: { 404: "There is no such feed, or it is another's" },
	handle: async (ctx, { parameters, asker, language }) => {
		const feed = await calendarFeed(ctx.database, parameters.id);
		const isOwn =
			feed && isAllowed(asker, feed.owner, subjectOf(ctx, asker, feed));
		if (
			!isOwn ||
			!(await revokeCalendarFeed(ctx, { id: feed.id, by: asker.name }))
		)
			throw new Refusal(404, calendarRefusals.noSuchFeed, language);
		return { revoked: true };
	},
});

/** Everybody and every duty of the published rotas. */
function subjectsIn(ctx: Context, asker: Asker): Subject[] {
	return Object.keys(ctx.config.lines).flatMap((line): Subject[] => {
		const rota = ctx.rotas.current(line)?.rota;
		if (!rota) return [];
		const email = asker.account?.email;
		return [
			...Object.entries(rota.people).map(([id, person]) => ({
				...{ line, id, name: person.name },
				kind: "person" as const,
				isMine: email !== undefined && person.email?.toLowerCase() === email,
			})),
			...Object.keys(rota.duties).map((id) => ({
				...{ line, id, name: id },
				kind: "duty" as const,
				isMine: false,
			})),
		];
	});
}

/** A feed may outlive its person's or duty's place in the rota. */
function subjectOf(ctx: Context, asker: Asker, feed: StoredFeed): Subject {
	const { line, subjectKind: kind, subject: id } = feed;
	const found = subjectsIn(ctx, asker).find(
		(each) => each.line === line && each.kind === kind && each.id === id,
	);
	return found ?? { line, kind, id, name: id, isMine: false };
}

/** Whoever has an account may follow a duty: who has it is no secret among staff. */
function mayHave(asker: Asker, { kind, isMine }: Subject): boolean {
	return (
		may(asker.role, "keep everybody's calendar feeds") ||
		isMine ||
		(kind === "duty" && asker.account !== null)
	);
}

/** Whether a feed that is there is the asker's own, or everybody's is theirs to keep. */
function isAllowed(
	asker: Asker,
	owner: string | null,
	{ isMine }: Subject,
): boolean {
	return (
		may(asker.role, "keep everybody's calendar feeds") ||
		isMine ||
		(owner !== null && owner === asker.account?.email)
	);
}

function feedView(
	ctx: Context,
	asker: Asker,
	feed: StoredFeed,
): shapes.CalendarFeed {
	return {
		id: feed.id,
		subject: subjectOf(ctx, asker, feed),
		alarmMinutes: [...feed.alarmMinutes],
		language: feed.language,
		createdAt: feed.createdAt.toISOString(),
		createdBy: feed.createdBy,
		fetchedAt: feed.fetchedAt?.toISOString() ?? null,
	};
}
