import type { DateTime } from "luxon";
import { QueryTypes, type Sequelize, type Transaction } from "sequelize";

/** A text message to be sent, or an e-mail. */
export interface OutgoingMessage {
	readonly ticketId: string | null;
	readonly line: string;
	readonly purpose: string;
	/** The same key is the same message: it is sent once, however often it is asked for. */
	readonly key: string;
	/** E.164; an e-mail comes from the installation's own address. */
	readonly sender: string;
	/** E.164, or an e-mail address. */
	readonly recipient: string;
	/** Of the line's rota, where it is for one of its people. */
	readonly person?: string | null;
	/** Text message when left out. */
	readonly channel?: "sms" | "email";
	/** Of an e-mail. */
	readonly subject?: string;
	readonly body: string;
	readonly at: DateTime;
}

/** Writes the message and enqueues its sending, both or neither; false when it was written before. */
export async function addOutgoing(
	database: Sequelize,
	transaction: Transaction,
	message: OutgoingMessage,
): Promise<boolean> {
	const added = await database.query<{ id: string }>(
		`with added as (
			insert into messages
				(ticket_id, line, direction, purpose, key, sender, recipient, body, status, created_at, channel, subject, person)
			values ($1, $2, 'out', $3, $4, $5, $6, $7, 'waiting', $8, $9, $10, $11)
			on conflict (key) do nothing returning id
		)
		select id, graphile_worker.add_job('send-message', json_build_object('message', id),
			job_key := 'send-message:' || id, max_attempts := 10)::text from added`,
		{
			bind: [
				message.ticketId,
				message.line,
				message.purpose,
				message.key,
				message.sender,
				message.recipient,
				message.body,
				message.at.toJSDate(),
				message.channel ?? "sms",
				message.subject ?? null,
				message.person ?? null,
			],
			type: QueryTypes.SELECT,
			transaction,
		},
	);
	return added.length > 0;
}

/** Which of these keys belong to messages that were written before. */
export async function keysWritten(
	database: Sequelize,
	transaction: Transaction,
	keys: readonly string[],
): Promise<ReadonlySet<string>> {
	const rows = await database.query<{ key: string }>(
		"select key from messages where key = any($1)",
		{ bind: [keys], type: QueryTypes.SELECT, transaction },
	);
	return new Set(rows.map(({ key }) => key));
}

export interface Message {
	readonly id: string;
	readonly ticketId: string | null;
	readonly line: string;
	readonly direction: "in" | "out";
	readonly purpose: string;
	readonly key: string;
	readonly sender: string | null;
	readonly recipient: string;
	readonly person: string | null;
	readonly channel: "sms" | "email";
	readonly subject: string | null;
	readonly body: string;
	readonly status: string;
	readonly error: string | null;
	/** 1 for the first time that it is sent. */
	readonly attempt: number;
	readonly carrierSid: string | null;
	readonly createdAt: Date;
}

export async function messageById(
	database: Sequelize,
	id: string,
	transaction?: Transaction,
): Promise<Message | null> {
	const [message] = await database.query<Message>(
		`select id, ticket_id as "ticketId", line, direction, purpose, key, sender, recipient, person, channel, subject, body, status,
			error, attempt, carrier_sid as "carrierSid", created_at as "createdAt"
		from messages where id = $1::uuid`,
		{
			bind: [id],
			type: QueryTypes.SELECT,
			...(transaction && { transaction }),
		},
	);
	return message ?? null;
}

export interface SendingResult {
	readonly status: string;
	readonly carrierSid?: string;
	readonly error?: string;
	/** Of a text message. */
	readonly segments?: number;
	readonly price?: { readonly amount: number; readonly currency: string };
}

/**
 * What the carrier, or its refusal, made of the message; a status callback that came first stays. Whoever is to see to a failure is
 * called, and the ticket's page is told.
 */
export async function endSending(
	database: Sequelize,
	{ id, attempt }: Pick<Message, "id" | "attempt">,
	result: SendingResult,
): Promise<void> {
	await database.query(
		`with ended as (
			update messages set status = case when status_rank = 0 then $2 else status end,
				carrier_sid = coalesce(carrier_sid, $3), error = coalesce($4, case when status_rank > 0 then error end),
				segments = $5, price = $6, currency = $7, updated_at = now(),
				body = case when is_over($2, channel) then without_secrets(body) else body end
			where id = $1::uuid and attempt = $8 returning messages.*
		)
		select message_ended(ended::messages) from ended where status_rank = 0`,
		{
			bind: [
				id,
				result.status,
				result.carrierSid ?? null,
				result.error ?? null,
				result.segments ?? null,
				result.price?.amount ?? null,
				result.price?.currency ?? null,
				attempt,
			],
		},
	);
}

/** Has a message that failed sent once more, in so many minutes; false when that was begun before or it has not failed. */
export async function sendAgain(
	database: Sequelize,
	{ id, attempt }: Pick<Message, "id" | "attempt">,
	minutes: number,
): Promise<boolean> {
	const again = await database.query(
		`with again as (
			update messages set status = 'waiting', status_rank = 0, carrier_sid = null, attempt = attempt + 1, updated_at = now()
			where id = $1::uuid and attempt = $2 and status in ('failed', 'undelivered') returning id, attempt
		)
		select graphile_worker.add_job('send-message', json_build_object('message', id),
			job_key := 'send-message:' || id || ':' || attempt, max_attempts := 10,
			run_at := now() + make_interval(mins => $3::integer))::text from again`,
		{ bind: [id, attempt, minutes], type: QueryTypes.SELECT },
	);
	return again.length > 0;
}

/** Takes the secret of a personal link out of a message of which nothing is sent any more. */
export async function forgetSecrets(
	database: Sequelize,
	transaction: Transaction,
	id: string,
): Promise<void> {
	await database.query(
		"update messages set body = without_secrets(body) where id = $1::uuid",
		{ bind: [id], transaction },
	);
}

/** The same for all that were written before this instant, whatever became of them. */
export async function forgetSecretsBefore(
	database: Sequelize,
	at: DateTime,
): Promise<void> {
	await database.query(
		`update messages set body = without_secrets(body)
		where body ~ '/t/[A-Za-z0-9_-]{22}' and created_at <= $1`,
		{ bind: [at.toJSDate()] },
	);
}

/** What the carrier says that the message cost. */
export async function savePrice(
	database: Sequelize,
	id: string,
	told: {
		readonly segments: number | null;
		readonly price: {
			readonly amount: number;
			readonly currency: string;
		} | null;
	},
): Promise<void> {
	await database.query(
		`update messages set segments = coalesce($2, segments), price = coalesce($3, price), currency = coalesce($4, currency)
		where id = $1::uuid`,
		{
			bind: [
				id,
				told.segments,
				told.price?.amount ?? null,
				told.price?.currency ?? null,
			],
		},
	);
}

/** A message of a ticket, as its page shows it. */
export interface MessageOfTicket {
	readonly id: string;
	readonly direction: "in" | "out";
	readonly channel: "sms" | "email";
	readonly purpose: string;
	readonly sender: string | null;
	readonly recipient: string | null;
	/** Without anybody's own link to the ticket, with which others could act as they. */
	readonly body: string;
	readonly status: string;
	readonly error: string | null;
	readonly segments: number | null;
	readonly price: { readonly amount: number; readonly currency: string } | null;
	/** ISO 8601, in UTC. */
	readonly at: string;
}

/** Everything that was written about the ticket and to it, oldest first. */
export async function messagesOfTicket(
	database: Sequelize,
	ticketId: string,
	transaction?: Transaction,
): Promise<MessageOfTicket[]> {
	const rows = await database.query<
		Omit<MessageOfTicket, "price" | "at"> & {
			readonly price: number | null;
			readonly currency: string | null;
			readonly at: Date;
		}
	>(
		`select id, direction, channel, purpose, sender, recipient, without_secrets(body) as body, status, error, segments,
			price::float8 as price, currency, created_at as at
		from messages where ticket_id = $1::uuid order by created_at, id`,
		{
			bind: [ticketId],
			type: QueryTypes.SELECT,
			...(transaction && { transaction }),
		},
	);
	return rows.map(({ price, currency, at, ...row }) => ({
		...row,
		price:
			price === null || currency === null ? null : { amount: price, currency },
		at: at.toISOString(),
	}));
}
