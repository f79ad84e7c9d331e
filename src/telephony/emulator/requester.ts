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

/** A request with what it goes by, retries and redirects included. */
interface Work {
	readonly event: WebhookEvent;
	readonly overrides: ConnectionOverrides;
	readonly token: string;
	/** Ends it when its total time is up. */
	readonly total: AbortSignal;
	/** Tells that it moves. */
	readonly stirs: () => void;
}

/** One exchange of it. */
interface How {
	readonly method: "GET" | "POST";
	readonly url: URL;
	readonly credentials: boolean;
	readonly withParams: boolean;
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
		return this.#once(event, randomUUID());
	}

	/** The same event twice, as carriers sometimes do; the first answer counts. */
	async requestTwice(event: WebhookEvent): Promise<WebhookAnswer> {
		const token = randomUUID();
		const first = await this.#once(event, token);
		await this.#once(event, token);
		return first;
	}

	/** Gives up whatever is still awaited. */
	stop(): void {
		for (const total of this.#underWay) total.abort();
	}

	#once(event: WebhookEvent, token: string): Promise<WebhookAnswer> {
		return this.#settling.track((stirs) => this.#request(event, token, stirs));
	}

	async #request(
		event: WebhookEvent,
		token: string,
		stirs: () => void,
	): Promise<WebhookAnswer> {
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
		const work = { event, overrides, token, stirs, total: total.signal };
		try {
			return await this.#withRetries(work);
		} catch (error) {
			return failed(11200, `${event.url} cannot be called: ${error}`);
		} finally {
			cancelTotal();
			this.#underWay.delete(total);
		}
	}

	async #withRetries(work: Work): Promise<WebhookAnswer> {
		const { overrides, total } = work;
		for (let attempt = 0; ; attempt++) {
			const { answer, cause } = await this.#attempt(work);
			const again =
				cause !== undefined &&
				overrides.retryOn.has(cause) &&
				attempt < overrides.retries &&
				!total.aborted;
			if (!again) return answer;
		}
	}

	async #attempt(
		work: Work,
	): Promise<{ answer: WebhookAnswer; cause?: RetryCause | undefined }> {
		let { method, url: address } = work.event;
		let credentials = false;
		for (let redirects = 0; redirects <= mostRedirects; ) {
			const url = new URL(address);
			const withParams = redirects === 0;
			const result = await this.#exchange(work, {
				method,
				url,
				credentials,
				withParams,
			});
			if (result.kind === "failed") {
				return { answer: failureFor(result, url), cause: result.cause };
			}
			if (result.status === 401 && !credentials && url.username) {
				credentials = true;
				continue;
			}
			const { location } = result.headers;
			const isRedirect = result.status >= 300 && result.status < 400;
			if (!isRedirect || !location) return answerFrom(result, url);
			if (!URL.canParse(location, url.href)) break;
			address = new URL(location, url).href;
			if (result.status < 307) method = "GET";
			redirects++;
		}
		const { url } = work.event;
		return { answer: failed(11215, `Too many HTTP redirects: ${url}`) };
	}

	async #exchange(work: Work, how: How): Promise<ExchangeResult> {
		const { event, overrides, total } = work;
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
		const entry = this.#log(work, how.method, url);
		if (takeOne(this.#misbehaviour, "dropBefore")) {
			entry.outcome = "connection-refused";
			return { kind: "failed", cause: "ct", reason: "connection-refused" };
		}
		const wait = takeOne(this.#misbehaviour, "timeOut");
		work.stirs();
		const result = await exchange(this.#clock, {
			method: how.method,
			url,
			headers: this.#headers(work, how, url, body),
			connectMs: overrides.connectMs,
			readMs: overrides.readMs,
			maxBytes: event.maxBytes,
			totalTimeIsUp: total,
			...(body === undefined ? {} : { body }),
		});
		work.stirs();
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
		{ event, token }: Work,
		how: How,
		url: URL,
		body: string | undefined,
	): Record<string, string> {
		const cookie = event.cookies.headerFor(url.host);
		const user = `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`;
		return {
			"User-Agent": "TwilioProxy/1.1",
			Accept: "*/*",
			"Accept-Encoding": "gzip",
			"I-Twilio-Idempotency-Token": token,
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

	#log({ event, token }: Work, method: "GET" | "POST", url: URL): SentRequest {
		const shown = new URL(method === "GET" ? event.url : url);
		shown.password = "";
		const entry: SentRequest = {
			at: this.#clock.now(),
			url: shown.href,
			method,
			params: event.params,
			idempotencyToken: token,
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
