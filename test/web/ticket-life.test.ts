import * as shapes from "../../src/web/api/shapes.ts";
import * as history from "../../src/web/api/ticket-history-shapes.ts";
import { accountOf, askerOf, consoleOf } from "../support/api.ts";
import { type OpenLine, openLine } from "../support/open-line.ts";

let line: OpenLine;
let office: Awaited<ReturnType<typeof askerOf>>["agent"];
let technician: Awaited<ReturnType<typeof askerOf>>["agent"];
let names: { office: string; technician: string };

/** Four tenants call at 02:00, one after another, and nobody answers. */
beforeAll(async () => {
	line = await openLine({ closed: ["kalle"], fallback: ["kalle"] });
	const desk = await askerOf(line.service, "office");
	const field = await askerOf(line.service, "technician");
	office = desk.agent;
	technician = field.agent;
	names = { office: desk.name, technician: field.name };
	for (let i = 1; i <= 4; i += 1) {
		const phone = line.network.phones.add({
			name: `Tenant ${i}`,
			number: `+35840100910${i}`,
			role: "tenant",
		});
		await phone.dials("+358942721234");
		await line.clock.passes({ seconds: 60 });
		await phone.hangsUp();
		await line.clock.passes({ seconds: 5 });
	}
});
afterAll(() => line.close());

const path = (n: number, verb = "") => `/api/tickets/2026-00000${n}${verb}`;

async function revision(n: number): Promise<number> {
	const { body } = await office.get(path(n));
	return shapes.ticket.parse(body).revision;
}

/** As the office, on the ticket as it is now. */
async function post(n: number, verb: string, body: object = {}) {
	return office
		.post(path(n, verb))
		.send({ revision: await revision(n), ...body });
}

test("each step answers the ticket as it then is, just as the description says", async () => {
	const assigned = await post(1, "/assign", { to: { person: "kalle" } });
	expect(assigned.status).toBe(200);
	expect(shapes.ticket.parse(assigned.body)).toMatchObject({
		...{ status: "assigned", assignee: { person: "kalle" } },
	});
	for (const [verb, body, status] of [
		["/start", undefined, "under-way"],
		["/arrive", {}, "under-way"],
		["/finish", { note: "Tiiviste vaihdettu" }, "done"],
	] as const) {
		const { body: ticket } = await office.post(path(1, verb)).send(body);
		expect(shapes.ticket.parse(ticket).status).toBe(status);
	}
	expect((await post(1, "/close")).body.status).toBe("closed");
	const reopened = await post(1, "/reopen", { reason: "Vuotaa yhä" });
	expect(reopened.body).toMatchObject({ status: "assigned", closedAt: null });
	await post(1, "/give-back", { reason: "Sairastuin" });
	const changed = await office.put(path(1)).send({
		...{ revision: await revision(1), reason: "soitto" },
		...{ subject: "water-leak", summary: "  Hana <b>vuotaa</b> ", flat: "12" },
		...{ labels: ["Takuu"], costs: true, dueAt: "2026-03-04T12:00:00Z" },
	});
	expect(shapes.ticket.parse(changed.body)).toMatchObject({
		...{ status: "new", subject: "water-leak", urgency: "emergency" },
		...{ summary: "Hana <b>vuotaa</b>", labels: ["takuu"], costs: true },
		...{ dueAt: "2026-03-04T12:00:00.000Z", assignee: null },
	});
});

test("the history tells it in sentences of each language, with names in place of ids", async () => {
	const says = async (language: string) => {
		const { status, body } = await office
			.get(path(1, "/history"))
			.set("Accept-Language", language);
		expect(status).toBe(200);
		return history.ticketHistory.parse(body);
	};
	const { entries, notes, files } = await says("en");
	const { office: name } = names;
	const acted = entries.filter(
		({ action }) =>
			action !== "ticket-link-created" && action !== "recording-kept",
	);
	expect(acted.map(({ says }) => says)).toEqual([
		"A call opened the ticket.",
		`${name} gave the ticket to Kalle Korhonen.`,
		`${name} set off.`,
		`${name} arrived on site.`,
		`${name} marked the work as done.`,
		`${name} closed the ticket.`,
		`${name} reopened the ticket.`,
		`${name} gave the ticket back.`,
		`${name} changed the summary: none, now Hana <b>vuotaa</b>; the subject: none, now Water and drains › Water leak; ` +
			"the urgency: normal, now emergency; the flat: none, now 12; the labels: none, now takuu; the billing: none, now the tenant pays; " +
			"the due time: none, now 4 Mar 2026 at 14:00.",
	]);
	expect(acted.at(-1)).toMatchObject({ reason: "soitto" });
	expect(notes).toMatchObject([{ by: name, body: "Tiiviste vaihdettu" }]);
	expect(files).toEqual([]);
	const last = async (language: string) =>
		(await says(language)).entries.at(-1)?.says;
	expect(await last("fi")).toContain(
		"aihetta: ei mitään, nyt Vesi ja viemäri › Vesivuoto",
	);
	expect(await last("sv")).toContain(
		"ämnet: inget, nu Vatten och avlopp › Vattenläcka",
	);
});

test("whoever is too late is told who was faster and what they did", async () => {
	const stale = await revision(2);
	const first = await technician.post(path(2, "/acknowledge"));
	expect(first.status).toBe(200);
	expect(first.body.acknowledgedBy).toBe(names.technician);
	const other = await (await askerOf(line.service, "technician")).agent
		.post(path(2, "/acknowledge"))
		.set("Accept-Language", "fi");
	expect(other.status).toBe(409);
	expect(other.body.error).toContain(`${names.technician} hoitaa`);
	const again = await technician.post(path(2, "/acknowledge"));
	expect(again.status).toBe(409);
	expect(again.body.error).toContain("it is yours");
	const edit = await office
		.put(path(2))
		.send({ revision: stale, urgency: "low" });
	expect(edit.status).toBe(409);
	expect(edit.body.error).toBe(
		`${names.technician} acknowledged the ticket. The ticket has changed meanwhile. Look at it as it is now, and try again.`,
	);
	await technician.post(path(2, "/finish"));
	const late = await office.post(path(2, "/start"));
	expect(late.status).toBe(409);
	expect(late.body.error).toMatch(
		/marked the work as done\. The ticket is already done/,
	);
});

test("a technician works on a ticket by their account, and the office's own is refused to them", async () => {
	const account = await accountOf(line.service.ctx, { role: "technician" });
	const field = await consoleOf(line.service, "technician", account);
	const taken = await field.post(path(3, "/start"));
	expect(taken.body.assignee).toEqual({
		person: null,
		account,
		name: "technician",
	});
	for (const verb of ["assign", "close", "reopen", "merge", "split"]) {
		const { status } = await field.post(path(3, `/${verb}`)).send({});
		expect(status).toBe(403);
	}
	expect((await field.put(path(3)).send({})).status).toBe(403);
	expect((await field.get("/api/assignees?line=fault-line")).status).toBe(403);
	const noted = await technician.post(path(3, "/notes")).send({ body: "x" });
	expect(noted.status).toBe(409);
	expect(
		(await field.post(path(3, "/notes")).send({ body: "Ovikoodi\n12" })).status,
	).toBe(200);
});

test("a note that is sent again with its key is there once, whoever has the ticket by then", async () => {
	const body = { body: "Avain kohdassa 3", key: "note-".padEnd(16, "k") };
	const send = (by = technician) => by.post(path(4, "/notes")).send(body);
	const sent = await Promise.all([send(), send()]);
	expect(sent.map(({ status }) => status)).toEqual([200, 200]);
	await post(4, "/assign", { to: { person: "kalle" } });
	expect((await send()).status).toBe(200);
	await send(office);
	const { body: told } = await office.get(path(4, "/history"));
	const by = told.notes.map((note: { by: string }) => note.by);
	expect(by.sort()).toEqual([names.office, names.technician].sort());
	await post(4, "/assign", { to: null });
});

test("near tickets are offered for merging, and merged ones name each other", async () => {
	const house = crypto.randomUUID();
	await line.database.database.query(
		"insert into properties (id, key, address, stairwells) values ($1, 'k2', 'Kiviparintie 2', '{A,B}')",
		{ bind: [house] },
	);
	const place = async (n: number, stairwell: string, flat: string) =>
		office.put(path(n)).send({
			...{ revision: await revision(n), property: house, stairwell, flat },
		});
	const related = async (n: number, by = office) =>
		history.ticketHistory.parse((await by.get(path(n, "/history"))).body)
			.related;
	await place(1, "B", "12");
	await place(3, "B", "14");
	await place(4, "A", "1");
	expect(await related(1)).toMatchObject([
		{
			...{ number: "2026-000003", why: "same-stairwell", canMerge: true },
			place: "Kiviparintie 2 B 14",
		},
	]);
	expect(await related(1, technician)).toMatchObject([{ canMerge: false }]);
	await place(4, "B", "12");
	expect((await related(1)).map(({ why }) => why)).toEqual([
		"same-flat",
		"same-stairwell",
	]);
	const merged = await post(4, "/merge", { into: "2026-000001" });
	expect(merged.body).toMatchObject({
		status: "closed",
		mergedInto: "2026-000001",
	});
	expect((await related(1))[0]).toMatchObject({
		...{ number: "2026-000004", why: "merged", canMerge: false },
	});
	const gone = await post(4, "/close");
	expect(gone.status).toBe(409);
	expect(gone.body.error).toContain("merged into 2026-000001");
	const [call] = (await office.get(path(1))).body.calls;
	const split = await post(1, "/split", {
		calls: [call.sid],
		summary: "Hissi",
	});
	expect(split.status).toBe(422);
	expect(split.body.error).toContain("has to stay");
});

test("a ticket can be given to the people of the rota and to everybody else with an account", async () => {
	await accountOf(line.service.ctx, { role: "office", name: "Sanna" });
	const { body } = await office.get("/api/assignees?line=fault-line");
	expect(
		body.assignees.slice(0, 4).map(({ name }: { name: string }) => name),
	).toEqual([
		"Aino Virtanen",
		"Kalle Korhonen",
		"Liisa Lind",
		"Pekka Nieminen",
	]);
	expect(body.assignees).toContainEqual({
		...{ person: null, account: expect.any(String), name: "Sanna" },
	});
});

test.each<[string, object, string]>([
	["/assign", { revision: 1, to: "kalle" }, "to"],
	["/assign", { to: null }, "revision"],
	["/reopen", { revision: 1, reason: "  " }, "reason"],
	["/give-back", {}, "reason"],
	["/split", { revision: 1, calls: [], summary: "" }, "summary"],
	["/notes", { body: "\u0000" }, "body"],
	["/notes", { body: "x".repeat(4_001) }, "body"],
	["/finish", { note: "half a letter: \ud800" }, "note"],
	["/start", { revision: 0 }, "revision"],
	["/close", { revision: 1, why: "x" }, ""],
])("POST %s with %j is refused, naming %s", async (verb, sent, where) => {
	const { status, body } = await office.post(path(1, verb)).send(sent);
	expect(status).toBe(400);
	expect(body.problems.map((one: { where: string }) => one.where)).toEqual([
		where,
	]);
});

test.each<[object, string]>([
	[{ summary: "x".repeat(201) }, "summary"],
	[{ summary: "a\nb" }, "summary"],
	[{ labels: Array(21).fill("x") }, "labels"],
	[{ labels: ["x".repeat(41)] }, "labels.0"],
	[{ urgency: "soon" }, "urgency"],
	[{ property: "1" }, "property"],
	[{ dueAt: "tomorrow" }, "dueAt"],
	[{ status: "closed" }, ""],
])("PUT with %j is refused, naming %s", async (sent, where) => {
	const { status, body } = await office
		.put(path(1))
		.send({ revision: 1, ...sent });
	expect(status).toBe(400);
	expect(body.problems.map((one: { where: string }) => one.where)).toEqual([
		where,
	]);
});

test("there is nothing to be done with a ticket that is not there", async () => {
	for (const verb of ["/start", "/history", "/acknowledge"]) {
		const asked =
			verb === "/history"
				? office.get(path(9, verb))
				: office.post(path(9, verb));
		expect((await asked).status).toBe(404);
	}
});
