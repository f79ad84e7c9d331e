import { DateTime } from "luxon";
import { z } from "zod";
import { acknowledgeDutyAlarm } from "../../actions/acknowledge-duty-alarm.ts";
import {
	changeDutyNotices,
	chooseNoticeChannel,
} from "../../actions/change-duty-notices.ts";
import {
	type LineDuties,
	lineDuties,
	personOf,
} from "../../actions/line-duties.ts";
import type { Context } from "../../context.ts";
import {
	type Confirmation,
	newestConfirmations,
} from "../../database/duty-confirmations.ts";
import {
	noticeChannels,
	type SentNotice,
	sentNotices,
} from "../../database/duty-notices.ts";
import { nextNotice } from "../../domain/duty-notice/due.ts";
import type { Language } from "../../domain/language.ts";
import type { Asker, AskerAccount } from "../asker.ts";
import { Refusal } from "../refusal.ts";
import {
	type DutyNoticesView,
	dutyNoticeSettings,
	dutyNotices,
	ownNotices,
} from "./duty-notice-shapes.ts";
import { dutyNoticeRefusals } from "./duty-notice-words.ts";
import { jsonEndpoint } from "./endpoint.ts";
import { isoInstant } from "./instant.ts";
import { noSuchRota } from "./rota-words.ts";
import { line } from "./rotas.ts";

export const dutyNoticesEndpoint = jsonEndpoint({
	path: "/rotas/{line}/duty-notices",
	summary: "What the line tells its people of their duties, and has told them",
	permission: "see duty notices",
	parameters: { line },
	answers: dutyNotices,
	refuses: { 404: "No such line" },
	handle: (ctx, { parameters, language }) =>
		noticesOf(ctx, parameters.line, language),
});

export const changeDutyNoticesEndpoint = jsonEndpoint({
	method: "put",
	path: "/rotas/{line}/duty-notices",
	summary: "Says what the line tells its people of their duties from now on",
	permission: "keep duty notices",
	parameters: { line },
	body: dutyNoticeSettings,
	answers: dutyNotices,
	refuses: { 404: "No such line" },
	handle: async (ctx, { parameters, body, asker, language }) => {
		const duties = await knownDuties(ctx, parameters.line, language);
		await changeDutyNotices(ctx, {
			...{ line: duties.line.id, settings: body, by: asker.name },
		});
		return noticesOf(ctx, parameters.line, language);
	},
});

export const acknowledgeDutyEndpoint = jsonEndpoint({
	method: "post",
	path: "/rotas/{line}/duty-notices/{confirmation}/acknowledge",
	summary: "“I see to it”: the alarm about a shift that nobody confirmed ends",
	permission: "see duty notices",
	parameters: { line, confirmation: z.uuid() },
	answers: dutyNotices,
	refuses: {
		404: "There is no such line or confirmation",
		409: "Somebody already sees to it, or the shift was confirmed",
	},
	handle: async (ctx, { parameters, asker, language }) => {
		const result = await acknowledgeDutyAlarm(ctx, {
			line: parameters.line,
			id: parameters.confirmation,
			by: asker.name,
		});
		if (result.kind === "refused")
			throw result.because === "no-such-alarm"
				? new Refusal(404, dutyNoticeRefusals.noSuchAlarm, language)
				: new Refusal(409, dutyNoticeRefusals.alreadySettled, language);
		return noticesOf(ctx, parameters.line, language);
	},
});

export const ownNoticesEndpoint = jsonEndpoint({
	path: "/my-notices",
	summary: "By which way you are told of your own duties",
	permission: "keep one's own account",
	answers: ownNotices,
	refuses: { 409: "You are signed in without an account of your own" },
	handle: (ctx, { asker, language }) =>
		ownNoticesOf(ctx, accountOf(asker, language)),
});

export const changeOwnNoticesEndpoint = jsonEndpoint({
	method: "put",
	path: "/my-notices",
	summary: "Chooses by which way you are told of your own duties",
	permission: "keep one's own account",
	body: z.strictObject({ channel: z.enum(["sms", "email"]) }),
	answers: ownNotices,
	refuses: { 409: "You are signed in without an account of your own" },
	handle: async (ctx, { body, asker, language }) => {
		const account = accountOf(asker, language);
		await chooseNoticeChannel(ctx, {
			...{ email: account.email, channel: body.channel, by: asker.name },
		});
		return ownNoticesOf(ctx, account);
	},
});

function accountOf({ account }: Asker, language: Language): AskerAccount {
	if (account) return account;
	throw new Refusal(409, dutyNoticeRefusals.noAccount, language);
}

async function ownNoticesOf(ctx: Context, { email }: AskerAccount) {
	const channels = await noticeChannels(ctx.database);
	const channel = channels.get(email.toLowerCase()) ?? "sms";
	return { channel, email, mailIsSet: ctx.mail.isSet };
}

async function knownDuties(
	ctx: Context,
	id: string,
	language: Language,
): Promise<LineDuties> {
	const duties = await lineDuties(ctx, id);
	if (duties) return duties;
	throw new Refusal(404, noSuchRota(id.slice(0, 60)), language);
}

async function noticesOf(
	ctx: Context,
	id: string,
	language: Language,
): Promise<DutyNoticesView> {
	const duties = await knownDuties(ctx, id, language);
	const { database } = ctx;
	const confirmations = await newestConfirmations(database, id, 10);
	const sent = await sentNotices(database, id, 30);
	return {
		line: id,
		zone: duties.rota.zone,
		settings: {
			...duties.settings,
			digest: {
				...duties.settings.digest,
				to: [...duties.settings.digest.to],
			},
		},
		mailIsSet: ctx.mail.isSet,
		next: nextOf(duties),
		confirmations: confirmations.map((each) => confirmationView(each, duties)),
		sent: sent.map((each) => sentView(each, duties)),
	};
}

function nextOf(duties: LineDuties): DutyNoticesView["next"] {
	const { shifts, settings, now } = duties;
	const next = nextNotice(shifts, settings, now);
	if (!next || next.notice.kind === "gap") return null;
	const { kind, shift } = next.notice;
	const { duty, person } = shift;
	const at = isoInstant(next.at);
	return { ...{ at, kind, duty, person }, name: nameOf(duties, person) };
}

function confirmationView(
	confirmation: Confirmation,
	duties: LineDuties,
): DutyNoticesView["confirmations"][number] {
	const { id, duty, person, state, tries } = confirmation;
	const { startsAt, settledAt, alarmRound, acknowledgedBy } = confirmation;
	return {
		...{ id, duty, person, state, tries, acknowledgedBy },
		name: nameOf(duties, person),
		startsAt: instantOf(startsAt),
		settledAt: settledAt && instantOf(settledAt),
		alarms: alarmRound,
		isOpen:
			acknowledgedBy === null &&
			(state === "declined" || state === "unanswered"),
	};
}

/** A person rather than a number, where there is one. */
function sentView(
	{ purpose, channel, recipient, body, status, error, createdAt }: SentNotice,
	{ rota }: LineDuties,
): DutyNoticesView["sent"][number] {
	const person = Object.values(rota.people).find(
		({ phone, email }) => phone === recipient || email === recipient,
	);
	return {
		at: instantOf(createdAt),
		purpose: purpose.replace(/^duty-/, ""),
		to: person?.name ?? recipient,
		...{ channel, body, status, error },
	};
}

function nameOf(duties: LineDuties, person: string): string {
	return personOf(duties, person)?.name ?? person;
}

function instantOf(date: Date): string {
	return isoInstant(DateTime.fromJSDate(date));
}
