import { publishRota } from "../../src/actions/publish-rota.ts";
import { askerOf } from "../support/api.ts";
import { type OpenLine, openLine, rotaOf } from "../support/open-line.ts";

let line: OpenLine;
beforeAll(async () => {
	line = await openLine({
		line: { languages: ["en", "fi"], blocked: ["+358401009666"] },
	});
});
afterAll(() => line.close());

const path = "/api/rotas/fault-line";
const night = { at: "2026-03-10T02:00" };
const nightSteps = [["kalle"], ["liisa"], ["aino"]];

async function asking(role: Parameters<typeof askerOf>[1] = "planner") {
	const { agent } = await askerOf(line.service, role);
	return agent;
}

describe("what would happen", () => {
	test("by the published rota, in words and step by step", async () => {
		const planner = await asking();
		const { status, body } = await planner
			.get(`${path}/what-if`)
			.query({ ...night, takenBy: "liisa" });
		expect(status).toBe(200);
		expect(body).toMatchObject({
			version: 1,
			at: "2026-03-10T00:00:00Z",
			lastly: "message-box",
			ending: "answered",
			firstLine: {
				en: "10 March 2026 02:00: Kalle Korhonen, then Liisa Lind after 20 seconds, then Aino Virtanen after 20 seconds, then the message box.",
			},
			office: { open: false },
		});
		expect(
			body.steps.map(({ people }: { people: { id: string }[] }) =>
				people.map(({ id }) => id),
			),
		).toEqual(nightSteps);
		expect(body.script[0]).toMatchObject({ who: null, kind: "dials" });
	});

	test("by a draft, without keeping anything", async () => {
		const planner = await asking();
		const draft = rotaOf("fault-line", { closed: ["pekka"] });
		const { status, body } = await planner
			.post(`${path}/what-if`)
			.send({ rota: draft, ...night });
		expect(status).toBe(200);
		expect(body).toMatchObject({ version: null });
		expect(body.firstLine.en).toContain("02:00: Pekka Nieminen, then");
	});

	test("for a caller: a blocked one is turned away, a known one hears no menu", async () => {
		const planner = await asking();
		const told = async (caller: string) =>
			(await planner.get(`${path}/what-if`).query({ ...night, caller })).body;
		expect(await told("+358 40 1009666")).toMatchObject({
			lastly: "turned-away",
			steps: [],
		});
		const { tenant, clock } = line;
		await tenant.dials();
		await tenant.presses("2");
		await clock.passes({ seconds: 10 });
		await tenant.hangsUp();
		await line.network.settled();
		const { body: facts } = await planner
			.get(`${path}/call-facts`)
			.query({ caller: "040 100 9001" });
		expect(facts.caller).toEqual({
			number: "+358401009001",
			blocked: false,
			language: "fi",
		});
		const heard = (await told("040 100 9001")).script.filter(
			(each: { who: null; kind: string }) =>
				each.who === null && each.kind === "hears",
		);
		expect(heard[0].language).toBe("fi");
		expect(JSON.stringify(heard)).not.toContain("press 1");
	});

	test("the facts of a call tell no blocked numbers", async () => {
		const planner = await asking();
		const { body } = await planner.get(`${path}/call-facts`);
		expect(body).toMatchObject({ line: { id: "fault-line" } });
		expect(JSON.stringify(body)).not.toContain("+358401009666");
	});

	test.each([
		[
			"2026-03-29T03:30",
			"There is no 2026-03-29T03:30: the clocks go forward then. Write 2026-03-29T02:30 or 2026-03-29T04:30.",
		],
		[
			"2026-10-25T03:30",
			"There are two 2026-10-25T03:30: the clocks go back then. Write 2026-10-25T03:30+03:00 for the first or 2026-10-25T03:30+02:00 for the second.",
		],
		[
			"Christmas",
			"`at` is a day or time in the years 2000 to 2099, for example 2026-12-24 or 2026-12-24T17:05.",
		],
		[
			"1026-03-29T03:30",
			"`at` is a day or time in the years 2000 to 2099, for example 2026-12-24 or 2026-12-24T17:05.",
		],
	])("%s is refused with the choice explained", async (at, what) => {
		const planner = await asking();
		const { status, body } = await planner.get(`${path}/what-if`).query({ at });
		expect(status).toBe(400);
		expect(body.problems).toEqual([{ where: "at", what }]);
	});

	test("a time that comes twice is told apart by its offset, escaped or not", async () => {
		const planner = await asking();
		for (const at of ["2026-10-25T03:30%2B02:00", "2026-10-25T03:30+02:00"]) {
			const { body } = await planner.get(`${path}/what-if?at=${at}`);
			expect(body.at).toBe("2026-10-25T01:30:00Z");
		}
	});

	test("another line, another version and a draft that cannot be read are refused", async () => {
		const planner = await asking();
		const status = async (of: string, query: object) =>
			(await planner.get(`/api/rotas/${of}/what-if`).query(query)).status;
		expect(await status("nowhere", night)).toBe(404);
		expect(await status("fault-line", { ...night, version: 99 })).toBe(404);
		const unreadable = { rota: { rota: 1, line: "fault-line" }, ...night };
		const { status: draft } = await planner
			.post(`${path}/what-if`)
			.send(unreadable);
		expect(draft).toBe(422);
	});

	test("a technician may not ask", async () => {
		const technician = await asking("technician");
		for (const each of ["what-if", "call-facts", "what-ifs"])
			expect(
				(await technician.get(`${path}/${each}`).query(night)).status,
			).toBe(403);
	});
});

describe("kept what-ifs", () => {
	const kept = {
		name: "A night in March",
		...night,
		expects: { kind: "rings", steps: nightSteps },
	};

	test("are kept, checked at each look, changed and removed, each with its audit entry", async () => {
		const planner = await asking();
		const { status, body: made } = await planner
			.post(`${path}/what-ifs`)
			.send(kept);
		expect(status).toBe(200);
		expect(made).toMatchObject({
			...kept,
			yearly: false,
			caller: null,
			check: { holds: true, at: "2026-03-10T00:00:00Z" },
		});
		await publishRota(line.service.ctx, {
			rota: rotaOf("fault-line", { closed: ["pekka"] }),
			by: "test",
			reason: "test",
		});
		const list = async () =>
			(await planner.get(`${path}/what-ifs`)).body.whatIfs;
		expect(await list()).toMatchObject([
			{
				id: made.id,
				check: {
					holds: false,
					expected: {
						en: "Kalle Korhonen, then Liisa Lind, then Aino Virtanen",
					},
					found: {
						en: "10 March 2026 02:00: Pekka Nieminen, then Aino Virtanen after 20 seconds, then the message box.",
					},
				},
			},
		]);
		const anew = {
			...kept,
			expects: { kind: "rings", steps: [["pekka"], ["aino"]] },
		};
		const changed = await planner.put(`${path}/what-ifs/${made.id}`).send(anew);
		expect(changed.body.check.holds).toBe(true);
		const removed = await planner.delete(`${path}/what-ifs/${made.id}`);
		expect(removed.body).toEqual({ removed: true });
		expect(await list()).toEqual([]);
		expect((await planner.delete(`${path}/what-ifs/${made.id}`)).status).toBe(
			404,
		);
		expect(
			(await planner.put(`${path}/what-ifs/${made.id}`).send(anew)).status,
		).toBe(404);
		const [audit] = await line.database.database.query(
			"select action from audit_entries where action like 'what-if%' order by id",
		);
		expect(audit).toEqual([
			{ action: "what-if-kept" },
			{ action: "what-if-changed" },
			{ action: "what-if-removed" },
		]);
	});

	test.each([
		[{ name: "" }, "name"],
		[{ name: "bell \u0007" }, "name"],
		[{ at: "2026-03-29T03:30" }, "at"],
		[{ at: "2026-10-25T03:30+02:00", yearly: true }, "at"],
		[{ expects: { kind: "hears" } }, "expects.kind"],
		[{ expects: { kind: "rings", steps: [[]] } }, "expects.steps.0"],
		[{ expects: { kind: "covered", duty: "\ud800" } }, "expects.duty"],
	])("%j is refused", async (wrong, where) => {
		const planner = await asking();
		const { status, body } = await planner
			.post(`${path}/what-ifs`)
			.send({ ...kept, ...wrong });
		expect(status).toBe(400);
		expect(body.problems[0].where).toBe(where);
	});

	test("a publish by which one no longer holds needs a tick with a reason", async () => {
		const planner = await asking();
		const { body: newest } = await planner.get(path);
		const { body: made } = await planner.post(`${path}/what-ifs`).send({
			...kept,
			name: "Kalle at night",
			expects: { kind: "rings", steps: [["pekka"], ["aino"]] },
		});
		const rota = rotaOf("fault-line", { closed: ["liisa"] });
		const { body: review } = await planner
			.post(`${path}/review`)
			.send({ rota });
		const warnings: { id: string; key: string }[] = review.problems;
		const failing = warnings.find(({ id }) => id === "what-if-fails");
		expect(failing).toMatchObject({ where: `what-ifs.${made.id}` });
		const accepts = (all: typeof warnings) =>
			all.map(({ key }) => ({ problem: key, reason: "as agreed" }));
		const others = warnings.filter((each) => each !== failing);
		const publishing = (ticked: typeof warnings) =>
			planner.post(`${path}/publish`).send({
				...{ rota, basedOn: newest.version },
				accepts: accepts(ticked),
			});
		expect((await publishing(others)).status).toBe(422);
		expect((await publishing(warnings)).status).toBe(200);
		await planner.delete(`${path}/what-ifs/${made.id}`);
	});

	test("only planners and above keep them; the office sees them", async () => {
		const office = await asking("office");
		expect((await office.get(`${path}/what-ifs`)).status).toBe(200);
		expect((await office.post(`${path}/what-ifs`).send(kept)).status).toBe(403);
	});
});
