import type supertest from "supertest";
import type { Phone } from "../../src/telephony/emulator/phone.ts";
import { askerOf } from "../support/api.ts";
import { eventually } from "../support/eventually.ts";
import { lineNumber, type OpenLine, openLine } from "../support/open-line.ts";

let line: OpenLine;
let office: Awaited<ReturnType<typeof askerOf>>["agent"];
beforeAll(async () => {
	line = await openLine({ closed: ["kalle"], line: { joinMinutes: 0 } });
	office = (await askerOf(line.service, "office")).agent;
});
afterAll(() => line.close());

/** A tenant called and hung up, and the office gives the ticket to somebody. */
async function given(person: string): Promise<string> {
	await line.tenant.dials();
	await line.kalle.rings();
	await line.tenant.hangsUp();
	await line.clock.passes({ minutes: 1 });
	const { number, revision } = await line.ticket.view();
	const answer = await office
		.post(`/api/tickets/${number}/assign`)
		.send({ revision, to: { person } });
	expect(answer.status).toBe(200);
	return number;
}

/** The message of this purpose as the ticket tells of it, once it is so. */
function shown(number: string, purpose: string, status: string) {
	return eventually(async () => {
		await line.clock.passes({ seconds: 1 });
		const { body }: supertest.Response = await office.get(
			`/api/tickets/${number}/history`,
		);
		const found = body.messages.find(
			(one: { purpose: string; status: string }) =>
				one.purpose === purpose && one.status === status,
		);
		return found ?? null;
	});
}

const received = (phone: Phone, words: RegExp) =>
	eventually(async () => {
		await line.clock.passes({ seconds: 1 });
		return phone.inbox.find(({ body }) => words.test(body))?.body ?? null;
	});

test("a technician is texted a ticket, its delivery stands on it, and they say that they have it by the key that accepts a call", async () => {
	const { liisa } = line;
	const number = await given("liisa");
	expect(await received(liisa, /is for you/)).toMatch(/\/t\/[\w-]{22}$/);
	expect(await shown(number, "assigned", "delivered")).toMatchObject({
		...{ recipient: liisa.number, person: "Liisa Lind" },
		...{ error: null, segments: 1 },
		body: expect.stringMatching(/\/t\/\.\.\.$/),
	});
	await liisa.sendsText(lineNumber, "1");
	expect(await received(liisa, /acknowledged and yours/)).toContain(number);
	const { body } = await office.get(`/api/tickets/${number}`);
	expect(body).toMatchObject({
		...{ status: "acknowledged", acknowledgedBy: "Liisa Lind" },
	});
});

test("what a technician writes beside the words that do something is passed on in their name, and they learn the words", async () => {
	const { kalle, aino } = line;
	await kalle.sendsText(lineNumber, "Where is the key to the cellar?");
	await received(kalle, /passed on.*ON MY WAY/);
	await received(aino, /Kalle Korhonen: Where is the key/);
});

test("a text that does not arrive either time says so on the ticket, and the office is told to ring", async () => {
	const { pekka, aino } = line;
	pekka.behaviour = { kind: "switched-off" };
	const number = await given("pekka");
	await eventually(async () => {
		await line.clock.passes({ seconds: 1 });
		const [again] = (
			await line.database.database.query(
				`update graphile_worker._private_jobs set run_at = now()
				where key like 'send-message:%:2' and run_at > now() returning id`,
			)
		)[0];
		return again ?? null;
	});
	expect(await shown(number, "assigned", "undelivered")).toMatchObject({
		...{ recipient: pekka.number, error: "30003" },
	});
	expect(await received(aino, /Pekka Nieminen ei saanut/)).toContain(number);
	expect(pekka.inbox).toEqual([]);
});
