import type { Cookies } from "./cookies.ts";
import type { ExchangeResult, FailureReason } from "./exchange.ts";
import type { RetryCause } from "./overrides.ts";

/** One event that the service is told about; its retries and duplicates are the same event. */
export interface WebhookEvent {
	readonly url: string;
	readonly method: "GET" | "POST";
	readonly params: Readonly<Record<string, string>>;
	readonly channel: "voice" | "messaging";
	readonly cookies: Cookies;
	readonly maxBytes: number;
}

export type WebhookAnswer =
	| {
			readonly kind: "answered";
			readonly status: number;
			/** Without its parameters, lower case; empty when there was none. */
			readonly contentType: string;
			readonly body: Buffer;
			/** Where the answer came from, after redirects, without fragment. */
			readonly url: string;
	  }
	| {
			readonly kind: "failed";
			/** Twilio's error code. */
			readonly code: number;
			readonly message: string;
	  };

/** http or https, with a host that has no underscore in it (the carrier refuses those). */
export function isCallable(url: string): boolean {
	if (!URL.canParse(url)) return false;
	const { protocol, hostname } = new URL(url);
	return /^https?:$/.test(protocol) && !hostname.includes("_");
}

/** What an answer means: its content, or error 11217 for a 4xx or 5xx with the class of status that may be retried. */
export function answerFrom(
	result: Extract<ExchangeResult, { kind: "received" }>,
	url: URL,
): { answer: WebhookAnswer; cause?: RetryCause | undefined } {
	if (result.status >= 400 || result.status < 200) {
		return {
			answer: failed(11217, `HTTP status ${result.status} from ${url.href}`),
			cause: result.status >= 500 ? "5xx" : "4xx",
		};
	}
	const type = (result.headers["content-type"] ?? "").split(";")[0] ?? "";
	const from = new URL(url);
	from.hash = "";
	return {
		answer: {
			kind: "answered",
			status: result.status,
			contentType: type.trim().toLowerCase(),
			body: result.body,
			url: from.href,
		},
	};
}

const codes: Readonly<Record<FailureReason, number>> = {
	"connection-refused": 11205,
	"connect-timeout": 11205,
	tls: 11220,
	"read-timeout": 11205,
	"total-timeout": 11205,
	"connection-lost": 11200,
	"too-large": 11750,
};

/** What a failed exchange means, with Twilio's code for it. */
export function failureFor(
	result: Extract<ExchangeResult, { kind: "failed" }>,
	url: URL,
): WebhookAnswer {
	return failed(codes[result.reason], `${result.reason}: ${url.href}`);
}

export function failed(code: number, message: string): WebhookAnswer {
	return { kind: "failed", code, message };
}
