import supertest from "supertest";
import * as shapes from "../../src/web/api/shapes.ts";
import { askerOf } from "../support/api.ts";
import { eventually } from "../support/eventually.ts";
import { type OpenLine, openLine } from "../support/open-line.ts";

let line: OpenLine;
let agent: Awaited<ReturnType<typeof askerOf>>["agent"];
beforeAll(async () => {
	line = await openLine({ closed: ["kalle"], fallback: ["kalle"] });
	({ agent } = await askerOf(line.service, "technician"));
});
afterAll(() => line.close());

async function callsNow() {
	const { status, body } = await agent.get("/api/calls");
	expect(status).toBe(200);
	return shapes.calls.parse(body).calls;
}

test("a call is in progress from its arrival to its end: who rings, then who talks, since when", async () => {
	const { tenant, kalle, clock, network } = line;
	expect(await callsNow()).toEqual([]);
	await tenant.dials();
	await kalle.rings();
	const [ringing] = await callsNow();
	expect(ringing).toMatchObject({
		line: "fault-line",
		caller: "+358401009001",
		wasRung: true,
		ringing: [{ person: "kalle", name: "Kalle Korhonen" }],
		talkingTo: null,
	});
	await clock.passes({ seconds: 5 });
	await kalle.answers();
	await kalle.hears(/press 1/);
	await kalle.presses("1");
	await network.settled();
	const [talking] = await callsNow();
	expect(talking).toMatchObject({
		ticket: ringing?.ticket,
		ringing: [],
		talkingTo: { person: "kalle" },
	});
	await tenant.hangsUp();
	await clock.passes({ seconds: 2 });
	expect(await callsNow()).toEqual([]);
});

test("a message can be heard, whole or in parts, and can never be a page", async () => {
	const { tenant, clock, ticket } = line;
	await tenant.dials();
	await clock.passes({ seconds: 40 });
	await tenant.hears(/leave a message/);
	await tenant.phone.speaks("The cellar is full of water");
	await clock.passes({ seconds: 9 });
	await tenant.presses("#");
	await clock.passes({ seconds: 10 });
	const url = await eventually(async () => {
		await clock.passes({ seconds: 1 });
		return (await ticket.view()).recordings[0]?.url ?? null;
	});
	const whole = await agent.get(url);
	expect(whole.status).toBe(200);
	expect(whole.headers).toMatchObject({
		"content-type": "audio/wav",
		"content-disposition": expect.stringMatching(/^inline; filename="RE/),
		"content-security-policy": "default-src 'none'; sandbox",
		"x-content-type-options": "nosniff",
		"cache-control": "no-store",
	});
	expect(whole.body.subarray(0, 4).toString()).toBe("RIFF");
	const part = await agent.get(url).set("Range", "bytes=0-3");
	expect(part.status).toBe(206);
	expect(part.body.toString()).toBe("RIFF");
	expect((await agent.get(url).set("Range", "bytes=99999999-")).status).toBe(
		416,
	);
	expect((await supertest(line.service.url).get(url)).status).toBe(401);
});

test.each([
	["RE".concat("0".repeat(32)), 404],
	["RE0", 400],
	["..%2F..%2Fpackage.json", 400],
	["%00", 400],
])("the recording %s is refused", async (sid, expected) => {
	const { status, body } = await agent.get(`/api/recordings/${sid}`);
	expect(status).toBe(expected);
	expect(body.error).toEqual(expect.any(String));
});
