import { receiveMessage } from "../../src/actions/receive-message.ts";
import { recordDelivery } from "../../src/actions/record-delivery.ts";
import { callerOf } from "../../src/domain/call/caller.ts";
import { type AtWork, atWork } from "../support/at-work.ts";
import { arrivedCall, callEnded, ringEnded } from "../support/calls.ts";
import { lineNumber } from "../support/open-line.ts";
import {
	happens,
	takesMail,
	toldTo,
	written,
} from "../support/ticket-messages.ts";

let work: AtWork;
afterEach(() => work.close());

const tenant = "+358401009001";
const kalle = "+358401000002";
const aino = "+358401000001";

let received = 0;
const receive = (from: string, body: string) =>
	receiveMessage(work.ctx, work.board, {
		carrierSid: `SM${String(++received).padStart(32, "0")}`,
		sender: callerOf(from),
		recipient: lineNumber,
		body,
	});

/** The ticket is done, and whatever is to be sent is sent. */
async function done() {
	await happens(work, "done");
	await work.runJobs();
	return (await written(work, "done")).map(({ status, error }) => [
		status,
		error,
	]);
}

const optOuts = () => work.rows("select number, line from opt_outs");
const tenants = [{ number: tenant, line: "fault-line" }];

describe("a tenant who wants no text messages", () => {
	beforeEach(async () => {
		work = await atWork({ tenantSms: true });
		await arrivedCall(work);
	});

	test("says so in Finnish, is answered so, and is sent none until they want them again", async () => {
		expect(await receive(tenant, "Lopeta")).toContain("lähetä ALOITA");
		expect(await optOuts()).toEqual(tenants);
		expect(await done()).toEqual([["held", "opted-out"]]);
		expect(await receive(tenant, "aloita")).toContain("lähetämme sinulle taas");
		expect(await optOuts()).toEqual([]);
		expect(await done()).toContainEqual(["queued", null]);
		// Nobody is troubled with either.
		expect(await toldTo(work, "passed-on")).toEqual([]);
	});

	test("says so with the carrier's own word, which the carrier itself answers", async () => {
		expect(await receive(tenant, "STOP")).toBeNull();
		expect(await optOuts()).toEqual(tenants);
		expect(await receive(tenant, "START")).toBeNull();
		expect(await optOuts()).toEqual([]);
	});

	test("has told the carrier before we knew: its refusal is kept in mind", async () => {
		const phone = work.network.phones.add({
			...{ name: "Tenant", number: tenant, role: "tenant" },
		});
		await phone.sendsText(lineNumber, "STOP");
		expect(await done()).toEqual([["held", expect.stringMatching(/^21610: /)]]);
		expect(await optOuts()).toEqual(tenants);
		expect(await done()).toContainEqual(["held", "opted-out"]);
	});
});

test("a number that takes no text messages is not tried again, and a fixed line never", async () => {
	work = await atWork({ tenantSms: true });
	await arrivedCall(work);
	expect(await done()).toEqual([["queued", null]]);
	const [message] = await written(work, "done");
	await fails(message?.id, "30006");
	await work.runJobs();
	expect((await written(work, "done"))[0]).toMatchObject({
		...{ status: "undelivered", error: "30006", attempt: 1 },
	});
	expect(await done()).toContainEqual(["held", "no-texts"]);
	await work.rows("update tickets set caller = '+358942721235'");
	expect(await done()).toContainEqual(["held", "fixed-line"]);
});

describe("a technician who wants no text messages", () => {
	const nobodyTook = async () => {
		const call = await arrivedCall(work);
		await receive(kalle, "STOP");
		await call.record(ringEnded(), { kind: "message-offered" }, callEnded);
		for (let round = 0; round < 3; round++) await runFollowUps();
	};
	/** All but the next rounds of the alarm. */
	const runFollowUps = async () => {
		await work.rows(
			`delete from graphile_worker._private_jobs as jobs using graphile_worker._private_tasks as tasks
			where tasks.id = jobs.task_id and tasks.identifier = 'raise-alarm'`,
		);
		await work.runJobs();
	};

	test("has the alarm by e-mail, and the office is told to ring them", async () => {
		work = await atWork();
		const mails = takesMail(work);
		const { rota } = work.ctx.rotas.current("fault-line") ?? {};
		Object.assign(rota?.people.kalle ?? {}, { email: "Kalle@example.org" });
		await nobodyTook();
		expect(await written(work, "unanswered")).toMatchObject([
			{ recipient: aino },
			{ recipient: kalle, status: "held", error: "opted-out" },
			{ recipient: "kalle@example.org", channel: "email", status: "sent" },
		]);
		expect(mails).toMatchObject([
			{
				to: "kalle@example.org",
				subject: "Fault line, nobody answered, 2026-000001",
			},
		]);
		const [alarm] = await written(work, "not-told");
		expect(alarm?.recipient).toBe(aino);
		expect(alarm?.body).toContain("Kalle Korhonen ei saanut viestiä");
		expect(alarm?.body).toContain(kalle);
	});

	test("without a mail server the office is told alone", async () => {
		work = await atWork();
		await nobodyTook();
		expect(await toldTo(work, "not-told")).toEqual([`not-told ${aino}`]);
	});
});

function fails(
	message: string | undefined,
	error: string,
	attempt = 1,
): Promise<void> {
	return recordDelivery(work.board, {
		message: message ?? "",
		attempt,
		carrierSid: `SM${String(attempt).repeat(32)}`,
		status: "undelivered",
		error,
	});
}

describe("a message that the carrier could not deliver", () => {
	beforeEach(async () => {
		work = await atWork();
		const call = await arrivedCall(work);
		await call.record(ringEnded({ result: "human", talkSeconds: 9 }));
		await work.runJobs();
	});
	const only = async () => {
		const [message] = await written(work, "taken");
		if (!message) throw new Error("there is no message");
		return message;
	};

	test("is sent once more after five minutes, then shown as failed, and the office is told", async () => {
		const { id } = await only();
		await fails(id, "30003");
		// At once, the next try later.
		expect(await work.jobs()).toMatchObject([
			{ task: "see-to-failed-message", minutes: 0 },
		]);
		const { seeToFailedMessage } = await import(
			"../../src/actions/see-to-failed-message.ts"
		);
		await seeToFailedMessage(work.ctx, id, 1);
		await seeToFailedMessage(work.ctx, id, 1);
		expect(await only()).toMatchObject({ status: "waiting", attempt: 2 });
		expect(await work.jobs()).toContainEqual({
			...{ task: "send-message", payload: { message: id }, minutes: 5 },
		});
		// What is told of the first attempt comes too late.
		await fails(id, "30008");
		expect((await only()).status).toBe("waiting");
		await work.runJobs();
		expect(await only()).toMatchObject({ status: "queued", attempt: 2 });
		await fails(id, "30003", 2);
		await work.runJobs();
		expect(await only()).toMatchObject({
			...{ status: "undelivered", error: "30003", attempt: 2 },
		});
		expect(await toldTo(work, "not-told")).toEqual([`not-told ${aino}`]);
	});

	test("for a reason that does not pass is not sent again", async () => {
		await fails((await only()).id, "30005");
		await work.runJobs();
		expect(await only()).toMatchObject({ status: "undelivered", attempt: 1 });
		expect(await toldTo(work, "not-told")).toEqual([`not-told ${aino}`]);
	});
});
