import { timingSafeEqual } from "node:crypto";
import type {
	ErrorRequestHandler,
	Request,
	RequestHandler,
	Response,
} from "express";
import { dutyCallPaths } from "../../actions/duty-call.ts";
import type { Switchboard } from "../../actions/switchboard.ts";
import { tenantCallPaths } from "../../actions/tenant-call-address.ts";
import type { Context } from "../../context.ts";
import { RequestError } from "../../errors.ts";
import { paths } from "./addresses.ts";
import { callHandlers } from "./call-handlers.ts";
import { dutyHandlers } from "./duty-handlers.ts";
import { legHandlers } from "./leg-handlers.ts";
import { messageHandlers } from "./message-handlers.ts";
import { Params, readParams } from "./request.ts";
import { isSignedRight, type RequestParams, signatureOf } from "./signature.ts";
import { tenantCallHandlers } from "./tenant-call-handlers.ts";
import { emptyTwiml, hangUpTwiml, lastWordsTwiml } from "./twiml.ts";

/** One request of the carrier, its signature checked. */
export interface CarrierRequest {
	readonly params: Params;
	/** Of our own URL. */
	readonly query: URLSearchParams;
	/** Of our own URL, below `/twilio`. */
	readonly path: string;
}

/** TwiML, or null for an answer without any (204). */
export type Handler = (request: CarrierRequest) => Promise<string | null>;

/**
 * Every webhook of the carrier, to be mounted at `/twilio` before any body parser. A request without a right signature gets 403, one that
 * makes no sense 4xx; any other is answered with what the call needs, whatever breaks behind it.
 */
export function twilioWebhooks(
	ctx: Context,
	board: Switchboard,
): RequestHandler {
	const calls = callHandlers(ctx, board);
	const legs = legHandlers(ctx, board);
	const messages = messageHandlers(ctx, board);
	const duties = dutyHandlers(ctx);
	const tenantCalls = tenantCallHandlers(ctx);
	const routes: Readonly<Record<string, Handler>> = {
		"/voice": calls.arrived,
		"/voice/fallback": calls.failed,
		"/voice/status": calls.ended,
		[paths.language]: calls.pressed,
		[paths.rung]: calls.rung,
		[paths.message]: calls.recorded,
		[paths.recording]: calls.recordingAnnounced,
		[paths.whisper]: legs.pickedUp,
		[paths.key]: legs.keyPressed,
		[paths.leg]: legs.legProgressed,
		"/messages": messages.arrived,
		"/messages/status": messages.delivered,
		[dutyCallPaths.answered]: duties.answered,
		[dutyCallPaths.key]: duties.keyPressed,
		[dutyCallPaths.ended]: duties.ended,
		[tenantCallPaths.answered]: tenantCalls.answered,
		[tenantCallPaths.key]: tenantCalls.keyPressed,
		[tenantCallPaths.tenant]: tenantCalls.tenantAnswered,
		[tenantCallPaths.connected]: tenantCalls.connected,
		[tenantCallPaths.ended]: tenantCalls.ended,
	};
	const refused = refuse(ctx);
	return (request, response, next) => {
		answer(ctx, routes, request, response).catch((error) =>
			refused(error, request, response, next),
		);
	};
}

async function answer(
	ctx: Context,
	routes: Readonly<Record<string, Handler>>,
	request: Request,
	response: Response,
): Promise<void> {
	// What nobody signed is not worth reading.
	if (!request.get("x-twilio-signature")) throw notSigned();
	const params = await readParams(request);
	if (!isFromCarrier(ctx, request, params)) throw notSigned();
	const handler = Object.hasOwn(routes, request.path)
		? routes[request.path]
		: undefined;
	if (!handler) throw new RequestError(404, "Nothing is answered here.");
	const start = request.url.indexOf("?");
	const twiml = await handler({
		params: new Params(params),
		query: new URLSearchParams(start < 0 ? "" : request.url.slice(start)),
		path: request.path,
	});
	if (twiml === null) response.writeHead(204).end();
	else
		response
			.writeHead(200, {
				"Content-Type": "text/xml; charset=utf-8",
				"Content-Length": Buffer.byteLength(twiml),
			})
			.end(twiml);
}

function notSigned(): RequestError {
	return new RequestError(403, "The signature is not the carrier's.");
}

/** Checked against the public URL as configured: whatever stands in a Host header is anybody's. */
function isFromCarrier(
	ctx: Context,
	request: Request,
	params: RequestParams,
): boolean {
	const signature = request.get("x-twilio-signature");
	if (!signature) return false;
	const { authToken } = ctx.config.carrier;
	const url = `${ctx.config.publicUrl}/twilio${request.url}`;
	// Nearly always right at once; the other forms of the URL that may have been signed cost several times as much.
	return (
		isSame(signature, signatureOf(authToken, url, params)) ||
		isSignedRight(authToken, signature, url, params)
	);
}

function isSame(given: string, expected: string): boolean {
	const a = Buffer.from(given);
	const b = Buffer.from(expected);
	return a.length === b.length && timingSafeEqual(a, b);
}

function refuse(ctx: Context): ErrorRequestHandler {
	return (error, request, response, next) => {
		if (response.headersSent) return next(error);
		const { path } = request;
		const status = statusOf(error);
		if (status === null) {
			ctx.log.error("A webhook failed. Tell the developers.", {
				path,
				stack: String(error?.stack ?? error),
			});
			const twiml = inTrouble(path);
			if (twiml === null) response.writeHead(204).end();
			else response.status(200).type("text/xml").send(twiml);
			return;
		}
		ctx.log.warn(
			status === 403
				? "A request under /twilio/ without a right signature was refused. If it is the carrier's, PUBLIC_URL or TWILIO_AUTH_TOKEN is not what the carrier has."
				: `A request under /twilio/ was refused: ${error.message}`,
			{ path, from: request.ip },
		);
		// What is left of a body that was not read would be taken for the next request.
		if (!request.complete) response.setHeader("Connection", "close");
		response.status(status).type("text/plain").send(error.message);
	};
}

/** What is answered when a handler failed: the caller hears what to do, and a phone that was picked up is never put through. */
function inTrouble(path: string): string | null {
	switch (path) {
		case "/voice/status":
		case "/messages/status":
		case paths.leg:
		case paths.recording:
		case dutyCallPaths.ended:
		case tenantCallPaths.tenant:
		case tenantCallPaths.ended:
			return null;
		case "/messages":
			return emptyTwiml;
		case paths.whisper:
		case paths.key:
		case dutyCallPaths.answered:
		case dutyCallPaths.key:
		case tenantCallPaths.answered:
		case tenantCallPaths.key:
		case tenantCallPaths.connected:
			return hangUpTwiml;
		default:
			return lastWordsTwiml;
	}
}

/** The 4xx that an error asks for, ours or Express's own; null for a surprise. */
function statusOf(error: { status?: unknown }): number | null {
	const { status } = error;
	return typeof status === "number" && status >= 400 && status < 500
		? status
		: null;
}
