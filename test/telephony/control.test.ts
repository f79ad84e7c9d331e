import { request } from "node:http";
import { DateTime } from "luxon";
import { momentAfter } from "../../src/telephony/emulator/control/moments.ts";
import type { Snapshot } from "../../src/telephony/emulator/control/shown.ts";
import { type Line, lineNumber, openLine } from "./line.ts";

let line: Line;
beforeEach(async () => {
	line = await openLine();
	line.service.answers(
		"/voice",
		'<Gather numDigits="1" action="/key"><Say>choose</Say></Gather>',
	);
	line.service.answers("/key", "<Dial>+358405550101</Dial>");
});
afterEach(() => line.close());

interface Answer {
	readonly status: number;
	readonly body: Record<string, unknown>;
}

async function ask(
	method: string,
	path: string,
	body?: unknown,
): Promise<Answer> {
	const response = await fetch(`${line.network.url}/phones/api${path}`, {
		method,
		...(body === undefined
			? {}
			: {
					headers: { "Content-Type": "application/json" },
					body: JSON.stringify(body),
				}),
	});
	return {
		status: response.status,
		body:
			response.status === 204
				? {}
				: ((await response.json()) as Answer["body"]),
	};
}

const act = (phone: { number: string }, verb: string, body?: unknown) =>
	ask("POST", `/phones/${phone.number}/${verb}`, body);

test("a whole call over HTTP, each answer given when the network has come to rest", async () => {
	expect(await act(line.tenant, "dial", { to: lineNumber })).toMatchObject({
		status: 200,
		body: { state: "in-call", awaits: "keys", heard: [{ words: "choose" }] },
	});
	await act(line.tenant, "press", { keys: "1" });
	expect((await ask("GET", `/phones/${line.kalle.number}`)).body).toMatchObject(
		{
			state: "ringing",
			callerShown: line.tenant.number,
		},
	);
	expect((await act(line.kalle, "answer")).body).toMatchObject({
		state: "in-call",
		talkingTo: line.tenant.number,
	});
	await act(line.tenant, "speak", { words: "hissi jumissa" });
	expect(line.kalle.words).toEqual(["hissi jumissa"]);
	await act(line.tenant, "hang-up");
	expect(line.kalle.state).toBe("idle");
});

test("phones are added, changed and removed", async () => {
	const number = "+358405550177";
	expect(
		await ask("POST", "/phones", { number, name: "Pekka", role: "technician" }),
	).toMatchObject({ status: 201 });
	expect(await ask("POST", "/phones", { number, name: "Pekka" })).toMatchObject(
		{ status: 409 },
	);
	const voicemail = { kind: "voicemail", afterSeconds: 15 };
	expect(
		(await ask("PATCH", `/phones/${number}`, { behaviour: voicemail })).body,
	).toMatchObject({ behaviour: voicemail });
	expect(await ask("DELETE", `/phones/${number}`)).toMatchObject({
		status: 204,
	});
	expect(await ask("GET", `/phones/${number}`)).toMatchObject({ status: 404 });
});

test("messages go both ways", async () => {
	line.service.answers("/sms", "<Message>Thank you!</Message>");
	const { body } = await act(line.tenant, "text", {
		to: lineNumber,
		body: "hello",
	});
	expect(body).toMatchObject({
		inbox: [{ from: lineNumber, body: "Thank you!" }],
	});
});

test.each([
	["set", { set: "2026-12-24T17:05:00+02:00" }, "2026-12-24T15:05:00.000Z"],
	[
		"set to a wall-clock time",
		{ setLocal: "2026-12-24T17:05" },
		"2026-12-24T15:05:00.000Z",
	],
	["moved", { passes: 90 }, "2026-03-02T21:01:30.000Z"],
	[
		"taken to office hours",
		{ moment: "office-hours" },
		"2026-03-02T08:00:00.000Z",
	],
	["taken to the weekend", { moment: "weekend" }, "2026-03-07T12:00:00.000Z"],
])("the clock is %s", async (_name, body, now) => {
	expect((await ask("POST", "/clock", body)).body).toMatchObject({ now });
	expect(line.network.now().toISO()).toBe(now);
});

test("the switches are thrown and read", async () => {
	expect(
		(await ask("PATCH", "/misbehave", { dropBefore: 2 })).body,
	).toMatchObject({ dropBefore: 2, duplicate: "nothing" });
	await act(line.tenant, "dial", { to: lineNumber });
	expect((await ask("GET", "/misbehave")).body).toMatchObject({
		dropBefore: 0,
	});
	expect((await ask("GET", "/debugger")).body).toMatchObject([
		{ code: 11205 },
		{ code: 12300 },
	]);
	expect(await ask("PATCH", "/settings", { callsPerSecond: 5 })).toMatchObject({
		status: 200,
		body: { callsPerSecond: 5 },
	});
	expect((await ask("GET", "/requests")).body).toMatchObject([
		{ outcome: "connection-refused" },
		{},
		{},
		{},
	]);
});

test("numbers are registered", async () => {
	const body = {
		number: "+358942725678",
		voiceUrl: `${line.service.url}/voice`,
	};
	expect(await ask("POST", "/numbers", body)).toMatchObject({ status: 201 });
	await line.tenant.dials("+358942725678");
	await line.tenant.hears("choose");
});

describe("refused", () => {
	test.each([
		["what a phone cannot do now", "answer", {}, 409],
		["keys that no phone has", "press", { keys: "A" }, 400],
		[
			"a field that nothing knows",
			"dial",
			{ to: lineNumber, form: "anonymous" },
			400,
		],
		["no body where one is needed", "dial", undefined, 400],
	])("%s", async (_name, verb, body, status) => {
		const answer = await act(line.tenant, verb, body);
		expect(answer).toEqual({ status, body: { message: expect.any(String) } });
	});

	test.each([
		[
			"a behaviour that there is not",
			"PATCH",
			`/phones/+358401234567`,
			{ behaviour: { kind: "asleep" } },
			400,
		],
		["a time that is none", "POST", "/clock", { set: "soon" }, 400],
		[
			"a phone that is not there",
			"POST",
			"/phones/+358400000000/answer",
			{},
			404,
		],
		["an address that is not there", "GET", "/nothing", undefined, 404],
	])("%s", async (_name, method, path, body, status) => {
		expect(await ask(method, path, body)).toMatchObject({ status });
	});

	test("text that is not JSON", async () => {
		const response = await fetch(`${line.network.url}/phones/api/clock`, {
			method: "POST",
			headers: { "Content-Type": "application/json" },
			body: "{",
		});
		expect(response.status).toBe(400);
	});

	test.each([
		["another host", { Host: "phones.example" }],
		["a page from elsewhere", { Origin: "https://elsewhere.example" }],
		["a page on another port", { Origin: "http://127.0.0.1:1" }],
		["a page without an origin", { Origin: "null" }],
	])("%s", async (_name, headers) => {
		expect(await statusWith(headers)).toBe(403);
	});

	test("nothing that comes from the network's own page", async () => {
		expect(await statusWith({ Origin: line.network.url })).toBe(200);
	});
});

test("what happens is told as it happens", async () => {
	const response = await fetch(`${line.network.url}/phones/api/events`);
	const reader = response.body
		?.pipeThrough(new TextDecoderStream())
		.getReader();
	let text = "";
	const until = async (
		fits: (snapshot: Snapshot) => boolean,
	): Promise<Snapshot> => {
		for (;;) {
			const pictures = text.split("\n\n").slice(0, -1);
			const found = pictures
				.map(
					(picture) => JSON.parse(picture.slice("data: ".length)) as Snapshot,
				)
				.find(fits);
			if (found) return found;
			text += (await reader?.read())?.value ?? "";
		}
	};
	const first = await until(() => true);
	expect(first).toMatchObject({
		now: Date.parse("2026-03-02T21:00:00Z"),
		pace: 0,
		lines: [{ number: lineNumber }],
		phones: [
			{ name: "Tenant", state: "idle" },
			{ name: "Kalle" },
			{ name: "Liisa" },
		],
	});
	await line.tenant.dials(lineNumber);
	await until(({ phones }) => phones[0]?.heard.length === 1);
	await reader?.cancel();
});

describe("moments", () => {
	const friday = DateTime.fromISO("2026-03-06T23:30", {
		zone: "Europe/Helsinki",
	});
	const saturday = DateTime.fromISO("2026-03-28T09:00", {
		zone: "Europe/Helsinki",
	});
	test.each([
		[friday, "office-hours", "2026-03-06T10:00:00.000+02:00"],
		[saturday, "office-hours", "2026-03-30T10:00:00.000+03:00"],
		[saturday, "tonight", "2026-03-28T22:00:00.000+02:00"],
		[saturday, "weekend", "2026-03-28T14:00:00.000+02:00"],
		[friday, "weekend", "2026-03-07T14:00:00.000+02:00"],
	] as const)("%s: %s is %s", (now, moment, expected) => {
		expect(momentAfter(now, moment).toISO()).toBe(expected);
	});
});

/** `fetch` would set these headers itself. */
function statusWith(
	headers: Record<string, string>,
): Promise<number | undefined> {
	return new Promise((resolve, reject) => {
		request(`${line.network.url}/phones/api/state`, { headers }, (response) => {
			response.resume();
			resolve(response.statusCode);
		})
			.on("error", reject)
			.end();
	});
}
