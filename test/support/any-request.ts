import { Agent, request } from "node:http";
import fc from "fast-check";
import { signatureOf } from "../../src/telephony/twilio/signature.ts";

/** One generated request; `signed` and `known` say whether it gets past the door. */
export interface AnyRequest {
	readonly query: string;
	readonly headers: Readonly<Record<string, string>>;
	readonly body: Buffer;
}

const sid = (prefix: string) =>
	fc.stringMatching(/^[0-9a-f]{32}$/).map((digits) => `${prefix}${digits}`);

const anyText = fc.oneof(
	fc.string({ maxLength: 60 }),
	fc.string({ unit: "binary", maxLength: 30 }),
	fc.constantFrom("", "null", "__proto__", "-1", "1e309", "%00", "../../etc"),
);

/** What the carrier sends, with anything at all in the place of some of it. */
const carrierParams = fc
	.record(
		{
			CallSid: fc.oneof(
				{ weight: 4, arbitrary: sid("CA") },
				{ weight: 1, arbitrary: anyText },
			),
			ParentCallSid: fc.oneof(sid("CA"), anyText),
			From: fc.oneof(
				fc.constantFrom("+46701740690", "anonymous", "unknown", "sip:x@y"),
				anyText,
			),
			To: fc.oneof(
				{ weight: 4, arbitrary: fc.constant("+358942721234") },
				{ weight: 1, arbitrary: anyText },
			),
			CallStatus: fc.oneof(
				fc.constantFrom(
					"ringing",
					"in-progress",
					"completed",
					"busy",
					"failed",
				),
				anyText,
			),
			DialCallStatus: fc.oneof(
				fc.constantFrom("completed", "no-answer", "busy", "failed"),
				anyText,
			),
			DialCallSid: fc.oneof(sid("CA"), anyText),
			DialBridged: fc.oneof(fc.constantFrom("true", "false"), anyText),
			DialCallDuration: fc.oneof(fc.nat().map(String), anyText),
			Digits: fc.oneof(fc.constantFrom("1", "2", "hangup"), anyText),
			RecordingSid: fc.oneof(sid("RE"), anyText),
			RecordingUrl: anyText,
			RecordingStatus: fc.oneof(
				fc.constantFrom("completed", "absent"),
				anyText,
			),
			RecordingDuration: anyText,
			SequenceNumber: anyText,
			Timestamp: anyText,
			CallDuration: anyText,
			ErrorCode: anyText,
			ErrorUrl: fc.oneof(fc.webUrl({ withQueryParameters: true }), anyText),
			MessageSid: fc.oneof(sid("SM"), anyText),
			MessageStatus: fc.oneof(
				fc.constantFrom("sent", "delivered", "failed"),
				anyText,
			),
			Body: anyText,
		},
		{ requiredKeys: [] },
	)
	.chain((known) =>
		fc
			.dictionary(fc.string({ minLength: 1, maxLength: 12 }), anyText, {
				maxKeys: 3,
			})
			.map((unknown) => ({ ...unknown, ...known })),
	);

const asForm = (params: Record<string, string | undefined>) =>
	new URLSearchParams(
		Object.entries(params).map(([name, value]): [string, string] => [
			name,
			value ?? "",
		]),
	).toString();

const anyBody = fc.oneof(
	carrierParams.map((params) => Buffer.from(asForm(params))),
	fc.json({ maxDepth: 3 }).map((text) => Buffer.from(text)),
	fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
	fc.constantFrom(70_000, 64 * 1024 + 1).map((size) => Buffer.alloc(size, "a")),
);

const anyHeaders = fc.record(
	{
		"content-type": fc.constantFrom(
			"application/x-www-form-urlencoded",
			"application/x-www-form-urlencoded; charset=utf-16",
			"application/json",
			"multipart/form-data; boundary=x",
			"text/plain",
			"a/b;",
			"",
		),
		"content-encoding": fc.constantFrom("gzip", "br", "nonsense"),
		"accept-language": headerText(),
		accept: headerText(),
		authorization: headerText(),
		cookie: headerText(),
		origin: headerText(),
		"x-twilio-signature": headerText(),
		"i-twilio-idempotency-token": headerText(),
		"x-forwarded-for": headerText(),
		"x-forwarded-host": headerText(),
		"if-none-match": headerText(),
		range: fc.oneof(headerText(), fc.constant("bytes=0-,5-1,a-")),
		"last-event-id": headerText(),
		expect: fc.constantFrom("100-continue", "the impossible"),
	},
	{ requiredKeys: [] },
);

function headerText() {
	return fc.stringMatching(/^[ -~\u00a1-\u00ff]{0,40}$/);
}

/** Any bytes at all, under any headers. */
export const anyRequest: fc.Arbitrary<AnyRequest> = fc.record({
	query: fc.oneof(
		fc.constant(""),
		fc.webQueryParameters().map((query) => `?${query}`),
		carrierParams.map((params) => `?${asForm(params)}`),
		fc
			.dictionary(
				fc.constantFrom(
					"limit",
					"cursor",
					"caller",
					"from",
					"to",
					"status",
					"at",
					"lang",
				),
				anyText,
			)
			.map((params) => `?${asForm(params)}`),
	),
	headers: anyHeaders,
	body: anyBody,
});

/** What the carrier may send, each value a string. */
export const anyCarrierParams: fc.Arbitrary<Record<string, string>> =
	carrierParams.map(withoutHoles);

/** The request with these parameters, signed as the carrier signs. */
export function signed(
	authToken: string,
	url: string,
	query: string,
	params: Record<string, string>,
): AnyRequest {
	return {
		query,
		headers: {
			"content-type": "application/x-www-form-urlencoded",
			"x-twilio-signature": signatureOf(authToken, `${url}${query}`, params),
		},
		body: Buffer.from(asForm(params)),
	};
}

function withoutHoles(
	params: Record<string, string | undefined>,
): Record<string, string> {
	return Object.fromEntries(
		Object.entries(params).map(([name, value]) => [name, value ?? ""]),
	);
}

const agent = new Agent({ keepAlive: true, maxSockets: 16 });

/** Sends it and gives the status; a connection that the server closes instead of answering counts as 0. */
export function statusOf(
	method: string,
	url: string,
	{ headers, body }: Omit<AnyRequest, "query">,
): Promise<number> {
	return new Promise((resolve, reject) => {
		const sending = request(
			url,
			{
				method,
				agent,
				headers: { ...headers, "content-length": body.length },
				timeout: 20_000,
			},
			(response) => {
				// A stream of events never ends of itself.
				if (response.headers["content-type"]?.startsWith("text/event-stream"))
					response.destroy();
				else response.resume();
				response.on("close", () => resolve(response.statusCode ?? 0));
			},
		);
		sending.on("timeout", () =>
			sending.destroy(new Error(`${method} ${url} hangs`)),
		);
		sending.on("error", (error: NodeJS.ErrnoException) =>
			error.code === "ECONNRESET" || error.code === "EPIPE"
				? resolve(0)
				: reject(error),
		);
		sending.end(body);
	});
}

/** Lets go of the connections that are kept open. */
export function closeConnections(): void {
	agent.destroy();
}
