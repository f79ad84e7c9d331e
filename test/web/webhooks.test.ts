import { randomBytes } from "node:crypto";
import { request } from "node:http";
import { jest } from "@jest/globals";
import { signatureOf } from "../../src/telephony/twilio/signature.ts";
import { lineNumber, type OpenLine, openLine } from "../support/open-line.ts";

let line: OpenLine;
let base: string;
beforeAll(async () => {
	line = await openLine({ closed: ["kalle", "liisa"] });
	base = `${line.service.url}/twilio`;
});
afterAll(() => line.close());

interface Answer {
	readonly status: number;
	readonly type: string | undefined;
	readonly body: string;
}

function arrival(more: object = {}): Record<string, string> {
	return {
		AccountSid: line.config.carrier.accountSid,
		CallSid: `CA${randomBytes(16).toString("hex")}`,
		CallStatus: "ringing",
		From: "+358401009001",
		To: lineNumber,
		FromCity: "",
		...more,
	};
}

/** Posts a form as it is, signed for the public URL unless a signature is given. */
function post(
	path: string,
	body: string,
	headers: Record<string, string> = {},
	signature?: string,
): Promise<Answer> {
	const params: Record<string, string[]> = {};
	for (const [name, value] of new URLSearchParams(body))
		params[name] = [...(params[name] ?? []), value];
	const url = `${base}${path}`;
	const signed = signatureOf(line.config.carrier.authToken, url, params);
	return new Promise((resolve, reject) => {
		const sent = request(
			url,
			{
				method: "POST",
				headers: {
					"content-type": "application/x-www-form-urlencoded",
					"x-twilio-signature": signature ?? signed,
					...headers,
				},
			},
			(response) => {
				let text = "";
				response.setEncoding("utf8");
				response.on("data", (chunk) => {
					text += chunk;
				});
				response.on("end", () =>
					resolve({
						status: response.statusCode ?? 0,
						type: response.headers["content-type"],
						body: text,
					}),
				);
			},
		);
		sent.on("error", reject);
		sent.end(body);
	});
}

function form(params: Record<string, string>): string {
	return new URLSearchParams(params).toString();
}

describe("who is let in", () => {
	test("a signed call is answered with TwiML from the first byte", async () => {
		const { status, type, body } = await post("/voice", form(arrival()));
		expect(status).toBe(200);
		expect(type).toBe("text/xml; charset=utf-8");
		expect(body).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?><Response>/);
		expect(body).toContain("+358401000002</Number>");
	});

	test.each(["", "wrong", "AAAAAAAAAAAAAAAAAAAAAAAAAAA="])(
		"a request with the signature %j is refused",
		async (signature) => {
			const warnings: string[] = [];
			const { log } = line.service.ctx;
			const warn = logged(log, "warn", warnings);
			const { status } = await post("/voice", form(arrival()), {}, signature);
			warn();
			expect(status).toBe(403);
			expect(warnings.join()).toContain("signature");
		},
	);

	test.each<RequestInit>([
		{ method: "GET" },
		{ method: "POST", body: "{}" },
		{ method: "POST", body: "x".repeat(70_000) },
	])(
		"a request without any signature is refused, whatever else it is",
		async (unsigned) => {
			expect((await fetch(`${base}/voice`, unsigned)).status).toBe(403);
		},
	);

	test("a Host header changes nothing", async () => {
		const forged = { host: "evil.example", "x-forwarded-host": "evil.example" };
		const answer = await post("/voice", form(arrival()), forged);
		expect(answer.status).toBe(200);
		expect(answer.body).not.toContain("evil");
		expect(answer.body).toContain(`${base}/voice/rung?`);
	});

	test("the signature of another address, or of other parameters, is no signature", async () => {
		const params = arrival();
		const { authToken } = line.config.carrier;
		const elsewhere = signatureOf(authToken, `${base}/messages`, params);
		const other = signatureOf(authToken, `${base}/voice`, {
			...params,
			From: "+358401111111",
		});
		for (const signature of [elsewhere, other])
			expect((await post("/voice", form(params), {}, signature)).status).toBe(
				403,
			);
	});

	test("a repeated parameter is signed once for each value, and refused by its meaning", async () => {
		const body = `${form(arrival())}&CallSid=CA1`;
		expect((await post("/voice", body)).status).toBe(400);
		const harmless = `${form(arrival())}&FromCity=a&FromCity=b`;
		expect((await post("/voice", harmless)).status).toBe(200);
	});
});

describe("what makes no sense", () => {
	test.each(["CallSid", "From", "To"])("%s is missing", async (name) => {
		const { [name]: _, ...params } = arrival();
		const answer = await post("/voice", form(params));
		expect(answer).toMatchObject({ status: 400 });
		expect(answer.body).toContain(name);
	});

	test.each([
		["CallSid", "CA123"],
		["CallSid", "'; drop table calls; --"],
		["To", "nobody"],
		["To", ""],
	])("%s is %j", async (name, value) => {
		const answer = await post("/voice", form(arrival({ [name]: value })));
		expect(answer.status).toBe(400);
	});

	test("another content type", async () => {
		for (const type of [
			"application/json",
			"text/plain",
			"multipart/form-data",
		])
			expect(
				(await post("/voice", form(arrival()), { "content-type": type }))
					.status,
			).toBe(415);
	});

	test("a body of more than 64 kB, announced or not", async () => {
		const body = form(arrival({ FromCity: "x".repeat(70_000) }));
		expect((await post("/voice", body)).status).toBe(413);
		const chunked = { "transfer-encoding": "chunked" };
		expect((await post("/voice", body, chunked)).status).toBe(413);
	});

	test("another method, and a path that is none", async () => {
		const signed = signatureOf(
			line.config.carrier.authToken,
			`${base}/voice`,
			{},
		);
		const headers = { "x-twilio-signature": signed };
		expect((await fetch(`${base}/voice`, { headers })).status).toBe(405);
		expect((await post("/nothing", form(arrival()))).status).toBe(404);
		expect((await post("/voice/", form(arrival()))).status).toBe(404);
	});

	test.each([
		"/voice/rung",
		"/voice/language?call=CA1&line=nothing",
		"/voice/leg?step=1",
		"/voice/rung?call=CA123&line=fault-line&rota=1&at=1&first=fi&called=%2B358942721234&lang=fi&step=0",
		`/voice/rung?call=CA${"1".repeat(32)}&line=fault-line&rota=1&at=1&first=fi&called=%2B358942721234&lang=fi&step=0&resort=99999999999`,
		"/voice/recording?call='&line=fault-line&rota=1&at=1&first=fi&called=%2B358942721234&lang=fi",
		"/voice/leg?call=CA123&line=fault-line&rota=1&at=1&first=fi&called=%2B358942721234&lang=fi&step=0&attempt=1&person=kalle",
		"/voice/rung?call=x&line=fault-line&rota=1&at=1&first=fi&called=%2B358942721234&lang=fi&step=99999999999999999999",
	])("an internal step that is none of ours: %s", async (path) => {
		const told = arrival({ RecordingSid: `RE${"1".repeat(32)}` });
		expect((await post(path, form(told))).status).toBe(400);
	});

	test("the fallback URL goes on whatever the failed one was", async () => {
		const params = arrival({
			ErrorCode: "11200",
			ErrorUrl: `${base}/voice/rung?call=x&line=fault-line&rota=1&at=1&first=fi&called=%2B358942721234&lang=fi&step=0`,
		});
		const answer = await post("/voice/fallback", form(params));
		expect(answer.body).toContain("+358401000002</Number>");
	});

	test("a step of one call is not told about another", async () => {
		const { body } = await post("/voice", form(arrival()));
		const [, action = ""] = /<Dial action="([^"]*)"/.exec(body) ?? [];
		const path = action.replaceAll("&amp;", "&").slice(base.length);
		const other = arrival({ DialCallStatus: "no-answer" });
		expect((await post(path, form(other))).status).toBe(400);
	});
});

describe("a rota that gives no answer", () => {
	const path = (body: string, attribute: string) =>
		new RegExp(`${attribute}="([^"]*)"`)
			.exec(body)?.[1]
			?.replaceAll("&amp;", "&")
			.slice(base.length) ?? "";
	const inVain = { CallStatus: "in-progress", DialCallStatus: "no-answer" };

	/** Every instance has the same rota, and the same trouble with it. */
	function breakRota() {
		const { rotas } = line.service.ctx;
		const { version } = rotas;
		return jest.spyOn(rotas, "version").mockImplementation((id, number) => {
			const held = version.call(rotas, id, number);
			return (
				held && {
					...held,
					answer: () => {
						throw new Error("a fault in the program");
					},
				}
			);
		});
	}

	test("rings the fallback people, says why, and all webhooks of the call agree on it, though the rota can be read again", async () => {
		await line.clock.passes({ seconds: 60 });
		const params = arrival({ From: "+358401009055" });
		const errors: string[] = [];
		const stop = logged(line.service.ctx.log, "error", errors);
		const broken = breakRota();
		const first = await post("/voice", form(params));
		await post("/voice", form(arrival({ From: "+358401009056" })));
		stop();
		expect(first.body).toContain("+358401000001</Number>");
		expect(first.body).not.toContain("+358401000002");
		expect(errors.filter((one) => one.includes("whom to ring"))).toHaveLength(
			1,
		);
		broken.mockRestore();
		const again = await post("/voice", form(params));
		expect(again.body).toBe(first.body);
		const rung = await post(
			path(first.body, "action"),
			form({ ...params, ...inVain }),
		);
		expect(rung.body).toContain("<Record");
		const [{ calls = [] } = {}] = (await line.tickets()).filter(
			({ caller }) => caller === "+358401009055",
		);
		expect(calls[0]?.because?.en).toContain("could not be read");
	});

	test("in the middle of a call: the fallback people come next, and go on record", async () => {
		await line.clock.passes({ seconds: 60 });
		const params = arrival({ From: "+358401009057" });
		const first = await post("/voice", form(params));
		expect(first.body).toContain("+358401000002</Number>");
		const broken = breakRota();
		const second = await post(
			path(first.body, "action"),
			form({ ...params, ...inVain }),
		);
		broken.mockRestore();
		expect(second.body).toContain("+358401000001</Number>");
		const third = await post(
			path(second.body, "action"),
			form({ ...params, ...inVain }),
		);
		expect(third.body).toContain("<Record");
		const [{ story = [] } = {}] = (await line.tickets()).filter(
			({ caller }) => caller === "+358401009057",
		);
		expect(story.join()).toMatch(/Kalle.*Aino/);
	});
});

describe("what must not go wrong", () => {
	test("when nothing can be worked out, nobody is put through, and only the caller is spoken to", async () => {
		const params = arrival();
		const { body } = await post("/voice", form(params));
		const address = (attribute: string) =>
			new RegExp(`${attribute}="([^"]*)"`)
				.exec(body)?.[1]
				?.replaceAll("&amp;", "&")
				.slice(base.length) ?? "";
		const { rotas } = line.service.ctx;
		const broken = (["current", "version"] as const).map((question) =>
			jest.spyOn(rotas, question).mockImplementation(() => {
				throw new Error("a fault in the program");
			}),
		);
		const told = form({ ...params, Digits: "1" });
		const whisper = await post(address("url"), told);
		const key = await post(address("url").replace("/whisper?", "/key?"), told);
		const leg = await post(address("statusCallback"), told);
		const ended = await post("/voice/status", told);
		const rung = await post(address("action"), told);
		for (const each of broken) each.mockRestore();
		expect(whisper.body).toContain("<Response><Hangup/></Response>");
		expect(key.body).toContain("<Response><Hangup/></Response>");
		expect([leg.status, ended.status]).toEqual([204, 204]);
		expect(rung.body).toMatch(/<Say .*1 1 2.*<Hangup\/><\/Response>$/);
	});

	test("characters that neither XML nor PostgreSQL can hold", async () => {
		const strange = "a\0b\u0007<&>\"'\ud800\uffff👷";
		const params = arrival({ From: strange, CallerName: strange });
		expect((await post("/voice", form(params))).status).toBe(200);
		const callers = (await line.tickets()).map(({ caller }) => caller);
		expect(callers).toContainEqual(expect.stringContaining("👷"));
	});

	test("a number that no line has is answered all the same", async () => {
		const answer = await post("/voice", form(arrival({ To: "+358942720000" })));
		expect(answer.status).toBe(200);
		expect(answer.body).toContain("<Dial");
	});

	test("status callbacks are answered 204", async () => {
		const params = arrival({ CallStatus: "completed", CallDuration: "3" });
		expect(await post("/voice/status", form(params))).toMatchObject({
			status: 204,
			body: "",
		});
	});

	test("a text message is thanked for once within the hour, and never an opt-out", async () => {
		const text = (Body: string) =>
			post(
				"/messages",
				form({
					MessageSid: `SM${randomBytes(16).toString("hex")}`,
					From: "+358401009077",
					To: lineNumber,
					Body,
				}),
			);
		expect((await text("The lift is stuck")).body).toContain("<Message>");
		await line.clock.passes({ seconds: 60 });
		expect((await text("Still stuck")).body).not.toContain("<Message>");
		await line.clock.passes({ seconds: 3_700 });
		expect((await text("STOP")).body).not.toContain("<Message>");
	});
});

/** Collects what is logged at a level until it is called. */
function logged(
	log: OpenLine["service"]["ctx"]["log"],
	wanted: "warn" | "error",
	into: string[],
): () => void {
	const listen = (info: { level: string; message: string }) => {
		if (info.level === wanted) into.push(info.message);
	};
	const { level } = log;
	log.level = wanted;
	log.on("data", listen);
	return () => {
		log.off("data", listen);
		log.level = level;
	};
}
