import type { Transaction } from "sequelize";
import type { LineConfig } from "../config.ts";
import type { Context, PublishedRota, UnusableRota } from "../context.ts";
import { allAccounts } from "../database/accounts.ts";
import { ownTexts } from "../database/message-templates.ts";
import { addOutgoing, keysWritten } from "../database/messages.ts";
import type { Answer } from "../domain/rota/answer.ts";
import {
	byText,
	type Colleague,
	type Notice,
	nextPeople,
	type Receiver,
	responsiblePeople,
} from "../domain/ticket/notices.ts";
import { audienceOf } from "../domain/ticket/purposes.ts";
import { subjectOf, type Told, textOf } from "../domain/ticket/texts.ts";
import type { CallRecord, TicketRecord } from "../domain/ticket/view.ts";
import { linkFor } from "./create-ticket-link.ts";

/** What messages tell of a ticket, or of one call of it; whoever may have a link of their own gets that in place of the page's. */
export function toldOf(
	ctx: Context,
	line: LineConfig,
	ticket: TicketRecord,
	call?: CallRecord,
): Told {
	const at = call?.arrivedAt ?? ticket.missedCallAt ?? ticket.openedAt;
	return {
		line: line.name,
		number: ticket.number,
		caller: call ? call.caller : ticket.caller,
		at: at.setZone(ctx.rotas.current(line.id)?.rota.zone ?? "utc"),
		link: `${ctx.config.publicUrl}/tickets/${ticket.number}`,
		place: ticket.place.words,
		summary: ticket.summary,
	};
}

/**
 * The person on duty now and the office; who is named in the rota itself, where it does not say who is on duty; nobody, with an alarm in
 * the log, where the line has no rota.
 */
export function responsibleNow(ctx: Context, line: LineConfig): Colleague[] {
	const published = rotaOfLine(ctx, line);
	if (published)
		return responsiblePeople(
			dutiesNow(ctx, published),
			published.rota,
			line.language,
		);
	ctx.log.error(
		`Nobody can be told of a call: the line ${line.id} has no published rota. Publish one with \`faultline rota import\`.`,
	);
	return [];
}

/** Whom the line would ring after them. */
export function nextNow(ctx: Context, line: LineConfig): Colleague[] {
	const published = rotaOfLine(ctx, line);
	return published
		? nextPeople(dutiesNow(ctx, published), published.rota, line.language)
		: [];
}

function rotaOfLine(
	{ rotas }: Context,
	{ id }: LineConfig,
): PublishedRota | UnusableRota | undefined {
	return rotas.current(id) ?? rotas.unusable(id);
}

function dutiesNow(
	ctx: Context,
	published: PublishedRota | UnusableRota,
): Pick<Answer, "duties"> {
	const { line, version } = published;
	try {
		if ("answer" in published) return published.answer(ctx.clock.now());
	} catch (error) {
		ctx.log.error(
			`Version ${version} of the rota of ${line} does not say who is on duty: only people whom it names for calls are told.`,
			{ error: String(error) },
		);
	}
	return { duties: {} };
}

/** Each by text message; the office by e-mail too, where there is a mail server. */
export async function waysTo(
	ctx: Context,
	transaction: Transaction,
	colleagues: readonly Colleague[],
): Promise<Receiver[]> {
	const texts = colleagues.map(byText);
	if (!ctx.mail.isSet) return texts;
	const atDesks = colleagues.flatMap((one): Receiver[] =>
		one.isOffice && one.email !== null ? [byMail(one, one.email)] : [],
	);
	const office = await accountsByMail(ctx, transaction, "office");
	return [...texts, ...atDesks, ...office];
}

/** Everybody of a role who has an account, by e-mail; nobody without a mail server. */
export async function accountsByMail(
	ctx: Context,
	transaction: Transaction,
	role: "office" | "manager",
): Promise<Receiver[]> {
	if (!ctx.mail.isSet) return [];
	const accounts = await allAccounts(
		ctx.database,
		{ demo: false },
		transaction,
	);
	return accounts
		.filter((one) => one.role === role && one.disabledAt === null)
		.map(({ email, name, language }) => ({
			channel: "email",
			to: email,
			language,
			person: null,
			name,
		}));
}

export function byMail(
	{ language, person, name }: Colleague,
	email: string,
): Receiver {
	return { channel: "email", to: email.toLowerCase(), language, person, name };
}

export interface Telling {
	readonly line: LineConfig;
	readonly ticket: TicketRecord;
	readonly told: Told;
	/** What these messages are about: a call, a round of an alarm. The same notice about the same is sent once. */
	readonly about: string;
}

/** Writes the messages of these notices, each once, and has them sent. Answers those that are new. */
export async function tell(
	ctx: Context,
	transaction: Transaction,
	{ line, ticket, told, about }: Telling,
	notices: readonly Notice[],
): Promise<Notice[]> {
	const keyOf = ({ purpose, to }: Notice) =>
		`${ticket.number}:${purpose}:${aboutOf(purpose, about)}:${to.to}`;
	const { database } = ctx;
	const written = await keysWritten(database, transaction, notices.map(keyOf));
	const fresh = notices.filter((notice) => !written.has(keyOf(notice)));
	if (fresh.length === 0) return [];
	const own = await ownTexts(database, transaction);
	for (const notice of fresh) {
		const { purpose, to } = notice;
		const link = await linkOf(ctx, transaction, ticket, notice);
		const words = { ...told, link: link ?? told.link };
		await addOutgoing(database, transaction, {
			ticketId: ticket.id,
			line: line.id,
			purpose,
			key: keyOf(notice),
			sender: line.number,
			recipient: to.to,
			person: to.person,
			channel: to.channel,
			...(to.channel === "email" && {
				subject: subjectOf(purpose, words, to.language),
			}),
			body: textOf(purpose, words, to.language, own),
			at: ctx.clock.now(),
		});
	}
	return fresh;
}

/** The tenant is told the number once, however often they call about it. */
function aboutOf(purpose: Notice["purpose"], about: string): string {
	return purpose === "receipt" ? "0" : about;
}

/** Who reads it on a phone need not sign in; whoever has mail has an account. */
async function linkOf(
	ctx: Context,
	transaction: Transaction,
	ticket: TicketRecord,
	{ purpose, to }: Notice,
): Promise<string | null> {
	if (audienceOf(purpose) === "tenant" || to.channel === "email") return null;
	return linkFor(ctx, transaction, {
		ticketId: ticket.id,
		line: ticket.line,
		...(to.person !== null && { person: to.person }),
		name: to.name ?? to.to,
		phone: to.to,
		at: ctx.clock.now(),
	});
}
