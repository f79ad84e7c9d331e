import { roles } from "../../src/domain/role.ts";
import * as shapes from "../../src/web/api/swap-shapes.ts";
import { askerOf } from "../support/api.ts";
import { type OpenLine, openLine } from "../support/open-line.ts";
import { consoleOfPerson, publishTo, swapRota } from "../support/swap-rota.ts";

type Agent = Awaited<ReturnType<typeof consoleOfPerson>>;

let line: OpenLine;
let kalle: Agent;
let pekka: Agent;
let office: Agent;

beforeAll(async () => {
	line = await openLine();
	await publishTo(line.service);
	kalle = await consoleOfPerson(line.service, "Kalle Korhonen");
	pekka = await consoleOfPerson(line.service, "Pekka Nieminen");
	office = await consoleOfPerson(line.service, "Olga Office", "office");
});
afterAll(() => line.close());

const sick = {
	kind: "sick",
	from: "2026-03-10",
	to: "2026-03-11",
	note: "flu",
};

test("recording an absence answers with what it falls upon and who could take that", async () => {
	const { status, body } = await kalle.post("/api/absences").send(sick);
	expect(status).toBe(200);
	const { absences } = shapes.absencesShape.parse(body);
	expect(absences).toMatchObject([
		{
			line: "fault-line",
			person: { id: "kalle", name: "Kalle Korhonen" },
			...sick,
			mine: true,
			hits: [
				{
					duty: "technician",
					start: "2026-03-09T22:00:00Z",
					end: "2026-03-11T22:00:00Z",
					couldTake: [{ person: "liisa" }, { person: "pekka" }],
				},
			],
		},
	]);
});

test("colleagues only see that somebody is away; the office sees why", async () => {
	const seen = async (agent: Agent) =>
		shapes.absencesShape.parse((await agent.get("/api/absences")).body)
			.absences;
	expect(await seen(pekka)).toMatchObject([
		{ kind: "away", note: null, recordedBy: null, hits: [], mine: false },
	]);
	expect(await seen(office)).toMatchObject([{ kind: "sick", note: "flu" }]);
	const { body } = await pekka.get("/api/rotas/fault-line");
	expect(JSON.stringify(body)).not.toMatch(/sick|flu/);
});

test("nobody who is away is put on duty by an override", async () => {
	const rota = swapRota({
		overrides: [
			{
				...{ duty: "technician", person: "kalle" },
				...{ start: "2026-03-11T12:00", end: "2026-03-11T13:00" },
			},
		],
	});
	await expect(publishTo(line.service, rota)).rejects.toThrow(
		"override-onto-absent",
	);
});

test("one keeps one's own; the office keeps everybody's", async () => {
	const others = { ...sick, line: "fault-line", person: "liisa" };
	const refused = await pekka.post("/api/absences").send(others);
	expect([refused.status, refused.body.error]).toEqual([
		403,
		expect.stringContaining("your own absences"),
	]);
	const made = await office.post("/api/absences").send(others);
	expect(made.status).toBe(200);
	const [{ id }] = made.body.absences;
	expect((await pekka.delete(`/api/absences/${id}`)).status).toBe(403);
	expect((await office.delete(`/api/absences/${id}`)).body).toEqual({
		removed: true,
	});
	expect((await office.delete(`/api/absences/${id}`)).status).toBe(404);
});

test("why somebody was away is kept nowhere once the absence is removed, and never in the audit entries", async () => {
	const { body } = await kalle.get("/api/absences");
	const mine = body.absences.filter((one: { mine: boolean }) => one.mine);
	for (const { id } of mine)
		expect((await kalle.delete(`/api/absences/${id}`)).status).toBe(200);
	const [kept] = await line.database.database.query(
		`select (select string_agg(kind || coalesce(note, ''), '') from absences) as absences,
			(select string_agg(audit_entries::text, '') from audit_entries) as audit`,
	);
	expect(JSON.stringify(kept)).not.toMatch(/sick|flu/);
});

test.each([
	["ends before it begins", { ...sick, to: "2026-03-09" }, 422],
	["has a time that is none", { ...sick, fromTime: "26:00" }, 422],
	["has a date that is none", { ...sick, to: "2026-02-30" }, 400],
	["is of no kind", { ...sick, kind: "bored" }, 400],
	["is of no line", { ...sick, line: "nowhere" }, 404],
])("an absence that %s is refused", async (_, absence, status) => {
	const answer = await kalle.post("/api/absences").send(absence);
	expect(answer.status).toBe(status);
	expect(typeof answer.body.error).toBe("string");
});

test.each(roles)(
	"a token of a %s keeps others' absences or not",
	async (role) => {
		const { agent } = await askerOf(line.service, role);
		const answer = await agent
			.post("/api/absences")
			.send({ ...sick, line: "fault-line", person: "liisa" });
		expect(answer.status).toBe(role === "technician" ? 403 : 200);
		expect((await agent.get("/api/absences")).status).toBe(200);
		expect((await agent.delete("/api/absences/x")).status).toBe(404);
	},
);
