import { randomUUID } from "node:crypto";
import type { DateTime } from "luxon";
import { signatureOf, urlThatIsSigned } from "../twilio/signature.ts";
import type { NetworkClock } from "./clock.ts";
import {
	type ExchangeResult,
	exchange,
	type FailureReason,
} from "./exchange.ts";
import { type Misbehaviour, takeOne } from "./misbehaviour.ts";
import {
	type ConnectionOverrides,
	connectionOverrides,
	type RetryCause,
} from "./overrides.ts";
import type { Settling } from "./settling.ts";
import {
	answerFrom,
	failed,
	failureFor,
	isCallable,
	type WebhookAnswer,
	type WebhookEvent,
} from "./webhook.ts";

/** One request as it left the network, for tests and for the page. */
export interface SentRequest {
	readonly at: DateTime;
	readonly url: string;
	readonly method: "GET" | "POST";
	readonly params: Readonly<Record<string, string>>;
	readonly idempotencyToken: string;
	/** The status of the answer, or why there was none; absent while it is awaited. */
	outcome?: number | FailureReason;
}

/** Calls webhooks as Twilio does: signed, patient to a point, following redirects, repeating what may be repeated. */
export class Requester {
	/** The newest thousand requests, oldest first. */
	readonly sent: SentRequest[] = [];
	readonly #underWay = new Set<AbortController>();
	readonly #clock: NetworkClock;
	readonly #settling: Settling;
	readonly #authToken: string;
	readonly #misbehaviour: Misbehaviour;

	constructor(options: {
		readonly clock: NetworkClock;
		readonly settling: Settling;
		readonly authToken: string;
		readonly misbehaviour: Misbehaviour;
	}) {
		this.#clock = options.clock;
		this.#settling = options.settling;
		this.#authToken = options.authToken;
		this.#misbehaviour = options.misbehaviour;
	}

	/** Tells the service of an event and hands back its answer, within 15 s of network time. Never rejects. */
	request(event: WebhookEvent): Promise<WebhookAnswer> {
		return this.#settling.track(this.#request(event, randomUUID()));
	}

	/** The same event twice, as carriers sometimes do; the first answer counts. */
	async requestTwice(event: WebhookEvent): Promise<WebhookAnswer> {
		const token = randomUUID();
		const first = await this.#settling.track(this.#request(event, token));
		await this.#settling.track(this.#request(event, token));
		return first;
	}

	/** Gives up whatever is still awaited. */
	stop(): void {
		for (const total of this.#underWay) total.abort();
	}

	async #request(event: WebhookEvent, token: string): Promise<WebhookAnswer> {
		if (!isCallable(event.url)) {
			return failed(11100, `Invalid URL format: ${event.url}`);
		}
		const overrides = connectionOverrides(event.url);
		const total = new AbortController();
		this.#underWay.add(total);
		const cancelTotal = this.#clock.after(
			Math.min(overrides.totalMs, hardCapMs),
			() => total.abort(),
		);
		try {
			return await this.#withRetries(event, overrides, total.signal, token);
		} catch (error) {
			return failed(11200, `${event.url} cannot be called: ${error}`);
		} finally {
			cancelTotal();
			this.#underWay.delete(total);
		}
	}

	async #withRetries(
		event: WebhookEvent,
		overrides: ConnectionOverrides,
		total: AbortSignal,
		token: string,
	): Promise<WebhookAnswer> {
		for (let attempt = 0; ; attempt++) {
			const { answer, cause } = await this.#attempt(
				event,
				overrides,
				total,
				token,
			);
			const again =
				cause !== undefined &&
				overrides.retryOn.has(cause) &&
				attempt < overrides.retries &&
				!total.aborted;
			if (!again) return answer;
		}
	}

	async #attempt(
		event: WebhookEvent,
		overrides: ConnectionOverrides,
		total: AbortSignal,
		token: string,
	): Promise<{ answer: WebhookAnswer; cause?: RetryCause | undefined }> {
		let { method } = event;
		let url = new URL(event.url);
		let credentials = false;
		for (let redirects = 0; redirects <= mostRedirects; ) {
			const result = await this.#exchange(
				event,
				{ method, url, credentials, token, withParams: redirects === 0 },
				overrides,
				total,
			);
			if (result.kind === "failed") {
				return { answer: failureFor(result, url), cause: result.cause };
			}
			if (result.status === 401 && !credentials && url.username) {
				credentials = true;
				continue;
			}
			const location = result.headers.location;
			if (result.status >= 300 && result.status < 400 && location) {
				if (!URL.canParse(location, url.href)) break;
				url = new URL(location, url);
				if (result.status < 307) method = "GET";
				redirects++;
				continue;
			}
			return answerFrom(result, url);
		}
		return { answer: failed(11215, `Too many HTTP redirects: ${event.url}`) };
	}

	async #exchange(
		event: WebhookEvent,
		how: {
			readonly method: "GET" | "POST";
			readonly url: URL;
			readonly credentials: boolean;
			readonly token: string;
			readonly withParams: boolean;
		},
		overrides: ConnectionOverrides,
		total: AbortSignal,
	): Promise<ExchangeResult> {
		const params = how.withParams || how.method === "POST" ? event.params : {};
		const url = new URL(how.url);
		url.hash = "";
		if (how.method === "GET") {
			for (const [name, value] of Object.entries(params)) {
				url.searchParams.append(name, value);
			}
		}
		const body =
			how.method === "POST"
				? new URLSearchParams(params).toString()
				: undefined;
		const entry = this.#log(event, how.method, url, params, how.token);
		if (takeOne(this.#misbehaviour, "dropBefore")) {
			entry.outcome = "connection-refused";
			return { kind: "failed", cause: "ct", reason: "connection-refused" };
		}
		const wait = takeOne(this.#misbehaviour, "timeOut");
		const result = await exchange(this.#clock, {
			method: how.method,
			url,
			headers: this.#headers(event, how, url, body),
			connectMs: overrides.connectMs,
			readMs: overrides.readMs,
			maxBytes: event.maxBytes,
			totalTimeIsUp: total,
			...(body === undefined ? {} : { body }),
		});
		const outcome = wait
			? await this.#inVain(overrides.readMs, total)
			: takeOne(this.#misbehaviour, "dropAfter")
				? lostAnswer
				: result;
		entry.outcome =
			outcome.kind === "received" ? outcome.status : outcome.reason;
		if (outcome.kind === "received") {
			event.cookies.take(url.host, outcome.headers["set-cookie"] ?? []);
		}
		return outcome;
	}

	/** Waits as if the answer never came. */
	#inVain(readMs: number, total: AbortSignal): Promise<ExchangeResult> {
		return new Promise((resolve) => {
			const give = (reason: FailureReason) =>
				resolve({ kind: "failed", cause: "rt", reason });
			const cancel = this.#clock.after(readMs, () => give("read-timeout"));
			total.addEventListener("abort", () => {
				cancel();
				give("total-timeout");
			});
		});
	}

	#headers(
		event: WebhookEvent,
		how: { readonly credentials: boolean; readonly token: string },
		url: URL,
		body: string | undefined,
	): Record<string, string> {
		const cookie = event.cookies.headerFor(url.host);
		const user = `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`;
		return {
			"User-Agent": "TwilioProxy/1.1",
			Accept: "*/*",
			"Accept-Encoding": "gzip",
			"I-Twilio-Idempotency-Token": how.token,
			"X-Twilio-Signature": signatureOf(
				this.#authToken,
				urlThatIsSigned(url.href, event.channel),
				body === undefined ? {} : event.params,
			),
			...(body === undefined
				? {}
				: {
						"Content-Type": "application/x-www-form-urlencoded; charset=utf-8",
						"Content-Length": String(Buffer.byteLength(body)),
					}),
			...(cookie ? { Cookie: cookie } : {}),
			...(how.credentials
				? { Authorization: `Basic ${Buffer.from(user).toString("base64")}` }
				: {}),
		};
	}

	#log(
		event: WebhookEvent,
		method: "GET" | "POST",
		url: URL,
		params: Readonly<Record<string, string>>,
		idempotencyToken: string,
	): SentRequest {
		const shown = new URL(url);
		shown.password = "";
		const entry: SentRequest = {
			at: this.#clock.now(),
			url: method === "GET" ? event.url : shown.href,
			method,
			params,
			idempotencyToken,
		};
		this.sent.push(entry);
		if (this.sent.length > mostKept) this.sent.shift();
		return entry;
	}
}

const hardCapMs = 15_000;
const mostRedirects = 10;
const mostKept = 1000;
const lostAnswer: ExchangeResult = {
	kind: "failed",
	cause: undefined,
	reason: "connection-lost",
};
