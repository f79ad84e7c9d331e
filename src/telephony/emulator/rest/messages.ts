import { Router } from "express";
import { rfc2822 } from "../call-params.ts";
import type { Carrier } from "../carrier.ts";
import type { Message } from "../messages.ts";
import { countryOf, isE164 } from "../number-plan.ts";
import { isAllowed } from "../twiml/dial-targets.ts";
import { Form } from "./form.ts";
import { page } from "./page.ts";
import { notFound, RestError } from "./rest-error.ts";

/** `/Messages` of an account: create, fetch, list and delete. */
export function messageRoutes(carrier: Carrier): Router {
	const routes = Router();
	const json = (message: Message) => messageJson(carrier, message);
	routes.post("/Messages.json", (request, response) => {
		response.status(201).json(json(create(carrier, new Form(request))));
	});
	routes.get("/Messages.json", (request, response) => {
		const { To, From } = request.query;
		const messages = [...carrier.messages.all()]
			.reverse()
			.filter((message) => To === undefined || message.to === To)
			.filter((message) => From === undefined || message.from === From);
		response.json(page(request, "messages", messages, json));
	});
	routes.get("/Messages/:sid.json", (request, response) => {
		const message = carrier.messages.bySid(request.params.sid);
		if (!message) throw notFound(request.originalUrl);
		response.json(json(message));
	});
	routes.delete("/Messages/:sid.json", (request, response) => {
		if (!carrier.messages.remove(request.params.sid)) {
			throw notFound(request.originalUrl);
		}
		response.status(204).end();
	});
	return routes;
}

function create(carrier: Carrier, form: Form): Message {
	const to = form.text("To") ?? "";
	const from = form.text("From") ?? "";
	const body = form.text("Body") ?? "";
	const statusCallback = form.url("StatusCallback") ?? "";
	const refuse = (code: number, message: string): never => {
		throw new RestError(400, code, message);
	};
	if (!to) refuse(21604, "A 'To' phone number is required");
	if (!isE164(to)) refuse(21211, `Invalid 'To' Phone Number: ${to}`);
	if (!from) refuse(21603, "A 'From' phone number is required");
	if (!body) refuse(21602, "Message body is required");
	if (body.length > mostCharacters) {
		refuse(21617, `The message body exceeds ${mostCharacters} characters`);
	}
	if (!isSender(carrier, from)) {
		refuse(
			21606,
			`The 'From' number ${from} is not a message-capable number of the account`,
		);
	}
	if (!isAllowed(carrier, to)) {
		refuse(
			21408,
			`Permission to send an SMS has not been enabled for the region ${countryOf(to)} (${to})`,
		);
	}
	if (carrier.messages.isOptedOut(to, from)) {
		refuse(21610, `Attempt to send to unsubscribed recipient ${to}`);
	}
	return carrier.messages.send({
		direction: "outbound-api",
		to,
		from,
		body,
		statusCallback,
	});
}

const mostCharacters = 1600;

/** A number of the account, or a name: at most 11 letters, digits and spaces, not digits only. */
function isSender(carrier: Carrier, from: string): boolean {
	const isName = /^(?=.*[A-Za-z])[A-Za-z0-9 ]{1,11}$/.test(from);
	return isName || carrier.numbers.of(from) !== undefined;
}

function messageJson(
	carrier: Carrier,
	message: Message,
): Record<string, unknown> {
	const uri = `/2010-04-01/Accounts/${carrier.accountSid}/Messages/${message.sid}`;
	return {
		sid: message.sid,
		account_sid: carrier.accountSid,
		messaging_service_sid: null,
		to: message.to,
		from: message.from,
		body: message.body,
		status: message.status,
		num_segments: String(message.segments),
		num_media: "0",
		direction: message.direction,
		api_version: "2010-04-01",
		price: priceOf(carrier, message),
		price_unit: "USD",
		error_code: message.errorCode ?? null,
		error_message: message.errorCode ? "Unreachable destination handset" : null,
		date_created: rfc2822(message.createdAt),
		date_sent: message.sentAt ? rfc2822(message.sentAt) : null,
		date_updated: rfc2822(message.updatedAt),
		uri: `${uri}.json`,
		subresource_uris: { media: `${uri}/Media.json` },
	};
}

/** Told once it is delivered, as a negative amount. */
function priceOf(
	{ settings: { segmentPrice } }: Carrier,
	{ status, segments }: Message,
): string | null {
	return segmentPrice === null || status !== "delivered"
		? null
		: (-segmentPrice * segments).toFixed(5);
}
