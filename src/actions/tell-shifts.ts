import { isDeepStrictEqual } from "node:util";
import { DateTime } from "luxon";
import { type FeedEvent, writeFeed } from "../calendar-document/write-feed.ts";
import type { Context, PublishedRota } from "../context.ts";
import {
	type CalendarFeed,
	fetchedFeed,
	keepToldEvents,
	toldEvents,
} from "../database/calendar-feeds.ts";
import type { Language } from "../domain/language.ts";
import {
	type FeedSubject,
	feedShifts,
	feedTimelineSpan,
	type PlannedShift,
} from "../domain/rota/feed/feed-shifts.ts";
import {
	alarmText,
	eventDescription,
	eventTitle,
	type FeedNames,
	feedTitle,
} from "../domain/rota/feed/feed-words.ts";
import {
	eventsAfter,
	type ToldEvent,
} from "../domain/rota/feed/told-events.ts";
import { compileRota, type Timeline } from "../domain/rota/timeline.ts";
import { holidaysOf } from "../rota-document/holidays-by-law.ts";

const keptDays = 60;

/** The calendar that a feed's secret opens, as a text; null when the secret is unknown or revoked. Remembers what each event was told as. */
export async function tellShifts(
	ctx: Context,
	secret: string,
): Promise<string | null> {
	const now = ctx.clock.now();
	const feed = await fetchedFeed(ctx.database, secret, now);
	if (!feed) return null;
	const published = ctx.rotas.current(feed.line);
	const subject: FeedSubject = { kind: feed.subjectKind, id: feed.subject };
	const language = languageOf(ctx, feed, published);
	const names = namesFor(ctx, feed, published);
	const shifts = published
		? feedShifts(timelineOf(published, now), subject, now)
		: [];
	const told = await toldNow(ctx, feed, shifts, now);
	return writeFeed({
		name: feedTitle(subject, names, language),
		zone: published?.rota.zone ?? "UTC",
		events: shifts.map((shift, index) =>
			eventOf(shift, told[index] as ToldEvent, {
				title: eventTitle(subject, shift, names, language),
				description: eventDescription(shift, names, language),
				alarmText: alarmText(shift, names, language),
				link: names.link,
				alarms: feed.alarmMinutes,
			}),
		),
	});
}

function eventOf(
	{ start, end, tentative }: PlannedShift,
	{ uid, sequence, changedAt }: ToldEvent,
	words: Pick<
		FeedEvent,
		"title" | "description" | "alarmText" | "link" | "alarms"
	>,
): FeedEvent {
	return {
		...{ uid, sequence, start, end, tentative },
		changedAt: DateTime.fromMillis(changedAt),
		...words,
	};
}

const compiled = new WeakMap<
	PublishedRota,
	{ day: string; timeline: Timeline }
>();

/** Many people fetch on the same day what is compiled once. */
function timelineOf(published: PublishedRota, now: DateTime): Timeline {
	const { rota, calendars } = published;
	const at = now.setZone(rota.zone);
	const day = at.toISODate() ?? "";
	const known = compiled.get(published);
	if (known?.day === day) return known.timeline;
	const { from, to } = feedTimelineSpan(at);
	const timeline = compileRota(rota, {
		...{ from, to, calendars },
		holidays: holidaysOf(rota, from, to),
	});
	compiled.set(published, { day, timeline });
	return timeline;
}

/** The events of these shifts, in their order; what is new about them is kept. */
async function toldNow(
	ctx: Context,
	feed: CalendarFeed,
	shifts: readonly PlannedShift[],
	now: DateTime,
): Promise<ToldEvent[]> {
	const { database } = ctx;
	const current = shifts.map(
		({ duty, person, start, end, because, tentative }) => ({
			...{ duty, person },
			start: start.toMillis(),
			end: end.toMillis(),
			said: JSON.stringify([+start, +end, person, tentative, because.says.en]),
		}),
	);
	const after = (told: readonly ToldEvent[]) =>
		eventsAfter(current, told, {
			now: Math.floor(now.toMillis() / 1000) * 1000,
			subject: `${feed.line}.${feed.subjectKind}.${feed.subject}`,
		});
	const known = await toldEvents(database, feed, null);
	const events = after(known);
	const byUid = new Map(known.map((event) => [event.uid, event]));
	if (events.every((event) => isDeepStrictEqual(event, byUid.get(event.uid))))
		return events;
	return database.transaction(async (transaction) => {
		const told = after(await toldEvents(database, feed, transaction));
		const forgetBefore = now.minus({ days: keptDays });
		await keepToldEvents(database, transaction, feed, told, forgetBefore);
		return told;
	});
}

function languageOf(
	ctx: Context,
	{ line, subjectKind, subject, language }: CalendarFeed,
	published: PublishedRota | undefined,
): Language {
	const people = published?.rota.people ?? {};
	const person =
		subjectKind === "person" && Object.hasOwn(people, subject)
			? people[subject]
			: undefined;
	return (
		language ?? person?.language ?? ctx.config.lines[line]?.language ?? "en"
	);
}

function namesFor(
	ctx: Context,
	{ line }: CalendarFeed,
	published: PublishedRota | undefined,
): FeedNames {
	const people = published?.rota.people ?? {};
	return {
		line: ctx.config.lines[line]?.name ?? { fi: line, sv: line, en: line },
		nameOf: (id) => (Object.hasOwn(people, id) ? (people[id]?.name ?? id) : id),
		link: `${ctx.config.publicUrl}/rota/${encodeURIComponent(line)}`,
	};
}
