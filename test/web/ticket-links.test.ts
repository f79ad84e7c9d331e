import supertest from "supertest";
import { acknowledgeTicket } from "../../src/actions/acknowledge-ticket.ts";
import { linkFor } from "../../src/actions/create-ticket-link.ts";
import { finishTicket } from "../../src/actions/finish-ticket.ts";
import { publishRota } from "../../src/actions/publish-rota.ts";
import type { Actor } from "../../src/domain/ticket/life.ts";
import { endpointsOf } from "../../src/web/api/endpoints.ts";
import { closeConnections, statusOf } from "../support/any-request.ts";
import { askerOf } from "../support/api.ts";
import { eventually } from "../support/eventually.ts";
import { type OpenLine, openLine, rotaOf } from "../support/open-line.ts";

let line: OpenLine;
beforeAll(async () => {
	line = await openLine({ line: { joinMinutes: 0 } });
});
afterAll(() => line.close());

const kalle: Actor = {
	name: "Kalle Korhonen",
	role: "technician",
	account: null,
	people: [{ line: "fault-line", person: "kalle" }],
};
const liisa: Actor = {
	...kalle,
	name: "Liisa Lind",
	people: [{ line: "fault-line", person: "liisa" }],
};

/** A tenant called and hung up. */
async function missedCall(caller = line.tenant) {
	await caller.dials();
	await line.kalle.rings();
	await caller.hangsUp();
	await line.clock.passes({ minutes: 1 });
	return line.ticket.view();
}

async function linkTo(ticketId: string, at = line.network.now()) {
	const { ctx } = line.service;
	const url = await ctx.database.transaction((transaction) =>
		linkFor(ctx, transaction, {
			...{ ticketId, line: "fault-line", person: "kalle", at },
			...{ name: "Kalle Korhonen", phone: "+358401000002" },
		}),
	);
	expect(url).toMatch(/\/t\/[\w-]{22}$/);
	return url.slice(-22);
}

const by = (secret: string) =>
	supertest
		.agent(line.service.url)
		.set("Authorization", `Ticket-Link ${secret}`);

/** What a link may do, each with its own ticket only. */
const forLinks = [
	"get /my-tickets/{number}",
	"get /recordings/{sid}",
	"get /ticket-link",
	"get /ticket-settings",
	"delete /tickets/{number}/files/{id}",
	"post /tickets/{number}/acknowledge",
	"post /tickets/{number}/arrive",
	"post /tickets/{number}/call-tenant",
	"post /tickets/{number}/files",
	"post /tickets/{number}/finish",
	"post /tickets/{number}/give-back",
	"post /tickets/{number}/notes",
	"post /tickets/{number}/start",
];

test("a link goes no further than these endpoints, and there no further than its own ticket", async () => {
	const own = await missedCall();
	const other = await missedCall(line.neighbour);
	const authorization = `Ticket-Link ${await linkTo(own.id)}`;
	const request = {
		headers: { authorization, "content-type": "application/json" },
		body: Buffer.from("{no json"),
	};
	const open: string[] = [];
	const wrong: string[] = [];
	for (const { method, path } of endpointsOf(line.service.ctx)) {
		const status = async (number: string) =>
			statusOf(
				method.toUpperCase(),
				`${line.service.url}/api${path
					.replace("{number}", number)
					.replaceAll(/\{\w+\}/g, crypto.randomUUID())}`,
				request,
			);
		if ((await status(own.number)) === 403) continue;
		open.push(`${method} ${path}`);
		if (!path.includes("{number}")) continue;
		const answered = await status(other.number);
		if (answered !== 404) wrong.push(`${method} ${path}: ${answered}`);
	}
	await closeConnections();
	expect(open.sort()).toEqual([...forLinks].sort());
	expect(wrong).toEqual([]);
}, 60_000);

test("a link opens its ticket without anybody's number, and works on it as the person it was sent to", async () => {
	const { id, number } = await missedCall();
	const secret = await linkTo(id);
	const link = await by(secret).get("/api/ticket-link");
	expect(link.body).toEqual({
		...{ number, sentFor: number },
		...{ name: "Kalle Korhonen", heldBy: null },
	});
	const mine = await by(secret).get(`/api/my-tickets/${number}`);
	expect(mine.status).toBe(200);
	expect(mine.body).toMatchObject({ number, assignee: null });
	expect(mine.body.can).toContain("acknowledge");
	const done = await by(secret).post(`/api/tickets/${number}/acknowledge`);
	expect(done.status).toBe(200);
	expect(done.body.assignee).toMatchObject({ person: "kalle" });
	const said = JSON.stringify([mine.body, done.body]);
	expect(said).not.toContain("+358401009001");
	expect(said).not.toContain("+358401000002");
	const [entry] = await line.database.database.query(
		"select actor from audit_entries where action = 'ticket-acknowledged' and subject_id = $1",
		{ bind: [number] },
	);
	expect(entry).toEqual([{ actor: "Kalle Korhonen" }]);
});

test("while somebody else has the ticket, the link only shows it", async () => {
	const { id, number } = await missedCall();
	const secret = await linkTo(id);
	await acknowledgeTicket(line.service.ctx, { number, by: liisa });
	const mine = await by(secret).get(`/api/my-tickets/${number}`);
	expect(mine.body).toMatchObject({
		can: [],
		assignee: { name: "Liisa Lind", isYou: false },
		tenantCall: { isPossible: false },
	});
	for (const path of ["notes", "finish", "call-tenant", "files"]) {
		const { status, body } = await by(secret)
			.post(`/api/tickets/${number}/${path}`)
			.send({ body: "note" });
		expect([path, status]).toEqual([path, 403]);
		expect(body.error).toContain("Liisa Lind has this ticket now");
	}
});

test("a link that has expired, or whose ticket was closed a day ago, says what to do; its page stays", async () => {
	const { ctx } = line.service;
	const { id, number } = await missedCall();
	const secret = await linkTo(id);
	await line.clock.passes({ minutes: 72 * 60 - 1 });
	expect((await by(secret).get("/api/ticket-link")).status).toBe(200);
	await line.clock.passes({ minutes: 2 });
	const expired = await by(secret).get("/api/ticket-link");
	expect(expired.status).toBe(410);
	expect(expired.body.error).toMatch(
		/^This link has expired\. Sign in .* or call \+358942721234\.$/,
	);
	const fresh = await linkTo(id, line.network.now());
	await finishTicket(ctx, { number, by: kalle });
	await ctx.database.query(
		"update tickets set status = 'closed', closed_at = $1 where number = $2",
		{ bind: [line.network.now().minus({ hours: 25 }).toJSDate(), number] },
	);
	const closed = await by(fresh).get(`/api/my-tickets/${number}`);
	expect(closed.status).toBe(410);
	expect(closed.body.error).toContain("The ticket is closed");
});

test("the office sees who can open a ticket by a link, and ends it: whoever holds it is told to sign in or call", async () => {
	const { id, number } = await missedCall();
	const first = await linkTo(id);
	await line.clock.passes({ minutes: 60 });
	const second = await linkTo(id);
	const { agent, name } = await askerOf(line.service, "office");
	const held = async () =>
		(await agent.get(`/api/tickets/${number}/links`)).body.links;
	const [link, ...others] = await held();
	const now = line.network.now();
	expect(others).toEqual([]);
	expect(link).toMatchObject({
		...{ name: "Kalle Korhonen", at: now.toUTC().toISO() },
		until: now.plus({ hours: 72 }).toUTC().toISO(),
	});
	const end = () => agent.delete(`/api/tickets/${number}/links/${link.id}`);
	expect((await end()).status).toBe(200);
	expect(await held()).toEqual([]);
	for (const secret of [first, second]) {
		const { status, body } = await by(secret).get("/api/ticket-link");
		expect(status).toBe(410);
		expect(body.error).toMatch(
			/^This link is no longer in use\. Sign in .* or call \+358942721234\.$/,
		);
	}
	const again = await end();
	expect(again.status).toBe(404);
	expect(again.body.error).toContain("over already");
	const { body } = await agent.get(`/api/tickets/${number}/history`);
	expect(body.entries.at(-1)).toMatchObject({
		...{ actor: name, action: "ticket-link-ended" },
		says: `${name} ended the personal link of Kalle Korhonen.`,
	});
	expect(await linkTo(id)).not.toBe(second);
	expect(await held()).toHaveLength(1);
});

test("the link of a ticket that was merged opens the one that it became a part of", async () => {
	const { ctx } = line.service;
	const own = await missedCall();
	const other = await missedCall(line.neighbour);
	const secret = await linkTo(own.id);
	await ctx.database.query(
		"update tickets set merged_into = $1, status = 'closed', closed_at = now() where id = $2",
		{ bind: [other.id, own.id] },
	);
	const { body } = await by(secret).get("/api/ticket-link");
	expect(body).toMatchObject({ number: other.number, sentFor: own.number });
	expect((await by(secret).get(`/api/my-tickets/${own.number}`)).status).toBe(
		404,
	);
	expect((await by(secret).get(`/api/my-tickets/${other.number}`)).status).toBe(
		200,
	);
	const { agent } = await askerOf(line.service, "office");
	const heldTo = async (number: string) =>
		(await agent.get(`/api/tickets/${number}/links`)).body.links.length;
	expect([await heldTo(own.number), await heldTo(other.number)]).toEqual([
		0, 1,
	]);
});

test("whoever comes by the page changes nothing, and is told to keep nothing", async () => {
	const { id, number } = await missedCall();
	// Somebody is told of the call, by a link of their own.
	await eventually(async () => {
		const [due] = await line.database.database.query(
			"select 1 from graphile_worker._private_jobs where run_at <= now()",
		);
		return due.length === 0 ? true : null;
	});
	const secret = await linkTo(id);
	const standing = async () =>
		(
			await line.database.database.query(
				"select (select json_agg(t) from tickets t)::text, (select json_agg(l) from ticket_links l)::text, (select count(*) from audit_entries)",
			)
		)[0];
	const before = await standing();
	const page = await supertest(line.service.url).get(`/t/${secret}`);
	expect(page.status).not.toBe(404);
	expect(page.headers["referrer-policy"]).toBe("no-referrer");
	expect(page.headers["x-robots-tag"]).toContain("noindex");
	expect(page.headers["cache-control"]).toBe("no-store");
	await by(secret).get("/api/ticket-link");
	await by(secret).get(`/api/my-tickets/${number}`);
	expect(await standing()).toEqual(before);
	const metrics = await supertest(line.service.url).get("/metrics");
	expect(metrics.text).not.toContain(secret);
	const [stored] = await line.database.database.query(
		"select string_agg(l::text, '') || (select string_agg(a::text, '') from audit_entries a) as text from ticket_links l",
	);
	expect(JSON.stringify(stored)).not.toContain(secret);
});

test("an odd header is no link", async () => {
	for (const header of ["Ticket-Link", "Ticket-Link a b", "Ticket-Link ÿ"])
		expect(
			(
				await supertest(line.service.url)
					.get("/api/ticket-link")
					.set("Authorization", header)
			).status,
		).toBe(401);
});

test("a link is good only as long as the rota says that the phone it was sent to is theirs", async () => {
	const { id } = await missedCall();
	const secret = await linkTo(id);
	const rota = rotaOf("fault-line", {});
	const someone = rota.people.kalle;
	if (!someone) throw new Error("Kalle is missing");
	const answers = async (phone: string, status: number) => {
		const kalleOfNow = { ...someone, phone };
		await publishRota(line.service.ctx, {
			rota: { ...rota, people: { ...rota.people, kalle: kalleOfNow } },
			...{ by: "test", reason: "test" },
		});
		return eventually(async () => {
			const answer = await by(secret).get("/api/ticket-link");
			return answer.status === status ? answer.body : null;
		});
	};
	const { error } = await answers("+358401000099", 410);
	expect(error).toContain("no longer in use");
	await answers(someone.phone, 200);
});

// Last, for it has the place that it comes from shut out.
test("many guesses are not looked up any more, and a right link still opens", async () => {
	const { id } = await missedCall();
	const secret = await linkTo(id);
	expect((await by(secret).get("/api/ticket-link")).status).toBe(200);
	const statuses = new Set<number>();
	for (let tries = 0; tries < 30; tries += 1)
		statuses.add((await by(`guess-${tries}`).get("/api/ticket-link")).status);
	expect([...statuses]).toEqual([401, 429]);
	expect((await by(secret).get("/api/ticket-link")).status).toBe(200);
});
