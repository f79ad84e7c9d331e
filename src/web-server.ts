import {
	createServer,
	type IncomingMessage,
	type RequestListener,
	type ServerResponse,
} from "node:http";
import { SetupError } from "./errors.ts";

export interface WebServer {
	/** From now on requests are answered by this; those that came earlier have waited for it. */
	answerWith(app: RequestListener): void;
	/** Takes no more connections and lets what is under way be answered, for a moment. */
	stop(): Promise<void>;
}

const longestGoodbye = 1_500;

/**
 * Listens on all addresses at once, while the rest is still starting: a call that comes in during a restart waits for
 * its answer instead of being refused.
 *
 * @throws SetupError when the port cannot be had.
 */
export async function openWebServer(port: number): Promise<WebServer> {
	const waiting: [IncomingMessage, ServerResponse][] = [];
	let answer: RequestListener = (request, response) => {
		waiting.push([request, response]);
	};
	const server = createServer((request, response) => answer(request, response));
	// Longer than a proxy keeps its side, so that it never sends a request into a connection that we are closing.
	server.keepAliveTimeout = 75_000;
	await new Promise<void>((resolve, reject) => {
		server.once("error", (error) => reject(portError("PORT", port, error)));
		server.listen(port, resolve);
	});
	return {
		answerWith(app) {
			answer = app;
			for (const [request, response] of waiting.splice(0))
				app(request, response);
		},
		stop: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeIdleConnections();
				setTimeout(() => server.closeAllConnections(), longestGoodbye).unref();
			}),
	};
}

/** Why a port cannot be listened on, as one sentence. */
export function portError(
	variable: string,
	port: number,
	cause: unknown,
): SetupError {
	const { code } = cause as NodeJS.ErrnoException;
	const why =
		code === "EACCES"
			? `This user may not listen on port ${port}`
			: `Port ${port} is taken by another program`;
	return new SetupError(
		`${why}: stop that program, or set ${variable} to another port.`.replace(
			"stop that program, or set",
			code === "EACCES" ? "set" : "stop that program, or set",
		),
		{ cause },
	);
}
