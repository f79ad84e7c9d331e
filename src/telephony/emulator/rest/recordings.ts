import { type Response, Router } from "express";
import { rfc2822 } from "../call-params.ts";
import type { Carrier } from "../carrier.ts";
import type { Recording } from "../recordings.ts";
import { wavOfLength } from "../wav.ts";
import { page } from "./page.ts";
import { notFound } from "./rest-error.ts";

/** `/Recordings` of an account: fetch, list and delete what is known about them. */
export function recordingRoutes(carrier: Carrier): Router {
	const routes = Router();
	const json = (recording: Recording) => recordingJson(carrier, recording);
	routes.get("/Recordings.json", (request, response) => {
		const { CallSid } = request.query;
		const recordings = [...carrier.recordings.all()]
			.reverse()
			.filter(({ callSid }) => CallSid === undefined || callSid === CallSid);
		response.json(page(request, "recordings", recordings, json));
	});
	routes.get("/Recordings/:sid.json", (request, response) => {
		const recording = carrier.recordings.bySid(request.params.sid);
		if (!recording) throw notFound(request.originalUrl);
		response.json(json(recording));
	});
	routes.delete("/Recordings/:sid.json", (request, response) => {
		if (!carrier.recordings.remove(request.params.sid)) {
			throw notFound(request.originalUrl);
		}
		response.status(204).end();
	});
	return routes;
}

/** The sound of recordings: WAV, and 404 until a recording is complete. */
export function mediaRoutes(carrier: Carrier): Router {
	const routes = Router();
	const send = (sid: string, path: string, response: Response) => {
		const recording = carrier.recordings.bySid(sid);
		if (recording?.status !== "completed") throw notFound(path);
		const { mediaIsAt } = carrier.settings;
		if (mediaIsAt !== null) response.redirect(`${mediaIsAt}/${sid}.wav`);
		else response.type("audio/x-wav").send(wavOfLength(recording.seconds));
	};
	routes.get("/Recordings/:sid.wav", (request, response) => {
		send(request.params.sid, request.originalUrl, response);
	});
	routes.get("/Recordings/:sid", (request, response, next) => {
		const { sid } = request.params;
		if (sid.includes(".")) next();
		else send(sid, request.originalUrl, response);
	});
	return routes;
}

export function recordingJson(
	carrier: Carrier,
	recording: Recording,
): Record<string, unknown> {
	const uri = `/2010-04-01/Accounts/${carrier.accountSid}/Recordings/${recording.sid}`;
	return {
		sid: recording.sid,
		account_sid: carrier.accountSid,
		call_sid: recording.callSid,
		conference_sid: null,
		status: recording.status,
		duration: String(recording.seconds),
		channels: recording.channels,
		source: recording.source,
		start_time: rfc2822(recording.startedAt),
		date_created: rfc2822(recording.startedAt),
		date_updated: rfc2822(recording.startedAt),
		api_version: "2010-04-01",
		price: null,
		price_unit: "USD",
		error_code: null,
		encryption_details: null,
		uri: `${uri}.json`,
		media_url: `${carrier.url}${uri}`,
		subresource_uris: {},
	};
}
