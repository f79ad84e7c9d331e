import { receiveMessage } from "../../actions/receive-message.ts";
import { recordDelivery } from "../../actions/record-delivery.ts";
import type { Switchboard } from "../../actions/switchboard.ts";
import type { Context } from "../../context.ts";
import { callerOf, e164Of } from "../../domain/call/caller.ts";
import { RequestError } from "../../errors.ts";
import { emptyTwiml, messageTwiml } from "./twiml.ts";
import type { Handler } from "./webhooks.ts";

/** The webhooks of text messages. */
export function messageHandlers(
	ctx: Context,
	board: Switchboard,
): Readonly<Record<"arrived" | "delivered", Handler>> {
	return {
		async arrived({ params }) {
			const recipient = e164Of(params.required("To"));
			if (!recipient)
				throw new RequestError(400, "The parameter To is not a phone number.");
			const reply = await receiveMessage(ctx, board, {
				carrierSid: params.sid("MessageSid", "SM"),
				sender: callerOf(params.required("From")),
				recipient,
				body: params.optional("Body") ?? "",
			});
			return reply === null ? emptyTwiml : messageTwiml(reply);
		},

		async delivered({ params, query }) {
			const carrierSid = params.sid("MessageSid", "SM");
			const message = query.get("message");
			const status = params.required("MessageStatus");
			if (!message || !uuid.test(message))
				throw new RequestError(400, "This is not about a message of ours.");
			await recordDelivery(board, {
				message,
				attempt: Number(query.get("attempt") ?? 1) || 1,
				carrierSid,
				status,
				error: params.optional("ErrorCode"),
			});
			return null;
		},
	};
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
