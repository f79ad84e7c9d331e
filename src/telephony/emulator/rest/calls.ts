import { type Request, type Response, Router } from "express";
import { DateTime } from "luxon";
import type { Call, CallStatus, Source } from "../call.ts";
import { rfc2822 } from "../call-params.ts";
import type { Carrier } from "../carrier.ts";
import { giveInstructions, placeCall } from "../outgoing.ts";
import { isEvent } from "../twiml/dial-targets.ts";
import { Form } from "./form.ts";
import { page } from "./page.ts";
import { recordingJson } from "./recordings.ts";
import { notFound, RestError } from "./rest-error.ts";

/** `/Calls` of an account: create, fetch, list, and change while it lasts. */
export function callRoutes(carrier: Carrier): Router {
	const routes = Router();
	const found = (request: Request): Call => {
		const call = carrier.calls.get(String(request.params.sid));
		if (!call) throw notFound(request.originalUrl);
		return call;
	};
	routes.post("/Calls.json", (request, response) => {
		const call = create(carrier, new Form(request));
		response.status(201).json(callJson(carrier, call));
	});
	routes.get("/Calls.json", (request, response) => {
		const calls = [...carrier.calls.values()].reverse().filter(wanted(request));
		response.json(
			page(request, "calls", calls, (call) => callJson(carrier, call)),
		);
	});
	routes.get("/Calls/:sid.json", (request, response) => {
		response.json(callJson(carrier, found(request)));
	});
	routes.post("/Calls/:sid.json", (request, response) => {
		const call = found(request);
		update(carrier, call, new Form(request));
		response.json(callJson(carrier, call));
	});
	routes.get(
		"/Calls/:sid/Recordings.json",
		(request: Request, response: Response) => {
			const { sid } = found(request);
			const recordings = carrier.recordings
				.all()
				.filter((recording) => recording.callSid === sid);
			response.json(
				page(request, "recordings", recordings, (recording) =>
					recordingJson(carrier, recording),
				),
			);
		},
	);
	return routes;
}

function create(carrier: Carrier, form: Form): Call {
	const to = form.text("To") ?? "";
	const from = form.text("From") ?? "";
	const start = instructions(form);
	if (!start) {
		throw new RestError(400, 21205, "Url or Twiml is required");
	}
	const events = form.texts("StatusCallbackEvent").filter(isEvent);
	const statusCallback = form.url("StatusCallback");
	const fallbackUrl = form.url("FallbackUrl");
	return placeCall(carrier, {
		to,
		from,
		start,
		callToken: form.text("CallToken"),
		timeoutSeconds: form.wholeNumber("Timeout", 60, 1, 600),
		subscription: statusCallback
			? {
					url: statusCallback,
					method: form.method("StatusCallbackMethod"),
					events: new Set(events.length > 0 ? events : ["completed"]),
				}
			: undefined,
		fallback: fallbackUrl
			? {
					kind: "url",
					url: fallbackUrl,
					method: form.method("FallbackMethod"),
				}
			: undefined,
	});
}

function update(carrier: Carrier, call: Call, form: Form): void {
	const status = form.text("Status");
	if (status !== undefined && !["completed", "canceled"].includes(status)) {
		throw new RestError(400, 20001, `Status cannot be set to ${status}`);
	}
	if (call.isOver) {
		throw new RestError(
			400,
			21220,
			`Invalid call state: ${call.sid} is ${call.status}`,
		);
	}
	if (status === "canceled" && call.answeredAt) {
		throw new RestError(
			400,
			21220,
			`Invalid call state: ${call.sid} is in progress; complete it instead`,
		);
	}
	if (status !== undefined) {
		const isUnanswered = !call.answeredAt && call.direction !== "inbound";
		if (isUnanswered) call.end("canceled", 487);
		else call.end("completed", 200);
		return;
	}
	const to = instructions(form);
	if (!to) throw new RestError(400, 21205, "Url, Twiml or Status is required");
	giveInstructions(carrier, call, to);
}

/** Where the form says the instructions are; `Url` beats `Twiml`. */
function instructions(form: Form): Source | undefined {
	const url = form.url("Url");
	if (url) return { kind: "url", url, method: form.method("Method") };
	const twiml = form.text("Twiml");
	if (!twiml) return undefined;
	if (twiml.length > mostInlineCharacters) {
		throw new RestError(
			400,
			32018,
			`Twiml is ${twiml.length} characters long; ${mostInlineCharacters} are allowed`,
		);
	}
	return { kind: "inline", twiml };
}

const mostInlineCharacters = 4000;

function wanted(request: Request): (call: Call) => boolean {
	const { query } = request;
	const text = (name: string) =>
		typeof query[name] === "string" ? query[name] : undefined;
	const is = (value: string | undefined, name: string) =>
		text(name) === undefined || text(name) === value;
	return (call) =>
		is(call.to, "To") &&
		is(call.from, "From") &&
		is(statusShown(call.status), "Status") &&
		is(call.parent?.sid, "ParentCallSid") &&
		startedWhen(call, text("StartTime"), (start, span) =>
			start.hasSame(span, span.hour === 0 ? "day" : "second"),
		) &&
		startedWhen(call, text("StartTime<"), (start, end) => start <= end) &&
		startedWhen(call, text("StartTime>"), (start, from) => start >= from);
}

function startedWhen(
	call: Call,
	text: string | undefined,
	fits: (start: DateTime, given: DateTime) => boolean,
): boolean {
	if (text === undefined) return true;
	const given = DateTime.fromISO(text, { zone: "utc" });
	return given.isValid && fits(call.createdAt, given);
}

/** The API has no `initiated`. */
function statusShown(status: CallStatus): CallStatus {
	return status === "initiated" ? "queued" : status;
}

function callJson(carrier: Carrier, call: Call): Record<string, unknown> {
	const uri = `/2010-04-01/Accounts/${carrier.accountSid}/Calls/${call.sid}`;
	return {
		sid: call.sid,
		parent_call_sid: call.parent?.sid ?? null,
		account_sid: carrier.accountSid,
		to: call.to,
		to_formatted: call.to,
		from: call.from,
		from_formatted: call.from,
		phone_number_sid:
			(carrier.numbers.of(call.to) ?? carrier.numbers.of(call.from))?.sid ??
			null,
		status: statusShown(call.status),
		start_time: call.answeredAt ? rfc2822(call.answeredAt) : null,
		end_time: call.endedAt ? rfc2822(call.endedAt) : null,
		duration: call.isOver ? String(call.durationSeconds) : null,
		price: null,
		price_unit: "USD",
		direction: call.direction,
		answered_by: null,
		api_version: "2010-04-01",
		forwarded_from: call.extraParams.ForwardedFrom ?? null,
		group_sid: null,
		caller_name: null,
		queue_time: String(call.queueTimeMs),
		trunk_sid: null,
		annotation: null,
		date_created: rfc2822(call.createdAt),
		date_updated: rfc2822(call.endedAt ?? call.answeredAt ?? call.createdAt),
		uri: `${uri}.json`,
		subresource_uris: { recordings: `${uri}/Recordings.json` },
	};
}
