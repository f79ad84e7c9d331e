import twilio from "twilio";
import {
	accountSid,
	authToken,
	clientOf,
	type Line,
	lineNumber,
	openLine,
} from "./line.ts";

let line: Line;
let client: ReturnType<typeof clientOf>;
beforeEach(async () => {
	line = await openLine();
	client = clientOf(line);
});
afterEach(() => line.close());

const order = () => ({
	to: line.kalle.number,
	from: lineNumber,
	url: `${line.service.url}/call`,
});

async function refusal(request: Promise<unknown>): Promise<unknown> {
	return request.then(
		() => "no refusal",
		(error: { status: number; code: number }) => ({
			status: error.status,
			code: error.code,
		}),
	);
}

describe("who may ask", () => {
	test("somebody with the account's sid and token", async () => {
		await expect(client.calls.list({ limit: 1 })).resolves.toEqual([]);
	});

	test("nobody with another token, and the refusal is JSON", async () => {
		const stranger = twilio(accountSid, "wrong");
		stranger.api.baseUrl = line.network.url;
		expect(await refusal(stranger.calls.list({ limit: 1 }))).toEqual({
			status: 401,
			code: 20003,
		});
		const answer = await fetch(
			`${line.network.url}/2010-04-01/Accounts/${accountSid}/Calls.json`,
		);
		expect(answer.status).toBe(401);
		expect(await answer.json()).toEqual({
			code: 20003,
			message: "Authenticate",
			more_info: "https://www.twilio.com/docs/errors/20003",
			status: 401,
		});
	});

	test("nobody for a while, when the network is told so; the client may try again", async () => {
		line.network.misbehave.tooManyRequests = 2;
		expect(await refusal(client.calls.list({ limit: 1 }))).toEqual({
			status: 429,
			code: 20429,
		});
		const patient = twilio(accountSid, authToken, {
			autoRetry: true,
			maxRetries: 3,
			maxRetryDelay: 1,
		});
		patient.api.baseUrl = line.network.url;
		await expect(patient.calls.list({ limit: 1 })).resolves.toEqual([]);
	});

	test("for something that is not there", async () => {
		expect(await refusal(client.calls(`CA${"0".repeat(32)}`).fetch())).toEqual({
			status: 404,
			code: 20404,
		});
		const other = twilio(accountSid, authToken, {
			accountSid: `AC${"b".repeat(32)}`,
		});
		other.api.baseUrl = line.network.url;
		expect(await refusal(other.calls.list({ limit: 1 }))).toEqual({
			status: 404,
			code: 20404,
		});
	});
});

describe("placing a call", () => {
	test("rings, plays the instructions after the answer, and tells of each event asked for", async () => {
		line.service.answers(
			"/call",
			'<Say>good evening</Say><Pause length="10"/>',
		);
		const call = await client.calls.create({
			...order(),
			statusCallback: `${line.service.url}/events`,
			statusCallbackEvent: ["initiated", "ringing", "answered", "completed"],
		});
		expect(call).toMatchObject({
			status: "queued",
			direction: "outbound-api",
			queueTime: "0",
		});
		await line.network.settled();
		expect(line.kalle.callerShown).toBe(lineNumber);
		expect(line.service.asked("/call")).toEqual([]);
		await line.kalle.answers();
		await line.kalle.hears("good evening");
		expect(line.service.asked("/call")[0]).toMatchObject({
			CallSid: call.sid,
			CallStatus: "in-progress",
			Direction: "outbound-api",
		});
		await line.passes(10);
		const events = line.service.asked("/events");
		expect(
			events.map((params) => [params.CallStatus, params.SequenceNumber]),
		).toEqual([
			["initiated", "0"],
			["ringing", "1"],
			["in-progress", "2"],
			["completed", "3"],
		]);
		expect(events[3]).toMatchObject({ CallDuration: "10", Duration: "1" });
		const over = await client.calls(call.sid).fetch();
		expect(over).toMatchObject({ status: "completed", duration: "10" });
		expect(over.startTime?.toISOString()).toBe("2026-03-02T21:00:00.000Z");
	});

	test("completed is the only event unless others are asked for", async () => {
		await client.calls.create({
			...order(),
			timeout: 20,
			statusCallback: `${line.service.url}/events`,
		});
		await line.passes(25);
		expect(
			line.service.asked("/events").map((params) => params.CallStatus),
		).toEqual(["no-answer"]);
	});

	test("instructions may come along; the address beats them", async () => {
		await client.calls.create({
			to: line.kalle.number,
			from: lineNumber,
			twiml: "<Response><Say>along</Say></Response>",
		});
		await line.network.settled();
		await line.kalle.answers();
		await line.kalle.hears("along");
	});

	test("a fallback helps when the instructions cannot be had", async () => {
		line.service.answers("/fallback", "<Say>one moment</Say>");
		await client.calls.create({
			...order(),
			url: `${line.service.url}/nothing-but-204`,
			fallbackUrl: `${line.service.url}/fallback`,
		});
		await line.network.settled();
		await line.kalle.answers();
		await line.kalle.hears("one moment");
	});

	test("one a second; the others wait for their turn, and one canceled meanwhile says nothing", async () => {
		const statusCallback = `${line.service.url}/events`;
		await client.calls.create(order());
		const second = await client.calls.create({
			...order(),
			to: line.liisa.number,
			statusCallback,
		});
		const third = await client.calls.create({
			...order(),
			to: line.tenant.number,
			statusCallback,
		});
		expect([second.queueTime, third.queueTime]).toEqual(["1000", "2000"]);
		await client.calls(third.sid).update({ status: "canceled" });
		await line.network.settled();
		expect(line.liisa.state).toBe("idle");
		await line.passes(1);
		expect(line.liisa.state).toBe("ringing");
		await line.passes(5);
		expect(line.tenant.state).toBe("idle");
		expect(line.service.asked("/events")).toEqual([]);
	});

	test.each([
		["a number that is none", { to: "0401234567" }, 21211],
		["a country without permission", { to: "+12025550123" }, 21215],
		["somebody else's number as caller", { from: "+358401111111" }, 21210],
		["no instructions", { url: "" }, 21205],
		["an address that is none", { url: "somewhere" }, 21205],
		[
			"too long instructions",
			{ url: "", twiml: `<Response>${" ".repeat(4000)}</Response>` },
			32018,
		],
	])("refused: %s", async (_name, change, code) => {
		expect(
			await refusal(client.calls.create({ ...order(), ...change })),
		).toEqual({ status: 400, code });
	});

	test("the token of an incoming call lets its caller be shown", async () => {
		line.service.answers("/voice", "<Pause length='60'/>");
		await line.tenant.dials(lineNumber);
		const callToken = line.service.asked("/voice")[0]?.CallToken ?? "";
		const from = line.tenant.number;
		expect(
			await refusal(
				client.calls.create({ ...order(), from, callToken: "another" }),
			),
		).toMatchObject({ code: 21210 });
		await client.calls.create({ ...order(), from, callToken });
		await line.network.settled();
		expect(line.kalle.callerShown).toBe(from);
	});
});

describe("changing a call", () => {
	test("completed hangs up for both", async () => {
		line.service.answers("/voice", "<Dial>+358405550101</Dial>");
		await line.tenant.dials(lineNumber);
		await line.kalle.answers();
		const sid = line.service.asked("/voice")[0]?.CallSid ?? "";
		await client.calls(sid).update({ status: "completed" });
		await line.network.settled();
		expect([line.tenant.state, line.kalle.state]).toEqual(["idle", "idle"]);
	});

	test("one that is over cannot be changed (21220)", async () => {
		line.service.answers("/voice", "");
		await line.tenant.dials(lineNumber);
		const sid = line.service.asked("/voice")[0]?.CallSid ?? "";
		expect(
			await refusal(client.calls(sid).update({ status: "completed" })),
		).toEqual({ status: 400, code: 21220 });
	});

	test("one in progress cannot be canceled", async () => {
		line.service.answers("/voice", "<Say>hello</Say><Pause length='60'/>");
		await line.tenant.dials(lineNumber);
		const sid = line.tenant.call?.sid ?? "";
		expect(
			await refusal(client.calls(sid).update({ status: "canceled" })),
		).toEqual({ status: 400, code: 21220 });
	});
});

describe("lists", () => {
	test("come newest first, in pages, and can be narrowed", async () => {
		line.service.answers("/voice", "<Dial>+358405550101</Dial>");
		for (let i = 0; i < 3; i++) {
			await line.tenant.dials(lineNumber);
			await line.tenant.hangsUp();
			await line.passes(60);
		}
		const all = await client.calls.list({ pageSize: 4 });
		expect(all.map((call) => call.direction)).toEqual([
			"outbound-dial",
			"inbound",
			"outbound-dial",
			"inbound",
			"outbound-dial",
			"inbound",
		]);
		const parent = all[1]?.sid ?? "";
		const children = await client.calls.list({ parentCallSid: parent });
		expect(children.map((call) => call.sid)).toEqual([all[0]?.sid]);
		expect(
			await client.calls.list({ to: line.kalle.number, status: "canceled" }),
		).toHaveLength(3);
		const from = new Date("2026-03-02T21:01:00Z");
		expect(
			await client.calls.list({ to: lineNumber, startTimeAfter: from }),
		).toHaveLength(2);
		expect(
			await client.calls.list({ to: lineNumber, startTimeBefore: from }),
		).toHaveLength(2);
	});
});

describe("numbers", () => {
	test("are listed, fetched, changed, added and removed", async () => {
		const [number] = await client.incomingPhoneNumbers.list({
			phoneNumber: lineNumber,
		});
		expect(number).toMatchObject({
			phoneNumber: lineNumber,
			voiceUrl: `${line.service.url}/voice`,
			voiceMethod: "POST",
		});
		const sid = number?.sid ?? "";
		line.service.answers("/elsewhere", "<Say>elsewhere</Say>");
		await client.incomingPhoneNumbers(sid).update({
			voiceUrl: `${line.service.url}/elsewhere`,
			voiceMethod: "GET",
			smsUrl: "",
		});
		expect(await client.incomingPhoneNumbers(sid).fetch()).toMatchObject({
			voiceUrl: `${line.service.url}/elsewhere`,
			voiceMethod: "GET",
			smsUrl: "",
			voiceFallbackUrl: `${line.service.url}/fallback`,
		});
		await line.tenant.dials(lineNumber);
		await line.tenant.hears("elsewhere");
		const added = await client.incomingPhoneNumbers.create({
			phoneNumber: "+358942725678",
		});
		expect(await client.incomingPhoneNumbers.list()).toHaveLength(2);
		await client.incomingPhoneNumbers(added.sid).remove();
		expect(await client.incomingPhoneNumbers.list()).toHaveLength(1);
	});

	test("a fallback needs a Voice URL (21405)", async () => {
		const request = client.incomingPhoneNumbers.create({
			phoneNumber: "+358942725678",
			voiceFallbackUrl: `${line.service.url}/fallback`,
		});
		expect(await refusal(request)).toEqual({ status: 400, code: 21405 });
	});
});

describe("recordings", () => {
	test("are fetched, listed and deleted", async () => {
		line.service.answers("/voice", "<Record action='/after'/>");
		line.service.answers("/after", "");
		await line.tenant.dials(lineNumber);
		await line.passes(3);
		await line.tenant.hangsUp();
		const [recording] = await client.recordings.list();
		expect(recording).toMatchObject({
			status: "processing",
			duration: "3",
			source: "RecordVerb",
		});
		const sid = recording?.sid ?? "";
		await line.passes(2);
		expect(await client.recordings(sid).fetch()).toMatchObject({
			status: "completed",
		});
		const media = `${line.network.url}/2010-04-01/Accounts/${accountSid}/Recordings/${sid}`;
		for (const ending of ["", ".wav"])
			expect((await fetch(media + ending)).status).toBe(200);
		expect(await client.recordings(sid).remove()).toBe(true);
		expect((await fetch(media)).status).toBe(404);
		expect(await refusal(client.recordings(sid).fetch())).toMatchObject({
			code: 20404,
		});
	});

	test("are only for the account when their media is protected", async () => {
		line.network.settings.mediaNeedsCredentials = true;
		line.service.answers("/voice", "<Record action='/after'/>");
		await line.tenant.dials(lineNumber);
		await line.passes(3);
		await line.tenant.hangsUp();
		await line.passes(2);
		const [recording] = await client.recordings.list();
		const media = recording?.mediaUrl ?? "";
		expect((await fetch(media)).status).toBe(401);
		const Authorization = `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString("base64")}`;
		expect((await fetch(media, { headers: { Authorization } })).status).toBe(
			200,
		);
	});
});
