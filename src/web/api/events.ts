import type { ChangeStreams } from "../change-streams.ts";
import { Refusal } from "../refusal.ts";
import { refusals } from "../words.ts";
import { type Endpoint, otherEndpoint } from "./endpoint.ts";

export function eventsEndpoint(streams: ChangeStreams): Endpoint {
	return otherEndpoint({
		path: "/events",
		summary:
			"Changes as they happen: `ticket-changed`, `rota-published`, `swap-changed`, `absence-changed`, `heartbeat` with the service's time, and `missed` where `Last-Event-ID` is too old to go on from",
		permission: "see tickets",
		mediaType: "text/event-stream",
		what: "Server-sent events",
		handle: (_ctx, { request, response, language }) => {
			if (streams.isFull)
				throw new Refusal(429, refusals.tooManyStreams, language);
			response.writeHead(200, {
				"Content-Type": "text/event-stream; charset=utf-8",
				"X-Accel-Buffering": "no",
			});
			if (request.method === "HEAD") response.end();
			else streams.serve(response, request.get("Last-Event-ID"));
		},
	});
}
