import { isDeepStrictEqual } from "node:util";
import type { DateTime } from "luxon";
import type { Transaction } from "sequelize";
import { readCalendar } from "../calendar-document/read-calendar.ts";
import type { Context, OutsideReading } from "../context.ts";
import { auditEntry } from "../database/audit.ts";
import {
	calendarAt,
	calendarById,
	keepCalendar,
	type StoredCalendar,
} from "../database/calendars.ts";
import { notifyOfChange } from "../database/changes.ts";
import { enqueueShiftNews } from "../database/duty-notices.ts";
import { hostOf } from "../domain/rota/calendar/address.ts";
import { tellOfCalendar } from "./tell-of-calendar.ts";

type Calendar = StoredCalendar & { readonly text: string | null };

/**
 * Reads a calendar and keeps what came. When nothing comes, or nothing that is a calendar, the last good copy stays, and
 * the office is told: at once if there never was one, else when it has failed three times in a row.
 */
export async function fetchCalendar(ctx: Context, id: string): Promise<void> {
	const { database } = ctx;
	const known = await calendarById(database, id);
	if (!known) return;
	const reading = await ctx.outside.read(known.url, known);
	await database.transaction(async (transaction) => {
		const before = await calendarById(database, id, transaction);
		if (!before) return;
		const after = afterReading(before, reading, ctx.clock.now());
		const alarmed = await tellOfCalendar(ctx, transaction, after);
		await keepCalendar(database, transaction, { ...after, alarmed });
		await tellOthers(ctx, transaction, before, after);
	});
}

/** The same, at once, for an address of a line that may be new. */
export async function fetchCalendarAt(
	ctx: Context,
	{ line, url }: { readonly line: string; readonly url: string },
): Promise<void> {
	const at = ctx.clock.now();
	await fetchCalendar(ctx, await calendarAt(ctx.database, line, url, at));
}

/** Entries are worked out anew each day, for they reach only so far ahead. */
const expandedForHours = 24;
const reach = { back: { days: 400 }, ahead: { days: 900 } };

function afterReading(
	before: Calendar,
	reading: OutsideReading,
	now: DateTime,
): Calendar {
	const tried = { ...before, triedAt: now.toJSDate() };
	if (reading.kind === "failed") return failed(tried, reading, now);
	const text = reading.kind === "text" ? reading.text : before.text;
	const { etag, lastModified } = reading.kind === "text" ? reading : before;
	if (text === null) return { ...tried, etag: null, lastModified: null };
	const isKnown = text === before.text && !isOld(before.expandedAt, now);
	const read = isKnown
		? ({ ...before, kind: "read" } as const)
		: readCalendar(text, spanAround(now));
	if (read.kind === "faulty")
		return failed(tried, { because: read.because, status: null }, now);
	return {
		...tried,
		text,
		etag,
		lastModified,
		entries: read.entries,
		unreadable: read.unreadable,
		readAt: now.toJSDate(),
		expandedAt: isKnown ? before.expandedAt : now.toJSDate(),
		failingSince: null,
		failure: null,
		failureStatus: null,
		failures: 0,
	};
}

/** The last good copy reaches further ahead each day even so. */
function failed(
	calendar: Calendar,
	{
		because,
		status,
	}: Pick<Extract<OutsideReading, { kind: "failed" }>, "because" | "status">,
	now: DateTime,
): Calendar {
	const failing = {
		...calendar,
		failingSince: calendar.failingSince ?? now.toJSDate(),
		failure: because,
		failureStatus: status,
		failures: calendar.failures + 1,
	};
	if (calendar.text === null || !isOld(calendar.expandedAt, now))
		return failing;
	const copy = readCalendar(calendar.text, spanAround(now));
	if (copy.kind === "faulty") return failing;
	const { entries, unreadable } = copy;
	return { ...failing, entries, unreadable, expandedAt: now.toJSDate() };
}

function isOld(at: Date | null, now: DateTime): boolean {
	return !at || now.toMillis() - at.getTime() > expandedForHours * 3_600_000;
}

function spanAround(now: DateTime) {
	return {
		from: now.minus(reach.back).toMillis(),
		to: now.plus(reach.ahead).toMillis(),
	};
}

/** The audit trail hears of the beginning and the end of an outage; whoever looks at shifts, of each change. */
async function tellOthers(
	ctx: Context,
	transaction: Transaction,
	before: Calendar,
	after: Calendar,
): Promise<void> {
	const { database } = ctx;
	const { line, url } = after;
	const wasFailing = before.failure !== null;
	const isFailing = after.failure !== null;
	const isFirst = before.readAt === null && after.readAt !== null;
	if (wasFailing !== isFailing || isFirst)
		await auditEntry(database, transaction, {
			at: ctx.clock.now(),
			actor: "calendar reader",
			action: isFailing ? "calendar-failed" : "calendar-read",
			subject: { kind: "calendar", id: `${line}: ${hostOf(url)}` },
			...(after.failure && { reason: after.failure }),
		});
	const hasOtherEntries =
		!isDeepStrictEqual(before.entries, after.entries) ||
		!isDeepStrictEqual(before.unreadable, after.unreadable);
	if (hasOtherEntries || isFirst || before.failure !== after.failure)
		await notifyOfChange(database, transaction, {
			kind: "calendar-read",
			line,
		});
	if (hasOtherEntries && before.readAt !== null)
		await enqueueShiftNews(database, transaction, line, { minutes: 3 });
}
