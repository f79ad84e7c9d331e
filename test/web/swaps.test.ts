import { roles } from "../../src/domain/role.ts";
import * as shapes from "../../src/web/api/swap-shapes.ts";
import { askerOf } from "../support/api.ts";
import { type OpenLine, openLine } from "../support/open-line.ts";
import { consoleOfPerson, publishTo } from "../support/swap-rota.ts";

type Agent = Awaited<ReturnType<typeof consoleOfPerson>>;

let line: OpenLine;
let kalle: Agent;
let liisa: Agent;
let pekka: Agent;
let planner: Agent;

beforeAll(async () => {
	line = await openLine();
	await publishTo(line.service);
	kalle = await consoleOfPerson(line.service, "Kalle Korhonen");
	liisa = await consoleOfPerson(line.service, "Liisa Lind");
	pekka = await consoleOfPerson(line.service, "Pekka Nieminen");
	planner = await consoleOfPerson(line.service, "Paula Planner", "planner");
});
afterAll(() => line.close());

/** Each test takes a day of Kalle's week of its own: 9 to 13 March. */
const day = (date: number) => ({
	line: "fault-line",
	duty: "technician",
	start: `2026-03-${String(date).padStart(2, "0")}T06:00:00Z`,
	end: `2026-03-${String(date + 1).padStart(2, "0")}T06:00:00Z`,
});

async function offered(date: number, more: object = {}) {
	const { status, body } = await kalle
		.post("/api/swaps")
		.send({ ...day(date), ...more });
	expect({ status, body }).toMatchObject({ status: 200 });
	return shapes.swapShape.parse(body);
}

test("from the offer to the rota, each sees what they may do", async () => {
	const swap = await offered(9, { note: "dentist" });
	expect(swap).toMatchObject({
		state: "offered",
		giver: { id: "kalle", name: "Kalle Korhonen" },
		asked: null,
		note: "dentist",
		mine: true,
		can: ["withdraw"],
	});
	const seen = await pekka.get("/api/swaps?mine=true");
	expect(shapes.swapsShape.parse(seen.body).swaps).toMatchObject([
		{ id: swap.id, mine: false, can: ["accept"] },
	]);
	const path = `/api/swaps/${swap.id}`;
	expect((await planner.get(path)).body.can).toEqual([
		"accept",
		"withdraw",
		"fix",
	]);
	const accepted = await pekka.post(`${path}/accept`);
	expect(accepted.body).toMatchObject({
		state: "done",
		taker: { id: "pekka" },
	});
	const late = await liisa.post(`${path}/accept`);
	expect(late.status).toBe(404);
	const { body } = await planner.get("/api/rotas/fault-line/overrides");
	expect(body.overrides).toMatchObject([{ person: "pekka", instead: "kalle" }]);
	const undone = await planner.post(`${path}/undo`).send({ why: "mistake" });
	expect(undone.body.state).toBe("undone");
});

test("a colleague who was asked may decline; nobody else sees it", async () => {
	const { id } = await offered(10, { to: "pekka" });
	expect((await liisa.get(`/api/swaps/${id}`)).status).toBe(404);
	const declined = await pekka
		.post(`/api/swaps/${id}/decline`)
		.send({ why: "away" });
	expect(declined.body).toMatchObject({ state: "declined" });
	const again = await pekka.post(`/api/swaps/${id}/decline`);
	expect(again.status).toBe(409);
	expect(again.body.error).toBe("The swap is no longer open.");
});

test("the line's planners can ask to approve, and then decide", async () => {
	const settings = "/api/rotas/fault-line/swap-settings";
	expect((await kalle.get(settings)).body).toEqual({
		line: "fault-line",
		approval: false,
	});
	expect((await kalle.put(settings).send({ approval: true })).status).toBe(403);
	expect((await planner.put(settings).send({ approval: true })).body).toEqual({
		line: "fault-line",
		approval: true,
	});
	const { id } = await offered(11);
	const path = `/api/swaps/${id}`;
	const accepted = await pekka.post(`${path}/accept`);
	expect(accepted.body.state).toBe("awaiting-approval");
	expect((await pekka.post(`${path}/approve`)).status).toBe(403);
	const silent = await planner.post(`${path}/refuse`).send({});
	expect(silent.body.problems).toMatchObject([{ where: "why" }]);
	const approved = await planner.post(`${path}/approve`);
	expect(approved.body.state).toBe("done");
	const fixed = await planner
		.post(`${path}/fix`)
		.send({ why: "shorter", end: "2026-03-11T18:00:00Z" });
	expect(fixed.body).toMatchObject({
		state: "done",
		shift: { end: "2026-03-11T18:00:00Z" },
	});
	await planner.put(settings).send({ approval: false });
});

test("one's own shifts come with their swaps and who could take each", async () => {
	const { id } = await offered(12);
	const { status, body } = await kalle.get("/api/my-shifts?weeks=3");
	expect(status).toBe(200);
	const { lines } = shapes.myShiftsShape.parse(body);
	expect(lines).toMatchObject([
		{
			line: "fault-line",
			you: { id: "kalle" },
			approval: false,
			shifts: expect.arrayContaining([
				expect.objectContaining({
					swap: expect.objectContaining({ id }),
				}),
			]),
		},
	]);
	expect(lines[0]?.colleagues.map((one) => one.id)).toEqual(["liisa", "pekka"]);
	const could = lines[0]?.shifts.at(-1)?.couldTake;
	expect(could).toContainEqual({
		person: "liisa",
		name: "Liisa Lind",
		fit: "fit",
	});
});

test.each([
	["no line", { ...day(13), line: "nowhere" }, 404],
	["no duty", { ...day(13), duty: "boss" }, 422],
	["no such colleague", { ...day(13), to: "matti" }, 422],
	["not one's own", { ...day(17) }, 409],
	["another's", { ...day(17), giver: "liisa" }, 403],
	["no time", { ...day(13), start: "monday" }, 400],
	["something unknown", { ...day(13), hurry: true }, 400],
	["nothing", {}, 400],
])("an offer with %s is refused", async (_, offer, status) => {
	const answer = await kalle.post("/api/swaps").send(offer);
	expect(answer.status).toBe(status);
	expect(typeof answer.body.error).toBe("string");
});

test("a planner offers for somebody; who is nobody of the rota cannot", async () => {
	const offer = { ...day(17), giver: "liisa", to: "kalle" };
	const { body } = await planner.post("/api/swaps").send(offer);
	expect(body).toMatchObject({ state: "offered", giver: { id: "liisa" } });
	const own = await planner.post("/api/swaps").send(day(18));
	expect(own.status).toBe(403);
	expect(own.body.error).toContain("e-mail");
});

test.each(roles)("a token of a %s settles swaps or does not", async (role) => {
	const { agent } = await askerOf(line.service, role);
	const path = "/api/swaps/7b0e6a52-0000-4000-8000-000000000000";
	const settles = role !== "technician" && role !== "office";
	for (const verb of ["approve", "refuse", "undo", "fix"])
		expect(
			(await agent.post(`${path}/${verb}`).send({ why: "test" })).status,
		).toBe(settles ? 404 : 403);
	for (const verb of ["accept", "decline", "withdraw"])
		expect((await agent.post(`${path}/${verb}`)).status).toBe(404);
	expect((await agent.get("/api/swaps")).status).toBe(200);
	expect((await agent.get("/api/my-shifts")).body.lines).toEqual([]);
});

test("every place that names a person is listed, and another takes all of them", async () => {
	const { body } = await planner.get(
		"/api/rotas/fault-line/people/kalle/places",
	);
	expect(body.places.map(({ where }: { where: string }) => where)).toContain(
		"duties.technician[0].shifts[1]",
	);
	const path = "/api/rotas/fault-line/replace-person";
	const wanted = { person: "kalle", by: "liisa", reason: "Kalle retires" };
	expect((await kalle.post(path).send(wanted)).status).toBe(403);
	const nobody = { ...wanted, by: "matti" };
	expect((await planner.post(path).send(nobody)).status).toBe(422);
	expect((await planner.post(path).send(wanted)).status).toBe(200);
	const { rota } = (await planner.get("/api/rotas/fault-line")).body;
	expect(JSON.stringify(rota)).not.toContain("kalle");
	expect(rota.fallback).toEqual(["liisa"]);
});
