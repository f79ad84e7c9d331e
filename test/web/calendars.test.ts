import supertest from "supertest";
import { publishRota } from "../../src/actions/publish-rota.ts";
import type { Rota } from "../../src/domain/rota/rota.ts";
import * as shapes from "../../src/web/api/calendar-shapes.ts";
import { accountOf, askerOf, consoleOf } from "../support/api.ts";
import { calendarOf } from "../support/calendar-server.ts";
import { eventually } from "../support/eventually.ts";
import { type OpenLine, openLine, rotaOf } from "../support/open-line.ts";

type Agent = Awaited<ReturnType<typeof askerOf>>["agent"];

let line: OpenLine;
let planner: Agent;
let technician: Awaited<ReturnType<typeof consoleOf>>;

const email = "Kalle@Example.org";
const overrides: Rota["overrides"] = [
	{
		duty: "technician",
		start: "2026-03-10T08:00",
		end: "2026-03-11T08:00",
		person: "liisa",
		why: "dentist",
	},
];

beforeAll(async () => {
	line = await openLine();
	({ agent: planner } = await askerOf(line.service, "planner"));
	const account = await accountOf(line.service.ctx, {
		role: "technician",
		email,
	});
	technician = await consoleOf(line.service, "technician", account);
	await publish({});
});
afterAll(() => line.close());

let version = 1;
async function publish(changes: Partial<Rota>): Promise<void> {
	const rota = rotaOf("fault-line", {});
	const kalle = { ...rota.people.kalle, email } as Rota["people"][string];
	const { ctx } = line.service;
	const published = await publishRota(ctx, {
		rota: { ...rota, people: { ...rota.people, kalle }, ...changes },
		by: "test",
		reason: "test",
	});
	expect(published.kind).toBe("published");
	version += 1;
	await eventually(async () =>
		ctx.rotas.current("fault-line")?.version === version ? true : null,
	);
}

const make = async (agent: Agent | typeof technician, body: object) => {
	const made = await agent
		.post("/api/calendar-feeds")
		.send({ line: "fault-line", ...body });
	expect([made.status, made.body.error]).toEqual([200, undefined]);
	return shapes.newCalendarFeed.parse(made.body);
};
const get = (url: string, headers: Record<string, string> = {}) =>
	supertest(line.service.url).get(new URL(url).pathname).set(headers);
const events = (text: string) =>
	text
		.replaceAll("\r\n ", "")
		.split("BEGIN:VEVENT")
		.slice(1)
		.map((event) => ({
			uid: /\r\nUID:(.*)/.exec(event)?.[1]?.trim(),
			sequence: Number(/\r\nSEQUENCE:(\d+)/.exec(event)?.[1]),
			start: /\r\nDTSTART[^:]*:(.*)/.exec(event)?.[1]?.trim(),
			end: /\r\nDTEND[^:]*:(.*)/.exec(event)?.[1]?.trim(),
			summary: /\r\nSUMMARY:(.*)/.exec(event)?.[1]?.trim(),
			status: /\r\nSTATUS:(.*)/.exec(event)?.[1]?.trim(),
		}));

test("a technician makes their own feed, and a calendar program reads it without signing in", async () => {
	const { url } = await make(technician, {
		person: "kalle",
		alarmMinutes: [30],
	});
	const answer = await get(url);
	expect(answer.status).toBe(200);
	expect(answer.headers).toMatchObject({
		"content-type": "text/calendar; charset=utf-8",
		"cache-control": "private, max-age=300",
		etag: expect.stringMatching(/^"[\w-]{43}"$/),
	});
	expect(answer.headers["set-cookie"]).toBeUndefined();
	expect(answer.text).toContain("TRIGGER:-PT30M");
	expect(answer.text).toContain(`URL:${line.config.publicUrl}/rota/fault-line`);
	expect(events(answer.text)[0]).toMatchObject({
		summary: "On duty: technician – Scenario line",
		start: "20260101T000000",
		status: "CONFIRMED",
	});
	const again = await get(url, { "If-None-Match": answer.headers.etag ?? "" });
	expect([again.status, again.text]).toEqual([304, ""]);
	const { body } = await technician.get("/api/calendar-feeds");
	const { feeds } = shapes.calendarFeeds.parse(body);
	expect(feeds).toHaveLength(1);
	expect(feeds[0]?.fetchedAt).not.toBeNull();
	expect(JSON.stringify(body)).not.toContain(url.slice(-40, -4));
});

test("overrides show, moved shifts stay the same event, and what is given away is gone", async () => {
	const { url } = await make(planner, { person: "kalle" });
	const { url: liisas } = await make(planner, { person: "liisa" });
	const before = events((await get(url)).text);
	expect(events((await get(liisas)).text)).toEqual([]);
	await publish({ overrides });
	const after = events((await get(url)).text);
	expect(after).toHaveLength(before.length + 1);
	expect(after.map(({ start }) => start)).toContain("20260311T080000");
	const swapped = events((await get(liisas)).text);
	expect(swapped).toMatchObject([
		{ start: "20260310T080000", end: "20260311T080000", sequence: 0 },
	]);
	await publish({
		overrides: overrides.map((each) => ({ ...each, end: "2026-03-11T10:00" })),
	});
	expect(events((await get(liisas)).text)).toMatchObject([
		{ uid: swapped[0]?.uid, end: "20260311T100000", sequence: 1 },
	]);
	await publish({});
	expect(events((await get(liisas)).text)).toEqual([]);
});

test("beyond eight weeks a shift may still change, and says so", async () => {
	const { url } = await make(planner, { duty: "technician", language: "fi" });
	await publish({
		overrides: [
			{
				duty: "technician",
				start: "2026-06-10T08:00",
				end: "2026-06-11T08:00",
				person: "liisa",
			},
		],
	});
	const { text } = await get(url);
	const found = events(text).find(({ start }) => start === "20260610T080000");
	expect(found).toMatchObject({
		status: "TENTATIVE",
		summary: "Liisa Lind: technician – Scenario line (voi vielä muuttua)",
	});
	expect(text.replaceAll("\r\n ", "")).toContain(
		"kahdeksan viikon päässä ja voi vielä muuttua.\\n",
	);
	await publish({});
});

test("made anew the old address dies, and revoked it dies too, in plain words", async () => {
	const first = await make(planner, { person: "pekka" });
	const second = await make(planner, { person: "pekka" });
	expect((await get(first.url)).status).toBe(404);
	expect((await get(second.url)).status).toBe(200);
	const revoked = await planner.delete(`/api/calendar-feeds/${second.id}`);
	expect([revoked.status, revoked.body]).toEqual([200, { revoked: true }]);
	const dead = await get(second.url, { "Accept-Language": "fi" });
	expect([dead.status, dead.headers["content-type"], dead.text]).toEqual([
		404,
		"text/plain; charset=utf-8",
		"Tätä kalenteria ei ole, tai sen osoite on peruttu. Tee konsolissa uusi osoite.",
	]);
	expect(
		(await planner.delete(`/api/calendar-feeds/${second.id}`)).status,
	).toBe(404);
});

test("a technician keeps no feed of anybody else, nor sees one", async () => {
	const other = await make(planner, { person: "aino" });
	const refused = await technician
		.post("/api/calendar-feeds")
		.send({ line: "fault-line", person: "aino" });
	expect([refused.status, refused.body.error]).toEqual([
		403,
		expect.stringContaining("your own calendar only"),
	]);
	expect(
		(await technician.delete(`/api/calendar-feeds/${other.id}`)).status,
	).toBe(404);
	const { feeds, subjects } = shapes.calendarFeeds.parse(
		(await technician.get("/api/calendar-feeds")).body,
	);
	expect(feeds.map(({ subject }) => subject.id)).toEqual(["kalle"]);
	expect(subjects.map(({ id, isMine }) => [id, isMine])).toEqual([
		["kalle", true],
		["technician", false],
	]);
	const { agent: token } = await askerOf(line.service, "technician");
	expect(
		(
			await token
				.post("/api/calendar-feeds")
				.send({ line: "fault-line", person: "kalle" })
		).status,
	).toBe(403);
	expect((await get(other.url)).status).toBe(200);
});

test.each([
	[{ line: "fault-line" }, 400],
	[{ line: "fault-line", person: "kalle", duty: "technician" }, 400],
	[{ line: "fault-line", person: "kalle", alarmMinutes: [-5] }, 400],
	[{ line: "fault-line", person: "otto" }, 404],
	[{ line: "nowhere", person: "kalle" }, 404],
	[{ line: "fault-line", duty: "toString" }, 404],
])("a feed of %j is refused with %i", async (body, status) => {
	expect((await planner.post("/api/calendar-feeds").send(body)).status).toBe(
		status,
	);
});

test("an address that looks inside is read by nobody, its secret is shown to nobody, and the rota says why", async () => {
	const url = `${line.service.url}/api/openapi.json?key=very-secret`;
	await publish({ duties: { technician: [{ calendar: { url } }] } });
	const read = await planner
		.post("/api/rotas/fault-line/calendars/fetch")
		.send({});
	const { calendars } = shapes.calendarsInUse.parse(read.body);
	expect(calendars).toMatchObject([
		{
			where: ["duties.technician[0]"],
			state: "never-read",
			failing: {
				why: {
					en: "its address leads into a private network, and calendars are not read from there",
				},
			},
		},
	]);
	expect(JSON.stringify(read.body)).not.toContain("very-secret");
	const { agent } = await askerOf(line.service, "technician");
	expect((await agent.get("/api/rotas/fault-line/calendars")).body).toEqual(
		read.body,
	);
	expect(
		(await agent.post("/api/rotas/fault-line/calendars/fetch").send({})).status,
	).toBe(403);
	expect(
		(
			await planner
				.post("/api/rotas/fault-line/calendars/fetch")
				.send({ url: "file:///etc/passwd" })
		).status,
	).toBe(400);
	await publish({});
});

test("a file is read row by row, and nothing of it is kept", async () => {
	const path = "/api/rotas/fault-line/read-shifts";
	const send = (file: string, to = path) =>
		planner
			.post(to)
			.set("Content-Type", "application/octet-stream")
			.send(Buffer.from(file));
	const { status, body } = await send(
		"person,start,end\nkalle,2026-12-24 15:00,2026-12-25 08:00\nOtto,2026-12-25 08:00,2026-12-26 08:00\n",
	);
	expect(status).toBe(200);
	const { rows, shifts } = shapes.readShifts.parse(body);
	expect(shifts).toEqual([
		{ person: "kalle", start: "2026-12-24T15:00", end: "2026-12-25T08:00" },
	]);
	expect(rows.map(({ row, problems }) => [row, problems.length])).toEqual([
		[2, 0],
		[3, 1],
	]);
	const calendar = await send(
		calendarOf("Kalle 20261224T150000/20261225T080000"),
	);
	expect(calendar.body.shifts).toEqual(shifts);
	expect((await send("x", `${path}?duty=nothing`)).status).toBe(404);
	expect((await send("", `${path}?duty=technician`)).body.problems[0].en).toBe(
		"The file is empty.",
	);
	expect((await send("x".repeat(5_300_000))).status).toBe(413);
	const { agent } = await askerOf(line.service, "technician");
	expect((await agent.post(path).send("x")).status).toBe(403);
});

test("whoever guesses addresses is soon not looked up any more; a right one still opens", async () => {
	const { url } = await make(planner, { person: "kalle" });
	expect((await get(url)).status).toBe(200);
	const statuses = new Set<number>();
	for (let tries = 0; tries < 25; tries += 1)
		statuses.add(
			(await get(`http://x/calendars/${String(tries).padStart(43, "a")}.ics`))
				.status,
		);
	expect([...statuses]).toEqual([404, 429]);
	expect((await get(url)).status).toBe(200);
});
