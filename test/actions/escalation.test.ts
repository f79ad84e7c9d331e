import { acknowledgeTicket } from "../../src/actions/acknowledge-ticket.ts";
import { followUpCall } from "../../src/actions/follow-up-call.ts";
import { raiseAlarm } from "../../src/actions/raise-alarm.ts";
import { remindOfOverdue } from "../../src/actions/remind-of-overdue.ts";
import { remindOfTicket } from "../../src/actions/remind-of-ticket.ts";
import { type AtWork, atWork } from "../support/at-work.ts";
import { arrivedCall, callEnded, ringEnded } from "../support/calls.ts";
import {
	happens,
	takesMail,
	toldTo,
	written,
} from "../support/ticket-messages.ts";

let work: AtWork;
beforeEach(async () => {
	work = await atWork({ joinMinutes: 60 });
	takesMail(work);
	await work.rows(
		`insert into accounts (id, email, name, role, language, is_demo, created_at)
		values (gen_random_uuid(), 'boss@example.org', 'Boss', 'manager', 'sv', false, now())`,
	);
});
afterEach(() => work.close());

const kalle = "+358401000002";
const liisa = "+358401000003";
const aino = "+358401000001";
const number = "2026-000001";

async function unanswered() {
	const call = await arrivedCall(work);
	await call.record(ringEnded(), { kind: "message-offered" }, callEnded);
	await followUpCall(work.ctx, call.origin.call);
}

const alarms = async () => {
	const jobs = await work.jobs();
	return jobs
		.filter(({ task }) => task === "raise-alarm")
		.map(({ payload }) => payload as { of: string; round: number });
};

const raise = async (round: number) => {
	const of = (await alarms()).find((one) => one.round === round)?.of ?? "";
	await raiseAlarm(work.ctx, { number, of, round });
};

const entered = () =>
	work.rows<{ actor: string; after: { round: number; told: string[] } }>(
		"select actor, after from audit_entries where action = 'ticket-escalated' order by id",
	);

test("the longer nobody acknowledges a call, the more people are told, and it is on the ticket", async () => {
	await unanswered();
	for (const round of [1, 2, 3, 4]) await raise(round);
	const told = await toldTo(work, "alarm");
	expect(told.filter((one) => one === `alarm ${kalle}`)).toHaveLength(4);
	expect(told.filter((one) => one === `alarm ${aino}`)).toHaveLength(4);
	// The second step of the night joins in the second round.
	expect(told.filter((one) => one === `alarm ${liisa}`)).toHaveLength(3);
	expect(await toldTo(work, "escalated")).toEqual([
		"escalated boss@example.org",
	]);
	expect(await entered()).toMatchObject([
		{
			actor: "line:fault-line",
			after: { round: 1, told: ["Kalle Korhonen", "Aino Virtanen"] },
		},
		{ after: { round: 2, told: expect.arrayContaining(["Liisa Lind"]) } },
		{ after: { round: 3, told: expect.arrayContaining(["Boss"]) } },
	]);
	expect(await alarms()).toContainEqual(expect.objectContaining({ round: 5 }));
});

test("a round is raised once, and none once somebody has acknowledged it", async () => {
	await unanswered();
	await raise(1);
	await raise(1);
	expect(await written(work, "alarm")).toHaveLength(2);
	expect(await entered()).toHaveLength(1);
	await acknowledge();
	await raise(2);
	expect(await written(work, "alarm")).toHaveLength(2);
});

test("a call that is missed after that is an alarm of its own, from the first round on", async () => {
	await unanswered();
	await raise(1);
	const [first] = await alarms();
	await acknowledge();
	await work.network.clock.passes({ minutes: 5 });
	await unanswered();
	expect((await alarms()).map(({ of, round }) => [of, round])).toEqual([
		["2026-03-03T00:00:00.000Z", 1],
		["2026-03-03T00:00:00.000Z", 2],
		["2026-03-03T00:05:00.000Z", 1],
	]);
	// A round of the first call, left over.
	await raiseAlarm(work.ctx, { number, of: first?.of ?? "", round: 2 });
	expect(await written(work, "alarm")).toHaveLength(2);
	await raiseAlarm(work.ctx, {
		...{ number, of: "2026-03-03T00:05:00.000Z", round: 1 },
	});
	expect(await written(work, "alarm")).toHaveLength(4);
});

async function acknowledge() {
	const by = {
		...({ name: "Liisa Lind", role: "technician", account: null } as const),
		people: [{ line: "fault-line", person: "liisa" }],
	};
	const result = await acknowledgeTicket(work.ctx, { number, by });
	expect(result.kind).toBe("changed");
}

test("who was given a ticket is reminded, then the office, then the managers", async () => {
	await arrivedCall(work);
	await happens(
		work,
		"assigned",
		"status = 'assigned', urgency = 'emergency', assignee_person = 'liisa', assignee_name = 'Liisa Lind'",
	);
	const reminder = async () =>
		(await work.jobs()).find(({ task }) => task === "remind-of-ticket");
	expect(await reminder()).toMatchObject({ minutes: 10 });
	await remindOfTicket(work.ctx, { number, round: 1, revision: 2 });
	expect(await toldTo(work, "reminder")).toEqual([`reminder ${liisa}`]);
	expect(await toldTo(work, "unacknowledged")).toEqual([]);
	expect(await reminder()).toMatchObject({ payload: { round: 2 } });
	await remindOfTicket(work.ctx, { number, round: 2, revision: 2 });
	expect(await toldTo(work, "unacknowledged")).toEqual([
		`unacknowledged ${aino}`,
		`unacknowledged ${kalle}`,
	]);
	await remindOfTicket(work.ctx, { number, round: 3, revision: 2 });
	expect(await toldTo(work, "escalated")).toEqual([
		"escalated boss@example.org",
	]);
	expect(await entered()).toHaveLength(2);
	await work.rows("update tickets set status = 'acknowledged'");
	await remindOfTicket(work.ctx, { number, round: 3, revision: 9 });
	expect(await written(work, "reminder")).toHaveLength(3);
});

describe("a ticket whose time has passed", () => {
	const due = (at: string, more = "") =>
		work.rows(`update tickets set due_at = '${at}' ${more}`);

	test("is told of once to who has it, and again when it is due anew", async () => {
		await arrivedCall(work);
		await due(
			"2026-03-03T00:30:00Z",
			", urgency = 'urgent', status = 'acknowledged', assignee_person = 'liisa', assignee_name = 'Liisa Lind'",
		);
		await remindOfOverdue(work.ctx);
		expect(await written(work)).toEqual([]);
		await work.network.clock.passes({ minutes: 40 });
		await remindOfOverdue(work.ctx);
		await remindOfOverdue(work.ctx);
		expect(await toldTo(work)).toEqual([`overdue ${liisa}`]);
		await due("2026-03-03T00:35:00Z");
		await remindOfOverdue(work.ctx);
		expect(await written(work)).toHaveLength(2);
		await due("2026-03-03T00:36:00Z", ", status = 'done'");
		await remindOfOverdue(work.ctx);
		expect(await written(work)).toHaveLength(2);
	});

	test("and which nobody has is told to everybody responsible, by day where it is not urgent", async () => {
		await arrivedCall(work);
		await due("2026-03-03T00:30:00Z");
		await work.network.clock.passes({ hours: 1 });
		await remindOfOverdue(work.ctx);
		expect(await written(work)).toEqual([]);
		await work.network.clock.passes({ hours: 5 });
		await remindOfOverdue(work.ctx);
		expect(await toldTo(work)).toEqual([`overdue ${aino}`, `overdue ${kalle}`]);
	});
});
