import type { DateTime } from "luxon";
import type { Transaction } from "sequelize";
import type { LineConfig } from "../config.ts";
import type { Context } from "../context.ts";
import {
	dutyNoticeSettings,
	noticeChannels,
} from "../database/duty-notices.ts";
import type { OutgoingMessage } from "../database/messages.ts";
import { newestRota } from "../database/rotas.ts";
import {
	alarmContactOf,
	type ContactInputs,
	contactOf,
	type DutyContact,
} from "../domain/duty-notice/contact.ts";
import type { DutyShift, HeldShift } from "../domain/duty-notice/duty-shift.ts";
import type { DutyNoticeSettings } from "../domain/duty-notice/settings.ts";
import type { NoticeAbout, NoticeText } from "../domain/duty-notice/texts.ts";
import type { CalendarCopies } from "../domain/rota/calendar/copy.ts";
import type { Person, PersonId, Rota } from "../domain/rota/rota.ts";
import { shiftsOf } from "../domain/rota/shifts.ts";
import {
	answerAt,
	compileRota,
	type Timeline,
} from "../domain/rota/timeline.ts";
import { rotaInputs } from "./rota-inputs.ts";

/** The duties of one line as they stand now, and how their people are told. */
export interface LineDuties {
	readonly line: LineConfig;
	readonly rota: Rota;
	readonly version: number;
	/** In the rota's zone. */
	readonly now: DateTime;
	/** Everybody is told of changes up to here. */
	readonly horizon: DateTime;
	readonly timeline: Timeline;
	readonly calendars: CalendarCopies;
	/** Of each duty, from half a day ago to beyond the horizon. */
	readonly shifts: readonly (readonly DutyShift[])[];
	readonly settings: DutyNoticeSettings;
	readonly channels: ReadonlyMap<string, DutyContact["channel"]>;
}

const lookBack = { hours: 13 };

/** How far ahead people are told of changes. */
export const weeksAhead = 8;

/** null when the line is not configured or has no rota. */
export async function lineDuties(
	ctx: Pick<Context, "config" | "clock" | "database">,
	id: string,
	transaction: Transaction | null = null,
): Promise<LineDuties | null> {
	const line = Object.hasOwn(ctx.config.lines, id)
		? ctx.config.lines[id]
		: undefined;
	const newest = line && (await newestRota(ctx.database, id, transaction));
	if (!newest) return null;
	const { rota, version } = newest;
	const { holidays, calendars } = await rotaInputs(ctx, rota, transaction);
	const now = ctx.clock.now().setZone(rota.zone);
	const from = now.minus(lookBack);
	const horizon = now.plus({ weeks: weeksAhead });
	const timeline = compileRota(rota, {
		...{ from, to: horizon, holidays, calendars },
	});
	return {
		...{ line, rota, version, now, horizon, timeline, calendars },
		shifts: Object.keys(rota.duties).map((duty) =>
			shiftsOfDuty(timeline, duty, { from, horizon }),
		),
		settings: await dutyNoticeSettings(ctx.database, id, transaction),
		channels: await noticeChannels(ctx.database, transaction),
	};
}

/** Those that begin before the horizon, with their true ends. */
function shiftsOfDuty(
	timeline: Timeline,
	duty: string,
	{ from, horizon }: { readonly from: DateTime; readonly horizon: DateTime },
): DutyShift[] {
	const end = timeline.to.plus({ days: 400 });
	return shiftsOf(timeline, duty, { from, to: end })
		.filter(({ start }) => start < horizon)
		.map((shift) => ({
			duty,
			person: shift.person,
			start: shift.start,
			end: shift.end < end ? shift.end : null,
			intended: shift.because.kind === "intended-gap",
			startsBefore: shift.start <= from,
		}));
}

/** The shift that a person has at this duty from this instant on; undefined when it is no longer so. */
export function shiftStarting(
	duties: LineDuties,
	wanted: {
		readonly duty: string;
		readonly person: PersonId;
		readonly start: number;
	},
): HeldShift | undefined {
	const { duty, person, start } = wanted;
	const shift = duties.shifts
		.flat()
		.find((one) => one.duty === duty && one.start.toMillis() === start);
	return shift?.person === person ? { ...shift, person } : undefined;
}

export function personOf(
	{ rota }: LineDuties,
	id: PersonId | null,
): Person | null {
	return id !== null && Object.hasOwn(rota.people, id)
		? (rota.people[id] ?? null)
		: null;
}

/** Where a person is told; null when there is no way. */
export function contactOfPerson(
	ctx: Pick<Context, "mail">,
	duties: LineDuties,
	id: PersonId,
): DutyContact | null {
	const person = personOf(duties, id);
	return person && contactOf(person, inputsFor(ctx, duties, person));
}

/** The fallback people as they are now, without the one it is about where there is anybody else. */
export function officeContacts(
	ctx: Pick<Context, "mail">,
	duties: LineDuties,
	except: PersonId | null,
): DutyContact[] {
	const held = answerAt(duties.timeline, duties.now).duties;
	const ids = duties.rota.fallback.flatMap((name) => {
		const id = Object.hasOwn(held, name) ? held[name]?.person : name;
		return id ? [id] : [];
	});
	const others = ids.filter((id) => id !== except);
	const contacts = (others.length > 0 ? others : ids).flatMap((id) => {
		const person = personOf(duties, id);
		return person
			? [alarmContactOf(person, inputsFor(ctx, duties, person))]
			: [];
	});
	return [...new Map(contacts.map((one) => [one.to, one])).values()];
}

function inputsFor(
	ctx: Pick<Context, "mail">,
	{ line, channels }: LineDuties,
	{ email }: Person,
): ContactInputs {
	return {
		lineLanguage: line.language,
		chosen: (email && channels.get(email.toLowerCase())) || null,
		mailIsSet: ctx.mail.isSet,
	};
}

/** What a notice tells of, and the page where its reader finds more. */
export function aboutDuty(
	ctx: Pick<Context, "config">,
	{ line, now }: LineDuties,
	duty: string,
	page: keyof typeof pages,
): NoticeAbout {
	const link = `${ctx.config.publicUrl}${pages[page](encodeURIComponent(line.id))}`;
	return { line: line.name, duty, now, link };
}

const pages = {
	own: () => "/my-duty",
	rota: (line: string) => `/rota/${line}`,
	notices: (line: string) => `/rota/${line}/notices`,
};

/** The message that brings a text to somebody; the same key is sent once. */
export function dutyMessage(
	{ line, now }: LineDuties,
	{ channel, to }: DutyContact,
	{ subject, body }: NoticeText,
	{ purpose, key }: { readonly purpose: string; readonly key: string },
): OutgoingMessage {
	return {
		ticketId: null,
		line: line.id,
		purpose: `duty-${purpose}`,
		key: `duty-${purpose}:${line.id}:${key}`,
		sender: line.number,
		recipient: to,
		channel,
		...(channel === "email" ? { subject } : {}),
		body,
		at: now,
	};
}
