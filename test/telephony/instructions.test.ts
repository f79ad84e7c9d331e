import { clientOf, type Line, lineNumber, openLine } from "./line.ts";

let line: Line;
beforeEach(async () => {
	line = await openLine();
	line.service.answers("/action", "<Say>thank you</Say>");
});
afterEach(() => line.close());

function voice(twiml: string): void {
	line.service.answers("/voice", twiml);
}

function raw(document: string): void {
	line.service.answers("/voice", (_request, response) => {
		response.writeHead(200, { "Content-Type": "text/xml" }).end(document);
		return undefined;
	});
}

describe("an incoming call", () => {
	test("rings, is answered by its first verb, and its end is told", async () => {
		voice('<Say>hello</Say><Pause length="90"/>');
		await line.tenant.dials(lineNumber);
		expect(line.service.asked("/voice")[0]).toMatchObject({
			CallStatus: "ringing",
		});
		expect(line.tenant.state).toBe("in-call");
		await line.passes(90);
		expect(line.tenant.state).toBe("idle");
		expect(line.service.asked("/ended")).toEqual([
			expect.objectContaining({
				CallSid: line.service.asked("/voice")[0]?.CallSid,
				CallStatus: "completed",
				CallDuration: "90",
				Duration: "2",
				Direction: "inbound",
				SequenceNumber: "0",
				CallbackSource: "call-progress-events",
			}),
		]);
	});

	test("that hangs up before its instructions come is told of too", async () => {
		let answer = () => {};
		line.service.answers("/voice", (_request, response) => {
			answer = () =>
				response
					.writeHead(200, { "Content-Type": "text/xml" })
					.end("<Response><Say>too late</Say></Response>");
			return undefined;
		});
		const dialled = line.tenant.dials(lineNumber);
		while (line.service.received.length === 0) await new Promise(setImmediate);
		const hungUp = line.tenant.hangsUp();
		answer();
		await Promise.all([dialled, hungUp]);
		expect(line.tenant.words).toEqual([]);
		expect(line.service.asked("/ended")).toHaveLength(1);
	});

	test("a number that is not in service takes no call", async () => {
		await line.tenant.dials("+358942999999");
		expect(line.tenant.state).toBe("idle");
	});

	test("an empty document ends it", async () => {
		voice("");
		await line.tenant.dials(lineNumber);
		expect(line.tenant.state).toBe("idle");
		expect(line.service.asked("/ended")).toHaveLength(1);
	});

	test("Hangup ends it and the rest does not run", async () => {
		voice("<Hangup/><Say>never</Say>");
		await line.tenant.dials(lineNumber);
		expect(line.tenant.words).toEqual([]);
	});

	test.each([
		["<Reject/>", "no-answer"],
		['<Reject reason="busy"/>', "busy"],
	])("%s leaves it unanswered: %s", async (twiml, status) => {
		voice(`${twiml}<Say>never</Say>`);
		await line.tenant.dials(lineNumber);
		const sid = line.service.asked("/voice")[0]?.CallSid ?? "";
		const call = await clientOf(line).calls(sid).fetch();
		expect(call.status).toBe(status);
		expect(call.startTime).toBeNull();
		expect(line.tenant.words).toEqual([]);
	});

	test("a Pause at the beginning delays the answer", async () => {
		voice('<Pause length="3"/><Say>hello</Say><Pause/>');
		await line.tenant.dials(lineNumber);
		expect(line.tenant.state).toBe("dialling");
		await line.passes(3);
		expect(line.tenant.state).toBe("in-call");
	});
});

describe("Say and Play", () => {
	test("words come in order, with language and voice", async () => {
		voice(
			'<Say language="fi-FI" voice="Polly.Suvi-Neural">Hei  <emphasis>sinä</emphasis></Say><Say voice="Polly.Elin-Neural">Hej</Say><Say>Hi</Say>',
		);
		await line.tenant.dials(lineNumber);
		expect(line.tenant.heard).toMatchObject([
			{ words: "Hei sinä", language: "fi-FI", voice: "Polly.Suvi-Neural" },
			{ words: "Hej", language: "sv-SE", voice: "Polly.Elin-Neural" },
			{ words: "Hi", language: "en-US", voice: "man" },
		]);
	});

	test("SSML is flattened to what is heard", async () => {
		voice(
			'<Say>Call <say-as interpret-as="digits">112</say-as><break time="1s"/>now, <sub alias="that is">i.e.</sub> <prosody rate="slow"><s>at once</s></prosody></Say>',
		);
		await line.tenant.dials(lineNumber);
		expect(line.tenant.words).toEqual(["Call 112 now, that is at once"]);
	});

	test.each([
		'voice="Polly.Suvi"',
		'voice="Polly.Suvi-Neural" language="sv-SE"',
		'voice="Robot"',
	])(
		"an impossible voice (%s) is silent and warned of; the rest goes on",
		async (attributes) => {
			voice(`<Say ${attributes}>never</Say><Say>on it goes</Say>`);
			await line.tenant.dials(lineNumber);
			expect(line.tenant.words).toEqual(["on it goes"]);
			expect(line.network.debugger.codes).toEqual([13512]);
		},
	);

	test("loop repeats; 0 goes on until the caller hangs up", async () => {
		voice('<Say loop="2">twice</Say><Say loop="0">again</Say>');
		await line.tenant.dials(lineNumber);
		await line.passes(60);
		expect(line.tenant.words.filter((words) => words === "twice")).toHaveLength(
			2,
		);
		expect(
			line.tenant.words.filter((words) => words === "again").length,
		).toBeGreaterThan(50);
		await line.tenant.hangsUp();
	});

	test("a file is fetched without the call's parameters and played", async () => {
		line.service.answers("/hello.mp3", (_request, response) => {
			response.writeHead(200, { "Content-Type": "audio/mpeg" }).end("sound");
			return undefined;
		});
		voice('<Play>/hello.mp3</Play><Play digits="1w2"/>');
		await line.tenant.dials(lineNumber);
		const fetched = line.service.received.find(
			({ path }) => path === "/hello.mp3",
		);
		expect(fetched).toMatchObject({ method: "GET", path: "/hello.mp3" });
		expect(line.tenant.heard).toMatchObject([
			{ kind: "audio", url: `${line.service.url}/hello.mp3` },
			{ kind: "tones", digits: "1w2" },
		]);
	});
});

describe("Gather", () => {
	const gathers = (attributes: string, inside = "<Say>choose</Say>") =>
		voice(
			`<Gather action="/action" ${attributes}>${inside}</Gather><Say>nothing came</Say>`,
		);
	const digits = () =>
		line.service.asked("/action").map((params) => params.Digits);

	test.each([
		["numDigits is enough", 'numDigits="1"', "1", 0, ["1"]],
		["the finishing key, which is not counted", "", "12#", 0, ["12"]],
		["another finishing key", 'finishOnKey="*"', "1#2*", 0, ["1#2"]],
		["no finishing key but a time-out", 'finishOnKey=""', "1#", 5, ["1#"]],
		["the time-out after the last key", 'timeout="3"', "12", 3, ["12"]],
		["# alone is no input", "", "#", 0, []],
		["no key at all", "", "", 5, []],
		[
			"no key, but the action is wanted all the same",
			'actionOnEmptyResult="true"',
			"",
			5,
			[""],
		],
	])("%s", async (_name, attributes, keys, seconds, expected) => {
		gathers(attributes);
		await line.tenant.dials(lineNumber);
		await line.tenant.presses(keys);
		await line.passes(seconds);
		expect(digits()).toEqual(expected);
		expect(line.tenant.words.at(-1)).toBe(
			expected.length > 0 ? "thank you" : "nothing came",
		);
	});

	test("each key gives a new time-out", async () => {
		gathers('timeout="3"');
		await line.tenant.dials(lineNumber);
		await line.passes(2);
		await line.tenant.presses("1");
		await line.passes(2);
		await line.tenant.presses("2");
		await line.passes(2);
		expect(digits()).toEqual([]);
		await line.passes(1);
		expect(digits()).toEqual(["12"]);
	});

	test("a key stops what is nested", async () => {
		gathers(
			'numDigits="1"',
			'<Say>first</Say><Pause length="10"/><Say>second</Say>',
		);
		await line.tenant.dials(lineNumber);
		await line.passes(4);
		await line.tenant.presses("7");
		await line.passes(20);
		expect(line.tenant.words).toEqual(["first", "thank you"]);
	});

	test("the time-out begins after the prompt", async () => {
		gathers("", '<Pause length="10"/>');
		await line.tenant.dials(lineNumber);
		await line.passes(14);
		expect(line.tenant.words).toEqual([]);
		await line.passes(1);
		expect(line.tenant.words).toEqual(["nothing came"]);
	});

	test("without an action the same document is asked for again", async () => {
		voice('<Gather numDigits="1"/>');
		await line.tenant.dials(lineNumber);
		await line.tenant.presses("1");
		expect(line.service.asked("/voice").map((params) => params.Digits)).toEqual(
			[undefined, "1"],
		);
	});

	test("speech", async () => {
		gathers('input="dtmf speech" language="fi-FI"');
		await line.tenant.dials(lineNumber);
		await line.tenant.speaks("hissi jumissa");
		expect(line.service.asked("/action")[0]).toMatchObject({
			SpeechResult: "hissi jumissa",
			Confidence: expect.stringMatching(/^0\.\d+$/),
		});
	});

	test("the caller hangs up: no action, only the number's callback", async () => {
		gathers("");
		await line.tenant.dials(lineNumber);
		await line.tenant.hangsUp();
		expect(digits()).toEqual([]);
		expect(line.service.asked("/ended")).toHaveLength(1);
	});
});

describe("Record", () => {
	const records = (attributes = "") =>
		voice(
			`<Record action="/action" recordingStatusCallback="/recorded" maxLength="120" ${attributes}/><Say>never</Say>`,
		);
	const action = () => line.service.asked("/action")[0];

	test("a key ends it; the file and its callback come later", async () => {
		records();
		await line.tenant.dials(lineNumber);
		await line.passes(12);
		await line.tenant.presses("5");
		expect(action()).toMatchObject({
			RecordingDuration: "12",
			Digits: "5",
			CallStatus: "in-progress",
		});
		await line.tenant.hears("thank you");
		const url = action()?.RecordingUrl ?? "";
		expect((await fetch(url)).status).toBe(404);
		expect(line.service.asked("/recorded")).toEqual([]);
		await line.passes(2);
		expect(line.service.asked("/recorded")).toEqual([
			expect.objectContaining({
				RecordingSid: url.split("/").at(-1),
				RecordingUrl: url,
				RecordingStatus: "completed",
				RecordingDuration: "12",
				RecordingChannels: "1",
				RecordingSource: "RecordVerb",
				CallSid: action()?.CallSid,
			}),
		]);
		const file = await fetch(url);
		expect(file.headers.get("content-type")).toMatch(/^audio\/x-wav/);
		const sound = Buffer.from(await file.arrayBuffer());
		expect(sound.toString("ascii", 0, 4)).toBe("RIFF");
		expect(sound.readUInt32LE(40) / sound.readUInt32LE(28)).toBe(12);
	});

	test("the hang-up ends it: the action is told, what it answers is not played", async () => {
		records();
		await line.tenant.dials(lineNumber);
		await line.passes(8);
		await line.tenant.hangsUp();
		expect(action()).toMatchObject({
			Digits: "hangup",
			RecordingDuration: "8",
			CallStatus: "completed",
		});
		expect(line.tenant.words).toEqual([]);
		await line.passes(2);
		expect(line.service.asked("/recorded")).toHaveLength(1);
	});

	test("its longest length ends it", async () => {
		records();
		await line.tenant.dials(lineNumber);
		await line.passes(120);
		expect(action()).toMatchObject({ RecordingDuration: "120", Digits: "" });
	});

	test("silence ends it, and is kept", async () => {
		line.tenant.silent = true;
		records();
		await line.tenant.dials(lineNumber);
		await line.passes(5);
		expect(action()).toMatchObject({ RecordingDuration: "5" });
	});

	test("only the keys named finish it", async () => {
		records('finishOnKey="#"');
		await line.tenant.dials(lineNumber);
		await line.tenant.presses("1");
		expect(action()).toBeUndefined();
		await line.tenant.presses("#");
		expect(action()).toMatchObject({ Digits: "#" });
	});

	test("there is a beep unless it is turned off", async () => {
		records();
		await line.tenant.dials(lineNumber);
		expect(line.tenant.heard).toMatchObject([{ kind: "beep" }]);
	});
});

describe("what is refused", () => {
	test.each([
		["XML that does not end", "<Response><Say>hello</Say>", 12100],
		["two roots", "<Response/><Response/>", 12100],
		["an unescaped &", "<Response><Play>/a?b=1&c=2</Play></Response>", 12100],
		[
			"a blank line before the declaration",
			'\n<?xml version="1.0"?><Response/>',
			12100,
		],
		["another root", "<Respond><Say>hello</Say></Respond>", 12100],
		["a root in lower case", "<response/>", 12100],
		["nothing at all", "", 12100],
		["a verb in lower case", "<Response><say>hello</say></Response>", 12200],
		["an unknown verb", "<Response><Shout>hello</Shout></Response>", 12200],
		[
			"a Dial in a Gather",
			"<Response><Gather><Dial>+358405550101</Dial></Gather></Response>",
			12200,
		],
		[
			"keys played in a Gather",
			'<Response><Gather><Play digits="1"/></Gather></Response>',
			12200,
		],
		["a Dial to nobody", "<Response><Dial/></Response>", 12200],
		[
			"a verb that this network does not have",
			"<Response><Enqueue>support</Enqueue></Response>",
			12200,
		],
		[
			"a callback on a host with an underscore",
			"<Response><Redirect>http://my_host/x</Redirect></Response>",
			11100,
		],
	])("%s", async (_name, document, code) => {
		raw(document);
		line.service.answers("/fallback", "<Say>one moment</Say>");
		await line.tenant.dials(lineNumber);
		expect(line.network.debugger.codes).toEqual([code]);
		expect(line.service.asked("/fallback")[0]).toMatchObject({
			ErrorCode: String(code),
		});
		expect(line.tenant.words).toEqual(["one moment"]);
	});

	test("an attribute that nothing knows is a warning and ignored", async () => {
		voice('<Gather numdigits="1"><Say>choose</Say></Gather>');
		await line.tenant.dials(lineNumber);
		await line.tenant.presses("1");
		expect(line.service.asked("/voice")).toHaveLength(1);
		expect(line.network.debugger.entries).toMatchObject([
			{ level: "warning", code: 12200 },
		]);
	});

	test("comments are not", async () => {
		raw(
			"<?xml version='1.0'?><!-- a --><Response><!-- b --><Say>hello</Say></Response>",
		);
		await line.tenant.dials(lineNumber);
		expect(line.tenant.words).toEqual(["hello"]);
	});

	test("documents that lead to each other while no time passes", async () => {
		voice("<Redirect>/voice</Redirect>");
		await line.tenant.dials(lineNumber);
		expect(line.tenant.state).toBe("idle");
		expect(line.service.asked("/voice").length).toBeLessThanOrEqual(101);
	});

	test("a relative action in a document without an address (11100)", async () => {
		voice('<Pause length="60"/>');
		line.service.answers("/fallback", "<Say>one moment</Say>");
		await line.tenant.dials(lineNumber);
		const sid = line.service.asked("/voice")[0]?.CallSid ?? "";
		await clientOf(line).calls(sid).update({
			twiml: '<Response><Gather action="/action" numDigits="1"/></Response>',
		});
		await line.tenant.presses("1");
		expect(line.network.debugger.codes).toEqual([11100]);
		await line.tenant.hears("one moment");
	});
});

describe("verbs that are never reached", () => {
	test.each([
		["after a Redirect", "<Redirect>/action</Redirect><Say>never</Say>", ""],
		[
			"after a Dial with an action",
			'<Dial action="/action">+358405550101</Dial><Say>never</Say>',
			"declines",
		],
		["after a Record", '<Record action="/action"/><Say>never</Say>', "presses"],
	])("%s", async (_name, twiml, act) => {
		voice(twiml);
		await line.tenant.dials(lineNumber);
		if (act === "declines") await line.kalle.declines();
		if (act === "presses") await line.tenant.presses("1");
		expect(line.tenant.words).toEqual(["thank you"]);
	});
});
