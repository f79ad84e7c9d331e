import { segmentsOf } from "../../src/telephony/emulator/segments.ts";
import {
	isSignedRight,
	paramsOfForm,
} from "../../src/telephony/twilio/signature.ts";
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

const message = () => ({
	to: line.kalle.number,
	from: lineNumber,
	body: "Vesivahinko, Kiviparintie 2 B 12",
	statusCallback: `${line.service.url}/sms/status`,
});
const statuses = () =>
	line.service.asked("/sms/status").map((params) => params.MessageStatus);

describe("sending", () => {
	test("is queued, then sent, then delivered; the first status has no callback", async () => {
		const sent = await client.messages.create(message());
		expect(sent).toMatchObject({
			status: "queued",
			numSegments: "1",
			errorCode: null,
		});
		await line.network.settled();
		expect(line.kalle.inbox).toMatchObject([
			{ from: lineNumber, body: message().body },
		]);
		expect(statuses()).toEqual(["sent"]);
		await line.passes(1);
		expect(statuses()).toEqual(["sent", "delivered"]);
		expect(line.service.asked("/sms/status")[1]).toEqual({
			AccountSid: accountSid,
			ApiVersion: "2010-04-01",
			From: lineNumber,
			To: line.kalle.number,
			MessageSid: sent.sid,
			SmsSid: sent.sid,
			MessageStatus: "delivered",
			SmsStatus: "delivered",
			RawDlrDoneDate: "2603022100",
		});
		expect(await client.messages(sent.sid).fetch()).toMatchObject({
			status: "delivered",
		});
		expect(await client.messages.list({ to: line.kalle.number })).toHaveLength(
			1,
		);
	});

	test("to a phone that is switched off is not delivered (30003)", async () => {
		line.kalle.behaviour = { kind: "switched-off" };
		await client.messages.create(message());
		await line.passes(1);
		expect(statuses()).toEqual(["sent", "undelivered"]);
		expect(line.service.asked("/sms/status")[1]).toMatchObject({
			ErrorCode: "30003",
		});
		expect(line.kalle.inbox).toEqual([]);
	});

	test.each([
		["a number that is none", { to: "112" }, 21211],
		["a country without permission", { to: "+12025550123" }, 21408],
		["somebody else's number", { from: "+358401111111" }, 21606],
		["a name of digits only", { from: "12345" }, 21606],
		["a name that is too long", { from: "Kiinteistöhuolto" }, 21606],
		["no words", { body: "" }, 21602],
		["too many words", { body: "x".repeat(1601) }, 21617],
	])("refused: %s", async (_name, change, code) => {
		await expect(
			client.messages.create({ ...message(), ...change }),
		).rejects.toMatchObject({ status: 400, code });
	});

	test("a name of letters may be the sender", async () => {
		await client.messages.create({ ...message(), from: "Huolto 24" });
		await line.network.settled();
		expect(line.kalle.inbox[0]?.from).toBe("Huolto 24");
	});
});

describe("STOP", () => {
	test.each([
		"STOP",
		" stop ",
		"StopAll",
		"UNSUBSCRIBE",
		"cancel",
		"END",
		"quit",
	])(
		"%s stops messages (21610), is passed on, and START lets them come again",
		async (word) => {
			await line.kalle.sendsText(lineNumber, word);
			expect(line.service.asked("/sms")[0]).toMatchObject({ Body: word });
			await expect(client.messages.create(message())).rejects.toMatchObject({
				status: 400,
				code: 21610,
			});
			await line.kalle.sendsText(lineNumber, "START");
			await expect(client.messages.create(message())).resolves.toMatchObject({
				status: "queued",
			});
		},
	);

	test("in a sentence is a message like any other", async () => {
		await line.kalle.sendsText(lineNumber, "please stop the water");
		await expect(client.messages.create(message())).resolves.toMatchObject({
			status: "queued",
		});
	});
});

describe("an incoming message", () => {
	test("is told, signed with its port", async () => {
		await line.tenant.sendsText(lineNumber, "Hissi jumissa, apua! Åäö 👷");
		const [request] = line.service.received;
		expect(request?.params).toMatchObject({
			AccountSid: accountSid,
			MessageSid: expect.stringMatching(/^SM[0-9a-f]{32}$/),
			From: line.tenant.number,
			To: lineNumber,
			Body: "Hissi jumissa, apua! Åäö 👷",
			NumMedia: "0",
			NumSegments: "1",
			FromCity: "",
			FromCountry: "FI",
		});
		expect(request?.params.SmsSid).toBe(request?.params.MessageSid);
		expect(
			isSignedRight(
				authToken,
				String(request?.headers["x-twilio-signature"]),
				`${line.service.url}/sms`,
				paramsOfForm(request?.body ?? ""),
			),
		).toBe(true);
	});

	test.each([
		["<Message>Thank you!</Message>", ["Thank you!"]],
		["<Message><Body>Thank you!</Body></Message>", ["Thank you!"]],
		["<Message>One</Message><Message>Two</Message>", ["One", "Two"]],
		["<Redirect>/other</Redirect>", ["from elsewhere"]],
		["", []],
	])("answered with %s", async (twiml, bodies) => {
		line.service.answers("/sms", twiml);
		line.service.answers("/other", "<Message>from elsewhere</Message>");
		await line.tenant.sendsText(lineNumber, "hello");
		expect(line.tenant.inbox.map(({ body }) => body)).toEqual(bodies);
	});

	test.each([
		["<Message statusCallback='http://'>Thank you!</Message>"],
		["<Redirect>http://</Redirect>"],
	])("an address that is none is refused: %s", async (twiml) => {
		line.service.answers("/sms", twiml);
		await line.tenant.sendsText(lineNumber, "hello");
		expect(line.network.debugger.codes).toEqual([11100]);
		expect(line.tenant.inbox).toEqual([]);
	});

	test("a voice verb in the answer is refused", async () => {
		line.service.answers("/sms", "<Say>hello</Say>");
		await line.tenant.sendsText(lineNumber, "hello");
		expect(line.network.debugger.codes).toEqual([12200]);
	});
});

describe("segments", () => {
	test.each([
		["GSM-7, full", "a".repeat(160), 1],
		["GSM-7, one more", "a".repeat(161), 2],
		["GSM-7, two full", "a".repeat(306), 2],
		["GSM-7, three", "a".repeat(307), 3],
		["å ä ö are GSM-7", "åäöÅÄÖ".repeat(26), 1],
		["€ takes two places", "€".repeat(80), 1],
		["€ takes two places, one more", `${"€".repeat(80)}a`, 2],
		[
			"€ is not split over two segments",
			`${"a".repeat(152)}€${"a".repeat(151)}`,
			2,
		],
		[
			"€ is not split, so a third is needed",
			`${"a".repeat(152)}€${"a".repeat(152)}`,
			3,
		],
		["an en dash forces UCS-2", `–${"a".repeat(69)}`, 1],
		["an en dash forces UCS-2, one more", `–${"a".repeat(70)}`, 2],
		["an emoji takes two units", "👷".repeat(35), 1],
		["an emoji takes two units, one more", "👷".repeat(36), 2],
	])("%s", (_name, body, segments) => {
		expect(segmentsOf(body)).toBe(segments);
	});
});
