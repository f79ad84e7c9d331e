import { forgetLinks } from "../../src/actions/forget-links.ts";
import { recordDelivery } from "../../src/actions/record-delivery.ts";
import { seeToFailedMessage } from "../../src/actions/see-to-failed-message.ts";
import { heldOnNumber } from "../../src/database/data-requests.ts";
import { messagesOfTicket } from "../../src/database/messages.ts";
import { type AtWork, atWork } from "../support/at-work.ts";
import { arrivedCall } from "../support/calls.ts";
import {
	happens,
	takesMail,
	ticketId,
	written,
} from "../support/ticket-messages.ts";

let work: AtWork;
beforeEach(async () => {
	work = await atWork();
	await arrivedCall(work);
});
afterEach(() => work.close());

const secret = /\/t\/[\w-]{22}/;

/** Liisa is given the ticket, and the text about it is with the carrier. */
async function sent() {
	await happens(
		work,
		"assigned",
		"status = 'assigned', assignee_person = 'liisa', assignee_name = 'Liisa Lind'",
	);
	await send();
	return oneText();
}

/** Hands over what waits; the reminders that follow are stories of their own. */
async function send() {
	await work.rows(
		`delete from graphile_worker._private_jobs as jobs using graphile_worker._private_tasks as tasks
		where tasks.id = jobs.task_id and tasks.identifier not in ('send-message', 'see-to-failed-message')`,
	);
	await work.runJobs();
}

async function oneText() {
	const [text] = await written(work, "assigned");
	if (!text) throw new Error("nobody was told");
	return text;
}

async function isTold(status: string, error: string | null = null) {
	const { id, attempt } = await oneText();
	await recordDelivery(work.board, {
		...{ message: id, attempt, status, error },
		carrierSid: `SM${String(attempt).repeat(32)}`,
	});
}

test("the secret of a link is in its message until that has been delivered", async () => {
	expect((await sent()).body).toMatch(secret);
	await isTold("sent");
	expect((await oneText()).body).toMatch(secret);
	await isTold("delivered");
	expect((await oneText()).body).not.toMatch(secret);
	expect((await oneText()).body).toMatch(/2026-000001.* \S+\/t\/\.\.\.$/);
});

test("it is still there for the second attempt, and goes when that fails too", async () => {
	const first = await sent();
	await isTold("undelivered", "30003");
	await seeToFailedMessage(work.ctx, first.id, 1);
	expect(await oneText()).toMatchObject({ attempt: 2, body: first.body });
	await send();
	await isTold("undelivered", "30003");
	await seeToFailedMessage(work.ctx, first.id, 2);
	expect(await oneText()).toMatchObject({
		...{ attempt: 2, status: "undelivered" },
		body: expect.not.stringMatching(secret),
	});
});

test("what goes by mail instead takes the link along, and forgets it when the server has it", async () => {
	const mails = takesMail(work);
	const { rota } = work.ctx.rotas.current("fault-line") ?? {};
	Object.assign(rota?.people.liisa ?? {}, { email: "liisa@example.org" });
	await sent();
	await isTold("failed", "30005");
	await send();
	expect(mails).toMatchObject([{ text: expect.stringMatching(secret) }]);
	expect(await written(work, "assigned")).toMatchObject([
		{ channel: "sms", body: expect.not.stringMatching(secret) },
		{
			...{ channel: "email", status: "sent" },
			body: expect.not.stringMatching(secret),
		},
	]);
});

test("where the carrier never tells, it goes when the link has expired", async () => {
	await sent();
	await forgetLinks(work.ctx);
	expect((await oneText()).body).toMatch(secret);
	await work.network.clock.passes({ minutes: 72 * 60 });
	await forgetLinks(work.ctx);
	expect((await oneText()).body).not.toMatch(secret);
});

test("nobody who is shown a message is shown its link, on the ticket or on a data request", async () => {
	expect((await sent()).body).toMatch(secret);
	const { database } = work.ctx;
	const shown = await messagesOfTicket(database, await ticketId(work));
	const given = await heldOnNumber(database, "+358401009001");
	for (const { body } of [...shown, ...given.messages])
		expect(body).toMatch(/\/t\/\.\.\.$/);
	expect(shown.length * given.messages.length).toBe(1);
});
