import * as shapes from "../../src/web/api/shapes.ts";
import { askerOf } from "../support/api.ts";
import { type OpenLine, openLine } from "../support/open-line.ts";

let line: OpenLine;
let agent: Awaited<ReturnType<typeof askerOf>>["agent"];
let name: string;

/** Three calls at 02:00, 03:00 and 04:00: not answered, given up, answered. */
beforeAll(async () => {
	line = await openLine({ closed: ["kalle"], fallback: ["kalle"] });
	({ agent, name } = await askerOf(line.service, "office"));
	const { tenant, neighbour, kalle, clock } = line;
	await tenant.dials();
	await clock.passes({ seconds: 60 });
	await tenant.hangsUp();
	await clock.passes({ minutes: 59 });
	await neighbour.dials();
	await kalle.rings();
	await neighbour.hangsUp();
	await clock.passes({ minutes: 60 });
	await tenant.dials();
	await clock.passes({ seconds: 5 });
	await kalle.answers();
	await kalle.hears(/press 1/);
	await kalle.presses("1");
	await clock.passes({ seconds: 30 });
	await tenant.hangsUp();
	await clock.passes({ seconds: 5 });
});
afterAll(() => line.close());

test("tickets come newest first, just as the description says", async () => {
	const { status, body } = await agent.get("/api/tickets");
	expect(status).toBe(200);
	const { tickets, next } = shapes.tickets.parse(body);
	expect(next).toBeNull();
	expect(tickets.map(({ outcome }) => outcome)).toEqual([
		"answered",
		"abandoned",
		expect.stringMatching(/^(unanswered|voicemail)$/),
	]);
	expect(tickets[0]).toMatchObject({
		number: "2026-000003",
		status: "acknowledged",
		caller: "+358401009001",
		answeredBy: { person: "kalle", name: "Kalle Korhonen" },
		ringing: [{ person: "kalle", outcome: "accepted", ringSeconds: 5 }],
		story: ["Kalle Korhonen accepted the call"],
	});
});

test("pages join without a gap or a double", async () => {
	const numbers: string[] = [];
	for (let cursor = ""; ; ) {
		const { body } = await agent.get(`/api/tickets?limit=1${cursor}`);
		numbers.push(...body.tickets.map((one: shapes.Ticket) => one.number));
		if (body.next === null) break;
		cursor = `&cursor=${body.next}`;
	}
	expect(numbers).toEqual(["2026-000003", "2026-000002", "2026-000001"]);
});

test.each([
	["+358401009001"],
	["%2B358401009001"],
	["%2B358%2040%20100%209001"],
	["00358401009001"],
	["040%20100%209001"],
	["040-1009001"],
	["0401009001"],
])("caller=%s finds the tenant's tickets", async (caller) => {
	const { status, body } = await agent.get(`/api/tickets?caller=${caller}`);
	expect(status).toBe(200);
	expect(body.tickets).toHaveLength(2);
});

test("a span takes in its beginning and not its end", async () => {
	const { body } = await agent.get("/api/tickets");
	const [newest, middle] = body.tickets;
	const span = `from=${middle.openedAt}&to=${newest.openedAt}`;
	const found = await agent.get(`/api/tickets?${span}`);
	expect(found.body.tickets).toHaveLength(1);
	expect(found.body.tickets[0].number).toBe(middle.number);
});

test.each([
	["limit=0", "limit"],
	["limit=201", "limit"],
	["limit=-1", "limit"],
	["limit=1.5", "limit"],
	["limit=ten", "limit"],
	["limit=", "limit"],
	["limit=1&limit=2", "limit"],
	["caller=", "caller"],
	["caller=%00", "caller"],
	["caller=---", "caller"],
	["from=monday", "from"],
	["to=2026-02-30", "to"],
	["status=lost", "status"],
	["cursor=%20", "cursor"],
])("?%s is refused, naming %s", async (query, where) => {
	const { status, body } = await agent.get(`/api/tickets?${query}`);
	expect(status).toBe(400);
	expect(body.problems).toEqual([{ where, what: expect.any(String) }]);
});

test.each(["bm9uc2Vuc2U", "_", "A".repeat(200)])(
	"a cursor that no page gave is refused: %s",
	async (cursor) => {
		const { status, body } = await agent.get(`/api/tickets?cursor=${cursor}`);
		expect(status).toBe(400);
		expect(body.error).toContain("cursor");
	},
);

test("all mistakes are told at once", async () => {
	const { body } = await agent.get("/api/tickets?limit=0&from=x&status=y");
	expect(
		body.problems.map((problem: { where: string }) => problem.where),
	).toEqual(["limit", "from", "status"]);
});

test("one ticket tells its story in each language", async () => {
	const stories = new Set<string>();
	for (const language of ["fi", "sv", "en"]) {
		const { status, body } = await agent
			.get("/api/tickets/2026-000003")
			.set("Accept-Language", language);
		expect(status).toBe(200);
		shapes.ticket.parse(body);
		stories.add(body.story[0]);
	}
	expect(stories.size).toBe(3);
});

test.each([
	"2026-999999",
	"2026-1",
	"x",
	"%00",
	"2026-000003%27--",
	"9".repeat(500),
])("there is no ticket %s", async (number) => {
	const { status, body } = await agent.get(`/api/tickets/${number}`);
	expect(status).toBe(404);
	expect(body.error).toMatch(/^There is no ticket .{0,40}\. Check/);
});

test("only the first to say so has the ticket", async () => {
	const path = "/api/tickets/2026-000001/acknowledge";
	const first = await agent.post(path);
	expect(first.status).toBe(200);
	expect(shapes.ticket.parse(first.body)).toMatchObject({
		status: "acknowledged",
		acknowledgedBy: name,
	});
	const second = await agent.post(path).set("Accept-Language", "fi");
	expect(second.status).toBe(409);
	expect(second.body.error).toContain("jo kuitannut");
	const { body } = await agent.get("/api/tickets?status=new");
	expect(body.tickets).toHaveLength(1);
});
