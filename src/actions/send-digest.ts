import { DateTime } from "luxon";
import type { Context } from "../context.ts";
import { allAccounts } from "../database/accounts.ts";
import { openConfirmations } from "../database/duty-confirmations.ts";
import { lastDigestAt } from "../database/duty-notices.ts";
import { addOutgoing } from "../database/messages.ts";
import { rotaVersions } from "../database/rotas.ts";
import { contactAt, type DutyContact } from "../domain/duty-notice/contact.ts";
import {
	type Digest,
	digestInstant,
	digestText,
	shortDigest,
} from "../domain/duty-notice/digest.ts";
import { gapsIn } from "../domain/rota/shifts.ts";
import {
	aboutDuty,
	dutyMessage,
	type LineDuties,
	officeContacts,
	personOf,
} from "./line-duties.ts";

/** How late a digest may come after the service was away. */
const latest = { hours: 24 };

/** Sends the weekly letter to the office when its hour has come, once to each. */
export async function sendDigest(
	ctx: Context,
	duties: LineDuties,
): Promise<void> {
	const { database } = ctx;
	const at = digestInstant(duties.now, duties.settings.digest);
	if (!at || duties.now > at.plus(latest)) return;
	const recipients = await recipientsOf(ctx, duties);
	if (recipients.length === 0) return;
	const digest = await digestOf(ctx, duties, at);
	await database.transaction(async (transaction) => {
		for (const contact of recipients) {
			const { channel, language, to } = contact;
			const text =
				channel === "email"
					? digestText(digest, language)
					: shortDigest(digest, language);
			const message = dutyMessage(duties, contact, text, {
				...{ purpose: "digest", key: `${at.toISODate()}:${to}` },
			});
			await addOutgoing(database, transaction, message);
		}
	});
}

/** Whoever the settings name; else the office and the planners that have accounts, else the fallback people. Only who can be reached. */
async function recipientsOf(
	ctx: Context,
	duties: LineDuties,
): Promise<DutyContact[]> {
	const { line, settings } = duties;
	const canReach = ({ channel }: DutyContact) =>
		channel === "sms" || ctx.mail.isSet;
	const named = settings.digest.to.map((to) => contactAt(to, line.language));
	if (named.length > 0) return named.filter(canReach);
	const accounts = await allAccounts(ctx.database, { demo: false });
	const office = accounts
		.filter(
			({ role, disabledAt }) =>
				disabledAt === null && (role === "office" || role === "planner"),
		)
		.map(({ email, language }) => contactAt(email, language));
	const fallback = officeContacts(ctx, duties, null);
	return (office.length > 0 ? office : fallback).filter(
		(contact) => contact.channel === "email" && canReach(contact),
	);
}

async function digestOf(
	ctx: Context,
	duties: LineDuties,
	at: DateTime,
): Promise<Digest> {
	const { database } = ctx;
	const { line, now, timeline, horizon, rota, calendars } = duties;
	const last = await lastDigestAt(database, line.id, at);
	const since = last ?? at.minus({ weeks: 1 }).toJSDate();
	const name = (id: string | null) => personOf(duties, id)?.name ?? id;
	const local = (date: Date) => DateTime.fromJSDate(date, { zone: rota.zone });
	return {
		line: line.name,
		link: aboutDuty(ctx, duties, "", "rota").link,
		week: weekOf(duties),
		gaps: gapsIn(timeline, { from: now, to: horizon }).filter(
			({ intended }) => !intended,
		),
		changes: (await rotaVersions(database, line.id))
			.filter(({ publishedAt }) => publishedAt > since)
			.map(({ version, publishedAt, publishedBy, note }) => ({
				...{ version, at: local(publishedAt), by: publishedBy, note },
			})),
		unconfirmed: (await openConfirmations(database, line.id)).map(
			({ person, duty, startsAt }) => ({
				...{ name: name(person) ?? person, duty, start: local(startsAt) },
			}),
		),
		failingCalendars: Object.entries(calendars)
			.filter(([, copy]) => copy.failing !== null)
			.map(([url]) => hostOf(url)),
	};
}

function weekOf(duties: LineDuties): Digest["week"] {
	const week = duties.now.plus({ weeks: 1 });
	return duties.shifts.flatMap((shifts) =>
		shifts.slice(0, 1).map(({ duty }) => ({
			duty,
			turns: shifts
				.filter(({ start, end }) => start < week && (!end || end > duties.now))
				.map(({ person, start, end }) => ({
					name: personOf(duties, person)?.name ?? person,
					...{ start, end },
				})),
		})),
	);
}

/** The rest of a calendar's address is often its secret. */
function hostOf(url: string): string {
	return URL.canParse(url) ? new URL(url).host : "";
}
