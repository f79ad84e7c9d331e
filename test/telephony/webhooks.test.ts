import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import {
	isSignedRight,
	paramsOfForm,
} from "../../src/telephony/twilio/signature.ts";
import { freePort } from "../support/free-port.ts";
import {
	accountSid,
	authToken,
	type Line,
	lineNumber,
	openLine,
} from "./line.ts";

let line: Line;
beforeEach(async () => {
	line = await openLine();
});
afterEach(() => line.close());

/** The Voice URL of the number, with a fragment of connection overrides. */
function voiceUrl(path: string): void {
	line.network.numbers.register({
		number: lineNumber,
		voiceUrl: path.startsWith("http") ? path : line.service.url + path,
	});
}

function broken(
	status: number,
): (
	_: unknown,
	response: { writeHead(status: number): { end(): void } },
) => undefined {
	return (_request, response) => {
		response.writeHead(status).end();
		return undefined;
	};
}

const apology = "We are sorry. An application error has occurred. Goodbye.";

describe("a request", () => {
	test("carries every parameter, blank ones too, and is signed over all of them", async () => {
		await line.tenant.dials(lineNumber, {
			params: { StirVerstat: "TN-Validation-Passed-A" },
		});
		const [request] = line.service.received;
		expect(request?.method).toBe("POST");
		expect(request?.headers).toMatchObject({
			"content-type": expect.stringContaining(
				"application/x-www-form-urlencoded",
			),
			"user-agent": "TwilioProxy/1.1",
			accept: "*/*",
			"accept-encoding": "gzip",
			"i-twilio-idempotency-token": expect.stringMatching(/^[0-9a-f-]{36}$/),
		});
		expect(request?.params).toEqual({
			AccountSid: accountSid,
			ApiVersion: "2010-04-01",
			CallSid: expect.stringMatching(/^CA[0-9a-f]{32}$/),
			CallStatus: "ringing",
			CallToken: expect.any(String),
			Direction: "inbound",
			StirVerstat: "TN-Validation-Passed-A",
			...parties("From", "+358401234567"),
			...parties("Caller", "+358401234567"),
			...parties("To", lineNumber),
			...parties("Called", lineNumber),
		});
		expect(
			isSignedRight(
				authToken,
				String(request?.headers["x-twilio-signature"]),
				`${line.service.url}/voice`,
				paramsOfForm(request?.body ?? ""),
			),
		).toBe(true);
	});

	test("over GET has its parameters in the query, which is signed", async () => {
		line.network.numbers.register({
			number: lineNumber,
			voiceUrl: `${line.service.url}/voice?line=a#rc=2`,
			voiceMethod: "GET",
		});
		await line.tenant.dials(lineNumber);
		const [request] = line.service.received;
		expect(request?.method).toBe("GET");
		expect(request?.path).toMatch(/^\/voice\?line=a&AccountSid=.*&FromCity=&/);
		expect(
			isSignedRight(
				authToken,
				String(request?.headers["x-twilio-signature"]),
				line.service.url + request?.path,
				{},
			),
		).toBe(true);
	});

	test.each([
		"anonymous",
		"unknown",
		"+266696687",
		"Restricted Caller",
		"0401234567",
	])("gives the caller %s as it is", async (as) => {
		line.service.answers("/voice", "<Say>good evening</Say><Pause/>");
		await line.tenant.dials(lineNumber, { as });
		expect(line.service.asked("/voice")[0]).toMatchObject({
			From: as,
			Caller: as,
			FromCountry: as.startsWith("+") ? "LS" : "",
		});
		await line.tenant.hears("good evening");
	});

	test("names the number that forwarded the call", async () => {
		await line.tenant.dials(lineNumber, { forwardedFrom: "+358942000000" });
		expect(line.service.asked("/voice")[0]).toMatchObject({
			ForwardedFrom: "+358942000000",
		});
	});

	test("replays the cookies of its call", async () => {
		line.service.answers("/voice", (_request, response) => {
			response.setHeader("Set-Cookie", ["a=1; Path=/", "b=2"]);
			return "<Redirect>/next</Redirect>";
		});
		line.service.answers("/next", "");
		await line.tenant.dials(lineNumber);
		const next = line.service.received.find(({ path }) => path === "/next");
		expect(next?.headers.cookie).toBe("a=1; b=2");
	});

	test("shows user and password only when asked for them", async () => {
		voiceUrl(`${line.service.url.replace("//", "//carrier:se%40cret@")}/voice`);
		line.service.answers("/voice", (request, response) => {
			if (request.headers.authorization) return "<Say>come in</Say>";
			response.writeHead(401, { "WWW-Authenticate": "Basic" }).end();
			return undefined;
		});
		await line.tenant.dials(lineNumber);
		await line.tenant.hears("come in");
		expect(
			line.service.received.map(({ headers }) => headers.authorization),
		).toEqual([
			undefined,
			`Basic ${Buffer.from("carrier:se@cret").toString("base64")}`,
			undefined,
		]);
	});

	test("reads a packed answer", async () => {
		const { gzipSync } = await import("node:zlib");
		line.service.answers("/voice", (_request, response) => {
			response
				.writeHead(200, {
					"Content-Type": "text/xml",
					"Content-Encoding": "gzip",
				})
				.end(gzipSync("<Response><Say>unpacked</Say></Response>"));
			return undefined;
		});
		await line.tenant.dials(lineNumber);
		await line.tenant.hears("unpacked");
	});
});

describe("redirects", () => {
	const to =
		(
			location: string,
			status = 307,
		): Parameters<typeof line.service.answers>[1] =>
		(_request, response) => {
			response.writeHead(status, { Location: location }).end();
			return undefined;
		};

	test("ten are followed", async () => {
		for (let i = 0; i < 10; i++)
			line.service.answers(`/hop${i}`, to(`/hop${i + 1}`));
		line.service.answers("/hop10", "<Say>arrived</Say>");
		voiceUrl("/hop0");
		await line.tenant.dials(lineNumber);
		await line.tenant.hears("arrived");
	});

	test("eleven are too many (11215)", async () => {
		for (let i = 0; i < 11; i++)
			line.service.answers(`/hop${i}`, to(`/hop${i + 1}`));
		line.service.answers("/hop11", "<Say>arrived</Say>");
		voiceUrl("/hop0");
		await line.tenant.dials(lineNumber);
		expect(line.network.debugger.codes).toContain(11215);
		expect(line.tenant.words).toEqual([apology]);
	});

	test("relative addresses in the document belong to where it came from", async () => {
		line.service.answers("/voice", to("/deep/er/start"));
		line.service.answers(
			"/deep/er/start",
			"<Redirect>next?x=1&amp;y=2</Redirect>",
		);
		line.service.answers("/deep/er/next", "<Say>beside it</Say>");
		await line.tenant.dials(lineNumber);
		await line.tenant.hears("beside it");
		expect(line.service.received.at(-2)?.path).toBe("/deep/er/next?x=1&y=2");
	});
});

describe("what the answer is", () => {
	test.each([
		["text/xml", "<Response><Say>hello</Say></Response>", ["hello"]],
		[
			"application/xml; charset=utf-8",
			"<Response><Say>hello</Say></Response>",
			["hello"],
		],
		["text/html", "<Response><Say>hello</Say></Response>", ["hello"]],
		["text/plain", "<Response><Say>hello</Say></Response>", ["hello"]],
		["text/plain", "Internal error & such", ["Internal error & such"]],
	])("%s %s", async (type, body, words) => {
		line.service.answers("/voice", (_request, response) => {
			response.writeHead(200, { "Content-Type": type }).end(body);
			return undefined;
		});
		await line.tenant.dials(lineNumber);
		expect(line.tenant.words).toEqual(words);
		expect(line.tenant.state).toBe("idle");
	});

	test("audio is played, then the call ends", async () => {
		line.service.answers("/voice", (_request, response) => {
			response.writeHead(200, { "Content-Type": "audio/mpeg" }).end("sound");
			return undefined;
		});
		await line.tenant.dials(lineNumber);
		expect(line.tenant.heard).toEqual([
			expect.objectContaining({
				kind: "audio",
				url: `${line.service.url}/voice`,
			}),
		]);
		expect(line.tenant.state).toBe("idle");
	});

	test("anything else is an error (12300)", async () => {
		line.service.answers("/voice", (_request, response) => {
			response.writeHead(200, { "Content-Type": "application/json" }).end("{}");
			return undefined;
		});
		await line.tenant.dials(lineNumber);
		expect(line.network.debugger.codes).toContain(12300);
	});

	test("64 kB are read, more is an error (11750)", async () => {
		const document = (bytes: number) => {
			const start = "<Response><Say>long</Say><!--";
			const end = "--></Response>";
			return start + "x".repeat(bytes - start.length - end.length) + end;
		};
		let bytes = 65_536;
		line.service.answers("/voice", (_request, response) => {
			response
				.writeHead(200, { "Content-Type": "text/xml" })
				.end(document(bytes));
			return undefined;
		});
		await line.tenant.dials(lineNumber);
		expect(line.tenant.words).toEqual(["long"]);
		bytes += 1;
		await line.tenant.dials(lineNumber);
		expect(line.network.debugger.codes[0]).toBe(11750);
	});
});

describe("the fallback", () => {
	test("is asked at once, with what went wrong and where, and may go on with the call", async () => {
		line.service.answers("/voice", broken(503));
		line.service.answers("/fallback", "<Say>one moment</Say>");
		voiceUrl("/voice?line=1#rc=0");
		await line.tenant.dials(lineNumber);
		await line.tenant.hears("one moment");
		expect(line.service.asked("/fallback")).toEqual([
			expect.objectContaining({
				ErrorCode: "11217",
				ErrorUrl: `${line.service.url}/voice?line=1`,
				CallStatus: "ringing",
				From: line.tenant.number,
			}),
		]);
	});

	test("helps in the middle of a call too", async () => {
		line.service.answers(
			"/voice",
			"<Say>hello</Say><Redirect>/broken</Redirect>",
		);
		line.service.answers("/broken", "<Say>no end");
		line.service.answers("/broken", (_request, response) => {
			response
				.writeHead(200, { "Content-Type": "text/xml" })
				.end("<Response><Say>no end</Response>");
			return undefined;
		});
		line.service.answers("/fallback", "<Say>one moment</Say>");
		await line.tenant.dials(lineNumber);
		expect(line.tenant.words).toEqual(["hello", "one moment"]);
		expect(line.service.asked("/fallback")[0]).toMatchObject({
			ErrorCode: "12100",
			CallStatus: "in-progress",
		});
	});

	test("that fails as well ends the call with an apology", async () => {
		line.service.answers("/voice", broken(500));
		line.service.answers("/fallback", broken(500));
		await line.tenant.dials(lineNumber);
		expect(line.tenant.words).toEqual([apology]);
		expect(line.service.asked("/ended")).toHaveLength(1);
	});

	test("is not there: an apology", async () => {
		line.network.numbers.register({ number: lineNumber, voiceFallbackUrl: "" });
		line.service.answers("/voice", broken(404));
		await line.tenant.dials(lineNumber);
		expect(line.tenant.words).toEqual([apology]);
	});
});

describe("patience and retries", () => {
	/** From now on what does not answer within 300 real milliseconds is taken to hang. */
	const hangs = () => {
		line.network.settings.patienceMs = 300;
	};
	const asked = () => line.service.asked("/voice").length;
	const tokens = () =>
		new Set(
			line.network.requests
				.filter(({ url }) => url.includes("/voice"))
				.map((request) => request.idempotencyToken),
		);

	test("a refused connection is tried once more, then the fallback", async () => {
		line.service.answers("/fallback", "<Say>one moment</Say>");
		line.network.misbehave.dropBefore = 2;
		await line.tenant.dials(lineNumber);
		expect(line.network.requests.map(({ outcome }) => outcome)).toEqual([
			"connection-refused",
			"connection-refused",
			200,
			204,
		]);
		expect(tokens().size).toBe(1);
		expect(line.service.asked("/fallback")[0]).toMatchObject({
			ErrorCode: "11205",
		});
	});

	test("a port where nobody listens counts as refused", async () => {
		const port = await freePort();
		voiceUrl(`http://127.0.0.1:${port}/voice`);
		await line.tenant.dials(lineNumber);
		expect(line.network.debugger.codes).toContain(11205);
	});

	test("an error status is not tried again", async () => {
		line.service.answers("/voice", broken(500));
		await line.tenant.dials(lineNumber);
		expect(asked()).toBe(1);
	});

	test.each([
		["#rc=2&rp=5xx", 500, 3],
		["#rc=2&rp=4xx", 500, 1],
		["#rc=1&rp=4xx", 429, 2],
		["#rc=5&rp=all", 503, 6],
		["#rc=3&rp=ct,5xx", 502, 4],
		["#rc=9&rp=5xx", 500, 2],
	])(
		"%s after a %d makes %d requests of one event",
		async (fragment, status, requests) => {
			line.service.answers("/voice", broken(status));
			voiceUrl(`/voice${fragment}`);
			await line.tenant.dials(lineNumber);
			expect(asked()).toBe(requests);
			expect(tokens().size).toBe(1);
			expect(line.service.received[0]?.path).toBe("/voice");
		},
	);

	test("a service that hangs is given up after 15 s and not asked again", async () => {
		hangs();
		line.service.answers("/voice", () => undefined);
		line.service.answers("/fallback", "<Say>one moment</Say>");
		await line.tenant.dials(lineNumber);
		await line.passes(14.9);
		expect(line.tenant.state).toBe("dialling");
		await line.passes(0.1);
		await line.tenant.hears("one moment");
		expect(asked()).toBe(1);
		expect(line.service.asked("/fallback")[0]).toMatchObject({
			ErrorCode: "11205",
		});
	});

	test.each([
		["#rt=2000", 2],
		["#tt=3000", 3],
		["#rt=2000&rc=1&rp=rt", 4],
		["#rt=2000&rc=5&rp=rt&tt=5000", 5],
	])("%s gives up after %d s", async (fragment, seconds) => {
		hangs();
		line.service.answers("/voice", () => undefined);
		voiceUrl(`/voice${fragment}`);
		await line.tenant.dials(lineNumber);
		await line.passes(seconds - 0.1);
		expect(line.tenant.words).toEqual([]);
		await line.passes(0.1);
		expect(line.tenant.words).toEqual([apology]);
	});

	test("an answer that stops in the middle is given up and never tried again", async () => {
		hangs();
		line.service.answers("/voice", (_request, response) => {
			response.writeHead(200, { "Content-Type": "text/xml" });
			response.write("<Response>");
			return undefined;
		});
		voiceUrl("/voice#rt=1000&rc=3&rp=all");
		await line.tenant.dials(lineNumber);
		await line.passes(1);
		expect(line.tenant.words).toEqual([apology]);
		expect(asked()).toBe(1);
	});

	test("a connection that never becomes secure is given up twice after ct", async () => {
		hangs();
		const mute = createServer((socket) => socket.resume());
		await new Promise<void>((resolve) => mute.listen(0, "127.0.0.1", resolve));
		const { port } = mute.address() as AddressInfo;
		voiceUrl(`https://127.0.0.1:${port}/voice#ct=2000`);
		await line.tenant.dials(lineNumber);
		await line.passes(3.9);
		expect(line.tenant.words).toEqual([]);
		await line.passes(0.1);
		expect(line.tenant.words).toEqual([apology]);
		await new Promise((resolve) => mute.close(resolve));
	});

	test.each([
		"http://%zz@127.0.0.1/voice",
		"ftp://127.0.0.1/voice",
		"/voice",
		"http://[::1",
	])("what cannot be called is an error and the call ends: %s", async (url) => {
		line.network.numbers.register({ number: lineNumber, voiceUrl: url });
		await line.tenant.dials(lineNumber);
		expect(line.network.debugger.codes[0]).toBeLessThan(11300);
		expect(line.tenant.state).toBe("idle");
	});

	test("a host with an underscore is refused (11100)", async () => {
		voiceUrl("http://my_host.example/voice");
		await line.tenant.dials(lineNumber);
		expect(line.network.debugger.codes[0]).toBe(11100);
	});
});

describe("status callbacks", () => {
	const status = (code: number, type?: string) =>
		line.service.answers("/ended", (_request, response) => {
			response
				.writeHead(code, type ? { "Content-Type": type } : {})
				.end("<Response/>");
			return undefined;
		});

	test.each([
		[204, undefined, []],
		[200, "text/xml", []],
		[200, "text/html", [12300]],
		[200, undefined, [12300]],
		[500, undefined, [11217]],
	])(
		"answered with %d %s leave the warnings %j",
		async (code, type, warnings) => {
			status(code, type);
			line.service.answers("/voice", "<Hangup/>");
			await line.tenant.dials(lineNumber);
			expect(line.network.debugger.codes).toEqual(warnings);
		},
	);
});

function parties(name: string, number: string): Record<string, string> {
	return {
		[name]: number,
		[`${name}City`]: "",
		[`${name}State`]: "",
		[`${name}Zip`]: "",
		[`${name}Country`]: "FI",
	};
}
