import type { DateTime } from "luxon";
import { party } from "./call-params.ts";
import type { Carrier } from "./carrier.ts";
import { Cookies } from "./cookies.ts";
import type { Phone } from "./phone.ts";
import { replyTo } from "./replies.ts";
import { segmentsOf } from "./segments.ts";
import { newSid } from "./sid.ts";

export type MessageStatus =
	| "queued"
	| "sent"
	| "delivered"
	| "undelivered"
	| "failed"
	| "received";

export interface Message {
	readonly sid: string;
	readonly direction: "inbound" | "outbound-api" | "outbound-reply";
	readonly from: string;
	readonly to: string;
	readonly body: string;
	readonly segments: number;
	readonly createdAt: DateTime;
	readonly statusCallback: string;
	status: MessageStatus;
	errorCode: number | undefined;
	sentAt: DateTime | undefined;
	updatedAt: DateTime;
}

/** The messages of the account, and who does not want any more. */
export class Messages {
	readonly #bySid = new Map<string, Message>();
	/** `receiver sender` pairs that have said STOP. */
	readonly #optedOut = new Set<string>();
	readonly #carrier: () => Carrier;

	constructor(carrier: () => Carrier) {
		this.#carrier = carrier;
	}

	bySid(sid: string): Message | undefined {
		return this.#bySid.get(sid);
	}

	/** Oldest first. */
	all(): readonly Message[] {
		return [...this.#bySid.values()];
	}

	remove(sid: string): boolean {
		return this.#bySid.delete(sid);
	}

	/** Whether `receiver` has told `sender` to stop. */
	isOptedOut(receiver: string, sender: string): boolean {
		return this.#optedOut.has(`${receiver} ${sender}`);
	}

	/** Sends a message of the account on its way: queued now, then sent, then delivered or not. */
	send(
		message: Pick<Message, "from" | "to" | "body"> & {
			readonly direction: "outbound-api" | "outbound-reply";
			readonly statusCallback?: string;
		},
	): Message {
		const sent = this.#add({ statusCallback: "", ...message }, "queued");
		setImmediate(() => this.#goesOut(sent));
		return sent;
	}

	/** A phone has written to a number: what it says about stopping is obeyed, and the number's webhook is told. */
	receive(phone: Phone, to: string, body: string): void {
		const carrier = this.#carrier();
		const line = carrier.numbers.of(to);
		if (!line) return;
		const message = this.#add(
			{
				direction: "inbound",
				from: phone.number,
				to,
				body,
				statusCallback: "",
			},
			"received",
		);
		this.#obey(message, phone);
		if (line.smsUrl) {
			void carrier.settling.track(() => replyTo(carrier, message, line));
		}
	}

	#add(
		message: Pick<
			Message,
			"direction" | "from" | "to" | "body" | "statusCallback"
		>,
		status: MessageStatus,
	): Message {
		const now = this.#carrier().clock.now();
		const added: Message = {
			...message,
			sid: newSid("SM"),
			segments: segmentsOf(message.body),
			createdAt: now,
			updatedAt: now,
			sentAt: undefined,
			errorCode: undefined,
			status,
		};
		this.#bySid.set(added.sid, added);
		return added;
	}

	#goesOut(message: Message): void {
		const { clock, phones, settings } = this.#carrier();
		const phone = phones.find(message.to);
		const reached = phone && phone.behaviour.kind !== "switched-off";
		message.sentAt = clock.now();
		this.#becomes(message, "sent");
		if (reached) {
			const { sid, from, body } = message;
			phone.receives({ sid, from, body, at: clock.now() });
		}
		clock.after(settings.deliverySeconds * 1000, () => {
			if (!reached) message.errorCode = 30003;
			this.#becomes(message, reached ? "delivered" : "undelivered");
		});
	}

	#becomes(message: Message, status: MessageStatus): void {
		const carrier = this.#carrier();
		message.status = status;
		message.updatedAt = carrier.clock.now();
		if (!message.statusCallback) return;
		carrier.callbacks.post(message.sid, {
			url: message.statusCallback,
			method: "POST",
			params: {
				AccountSid: carrier.accountSid,
				ApiVersion: "2010-04-01",
				From: message.from,
				To: message.to,
				MessageSid: message.sid,
				SmsSid: message.sid,
				MessageStatus: status,
				SmsStatus: status,
				...(message.errorCode ? { ErrorCode: String(message.errorCode) } : {}),
				...(status === "sent"
					? {}
					: { RawDlrDoneDate: message.updatedAt.toFormat("yyMMddHHmm") }),
			},
			channel: "messaging",
			cookies: new Cookies(),
		});
	}

	#obey(message: Message, phone: Phone): void {
		const word = message.body.trim().toUpperCase();
		const pair = `${message.from} ${message.to}`;
		const answer = stopWords.has(word)
			? "You have successfully been unsubscribed. You will not receive any more messages from this number. Reply START to resubscribe."
			: startWords.has(word)
				? "You have successfully been re-subscribed to messages from this number. Reply HELP for help. Reply STOP to unsubscribe."
				: undefined;
		if (stopWords.has(word)) this.#optedOut.add(pair);
		if (startWords.has(word)) this.#optedOut.delete(pair);
		if (answer) {
			phone.receives({
				sid: newSid("SM"),
				from: message.to,
				body: answer,
				at: message.createdAt,
			});
		}
	}
}

const stopWords = new Set([
	"STOP",
	"STOPALL",
	"UNSUBSCRIBE",
	"CANCEL",
	"END",
	"QUIT",
]);
const startWords = new Set(["START", "UNSTOP", "YES"]);

/** What the webhook of a number is told about a message that came in. */
export function incomingMessageParams(
	accountSid: string,
	message: Message,
): Record<string, string> {
	return {
		AccountSid: accountSid,
		ApiVersion: "2010-04-01",
		MessageSid: message.sid,
		SmsSid: message.sid,
		SmsMessageSid: message.sid,
		SmsStatus: "received",
		Body: message.body,
		NumMedia: "0",
		NumSegments: String(message.segments),
		...party("From", message.from),
		...party("To", message.to),
	};
}
