import type { Request, Response } from "express";
import type { Watchers } from "../watchers.ts";

/** Server-sent events: a fresh picture at once and after each change, some of which share one. */
export function streamOf(
	watchers: Watchers,
	picture: () => unknown,
): (request: Request, response: Response) => void {
	return (request, response) => {
		response.writeHead(200, {
			"Content-Type": "text/event-stream",
			"Cache-Control": "no-store",
		});
		let planned: NodeJS.Timeout | undefined;
		const send = () => {
			planned = undefined;
			response.write(`data: ${JSON.stringify(picture())}\n\n`);
		};
		send();
		const unwatch = watchers.watch(() => {
			planned ??= setTimeout(send, gatherMs);
		});
		const heartbeat = setInterval(send, heartbeatMs);
		request.on("close", () => {
			unwatch();
			clearTimeout(planned);
			clearInterval(heartbeat);
		});
	};
}

const gatherMs = 25;
const heartbeatMs = 15_000;
