import {
	type Subject,
	type TicketSettings,
	ticketSettings,
} from "../../src/web/api/ticket-setting-shapes.ts";
import { askerOf } from "../support/api.ts";
import { eventually } from "../support/eventually.ts";
import { type OpenLine, openLine } from "../support/open-line.ts";

let line: OpenLine;
let admin: Awaited<ReturnType<typeof askerOf>>["agent"];
let name: string;
beforeAll(async () => {
	line = await openLine();
	({ agent: admin, name } = await askerOf(line.service, "admin"));
});
afterAll(() => line.close());

async function settings(): Promise<TicketSettings> {
	const { body } = await admin.get("/api/ticket-settings");
	return ticketSettings.parse(body);
}

async function subjectOf(id: string): Promise<Subject> {
	const found = (await settings()).subjects.find((each) => each.id === id);
	if (!found) throw new Error(`no subject ${id}`);
	return found;
}

async function below(parent: string | null): Promise<string[]> {
	const { subjects } = await settings();
	return subjects.filter((each) => each.parent === parent).map(({ id }) => id);
}

/** As it is now, unless another revision is given. */
async function change(id: string, body: object) {
	const { revision } = await subjectOf(id);
	return admin
		.put(`/api/ticket-settings/subjects/${id}`)
		.send({ revision, ...body });
}

const add = (body: object) =>
	admin.post("/api/ticket-settings/subjects").send({
		...{ parent: null, urgency: "normal" },
		names: { fi: "Uusi", sv: "Ny", en: "New" },
		...body,
	});

async function entries(id: string) {
	const [rows] = await line.service.ctx.database.query(
		"select actor, action, reason, before, after from audit_entries where subject_id = $1 order by id",
		{ bind: [id] },
	);
	return rows;
}

test("there is a tree to begin with, each parent before its children, named in three languages", async () => {
	const { subjects, serviceClasses } = await settings();
	const seen = new Set<string | null>([null]);
	for (const { id, parent, names } of subjects) {
		expect(seen.has(parent)).toBe(true);
		expect(Object.values(names).every((each) => each.length > 1)).toBe(true);
		seen.add(id);
	}
	expect(await below(null)).toEqual([
		...["water", "heat", "electricity", "lift", "locks", "damp", "pests"],
		...["noise", "yard", "kitchen", "shared", "windows", "ventilation"],
		...["broadband", "vandalism", "other"],
	]);
	expect(await subjectOf("lift-person")).toMatchObject({
		...{ urgency: "emergency", parent: "lift", retired: false },
	});
	expect(serviceClasses.map(({ id }) => id)).toEqual([
		...["standard", "quick", "sheltered"],
	]);
});

test("an admin adds a subject, renames, moves and reorders it, and all of it is on record", async () => {
	const added = await add({
		parent: "yard",
		names: { fi: " Leikkipaikka ", sv: "Lekplats", en: "Playground" },
		reason: "asked for by the board",
	});
	expect(added.status).toBe(200);
	const id = "yard-playground";
	expect(await subjectOf(id)).toMatchObject({
		names: { fi: "Leikkipaikka" },
	});
	expect((await below("yard")).at(-1)).toBe(id);
	const names = { fi: "Leikkialue", sv: "Lekplats", en: "Playground" };
	expect((await change(id, { names, urgency: "urgent" })).status).toBe(200);
	expect((await change(id, { place: 1 })).status).toBe(200);
	expect(await below("yard")).toEqual([
		...["yard-snow", id, "yard-lighting", "yard-waste", "yard-trees"],
		"yard-parking",
	]);
	expect((await change(id, { parent: "other", place: 0 })).status).toBe(200);
	expect(await below("other")).toEqual([id]);
	// What is as it was already is no change.
	expect((await change(id, { urgency: "urgent" })).status).toBe(200);
	expect(await entries(id)).toEqual([
		{
			...{ actor: name, action: "subject-added", before: null },
			reason: "asked for by the board",
			after: expect.objectContaining({ parent: "yard", urgency: "normal" }),
		},
		{
			...{ actor: name, action: "subject-changed", reason: null },
			before: {
				urgency: "normal",
				names: { fi: "Leikkipaikka", sv: "Lekplats", en: "Playground" },
			},
			after: { urgency: "urgent", names },
		},
		expect.objectContaining({ before: { place: 6 }, after: { place: 2 } }),
		expect.objectContaining({
			before: { parent: "yard", place: 2 },
			after: { parent: "other", place: 1 },
		}),
	]);
});

test("a subject is retired and brought back, and never deleted", async () => {
	expect((await change("noise", { retired: true, reason: "x" })).status).toBe(
		200,
	);
	expect(await subjectOf("noise")).toMatchObject({ retired: true });
	const child = { fi: "A", sv: "A", en: "A" };
	const refused = await add({ parent: "noise", names: child });
	expect([refused.status, refused.body.error]).toEqual([
		409,
		expect.stringMatching(/above it is retired/),
	]);
	await change("noise-technical", { retired: true });
	const early = await change("noise-technical", { retired: false });
	expect(early.status).toBe(409);
	await change("noise", { retired: false });
	expect((await change("noise-technical", { retired: false })).status).toBe(
		200,
	);
	expect(await entries("noise")).toEqual([
		expect.objectContaining({ action: "subject-retired", reason: "x" }),
		expect.objectContaining({ action: "subject-brought-back" }),
	]);
	const deleted = await admin.delete("/api/ticket-settings/subjects/noise");
	expect(deleted.status).toBe(405);
});

test("what cannot be is refused in words", async () => {
	const said = async (asked: Promise<{ status: number; body: unknown }>) => {
		const { status, body } = await asked;
		return [status, (body as { error: string }).error];
	};
	expect(await said(change("water", { parent: "water-leak" }))).toEqual([
		409,
		expect.stringMatching(/cannot be under itself/),
	]);
	expect(await said(change("water-leak", { parent: "nowhere" }))).toEqual([
		409,
		expect.stringMatching(/no such subject to put it under/),
	]);
	expect(
		await said(
			add({ parent: "water", names: { fi: "VESIVUOTO", sv: "b", en: "c" } }),
		),
	).toEqual([409, expect.stringMatching(/“Vesivuoto” in Finnish already/)]);
	const inFinnish = await add({
		names: { fi: "Vesi ja viemäri", sv: "x", en: "y" },
	}).set("Accept-Language", "fi");
	expect(inFinnish.body.error).toMatch(/jo nimeltään ”Vesi ja viemäri”/);
	const missing = await add({ names: { fi: "Vain suomeksi", sv: " " } });
	expect(missing.status).toBe(400);
	expect(missing.body.problems).toEqual([
		{ where: "names.sv", what: expect.stringMatching(/in Swedish/) },
		{ where: "names.en", what: expect.stringMatching(/in English/) },
	]);
	expect(
		(
			await admin.put("/api/ticket-settings/subjects/nothing").send({
				revision: 1,
			})
		).status,
	).toBe(404);
});

test("whoever was faster wins, and the other one is told", async () => {
	const { revision } = await subjectOf("pests");
	const names = (en: string) => ({ fi: en, sv: en, en });
	const put = (en: string) =>
		admin
			.put("/api/ticket-settings/subjects/pests")
			.send({ revision, names: names(en) });
	const answers = await Promise.all([put("Vermin"), put("Animals")]);
	expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
	const loser = answers.find(({ status }) => status === 409);
	expect(loser?.body.error).toMatch(/Somebody else changed this just now/);
});

test("everybody is told of a change, and only an admin makes one", async () => {
	const told: unknown[] = [];
	const stop = line.service.ctx.changes.subscribe(({ kind }) =>
		told.push(kind),
	);
	await change("damp", { urgency: "urgent" });
	await eventually(async () =>
		told.includes("ticket-settings-changed") ? true : null,
	);
	stop();
	const { agent } = await askerOf(line.service, "manager");
	expect((await agent.get("/api/ticket-settings")).status).toBe(200);
	const { revision } = await subjectOf("damp");
	const put = await agent
		.put("/api/ticket-settings/subjects/damp")
		.send({ revision, urgency: "low" });
	expect(put.status).toBe(403);
});

describe("service classes", () => {
	const path = "/api/ticket-settings/service-classes";
	const minutes = { emergency: 15, urgent: 60, normal: 600, low: 6000 };
	const names = { fi: "Vip", sv: "Vip", en: "Hospital wing" };

	test("are added, changed with what was before on record, and removed while nobody uses them", async () => {
		const added = await admin.post(path).send({ names, minutes });
		expect(added.body.serviceClasses.at(-1)).toEqual({
			...{ id: "hospital-wing", names, minutes },
			...{ properties: 0, revision: 1 },
		});
		const changed = await admin.put(`${path}/hospital-wing`).send({
			...{ revision: 1, names, minutes: { ...minutes, low: 7000 } },
			reason: "new contract",
		});
		expect(changed.body.serviceClasses.at(-1)).toMatchObject({
			...{ minutes: { low: 7000 }, revision: 2 },
		});
		const property = "00000000-0000-4000-8000-000000000001";
		await line.service.ctx.database.query(
			"insert into properties (id, key, address, service_class) values ($1, 'x', 'Katu 1', 'hospital-wing')",
			{ bind: [property] },
		);
		const remove = (revision: number) =>
			admin.delete(`${path}/hospital-wing?revision=${revision}`);
		const used = await remove(2);
		expect([used.status, used.body.error]).toEqual([
			409,
			expect.stringMatching(/Properties use this/),
		]);
		await line.service.ctx.database.query(
			"update properties set removed_at = now() where id = $1",
			{ bind: [property] },
		);
		expect((await remove(1)).status).toBe(409);
		expect((await remove(2)).status).toBe(200);
		expect((await remove(2)).status).toBe(404);
		expect(await entries("hospital-wing")).toEqual([
			expect.objectContaining({ action: "service-class-added" }),
			expect.objectContaining({
				...{ action: "service-class-changed", reason: "new contract" },
				before: { minutes },
				after: { minutes: { ...minutes, low: 7000 } },
			}),
			expect.objectContaining({ action: "service-class-removed" }),
		]);
	});

	test("are put in an order; each move is on record", async () => {
		const order = (answer: { body: TicketSettings }) =>
			answer.body.serviceClasses.map(({ id }) => id);
		const move = (revision: number, place: number) =>
			admin.put(`${path}/sheltered`).send({ revision, place });
		expect(order(await move(1, 0))).toEqual(["sheltered", "standard", "quick"]);
		expect((await move(1, 1)).status).toBe(409);
		// Where it stands already it is not moved.
		expect(order(await move(2, 0))).toEqual(["sheltered", "standard", "quick"]);
		await move(2, 99);
		expect((await settings()).serviceClasses[0]?.id).toBe("standard");
		expect(await entries("sheltered")).toEqual([
			expect.objectContaining({
				...{ action: "service-class-changed", actor: name },
				...{ before: { place: 3 }, after: { place: 1 } },
			}),
			expect.objectContaining({ before: { place: 1 }, after: { place: 3 } }),
		]);
	});

	test("what is more urgent is not due later; names differ; the last one stays", async () => {
		const disorderly = { ...minutes, urgent: 601 };
		const refused = await admin.post(path).send({ names, minutes: disorderly });
		expect([refused.status, refused.body.error]).toEqual([
			409,
			expect.stringMatching(/more urgent cannot have longer/),
		]);
		const taken = { ...names, en: "standard" };
		const same = await admin.post(path).send({ names: taken, minutes });
		expect([same.status, same.body.error]).toEqual([
			409,
			expect.stringMatching(/“Standard” in English already/),
		]);
		for (const odd of [0, 1.5, 1_000_000, "60", null]) {
			const body = { names, minutes: { ...minutes, low: odd } };
			expect((await admin.post(path).send(body)).status).toBe(400);
		}
		expect((await admin.delete(`${path}/quick?revision=1`)).status).toBe(200);
		await admin.delete(`${path}/sheltered?revision=3`);
		const last = await admin.delete(`${path}/standard?revision=1`);
		expect([last.status, last.body.error]).toEqual([
			409,
			expect.stringMatching(/last service class/),
		]);
	});
});
