import { askerOf } from "../support/api.ts";
import { type OpenLine, openLine } from "../support/open-line.ts";

type Agent = Awaited<ReturnType<typeof askerOf>>["agent"];

let line: OpenLine;
let office: Agent;
let technician: Agent;
beforeAll(async () => {
	line = await openLine();
	({ agent: office } = await askerOf(line.service, "office"));
	({ agent: technician } = await askerOf(line.service, "technician"));
});
afterAll(() => line.close());

const house = {
	...{ key: "1001", address: "Kiviparintie 2", postalCode: "00920" },
	...{ city: "Helsinki", area: "Myllypuro", serviceClass: null },
	stairwells: ["A"],
	flats: [
		{ stairwell: "", number: "b12" },
		{ stairwell: "B", number: "2" },
		{ stairwell: "B", number: "12" },
	],
	...{ latitude: 60.2246, longitude: 25.0716 },
};

const matti = {
	...{ key: null, name: "Matti Meikäläinen", numbers: ["040-900 9003"] },
	...{ language: "fi", stairwell: "B", flat: "12" },
};

async function added(path: string, body: object) {
	const made = await office.post(path).send(body);
	expect([made.status, made.body.error]).toEqual([200, undefined]);
	return made.body;
}

const found = async (q: string, agent = office) => {
	const answer = await agent.get("/api/places").query({ q });
	expect(answer.status).toBe(200);
	return answer.body.places as {
		words: string;
		tenant: { name: string } | null;
	}[];
};

test("a property and a tenant are added, found by any part of what people say of them, changed and removed", async () => {
	const property = await added("/api/properties", house);
	expect(property).toMatchObject({
		...{ address: "Kiviparintie 2", stairwells: ["A", "B"], revision: 1 },
		flats: [
			{ stairwell: "B", number: "2" },
			{ stairwell: "B", number: "12" },
		],
	});
	const tenant = await added("/api/tenants", {
		...matti,
		property: property.id,
	});
	expect(tenant).toMatchObject({
		...{ numbers: ["+358409009003"], place: "Kiviparintie 2 B 12" },
	});

	for (const typed of ["kivipar 2 b 12", "Kiviparintie 2 B12", "kivipar 12"])
		expect([typed, (await found(typed))[0]?.words]).toEqual([
			typed,
			"Kiviparintie 2 B 12",
		]);
	expect((await found("kivipar 2 b"))[0]?.words).toBe("Kiviparintie 2 B");
	for (const typed of ["kiviparintie", "myllypuro", "1001", "kivparintie 2"])
		expect([typed, (await found(typed))[0]?.words]).toEqual([
			typed,
			"Kiviparintie 2",
		]);
	for (const typed of ["meikä", "matti m", "0409009003", "+358 40 900 9003"])
		expect([typed, (await found(typed)).at(0)?.tenant?.name]).toEqual([
			typed,
			"Matti Meikäläinen",
		]);
	expect(await found("meikä", technician)).toEqual([]);
	expect(await found("100% _ \\ '; drop table tenants")).toEqual([]);

	const { key: _, ...rest } = tenant;
	const path = `/api/tenants/${tenant.id}`;
	const body = { ...matti, ...{ key: tenant.key, property: property.id } };
	expect(rest.revision).toBe(1);
	const changed = await office
		.put(path)
		.send({ ...body, revision: 1, flat: "2" });
	expect(changed.body).toMatchObject({
		...{ place: "Kiviparintie 2 B 2", revision: 2 },
	});
	const late = await office.put(path).send({ ...body, revision: 1 });
	expect([late.status, late.body.error]).toEqual([
		409,
		expect.stringContaining("Somebody was faster"),
	]);
	const lived = `/api/properties/${property.id}?revision=1`;
	expect((await office.delete(lived)).status).toBe(409);
	expect((await office.delete(`${path}?revision=2`)).status).toBe(200);
	expect(await found("meikä")).toEqual([]);
	expect((await office.delete(lived)).status).toBe(200);
	expect(await found("kiviparintie")).toEqual([]);
	expect((await office.get(path)).body.isRemoved).toBe(true);
});

test("an open ticket learns its place and its due time once its number is known", async () => {
	const { tenant, ticket } = line;
	await tenant.dials();
	await tenant.hangsUp();
	const before = await ticket.view();
	expect([before.place.words, before.dueAt]).toEqual([null, null]);
	const quick = { serviceClass: "quick", key: "2001", address: "Leikkikuja 3" };
	const property = await added("/api/properties", { ...house, ...quick });
	const home = { property: property.id, numbers: [before.caller] };
	await added("/api/tenants", { ...matti, ...home });
	const { body } = await office.get(`/api/tickets/${before.number}`);
	expect(body.place.words).toBe("Leikkikuja 3 B 12");
	const settings = await office.get("/api/ticket-settings");
	const { minutes } = settings.body.serviceClasses.find(
		({ id }: { id: string }) => id === "quick",
	);
	expect(Date.parse(body.dueAt) - Date.parse(body.openedAt)).toBe(
		minutes.normal * 60_000,
	);
});

test("audit entries of a tenant refer to names and numbers without saying them; those of a property say what changed", async () => {
	const property = await added("/api/properties", {
		...house,
		...{ key: "2002", address: "Leikkikuja 1" },
	});
	await office.put(`/api/properties/${property.id}`).send({
		...{ ...house, key: "2002", address: "Leikkikuja 1", area: "Itä" },
		revision: 1,
	});
	const tenant = await added("/api/tenants", {
		...{ ...matti, key: "9", property: property.id },
	});
	const entries = await line.database.database.query(
		`select action, before, after from audit_entries where subject_id in ($1, $2) order by id`,
		{ bind: [property.id, tenant.id] },
	);
	const [added1, changed, addedTenant] = entries[0] as Record<string, never>[];
	expect(added1).toMatchObject({
		...{ action: "property-added", before: null },
		after: { address: "Leikkikuja 1", flats: "B 2, B 12" },
	});
	expect(changed).toEqual({
		...{ action: "property-changed", before: { area: "Myllypuro" } },
		after: { area: "Itä" },
	});
	expect(addedTenant).toMatchObject({
		...{ action: "tenant-added", before: null },
		after: {
			name: expect.stringMatching(/^ref:/),
			numbers: [expect.stringMatching(/^ref:/)],
			flat: "12",
		},
	});
	expect(JSON.stringify(addedTenant)).not.toMatch(/Matti|9009003/);
});

test("what is wrong is refused with a sentence", async () => {
	const again = await office.post("/api/properties").send({
		...{ ...house, key: "2002" },
	});
	expect([again.status, again.body.error]).toEqual([
		409,
		expect.stringContaining("key is taken"),
	]);
	const numbers = await office
		.post("/api/tenants")
		.send({ ...matti, property: null, numbers: ["112"] });
	expect([numbers.status, numbers.body.problems]).toEqual([
		400,
		[{ where: "numbers", what: expect.stringContaining("“112”") }],
	]);
	const nowhere = await office
		.post("/api/tenants")
		.send({ ...matti, property: crypto.randomUUID() });
	expect(nowhere.status).toBe(422);
	const unclassed = await office
		.post("/api/properties")
		.send({ ...house, key: "3003", serviceClass: "none-such" });
	expect(unclassed.status).toBe(422);
	for (const noun of ["properties", "tenants"])
		expect(
			(await office.get(`/api/${noun}/${crypto.randomUUID()}`)).status,
		).toBe(404);
	for (const body of [
		{ ...house, flats: [{ stairwell: "A B", number: "1" }] },
		{ ...house, address: "" },
		{ ...house, latitude: 91 },
	])
		expect((await office.post("/api/properties").send(body)).status).toBe(400);
});
