import http from "node:http";
import https from "node:https";
import zlib from "node:zlib";
import type { NetworkClock } from "./clock.ts";
import type { RetryCause } from "./overrides.ts";

export interface ExchangeRequest {
	readonly method: "GET" | "POST";
	readonly url: URL;
	readonly headers: Readonly<Record<string, string>>;
	readonly body?: string;
	readonly connectMs: number;
	readonly readMs: number;
	/** More bytes than this end the exchange as `too-large`. */
	readonly maxBytes: number;
	/** Ends the exchange from outside: its total time is up. */
	readonly totalTimeIsUp: AbortSignal;
}

export type ExchangeResult =
	| {
			readonly kind: "received";
			readonly status: number;
			readonly headers: http.IncomingHttpHeaders;
			readonly body: Buffer;
	  }
	| {
			readonly kind: "failed";
			/** `undefined`: a failure that is never retried, such as a partial response. */
			readonly cause: RetryCause | undefined;
			readonly reason: FailureReason;
	  };

export type FailureReason =
	| "connection-refused"
	| "connect-timeout"
	| "tls"
	| "read-timeout"
	| "total-timeout"
	| "connection-lost"
	| "too-large";

/**
 * One HTTP exchange on a connection of its own, with its time-outs on the network's clock. Never throws: what went
 * wrong is in the result.
 */
export function exchange(
	clock: NetworkClock,
	request: ExchangeRequest,
): Promise<ExchangeResult> {
	return new Promise((resolve) => {
		let cancelTimer = () => {};
		let stage: "connecting" | "waiting" | "receiving" = "connecting";
		const finish = (result: ExchangeResult) => {
			cancelTimer();
			request.totalTimeIsUp.removeEventListener("abort", onTotal);
			if (result.kind === "failed") outgoing.destroy();
			resolve(result);
		};
		const fail = (reason: FailureReason, cause?: RetryCause) =>
			finish({ kind: "failed", cause, reason });
		const allow = (ms: number, reason: FailureReason, cause?: RetryCause) => {
			cancelTimer();
			cancelTimer = clock.after(ms, () => fail(reason, cause));
		};
		const onTotal = () =>
			fail("total-timeout", stage === "receiving" ? undefined : "rt");

		const secure = request.url.protocol === "https:";
		const outgoing = (secure ? https : http).request(request.url, {
			method: request.method,
			headers: request.headers,
			agent: false,
			auth: "",
		});
		allow(request.connectMs, "connect-timeout", "ct");
		request.totalTimeIsUp.addEventListener("abort", onTotal);
		outgoing.on("socket", (socket) => {
			socket.once(secure ? "secureConnect" : "connect", () => {
				stage = "waiting";
				allow(request.readMs, "read-timeout", "rt");
			});
		});
		outgoing.on("error", (error: NodeJS.ErrnoException) => {
			if (stage === "connecting") fail(connectFailure(error), "ct");
			else fail("connection-lost", stage === "waiting" ? "rt" : undefined);
		});
		outgoing.on("response", (response) => {
			stage = "receiving";
			const chunks: Buffer[] = [];
			let size = 0;
			allow(request.readMs, "read-timeout");
			response.on("data", (chunk: Buffer) => {
				allow(request.readMs, "read-timeout");
				chunks.push(chunk);
				size += chunk.length;
				if (size > request.maxBytes) fail("too-large");
			});
			response.on("aborted", () => fail("connection-lost"));
			response.on("end", () => {
				const body = unpacked(response, Buffer.concat(chunks));
				if (!body) return fail("connection-lost");
				if (body.length > request.maxBytes) return fail("too-large");
				finish({
					kind: "received",
					status: response.statusCode ?? 0,
					headers: response.headers,
					body,
				});
			});
		});
		outgoing.end(request.body);
	});
}

function connectFailure(error: NodeJS.ErrnoException): FailureReason {
	const system = ["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH"];
	return /TLS|SSL|CERT/i.test(`${error.code} ${error.message}`) &&
		!system.includes(error.code ?? "")
		? "tls"
		: "connection-refused";
}

/** The body without its content coding, or null if it cannot be read. */
function unpacked(response: http.IncomingMessage, body: Buffer): Buffer | null {
	if (response.headers["content-encoding"] !== "gzip") return body;
	try {
		return zlib.gunzipSync(body, { maxOutputLength: largestUnpackedBytes });
	} catch {
		return null;
	}
}

const largestUnpackedBytes = 16 * 1024 * 1024;
