import { parse } from "csv-parse/sync";
import readExcelFile from "read-excel-file/node";
import { publishRota } from "../../src/actions/publish-rota.ts";
import type { Rota } from "../../src/domain/rota/rota.ts";
import { accountOf, askerOf, consoleOf } from "../support/api.ts";
import { eventually } from "../support/eventually.ts";
import { type OpenLine, openLine, rotaOf } from "../support/open-line.ts";

let line: OpenLine;

/** From 02:00 on Kalle has the duty; at 04:00 Liisa is put in, whose name is a formula. */
beforeAll(async () => {
	line = await openLine({ closed: ["kalle", "liisa"] });
	const { tenant, kalle, liisa, clock } = line;
	await tenant.dials();
	await kalle.answers();
	await kalle.presses("1");
	await clock.passes({ seconds: 90 });
	await tenant.hangsUp();
	await clock.passes({ minutes: 120 });
	const before = rotaOf("fault-line", { closed: ["liisa"] });
	const rota: Rota = {
		...before,
		people: {
			...before.people,
			liisa: {
				name: "=Liisa",
				phone: "+358401000003",
				email: "Liisa@example.org",
			},
		},
		duties: {
			technician: [
				{
					shifts: [
						{
							person: "liisa",
							start: "2026-01-01T00:00",
							end: "2027-12-31T00:00",
						},
					],
				},
			],
		},
	};
	await publishRota(line.service.ctx, { rota, by: "test", reason: "test" });
	await eventually(
		async () => line.service.ctx.rotas.version("fault-line", 2) ?? null,
	);
	await clock.passes({ minutes: 60 });
	await tenant.dials();
	await liisa.rings();
	await liisa.answers();
	await liisa.presses("1");
	await clock.passes({ seconds: 30 });
	await tenant.hangsUp();
	await clock.passes({ minutes: 56 });
	await line.network.settled();
});
afterAll(() => line.close());

const path = "/api/rotas/fault-line";
const day = { from: "2026-03-03", to: "2026-03-04" };

async function asking(role: Parameters<typeof askerOf>[1] = "manager") {
	const { agent } = await askerOf(line.service, role);
	return agent;
}

describe("fairness", () => {
	test("tells what is planned by the newest rota and what was held by those in force", async () => {
		const planner = await asking("planner");
		const { status, body } = await planner.get(`${path}/fairness`).query(day);
		expect(status).toBe(200);
		const hours = (of: {
			people: { person: string; has: { hours: number } }[];
		}) =>
			Object.fromEntries(
				of.people.map(({ person, has }) => [person, Math.round(has.hours)]),
			);
		expect(hours(body.planned)).toEqual({ liisa: 24 });
		expect(hours(body.held)).toEqual({ kalle: 2, liisa: 2 });
		expect(body).toMatchObject({
			night: "22:00-06:00",
			duties: ["technician"],
			planned: { gapHours: 0 },
		});
	});

	test("of one duty only, and of none", async () => {
		const planner = await asking("planner");
		const { body } = await planner
			.get(`${path}/fairness`)
			.query({ ...day, duty: "plumber" });
		expect(body.planned).toMatchObject({
			people: [],
			firstLine: { en: "Nobody has a duty in this time." },
		});
	});

	test.each([
		[{ from: "2026-03-04", to: "2026-03-03" }, "to"],
		[{ from: "2020-03-04", to: "2026-03-03" }, "to"],
		[{ from: "soon", to: "2026-03-03" }, "from"],
		[{ ...day, night: "22:00-22:00" }, "night"],
		[{ ...day, duty: "a\u0000" }, "duty"],
	])("%j is refused", async (query, where) => {
		const planner = await asking("planner");
		const { status, body } = await planner.get(`${path}/fairness`).query(query);
		expect(status).toBe(400);
		expect(body.problems[0].where).toBe(where);
	});

	test("is for planners and above", async () => {
		const office = await asking("office");
		const { status } = await office.get(`${path}/fairness`).query(day);
		expect(status).toBe(403);
	});
});

describe("one's own hours", () => {
	test("are those of the rota's person with the account's address", async () => {
		const account = await accountOf(line.service.ctx, {
			role: "technician",
			name: "Liisa",
			email: "liisa@example.org",
		});
		const agent = await consoleOf(line.service, "technician", account);
		const { body } = await agent.get("/api/my-hours").query(day);
		expect(body.lines).toMatchObject([
			{
				line: "fault-line",
				planned: { person: "liisa", has: { hours: 24 } },
			},
		]);
		expect(Math.round(body.lines[0].held.has.hours)).toBe(2);
		const month = await agent.get("/api/my-hours");
		expect(month.body).toMatchObject({
			from: "2026-02-28T22:00:00Z",
			to: "2026-03-31T21:00:00Z",
		});
	});

	test("are nobody's for a token", async () => {
		const technician = await asking("technician");
		const { status, body } = await technician.get("/api/my-hours");
		expect(status).toBe(200);
		expect(body.lines).toEqual([]);
	});
});

describe("standby pay", () => {
	test("as CSV, in the asker's language, with no formula", async () => {
		const manager = await asking();
		const answer = await manager
			.get(`${path}/standby-pay`)
			.query({ ...day, lang: "fi" });
		expect(answer.headers["content-type"]).toMatch(/^text\/csv/);
		expect(answer.headers["content-disposition"]).toBe(
			"attachment; filename=standby-fault-line-2026-03-03-2026-03-04.csv",
		);
		const [head, ...rows] = parse(answer.text, { bom: true, delimiter: ";" });
		expect(head).toEqual([
			"Tunnus",
			"Nimi",
			"Päivän laji",
			"Vuorokaudenaika",
			"Tunnit",
			"Puhelut",
			"Puheluminuutit",
		]);
		const hour = expect.stringMatching(/^(1,9|2,0)\d$/);
		expect(rows).toEqual([
			["liisa", "'=Liisa", "arkipäivä", "yö", hour, "1", "0,5"],
			["kalle", "Kalle Korhonen", "arkipäivä", "yö", hour, "1", "1,5"],
		]);
	});

	test("as XLSX, with a second sheet of the call-outs", async () => {
		const manager = await asking();
		const answer = await manager
			.get(`${path}/standby-pay`)
			.query({ ...day, format: "xlsx" })
			.buffer(true)
			.parse((response, done) => {
				const parts: Buffer[] = [];
				response.on("data", (part: Buffer) => parts.push(part));
				response.on("end", () => done(null, Buffer.concat(parts)));
			});
		const text = JSON.stringify(await readExcelFile(answer.body));
		expect(text).toContain('"=Liisa"');
		expect(text).toContain('"2026-03-03 02:00"');
		expect(text).toContain('"Call-outs"');
	});

	test("as JSON, with other bounds of the night", async () => {
		const manager = await asking();
		const { body } = await manager
			.get(`${path}/standby-pay`)
			.query({ ...day, format: "json", night: "22:00-03:00" });
		expect(body.night).toBe("22:00-03:00");
		expect(
			body.rows.map(
				(row: { person: string; part: string; callOuts: number }) =>
					`${row.person} ${row.part} ${row.callOuts}`,
			),
		).toEqual(["liisa day 1", "kalle day 0", "kalle night 1"]);
		expect(body.callOuts).toMatchObject([
			{ person: "kalle", ticket: "2026-000001", part: "night" },
			{ person: "liisa", ticket: "2026-000002", part: "day" },
		]);
	});

	test("leaves an audit entry of who took it out", async () => {
		const manager = await asking();
		await manager.get(`${path}/standby-pay`).query(day);
		const [entries] = await line.database.database.query(
			"select actor, after from audit_entries where action = 'standby-pay-exported' order by id desc limit 1",
		);
		expect(entries).toMatchObject([
			{
				actor: expect.stringMatching(/^manager /),
				after: { format: "csv", from: "2026-03-02T22:00:00.000Z" },
			},
		]);
	});

	test("is for managers and above", async () => {
		const planner = await asking("planner");
		const { status } = await planner.get(`${path}/standby-pay`).query(day);
		expect(status).toBe(403);
	});
});
