import { publishRota } from "../../src/actions/publish-rota.ts";
import { askerOf } from "../support/api.ts";
import { type OpenLine, openLine, rotaOf } from "../support/open-line.ts";

let line: OpenLine;
let number: string;

beforeAll(async () => {
	line = await openLine();
	const { tenant, kalle, clock, network } = line;
	await tenant.dials();
	await clock.passes({ seconds: 10 });
	await kalle.answers();
	await kalle.presses("1");
	await clock.passes({ seconds: 60 });
	await tenant.hangsUp();
	await network.settled();
	number = (await line.ticket.view()).number;
	await publishRota(line.service.ctx, {
		rota: rotaOf("fault-line", { closed: ["pekka", "kalle"] }),
		by: "test",
		reason: "Pekka first",
	});
});
afterAll(() => line.close());

const path = (of = number) => `/api/tickets/${of}/would-have`;

test("another version: who would have been rung, and what differs", async () => {
	const { agent } = await askerOf(line.service, "office");
	const { status, body } = await agent.get(path()).query({ version: 2 });
	expect(status).toBe(200);
	expect(body).toMatchObject({
		routedBy: 1,
		version: 2,
		isSame: false,
		office: { open: false },
		firstLine: {
			en: "3 March 2026 02:00: Pekka Nieminen, then Kalle Korhonen after 20 seconds, then Aino Virtanen after 20 seconds, then the message box.",
		},
	});
	expect(
		body.did.map((step: { wasReached: boolean }) => step.wasReached),
	).toEqual([true, false, false]);
	expect(body.differs.map(({ en }: { en: string }) => en)).toEqual([
		"Kalle Korhonen took the call in step 1, but would have been rung in step 2.",
		"Step 1: Pekka Nieminen instead of Kalle Korhonen.",
		"Step 2 (which the call did not come to): Kalle Korhonen instead of Liisa Lind.",
	]);
});

test("the version that it was routed by would have done the same", async () => {
	const { agent } = await askerOf(line.service, "manager");
	const { body } = await agent.get(path()).query({ version: 1 });
	expect(body).toMatchObject({ version: 1, isSame: true });
});

test("left out, it is the version that is current now", async () => {
	const { agent } = await askerOf(line.service, "manager");
	expect((await agent.get(path())).body).toMatchObject({ version: 2 });
});

test.each([
	["no such ticket", () => "2026-999999", {}],
	["a number that is none", () => "nonsense", {}],
	["no such version", () => number, { version: 7 }],
	["no such call", () => number, { call: "CAnot" }],
])("%s is not found", async (_, of, query) => {
	const { agent } = await askerOf(line.service, "office");
	const { status, body } = await agent.get(path(of())).query(query);
	expect(status).toBe(404);
	expect(body.error).toMatch(/\.$/);
});

test("a technician does not ask", async () => {
	const { agent } = await askerOf(line.service, "technician");
	expect((await agent.get(path())).status).toBe(403);
});
