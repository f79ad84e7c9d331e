import { ticketsPage } from "../../src/database/ticket-list.ts";
import { ticketByNumber } from "../../src/database/tickets.ts";
import type { CallFact } from "../../src/domain/call/facts.ts";
import { type AtWork, atWork } from "../support/at-work.ts";
import {
	arrivedCall,
	callEnded,
	newCallSid,
	ringEnded,
} from "../support/calls.ts";

let work: AtWork;
beforeEach(async () => {
	work = await atWork();
});
afterEach(() => work.close());

test("who picked up is busy until the call is over, whatever of it is told late or again", async () => {
	const { origin, record } = await arrivedCall(work);
	const picksUp: CallFact = {
		kind: "leg-progressed",
		...{ status: "in-progress", sequence: 2, carrierAt: null },
		...{ leg: newCallSid(), person: "aino", screened: false },
		...{ step: 1, attempt: 1 },
	};
	await record(ringEnded());
	await record(picksUp);
	expect(work.board.busyOn(origin.line)).toEqual(["aino"]);
	await record(ringEnded({ step: 1, result: "human", person: "aino" }));
	expect(work.board.busyOn(origin.line)).toEqual([]);
	await record(picksUp);
	await record({ ...picksUp, leg: newCallSid() });
	expect(work.board.busyOn(origin.line)).toEqual([]);
	expect(work.board.wasTaken(origin.call)).toBe(true);
});

test("a call is a ticket with its first attempt and its audit entry before it is answered", async () => {
	await arrivedCall(work);
	expect(await ticketByNumber(work.ctx.database, "2026-000001")).toMatchObject({
		status: "new",
		outcome: null,
		caller: "+358401009001",
		rotaVersion: 1,
		openedAt: "2026-03-03T00:00:00.000Z",
		ringing: [{ person: "kalle", outcome: "ringing" }],
	});
	expect(
		await work.rows(
			"select actor, action, subject_id from audit_entries where action = 'ticket-opened'",
		),
	).toEqual([
		{
			actor: "line:fault-line",
			action: "ticket-opened",
			subject_id: "2026-000001",
		},
	]);
	expect(await work.jobs()).toEqual([]);
});

test("a hundred calls at once get a hundred numbers without a hole, and one told twice gets one", async () => {
	const call = newCallSid();
	await Promise.all([
		...Array.from({ length: 99 }, () => arrivedCall(work)),
		arrivedCall(work, { call }),
		arrivedCall(work, { call }),
	]);
	const rows = await work.rows<{ number: string }>(
		"select number from tickets order by number",
	);
	expect(rows.map(({ number }) => number)).toEqual(
		Array.from(
			{ length: 100 },
			(_, i) => `2026-${String(i + 1).padStart(6, "0")}`,
		),
	);
});

test("numbers begin anew each year, by the line's own wall clock", async () => {
	await arrivedCall(work);
	work.network.clock.set(
		work.network.now().set({ month: 12, day: 31, hour: 21, minute: 59 }),
	);
	await arrivedCall(work);
	await work.network.clock.passes({ minutes: 2 });
	await arrivedCall(work);
	const rows = await work.rows<{ number: string }>(
		"select number from tickets order by opened_at",
	);
	expect(rows.map(({ number }) => number)).toEqual([
		"2026-000001",
		"2026-000002",
		"2027-000001",
	]);
});

test("the same facts told twice are one set, and enqueue nothing twice", async () => {
	const call = await arrivedCall(work);
	await call.record(ringEnded({ callerGone: true, result: "cancelled" }));
	const [job] = await work.jobs();
	await call.record(ringEnded({ callerGone: true, result: "cancelled" }));
	expect(await work.jobs()).toEqual([job]);
	expect(job).toMatchObject({
		task: "follow-up-call",
		payload: { call: call.origin.call },
	});
	expect(await work.rows("select key from call_facts order by id")).toEqual([
		{ key: "call-arrived" },
		{ key: "step-rung:0:1" },
		{ key: "ring-ended:0:1" },
	]);
});

test("a human's answer is the outcome whatever comes before or after it, and acknowledges the ticket", async () => {
	const call = await arrivedCall(work);
	await call.record(callEnded);
	await call.record(ringEnded({ result: "human", talkSeconds: 5 }));
	const late = await arrivedCall(work);
	await late.record(ringEnded({ result: "human", talkSeconds: 5 }));
	await late.record(callEnded);
	expect(
		await work.rows("select outcome, status, acknowledged_by from tickets"),
	).toEqual(
		Array(2).fill({
			outcome: "answered",
			status: "acknowledged",
			acknowledged_by: "Kalle Korhonen",
		}),
	);
});

test("a fact that comes before the arrival opens the ticket, and the arrival fills it", async () => {
	const call = await arrivedCall(work);
	const other = { ...call.origin, call: newCallSid() };
	const { recordCall } = await import("../../src/actions/record-call.ts");
	await recordCall(work.ctx, work.board, other, [callEnded]);
	const before = await ticketByNumber(work.ctx.database, "2026-000002");
	expect(before).toMatchObject({ caller: "+358401009001", ringing: [] });
	await arrivedCall(work, { call: other.call });
	expect(await ticketByNumber(work.ctx.database, "2026-000002")).toMatchObject({
		outcome: "abandoned",
		because: { en: expect.stringContaining("office") },
	});
});

test("facts and audit entries can only be added to", async () => {
	await arrivedCall(work);
	for (const table of ["call_facts", "audit_entries"]) {
		await expect(work.rows(`delete from ${table}`)).rejects.toThrow(
			"can only be added to",
		);
		await expect(work.rows(`update ${table} set at = now()`)).rejects.toThrow(
			"can only be added to",
		);
	}
});

test("pages of tickets: newest first, each once, whatever is opened at the same instant", async () => {
	for (let i = 0; i < 7; i++) {
		await arrivedCall(work, { from: i % 2 ? "+358401009001" : "anonymous" });
		if (i % 3 === 0) await work.network.clock.passes({ seconds: 1 });
	}
	const { database } = work.ctx;
	const all = (await ticketsPage(database, { limit: 50 })).tickets;
	const paged: string[] = [];
	let cursor: string | null = null;
	do {
		const page: Awaited<ReturnType<typeof ticketsPage>> = await ticketsPage(
			database,
			{ limit: 2, cursor },
		);
		paged.push(...page.tickets.map(({ number }) => number));
		cursor = page.next;
	} while (cursor);
	expect(paged).toEqual(all.map(({ number }) => number));
	expect(new Set(paged).size).toBe(7);
	const opened = all.map(({ openedAt }) => openedAt);
	expect(opened).toEqual([...opened].sort().reverse());
	const from = work.network.now().minus({ seconds: 2 });
	const some = await ticketsPage(database, {
		limit: 50,
		from,
		to: from.plus({ seconds: 1 }),
	});
	expect(some.tickets.map(({ openedAt }) => openedAt)).toEqual(
		opened.filter((at) => at === "2026-03-03T00:00:01.000Z"),
	);
	const mine = await ticketsPage(database, {
		limit: 50,
		caller: "+358401009001",
		status: ["new"],
	});
	expect(mine.tickets).toHaveLength(3);
	expect(
		(await ticketsPage(database, { limit: 50, status: ["done"] })).tickets,
	).toEqual([]);
	await expect(
		ticketsPage(database, { limit: 2, cursor: "nonsense" }),
	).rejects.toMatchObject({ status: 400 });
});
