import { followUpCall } from "../../src/actions/follow-up-call.ts";
import { messagesOfTicket } from "../../src/database/messages.ts";
import { type AtWork, atWork } from "../support/at-work.ts";
import { arrivedCall, callEnded, ringEnded } from "../support/calls.ts";
import {
	atHome,
	happens,
	takesMail,
	ticketId,
	toldTo,
	written,
} from "../support/ticket-messages.ts";

let work: AtWork;
afterEach(() => work.close());

const kalle = "+358401000002";
const liisa = "+358401000003";
const aino = "+358401000001";
const tenant = "+358401009001";
const theirs = "assignee_person = 'liisa', assignee_name = 'Liisa Lind'";

/** A call that nobody took, told of and done with. */
async function unanswered(from = tenant) {
	const call = await arrivedCall(work, { from });
	await call.record(ringEnded(), { kind: "message-offered" }, callEnded);
	await followUpCall(work.ctx, call.origin.call);
	return call;
}

describe("who is given a ticket", () => {
	beforeEach(async () => {
		work = await atWork();
		await arrivedCall(work);
		await atHome(work);
	});

	test("is told what and where, with a link that is theirs, and reminded", async () => {
		await happens(work, "assigned", `status = 'assigned', ${theirs}`);
		const [text] = await written(work, "assigned");
		expect(text?.recipient).toBe(liisa);
		expect(text?.body).toContain(
			"Kiviparintie 2 B 12, 2026-000001: Water in the cellar.",
		);
		expect(text?.body).toMatch(/http:\/\/127\.0\.0\.1:9\/t\/[\w-]{22}$/);
		expect(await work.rows("select person, phone from ticket_links")).toEqual([
			{ person: "liisa", phone: liisa },
		]);
		expect(await work.jobs()).toContainEqual({
			task: "remind-of-ticket",
			payload: { ticket: "2026-000001", round: 1, revision: 2 },
			// Of normal urgency, at two at night: at eight in the morning.
			minutes: 360,
		});
	});

	test("by themself is told nothing, and each time anew otherwise", async () => {
		const by = {
			account: null,
			people: [{ line: "fault-line", person: "liisa" }],
		};
		await happens(work, "assigned", `status = 'assigned', ${theirs}`, by);
		expect(await written(work)).toEqual([]);
		await happens(work, "assigned");
		await happens(work, "assigned");
		expect(await toldTo(work)).toEqual([
			`assigned ${liisa}`,
			`assigned ${liisa}`,
		]);
	});

	test("with an account and no phone is told by e-mail, with the page's own address", async () => {
		takesMail(work);
		await work.rows(
			`insert into accounts (id, email, name, role, language, is_demo, created_at)
			values ('00000000-0000-4000-8000-00000000000a', 'oili@example.org', 'Oili', 'planner', 'fi', false, now())`,
		);
		await happens(
			work,
			"assigned",
			"status = 'assigned', assignee_account = '00000000-0000-4000-8000-00000000000a', assignee_name = 'Oili'",
		);
		const [mail] = await work.rows(
			"select recipient, channel, subject, body from messages",
		);
		expect(mail).toMatchObject({
			...{ recipient: "oili@example.org", channel: "email" },
			subject: "Vikanumero, sinulle, 2026-000001, Kiviparintie 2 B 12",
			body: expect.stringContaining("/tickets/2026-000001"),
		});
	});
});

describe("the tenant", () => {
	test("is told that somebody is on the way and that it is done, in their language", async () => {
		work = await atWork({ tenantSms: true });
		await arrivedCall(work);
		await atHome(work);
		await happens(work, "under-way", "status = 'under-way'");
		await happens(work, "done", "status = 'done'");
		expect(await toldTo(work)).toEqual([
			`done ${tenant}`,
			`under-way ${tenant}`,
		]);
		const [done, underWay] = await written(work);
		expect(underWay?.body).toBe(
			"Felanmälan: vi är på väg till dig, felanmälan 2026-000001.",
		);
		expect(done?.body).toContain("åtgärdad");
		expect(await work.rows("select 1 from ticket_links")).toEqual([]);
	});

	test("is not told where the line says no, nor on a withheld number, nor a colleague's own", async () => {
		work = await atWork();
		await arrivedCall(work);
		await happens(work, "done");
		await work.close();
		for (const from of ["anonymous", kalle]) {
			work = await atWork({ tenantSms: true });
			await arrivedCall(work, { from });
			await happens(work, "done");
			expect(await written(work)).toEqual([]);
			if (from === "anonymous") await work.close();
		}
	});

	test("who reported over the counter is told on a number of their own", async () => {
		work = await atWork({ tenantSms: true });
		await arrivedCall(work);
		await atHome(work);
		await work.rows(
			"insert into tenant_numbers (number, tenant_id) values ('+358401009009', '00000000-0000-4000-8000-000000000002')",
		);
		await happens(work, "done", "channel = 'counter', caller = null");
		expect(await toldTo(work)).toEqual(["done +358401009009"]);
	});
});

test("a ticket that is given back is told to everybody responsible but who gave it back, and is an alarm", async () => {
	work = await atWork();
	takesMail(work);
	await work.rows(
		`insert into accounts (id, email, name, role, language, is_demo, created_at) values
		(gen_random_uuid(), 'oili@example.org', 'Oili', 'office', 'fi', false, now()),
		(gen_random_uuid(), 'gone@example.org', 'Gone', 'office', 'fi', false, now())`,
	);
	await work.rows(
		"update accounts set disabled_at = now() where name = 'Gone'",
	);
	await arrivedCall(work);
	await happens(work, "given-back", "status = 'new', missed_call_at = now()", {
		account: null,
		people: [{ line: "fault-line", person: "kalle" }],
	});
	expect(await toldTo(work)).toEqual([
		`given-back ${aino}`,
		"given-back oili@example.org",
	]);
	expect(await work.jobs()).toContainEqual(
		expect.objectContaining({ task: "raise-alarm", minutes: 10 }),
	);
});

describe("a second call of the same number", () => {
	test("that nobody took tells everybody again, each call once", async () => {
		work = await atWork({ joinMinutes: 60 });
		const first = await unanswered();
		await work.network.clock.passes({ minutes: 5 });
		await unanswered();
		await followUpCall(work.ctx, first.origin.call);
		expect(await work.rows("select number from tickets")).toHaveLength(1);
		const told = await written(work, "unanswered");
		expect(told.map(({ recipient }) => recipient)).toEqual([
			...[aino, kalle],
			...[aino, kalle],
		]);
		expect(told[1]?.body).toContain("at 02:00");
		expect(told[3]?.body).toContain("at 02:05");
		expect(await work.rows("select 1 from ticket_links")).toHaveLength(4);
	});

	test("is told to who has the ticket, and the tenant has the number already", async () => {
		work = await atWork({ joinMinutes: 60, tenantSms: true });
		await unanswered();
		await work.rows(`update tickets set status = 'acknowledged', ${theirs}`);
		await work.network.clock.passes({ minutes: 5 });
		await unanswered();
		expect(await toldTo(work, "called-again")).toEqual([
			`called-again ${liisa}`,
		]);
		expect((await written(work, "called-again"))[0]?.body).toContain(
			"2026-000001: +358401009001 called again at 02:05.",
		);
		expect(await toldTo(work, "receipt")).toEqual([`receipt ${tenant}`]);
	});
});

test("a ticket's messages are told in order, with their cost, and without anybody's own link", async () => {
	work = await atWork({ sms: { price: 0.07, currency: "EUR" } });
	const call = await arrivedCall(work);
	await atHome(work);
	await call.record(ringEnded({ result: "human", talkSeconds: 9 }));
	await work.runJobs();
	const [text] = await messagesOfTicket(
		work.ctx.database,
		await ticketId(work),
	);
	expect(text).toMatchObject({
		...{ direction: "out", channel: "sms", purpose: "taken" },
		...{ recipient: kalle, status: "queued", error: null, segments: 1 },
		price: { amount: 0.07, currency: "EUR" },
		body: expect.stringMatching(/127\.0\.0\.1:9\/t\/\.\.\.$/),
	});
});

test("an admin's own words are sent, and broken ones never stop a message", async () => {
	work = await atWork({ tenantSms: true });
	await work.rows(
		`insert into message_templates (purpose, language, text, updated_at) values
		('done', 'en', 'All well with {number} now.', now()), ('under-way', 'en', '{nonsense', now())`,
	);
	await arrivedCall(work);
	await happens(work, "under-way");
	await happens(work, "done");
	expect((await written(work)).map(({ body }) => body)).toEqual([
		"All well with 2026-000001 now.",
		"Fault line: we are on our way to you, fault report 2026-000001.",
	]);
});
