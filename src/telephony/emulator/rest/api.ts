import { timingSafeEqual } from "node:crypto";
import express, {
	type NextFunction,
	type Request,
	type RequestHandler,
	type Response,
	Router,
} from "express";
import type { Carrier } from "../carrier.ts";
import { takeOne } from "../misbehaviour.ts";
import { callRoutes } from "./calls.ts";
import { messageRoutes } from "./messages.ts";
import { numberRoutes } from "./numbers.ts";
import { mediaRoutes, recordingRoutes } from "./recordings.ts";
import { errorJson, notFound, RestError } from "./rest-error.ts";

/** The REST API below `/2010-04-01`, as far as the official client needs it here. */
export function restApi(carrier: Carrier): Router {
	const api = Router();
	const account = `/Accounts/${carrier.accountSid}`;
	const signedIn = signIn(carrier);
	api.use(account, (request, response, next) => {
		if (carrier.settings.mediaNeedsCredentials) {
			signedIn(request, response, next);
		} else next();
	});
	api.use(account, mediaRoutes(carrier));
	api.use(signedIn);
	api.use((_request, _response, next) => {
		if (takeOne(carrier.misbehave, "tooManyRequests")) {
			throw new RestError(429, 20429, "Too Many Requests");
		}
		next();
	});
	api.use(express.urlencoded({ extended: false, limit: "256kb" }));
	api.use(account, callRoutes(carrier));
	api.use(account, messageRoutes(carrier));
	api.use(account, numberRoutes(carrier));
	api.use(account, recordingRoutes(carrier));
	api.use((request) => {
		throw notFound(request.originalUrl);
	});
	api.use(refuse);
	return api;
}

/** Lets in whoever knows the account's sid and auth token. */
function signIn(carrier: Carrier): RequestHandler {
	const right = Buffer.from(`${carrier.accountSid}:${carrier.authToken}`);
	return (request, _response, next) => {
		const [scheme, given = ""] = (request.headers.authorization ?? "").split(
			" ",
		);
		const credentials = Buffer.from(given, "base64");
		const isRight =
			scheme?.toLowerCase() === "basic" &&
			credentials.length === right.length &&
			timingSafeEqual(credentials, right);
		if (!isRight) throw new RestError(401, 20003, "Authenticate");
		next();
	};
}

function refuse(
	error: unknown,
	_request: Request,
	response: Response,
	_next: NextFunction,
): void {
	const refusal =
		error instanceof RestError
			? error
			: new RestError(400, 20001, `The request cannot be read: ${error}`);
	if (refusal.status === 401) {
		response.set("WWW-Authenticate", 'Basic realm="Twilio API"');
	}
	response.status(refusal.status).json(errorJson(refusal));
}
