import { clientOf, type Line, lineNumber, openLine } from "./line.ts";

let line: Line;
beforeEach(async () => {
	line = await openLine();
	line.service.answers("/action", "<Say>what happens next</Say>");
});
afterEach(() => line.close());

const events = 'statusCallbackEvent="initiated ringing answered completed"';
const kalleNumber = `<Number statusCallback="/child" ${events}>+358405550101</Number>`;

function dials(nouns: string, attributes = ""): void {
	line.service.answers(
		"/voice",
		`<Dial action="/action" timeout="20" callerId="${lineNumber}" ${attributes}>${nouns}</Dial><Say>never</Say>`,
	);
}

/** What the action was told about the dial, without the parameters that every request has. */
function told(): Record<string, string> {
	const [params, ...more] = line.service.asked("/action");
	expect(more).toEqual([]);
	const about = Object.entries(params ?? {}).filter(
		([name]) => name.startsWith("Dial") || name === "CallStatus",
	);
	return Object.fromEntries(about);
}

function childStatuses(): readonly (string | undefined)[] {
	return line.service.asked("/child").map((params) => params.CallStatus);
}

function childSid(): string {
	return line.service.asked("/child")[0]?.CallSid ?? "";
}

test("answered, and the callee hangs up", async () => {
	dials(kalleNumber);
	await line.tenant.dials(lineNumber);
	await line.kalle.rings();
	await line.kalle.answers();
	await line.tenant.isTalkingTo(line.kalle);
	await line.passes(42);
	await line.kalle.hangsUp();
	expect(childStatuses()).toEqual([
		"initiated",
		"ringing",
		"in-progress",
		"completed",
	]);
	expect(line.service.asked("/child")[3]).toMatchObject({ CallDuration: "42" });
	expect(told()).toEqual({
		CallStatus: "in-progress",
		DialCallStatus: "completed",
		DialBridged: "true",
		DialCallDuration: "42",
		DialCallSid: childSid(),
	});
	await line.tenant.hears("what happens next");
	expect(line.tenant.words).not.toContain("never");
});

test("answered, and the caller hangs up: the action is told, its answer is not played", async () => {
	dials(kalleNumber);
	await line.tenant.dials(lineNumber);
	await line.kalle.answers();
	await line.passes(7);
	await line.tenant.hangsUp();
	expect(line.kalle.state).toBe("idle");
	const lastPaths = line.service.received.map(({ path }) => path).slice(-2);
	expect(lastPaths).toEqual(["/action", "/ended"]);
	expect(childStatuses().at(-1)).toBe("completed");
	expect(told()).toEqual({
		CallStatus: "completed",
		DialCallStatus: "completed",
		DialBridged: "true",
		DialCallDuration: "7",
		DialCallSid: childSid(),
	});
	expect(line.tenant.words).toEqual([]);
});

test("nobody answers within the timeout and the 5 s that are added", async () => {
	dials(kalleNumber);
	await line.tenant.dials(lineNumber);
	await line.passes(24);
	expect(line.kalle.state).toBe("ringing");
	await line.passes(1);
	expect(childStatuses()).toEqual(["initiated", "ringing", "no-answer"]);
	expect(line.service.asked("/child")[2]).toMatchObject({
		SipResponseCode: "487",
	});
	expect(told()).toEqual({
		CallStatus: "in-progress",
		DialCallStatus: "no-answer",
		DialBridged: "false",
		DialCallSid: childSid(),
	});
});

test("the callee declines", async () => {
	dials(kalleNumber);
	await line.tenant.dials(lineNumber);
	await line.kalle.declines();
	expect(childStatuses()).toEqual(["initiated", "ringing", "busy"]);
	expect(told()).toMatchObject({
		DialCallStatus: "busy",
		DialBridged: "false",
	});
});

test("the line is busy", async () => {
	line.kalle.behaviour = { kind: "busy" };
	dials(kalleNumber);
	await line.tenant.dials(lineNumber);
	expect(childStatuses()).toEqual(["initiated", "busy"]);
	expect(told()).toMatchObject({
		DialCallStatus: "busy",
		DialBridged: "false",
	});
});

test("the phone is switched off", async () => {
	line.kalle.behaviour = { kind: "switched-off" };
	dials(kalleNumber);
	await line.tenant.dials(lineNumber);
	expect(childStatuses()).toEqual(["initiated", "failed"]);
	expect(line.service.asked("/child")[1]).toMatchObject({
		SipResponseCode: "480",
	});
	expect(told()).toMatchObject({
		DialCallStatus: "failed",
		DialBridged: "false",
	});
});

test("the number is not in service", async () => {
	dials(kalleNumber.replace("+358405550101", "+358405550199"));
	await line.tenant.dials(lineNumber);
	expect(childStatuses()).toEqual(["initiated", "failed"]);
	expect(line.service.asked("/child")[1]).toMatchObject({
		SipResponseCode: "404",
	});
	expect(told()).toMatchObject({ DialCallStatus: "failed" });
});

test("the caller hangs up while it rings", async () => {
	dials(kalleNumber);
	await line.tenant.dials(lineNumber);
	await line.tenant.hangsUp();
	expect(line.kalle.state).toBe("idle");
	expect(childStatuses()).toEqual(["initiated", "ringing", "canceled"]);
	expect(told()).toEqual({
		CallStatus: "completed",
		DialCallStatus: "canceled",
		DialBridged: "false",
		DialCallSid: childSid(),
	});
	expect(line.tenant.words).toEqual([]);
});

describe("screened", () => {
	const screened = kalleNumber.replace("<Number", '<Number url="/whisper"');
	beforeEach(() => {
		dials(screened);
		line.service.answers(
			"/whisper",
			'<Gather numDigits="1" action="/key"><Say>press 1</Say></Gather><Hangup/>',
		);
		line.service.answers("/key", "");
	});

	const declined = {
		CallStatus: "in-progress",
		DialCallStatus: "completed",
		DialBridged: "false",
	};

	test("accepted: an empty document connects", async () => {
		await line.tenant.dials(lineNumber);
		await line.kalle.answers();
		await line.kalle.hears("press 1");
		expect(line.tenant.isConnectedTo(line.kalle)).toBe(false);
		await line.kalle.presses("1");
		await line.tenant.isTalkingTo(line.kalle);
		await line.kalle.hangsUp();
		expect(told()).toMatchObject({ ...declined, DialBridged: "true" });
	});

	test("the whisper is asked for on the callee's leg", async () => {
		await line.tenant.dials(lineNumber);
		await line.kalle.answers();
		const inbound = line.service.asked("/voice")[0];
		expect(line.service.asked("/whisper")).toEqual([
			expect.objectContaining({
				CallSid: childSid(),
				ParentCallSid: inbound?.CallSid,
				Direction: "outbound-dial",
				CallStatus: "in-progress",
				To: "+358405550101",
				From: lineNumber,
			}),
		]);
	});

	test("declined by a key", async () => {
		line.service.answers("/key", "<Hangup/>");
		await line.tenant.dials(lineNumber);
		await line.kalle.answers();
		await line.kalle.presses("2");
		expect(line.kalle.state).toBe("idle");
		expect(childStatuses()).toEqual([
			"initiated",
			"ringing",
			"in-progress",
			"completed",
		]);
		expect(told()).toMatchObject({ ...declined, DialCallSid: childSid() });
	});

	test("silent", async () => {
		await line.tenant.dials(lineNumber);
		await line.kalle.answers();
		await line.passes(5);
		expect(told()).toMatchObject(declined);
	});

	test("hung up by the callee", async () => {
		await line.tenant.dials(lineNumber);
		await line.kalle.answers();
		await line.kalle.hangsUp();
		expect(told()).toMatchObject(declined);
	});

	test("taken by the operator's voicemail, which presses nothing", async () => {
		line.kalle.behaviour = { kind: "voicemail", afterSeconds: 15 };
		await line.tenant.dials(lineNumber);
		await line.passes(14);
		expect(line.kalle.state).toBe("ringing");
		await line.passes(1);
		expect(line.kalle.state).toBe("in-call");
		await line.passes(5);
		expect(told()).toMatchObject(declined);
	});

	test("the caller hangs up meanwhile", async () => {
		await line.tenant.dials(lineNumber);
		await line.kalle.answers();
		await line.tenant.hangsUp();
		expect(line.kalle.state).toBe("idle");
		expect(told()).toMatchObject({ ...declined, CallStatus: "completed" });
	});

	test("without a Hangup after the Gather, silence connects", async () => {
		line.service.answers(
			"/whisper",
			'<Gather numDigits="1" action="/key"><Say>press 1</Say></Gather>',
		);
		await line.tenant.dials(lineNumber);
		await line.kalle.answers();
		await line.passes(5);
		await line.tenant.isTalkingTo(line.kalle);
	});

	test("a Dial in the whisper is refused and the leg dropped", async () => {
		line.service.answers("/whisper", "<Dial>+358405550102</Dial>");
		await line.tenant.dials(lineNumber);
		await line.kalle.answers();
		expect(line.liisa.state).toBe("idle");
		expect(line.network.debugger.codes).toContain(12200);
		expect(told()).toMatchObject(declined);
	});

	test("a whisper that cannot be had drops the leg", async () => {
		line.service.answers("/whisper", (_request, response) => {
			response.writeHead(500).end();
			return undefined;
		});
		await line.tenant.dials(lineNumber);
		await line.kalle.answers();
		expect(line.network.debugger.codes).toContain(11217);
		expect(told()).toMatchObject(declined);
	});
});

describe("several at once", () => {
	const both = (url = "") =>
		`<Number ${url} statusCallback="/kalle" ${events}>+358405550101</Number><Number ${url} statusCallback="/liisa" ${events}>+358405550102</Number>`;
	const ends = (path: string) =>
		line.service.asked(path).map((params) => params.CallStatus);

	test("the first to pick up is connected and the rest are hung up", async () => {
		dials(both());
		await line.tenant.dials(lineNumber);
		await line.kalle.rings();
		await line.liisa.answers();
		await line.tenant.isTalkingTo(line.liisa);
		expect(line.kalle.state).toBe("idle");
		expect(ends("/kalle")).toEqual(["initiated", "ringing", "canceled"]);
		await line.liisa.hangsUp();
		expect(told()).toMatchObject({
			DialCallStatus: "completed",
			DialBridged: "true",
			DialCallSid: line.service.asked("/liisa")[0]?.CallSid,
		});
	});

	test("a voicemail that picks up stops the others, then fails the screening", async () => {
		line.service.answers("/whisper", '<Gather action="/key"/><Hangup/>');
		line.liisa.behaviour = { kind: "voicemail", afterSeconds: 3 };
		dials(both('url="/whisper"'));
		await line.tenant.dials(lineNumber);
		await line.passes(3);
		expect(ends("/kalle").at(-1)).toBe("canceled");
		await line.passes(5);
		expect(told()).toMatchObject({
			DialCallStatus: "completed",
			DialBridged: "false",
			DialCallSid: line.service.asked("/liisa")[0]?.CallSid,
		});
	});

	test("told to, the network lets the first who accepts win", async () => {
		line.network.misbehave.siblingsEndOn = "accept";
		line.service.answers(
			"/whisper",
			'<Gather action="/key" numDigits="1"/><Hangup/>',
		);
		line.service.answers("/key", "");
		line.liisa.behaviour = { kind: "voicemail", afterSeconds: 3 };
		dials(both('url="/whisper"'));
		await line.tenant.dials(lineNumber);
		await line.passes(8);
		expect(ends("/liisa").at(-1)).toBe("completed");
		await line.kalle.answers();
		await line.kalle.presses("1");
		await line.tenant.isTalkingTo(line.kalle);
		await line.kalle.hangsUp();
		expect(told()).toMatchObject({
			DialBridged: "true",
			DialCallSid: line.service.asked("/kalle")[0]?.CallSid,
		});
	});

	test("ten are rung and no more", async () => {
		const phones = Array.from({ length: 11 }, (_, i) =>
			line.network.phones.add({
				number: `+3584055502${10 + i}`,
				name: `Phone ${i}`,
			}),
		);
		dials(phones.map((phone) => `<Number>${phone.number}</Number>`).join(""));
		await line.tenant.dials(lineNumber);
		expect(phones.map((phone) => phone.state)).toEqual([
			...Array(10).fill("ringing"),
			"idle",
		]);
	});

	test("one after the other when told so", async () => {
		dials(both(), 'sequential="true"');
		await line.tenant.dials(lineNumber);
		expect(line.liisa.state).toBe("idle");
		await line.kalle.declines();
		await line.liisa.rings();
		await line.liisa.answers();
		await line.tenant.isTalkingTo(line.liisa);
	});
});

describe("through the REST API", () => {
	test("the child is ended before anybody answers", async () => {
		dials(kalleNumber);
		await line.tenant.dials(lineNumber);
		await clientOf(line).calls(childSid()).update({ status: "completed" });
		await line.network.settled();
		expect(childStatuses().at(-1)).toBe("canceled");
		expect(told()).toMatchObject({
			DialCallStatus: "canceled",
			DialBridged: "false",
			CallStatus: "in-progress",
		});
		await line.tenant.hears("what happens next");
	});

	test("the parent is redirected: the old action is told and ignored, the new instructions run", async () => {
		dials(kalleNumber);
		line.service.answers(
			"/new",
			"<Say>something new</Say><Pause length='60'/>",
		);
		await line.tenant.dials(lineNumber);
		const sid = line.service.asked("/voice")[0]?.CallSid ?? "";
		await clientOf(line)
			.calls(sid)
			.update({ url: `${line.service.url}/new` });
		await line.network.settled();
		expect(line.kalle.state).toBe("idle");
		expect(told()).toMatchObject({
			DialCallStatus: "canceled",
			CallStatus: "in-progress",
		});
		expect(line.tenant.words).toEqual(["something new"]);
		expect(line.tenant.state).toBe("in-call");
	});

	test("the parent is redirected in the middle of a conversation", async () => {
		dials(kalleNumber);
		line.service.answers("/new", "<Say>something new</Say>");
		await line.tenant.dials(lineNumber);
		await line.kalle.answers();
		const sid = line.service.asked("/voice")[0]?.CallSid ?? "";
		await clientOf(line)
			.calls(sid)
			.update({ url: `${line.service.url}/new` });
		await line.network.settled();
		expect(told()).toMatchObject({
			DialCallStatus: "completed",
			DialBridged: "true",
		});
		expect(line.kalle.state).toBe("idle");
		expect(line.tenant.words).toEqual(["something new"]);
	});

	test("the connected child is redirected: the duration is left out", async () => {
		dials(kalleNumber);
		await line.tenant.dials(lineNumber);
		await line.kalle.answers();
		await clientOf(line)
			.calls(childSid())
			.update({ twiml: "<Response><Say>you were moved</Say></Response>" });
		await line.network.settled();
		await line.kalle.hears("you were moved");
		expect(told()).toEqual({
			CallStatus: "in-progress",
			DialCallStatus: "completed",
			DialBridged: "true",
			DialCallSid: childSid(),
		});
	});
});

test("the caller's star drops the callee and the flow goes on", async () => {
	dials(kalleNumber, 'hangupOnStar="true"');
	await line.tenant.dials(lineNumber);
	await line.kalle.answers();
	await line.tenant.presses("*");
	expect(line.kalle.state).toBe("idle");
	expect(told()).toMatchObject({
		DialCallStatus: "completed",
		DialBridged: "true",
		CallStatus: "in-progress",
	});
	await line.tenant.hears("what happens next");
});

test("the time limit ends the conversation", async () => {
	dials(kalleNumber, 'timeLimit="60"');
	await line.tenant.dials(lineNumber);
	await line.kalle.answers();
	await line.passes(60);
	expect(told()).toMatchObject({ DialCallDuration: "60", DialBridged: "true" });
});

describe("a target that is not allowed", () => {
	test.each([
		["a country without permission", "+12025550123", 13227],
		["the emergency number", "112", 13224],
		["a national number", "0405550101", 13224],
	])("%s", async (_name, number, code) => {
		dials(number);
		await line.tenant.dials(lineNumber);
		expect(line.network.debugger.codes).toEqual([code]);
		expect(told()).toEqual({
			CallStatus: "in-progress",
			DialCallStatus: "failed",
			DialBridged: "false",
		});
	});
});

describe("the caller that is shown", () => {
	test("is the incoming caller unless the Dial says otherwise", async () => {
		line.service.answers("/voice", "<Dial>+358405550101</Dial>");
		await line.tenant.dials(lineNumber);
		expect(line.kalle.callerShown).toBe(line.tenant.number);
	});

	test.each([
		["somebody else's number", "+358401111111", {}],
		["a withheld caller, passed on", undefined, { as: "anonymous" }],
	])("may not be %s (13214)", async (_name, callerId, as) => {
		line.service.answers(
			"/voice",
			`<Dial action="/action" ${callerId ? `callerId="${callerId}"` : ""}>+358405550101</Dial>`,
		);
		await line.tenant.dials(lineNumber, as);
		expect(line.network.debugger.codes).toEqual([13214]);
		expect(told()).toMatchObject({ DialCallStatus: "failed" });
	});
});

test("a phone answers by itself, hears the whisper and presses its key", async () => {
	line.kalle.behaviour = { kind: "answers", afterSeconds: 4, presses: "1" };
	line.service.answers(
		"/whisper",
		'<Gather numDigits="1" action="/key"><Say>press 1</Say></Gather><Hangup/>',
	);
	line.service.answers("/key", "");
	dials(kalleNumber.replace("<Number", '<Number url="/whisper"'));
	await line.tenant.dials(lineNumber);
	await line.tenant.isTalkingTo(line.kalle, { withinSeconds: 5 });
	await line.kalle.hears("press 1");
	expect(line.network.now().toISO()).toBe("2026-03-02T21:00:04.000Z");
});

test("a phone declines by itself", async () => {
	line.kalle.behaviour = { kind: "declines", afterSeconds: 4 };
	dials(kalleNumber);
	await line.tenant.dials(lineNumber);
	await line.passes(4);
	expect(told()).toMatchObject({ DialCallStatus: "busy" });
});

test("digits are sent to the callee before the connection", async () => {
	dials('<Number sendDigits="ww12#">+358405550101</Number>');
	await line.tenant.dials(lineNumber);
	await line.kalle.answers();
	expect(line.kalle.heard).toMatchObject([{ kind: "tones", digits: "ww12#" }]);
	await line.tenant.isTalkingTo(line.kalle);
});

test("what a phone cannot do, or does not do, is told", async () => {
	await expect(line.kalle.answers()).rejects.toThrow(
		/does not ring, it is idle/,
	);
	await expect(line.kalle.presses("1")).rejects.toThrow(/not on a call/);
	await expect(line.kalle.rings({ withinSeconds: 2 })).rejects.toThrow(
		/was to ring, but is idle/,
	);
	await expect(line.tenant.hears("hello")).rejects.toThrow(/heard \[\]/);
	await expect(line.tenant.isTalkingTo(line.kalle)).rejects.toThrow(
		/but is idle/,
	);
});

describe("answerOnBridge", () => {
	test("keeps the inbound leg ringing until somebody is connected", async () => {
		dials(kalleNumber, 'answerOnBridge="true"');
		await line.tenant.dials(lineNumber);
		expect(line.tenant.state).toBe("dialling");
		await line.kalle.answers();
		expect(line.tenant.state).toBe("in-call");
	});

	test("is without effect once something was said", async () => {
		line.service.answers(
			"/voice",
			'<Say>hello</Say><Dial answerOnBridge="true">+358405550101</Dial>',
		);
		await line.tenant.dials(lineNumber);
		expect(line.tenant.state).toBe("in-call");
	});
});

describe("without an action", () => {
	test("the next verb runs", async () => {
		line.service.answers(
			"/voice",
			"<Dial>+358405550101</Dial><Say>and now</Say>",
		);
		await line.tenant.dials(lineNumber);
		await line.kalle.declines();
		await line.tenant.hears("and now");
	});

	test("the call ends if the caller hangs up", async () => {
		line.service.answers(
			"/voice",
			"<Dial>+358405550101</Dial><Say>and now</Say>",
		);
		await line.tenant.dials(lineNumber);
		await line.kalle.answers();
		await line.tenant.hangsUp();
		expect(line.tenant.words).toEqual([]);
	});
});

test("child callbacks are numbered, stamped and belong to the parent", async () => {
	dials(kalleNumber);
	await line.tenant.dials(lineNumber);
	await line.kalle.answers();
	await line.kalle.hangsUp();
	const callbacks = line.service.asked("/child");
	expect(callbacks.map((params) => params.SequenceNumber)).toEqual([
		"0",
		"1",
		"2",
		"3",
	]);
	for (const params of callbacks) {
		expect(params).toMatchObject({
			ParentCallSid: line.service.asked("/voice")[0]?.CallSid,
			CallbackSource: "call-progress-events",
			Timestamp: "Mon, 02 Mar 2026 21:00:00 +0000",
			Direction: "outbound-dial",
		});
	}
});

test("a recorded Dial tells the action and, later, the recording's own callback", async () => {
	dials(
		kalleNumber,
		'record="record-from-answer-dual" recordingStatusCallback="/recorded"',
	);
	await line.tenant.dials(lineNumber);
	await line.kalle.answers();
	await line.passes(9);
	await line.kalle.hangsUp();
	const url = line.service.asked("/action")[0]?.RecordingUrl ?? "";
	expect(url).toMatch(/\/Recordings\/RE[0-9a-f]{32}$/);
	expect(line.service.asked("/recorded")).toEqual([]);
	await line.passes(2);
	expect(line.service.asked("/recorded")).toEqual([
		expect.objectContaining({
			CallSid: line.service.asked("/voice")[0]?.CallSid,
			RecordingUrl: url,
			RecordingStatus: "completed",
			RecordingDuration: "9",
			RecordingChannels: "2",
			RecordingSource: "DialVerb",
		}),
	]);
});
