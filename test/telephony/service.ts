import {
	createServer,
	type IncomingMessage,
	type ServerResponse,
} from "node:http";
import type { AddressInfo } from "node:net";

export interface ReceivedRequest {
	readonly method: string;
	/** Path and query. */
	readonly path: string;
	readonly headers: IncomingMessage["headers"];
	readonly body: string;
	/** The form fields, of the body or the query. */
	readonly params: Readonly<Record<string, string>>;
}

export type Handler = (
	request: ReceivedRequest,
	response: ServerResponse,
) => string | undefined;

/** A little webhook service: answers each path with the TwiML it is given, and remembers what it was asked. */
export interface WebhookService {
	readonly url: string;
	readonly received: ReceivedRequest[];
	/** What a path answers from now on: the inside of a `<Response>`, or a function that answers by itself. */
	answers(path: string, answer: string | Handler): void;
	/** What one path was asked, in order. */
	asked(path: string): readonly Readonly<Record<string, string>>[];
	close(): Promise<void>;
}

/** Starts one; a path without an answer gets 204. */
export async function startService(): Promise<WebhookService> {
	const handlers = new Map<string, string | Handler>();
	const received: ReceivedRequest[] = [];
	const server = createServer((request, response) => {
		const chunks: Buffer[] = [];
		request.on("data", (chunk: Buffer) => chunks.push(chunk));
		request.on("end", () => {
			const asked = readRequest(
				request,
				Buffer.concat(chunks).toString("utf8"),
			);
			received.push(asked);
			const handler = handlers.get(pathOnly(asked.path));
			if (handler === undefined) {
				response.writeHead(204).end();
				return;
			}
			const answer =
				typeof handler === "string" ? handler : handler(asked, response);
			if (answer === undefined) return;
			response
				.writeHead(200, { "Content-Type": "text/xml" })
				.end(`<Response>${answer}</Response>`);
		});
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}`,
		received,
		answers: (path, answer) => handlers.set(path, answer),
		asked: (path) =>
			received
				.filter((request) => pathOnly(request.path) === path)
				.map((request) => request.params),
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			}),
	};
}

function readRequest(request: IncomingMessage, body: string): ReceivedRequest {
	const path = request.url ?? "/";
	const form =
		request.method === "POST" ? body : path.slice(path.indexOf("?") + 1);
	return {
		method: request.method ?? "",
		path,
		headers: request.headers,
		body,
		params: Object.fromEntries(new URLSearchParams(form)),
	};
}

function pathOnly(path: string): string {
	return path.split("?")[0] ?? path;
}
