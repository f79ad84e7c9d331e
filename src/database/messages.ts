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
				(ticket_id, line, direction, purpose, key, sender, recipient, body, status, created_at, channel, subject)
			values ($1, $2, 'out', $3, $4, $5, $6, $7, 'waiting', $8, $9, $10)
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
			],
			type: QueryTypes.SELECT,
			transaction,
		},
	);
	return added.length > 0;
}

export interface Message {
	readonly id: string;
	readonly line: string;
	readonly direction: "in" | "out";
	readonly sender: string | null;
	readonly recipient: string;
	readonly channel: "sms" | "email";
	readonly subject: string | null;
	readonly body: string;
	readonly status: string;
	readonly carrierSid: string | null;
	readonly createdAt: Date;
}

export async function messageById(
	database: Sequelize,
	id: string,
): Promise<Message | null> {
	const [message] = await database.query<Message>(
		`select id, line, direction, sender, recipient, channel, subject, body, status, carrier_sid as "carrierSid", created_at as "createdAt"
		from messages where id = $1::uuid`,
		{ bind: [id], type: QueryTypes.SELECT },
	);
	return message ?? null;
}

/** What the carrier, or its refusal, made of the message; a status callback that came first stays. */
export async function endSending(
	database: Sequelize,
	id: string,
	result: {
		readonly status: string;
		readonly carrierSid?: string;
		readonly error?: string;
	},
): Promise<void> {
	await database.query(
		`update messages set status = case when status_rank = 0 then $2 else status end,
			carrier_sid = coalesce(carrier_sid, $3), error = coalesce(error, $4), updated_at = now()
		where id = $1::uuid`,
		{
			bind: [
				id,
				result.status,
				result.carrierSid ?? null,
				result.error ?? null,
			],
		},
	);
}
