import { acknowledgeTicket } from "../../src/actions/acknowledge-ticket.ts";
import { arriveAtTicket } from "../../src/actions/arrive-at-ticket.ts";
import {
	type AssignTo,
	assignTicket,
} from "../../src/actions/assign-ticket.ts";
import {
	changeTicket,
	type TicketDetails,
} from "../../src/actions/change-ticket.ts";
import { closeTicket } from "../../src/actions/close-ticket.ts";
import { finishTicket } from "../../src/actions/finish-ticket.ts";
import { giveBackTicket } from "../../src/actions/give-back-ticket.ts";
import { mergeTicket } from "../../src/actions/merge-ticket.ts";
import { noteOnTicket } from "../../src/actions/note-on-ticket.ts";
import { reopenTicket } from "../../src/actions/reopen-ticket.ts";
import { splitTicket } from "../../src/actions/split-ticket.ts";
import { startTicket } from "../../src/actions/start-ticket.ts";
import { ticketByNumber } from "../../src/database/tickets.ts";
import type { Actor } from "../../src/domain/ticket/life.ts";
import { accountOf } from "../support/api.ts";
import { type AtWork, atWork } from "../support/at-work.ts";
import { arrivedCall, callEnded, ringEnded } from "../support/calls.ts";

let work: AtWork;
beforeEach(async () => {
	work = await atWork({ joinMinutes: 60 });
});
afterEach(() => work.close());

const technician = (name: string, person: string): Actor => ({
	name,
	role: "technician",
	account: null,
	people: [{ line: "fault-line", person }],
});
const kalle = technician("Kalle Korhonen", "kalle");
const liisa = technician("Liisa Lind", "liisa");
const maija: Actor = {
	name: "Maija",
	role: "office",
	account: null,
	people: [],
};

const first = "2026-000001";
const second = "2026-000002";

async function missedCall(from?: string) {
	const call = await arrivedCall(work, from ? { from } : {});
	await call.record(ringEnded(), { kind: "message-offered" }, callEnded);
	return call.origin.call;
}

async function ticket(number = first) {
	const found = await ticketByNumber(work.ctx.database, number);
	if (!found) throw new Error(`there is no ticket ${number}`);
	return found;
}

const entries = (number = first) =>
	work.rows<{ actor: string; action: string; before: object; after: object }>(
		`select actor, action, reason, before, after from audit_entries
		where subject_kind = 'ticket' and subject_id = $1 and action <> 'ticket-link-created' order by id`,
		number,
	);
const lastEntry = async (number = first) => (await entries(number)).at(-1);

/** Does it, as nobody else has meanwhile. */
const give = async (to: AssignTo, by = maija) =>
	assignTicket(work.ctx, {
		number: first,
		by,
		to,
		revision: (await ticket()).revision,
	});
const change = (details: TicketDetails, more = {}) =>
	changeTicket(work.ctx, { number: first, by: maija, details, ...more });

const at = "2026-03-03T00:00:00.000Z";

test("from the call to the closed ticket: each step is saved with its audit entry, once", async () => {
	await missedCall();
	const { ctx } = work;
	await give({ person: "kalle" });
	expect(await ticket()).toMatchObject({
		status: "assigned",
		assignee: { person: "kalle", account: null, name: "Kalle Korhonen" },
		missedCallAt: at,
	});
	for (const act of [acknowledgeTicket, startTicket, arriveAtTicket])
		expect(await act(ctx, { number: first, by: kalle })).toEqual({
			kind: "changed",
			number: first,
		});
	expect(await ticket()).toMatchObject({
		status: "under-way",
		...{ acknowledgedBy: "Kalle Korhonen", missedCallAt: null },
		...{ acknowledgedAt: at, underWayAt: at, onSiteAt: at },
	});
	const note = "Tiiviste vaihdettu.\nEi vuoda enää.";
	await finishTicket(ctx, { number: first, by: kalle, note });
	const { revision } = await ticket();
	await closeTicket(ctx, { number: first, by: maija, revision });
	expect(await ticket()).toMatchObject({
		...{ status: "closed", doneAt: at, closedAt: at },
		revision: revision + 1,
	});
	expect(await work.rows("select by_name, body from ticket_notes")).toEqual([
		{ by_name: "Kalle Korhonen", body: note },
	]);
	const told = await entries();
	expect(told.map(({ actor, action }) => `${actor} ${action}`)).toEqual([
		"line:fault-line ticket-opened",
		"Maija ticket-assigned",
		"Kalle Korhonen ticket-acknowledged",
		"Kalle Korhonen ticket-started",
		"Kalle Korhonen ticket-arrived",
		"Kalle Korhonen ticket-finished",
		"Maija ticket-closed",
	]);
	expect(told.slice(1, 4)).toMatchObject([
		{
			before: { status: "new", assignee: null },
			after: { status: "assigned", assignee: "Kalle Korhonen" },
		},
		{ before: { status: "assigned" }, after: { status: "acknowledged" } },
		{ before: { status: "acknowledged" }, after: { status: "under-way" } },
	]);
});

test("somebody who simply goes there and mends it has had it from the first", async () => {
	await missedCall();
	await finishTicket(work.ctx, { number: first, by: liisa });
	expect(await ticket()).toMatchObject({
		...{ status: "done", acknowledgedBy: "Liisa Lind", missedCallAt: null },
		assignee: { person: "liisa", name: "Liisa Lind" },
	});
});

test("of two at once one has it, and the other is told who", async () => {
	await missedCall();
	const results = await Promise.all(
		[kalle, liisa].map((by) =>
			acknowledgeTicket(work.ctx, { number: first, by }),
		),
	);
	const { assignee } = await ticket();
	expect(results).toContainEqual({ kind: "changed", number: first });
	expect(results).toContainEqual({
		kind: "refused",
		because: { kind: "somebody-has-it", name: assignee?.name },
	});
	expect(
		(await entries()).filter(({ action }) => action === "ticket-acknowledged"),
	).toHaveLength(1);
});

test("an edit of what somebody else has changed meanwhile is refused, and says what they did; a step from the field is not", async () => {
	await missedCall();
	const { revision } = await ticket();
	await change({ summary: "Vesi valuu" });
	expect(await change({ urgency: "low" }, { revision })).toEqual({
		kind: "refused",
		because: {
			kind: "changed-meanwhile",
			last: expect.objectContaining({
				actor: "Maija",
				action: "ticket-changed",
				after: { summary: "Vesi valuu" },
			}),
		},
	});
	expect((await ticket()).urgency).toBe("normal");
	expect(
		await acknowledgeTicket(work.ctx, { number: first, by: kalle }),
	).toMatchObject({ kind: "changed" });
	expect(
		await startTicket(work.ctx, { number: first, by: kalle, revision }),
	).toMatchObject({ because: { last: { action: "ticket-acknowledged" } } });
	expect(await entries()).toHaveLength(3);
});

test("what does not follow names who made it so", async () => {
	await missedCall();
	await closeTicket(work.ctx, { number: first, by: maija });
	expect(
		await finishTicket(work.ctx, { number: first, by: kalle }),
	).toMatchObject({
		because: {
			kind: "status",
			status: "closed",
			last: { actor: "Maija", action: "ticket-closed" },
		},
	});
	expect(
		await startTicket(work.ctx, { number: "2026-999999", by: kalle }),
	).toEqual({
		kind: "refused",
		because: { kind: "no-such-ticket", number: "2026-999999" },
	});
});

test("given back it is nobody's: somebody is told at once, and again until one says that they have it", async () => {
	await missedCall();
	await acknowledgeTicket(work.ctx, { number: first, by: kalle });
	await work.runJobs();
	await work.network.clock.passes({ minutes: 5 });
	await giveBackTicket(work.ctx, {
		number: first,
		by: kalle,
		reason: "Auto hajosi",
	});
	expect(await ticket()).toMatchObject({
		...{ status: "new", assignee: null, acknowledgedBy: null },
		missedCallAt: "2026-03-03T00:05:00.000Z",
	});
	expect(await lastEntry()).toMatchObject({
		...{ action: "ticket-given-back", reason: "Auto hajosi" },
		before: { status: "acknowledged", assignee: "Kalle Korhonen" },
		after: { status: "new", assignee: null },
	});
	expect(
		await work.rows(
			"select distinct recipient from messages where purpose = 'given-back'",
		),
	).toEqual([{ recipient: "+358401000001" }]);
	expect((await work.jobs()).map(({ task }) => task)).toContain("raise-alarm");
	await acknowledgeTicket(work.ctx, { number: first, by: liisa });
	expect((await ticket()).missedCallAt).toBeNull();
});

test("a second call that nobody took is off one's mind by acknowledging it: who has the ticket goes on, a colleague takes it over", async () => {
	await missedCall();
	await startTicket(work.ctx, { number: first, by: kalle });
	await missedCall();
	expect(await ticket()).toMatchObject({ missedCallAt: at });
	await acknowledgeTicket(work.ctx, { number: first, by: kalle });
	expect(await ticket()).toMatchObject({
		...{ status: "under-way", missedCallAt: null, underWayAt: at },
		assignee: { person: "kalle" },
	});
	await missedCall();
	await acknowledgeTicket(work.ctx, { number: first, by: liisa });
	expect(await ticket()).toMatchObject({
		...{ status: "acknowledged", missedCallAt: null, underWayAt: null },
		assignee: { person: "liisa" },
	});
	expect(await lastEntry()).toMatchObject({
		before: { status: "under-way", assignee: "Kalle Korhonen" },
		after: { status: "acknowledged", assignee: "Liisa Lind" },
	});
});

test("it can be given to anybody of the rota or with an account, and to nobody", async () => {
	await missedCall();
	const account = await accountOf(work.ctx, { role: "office", name: "Sanna" });
	for (const nobody of [
		{ person: "nobody" },
		{ person: "__proto__" },
		{ account: crypto.randomUUID() },
	])
		expect(await give(nobody)).toMatchObject({
			because: { kind: "no-such-assignee" },
		});
	await give({ account });
	expect((await ticket()).assignee).toEqual({
		...{ person: null, account, name: "Sanna" },
	});
	expect(await give({ account })).toEqual({
		kind: "refused",
		because: { kind: "has-it-already", name: "Sanna" },
	});
	await give(null);
	expect(await ticket()).toMatchObject({ status: "new", assignee: null });
	expect(await give(null)).toMatchObject({
		because: { kind: "nobody-has-it" },
	});
});

test("reopened it goes back to who had it, with a clean sheet", async () => {
	await missedCall();
	await startTicket(work.ctx, { number: first, by: kalle });
	await finishTicket(work.ctx, { number: first, by: kalle });
	await closeTicket(work.ctx, { number: first, by: maija });
	await reopenTicket(work.ctx, { number: first, by: maija, reason: "Vuotaa" });
	expect(await ticket()).toMatchObject({
		...{ status: "assigned", assignee: { person: "kalle" } },
		...{ acknowledgedAt: null, underWayAt: null, doneAt: null, closedAt: null },
	});
	expect(await lastEntry()).toMatchObject({
		...{ reason: "Vuotaa", before: { status: "closed" } },
		after: { status: "assigned" },
	});
});

describe("what is said of a ticket", () => {
	const house = crypto.randomUUID();
	const eeva = crypto.randomUUID();
	beforeEach(async () => {
		await missedCall();
		await work.rows(
			"insert into properties (id, key, address, service_class) values ($1, 'k2', 'Kiviparintie 2', 'quick')",
			house,
		);
		await work.rows(
			"insert into tenants (id, name, property_id, stairwell, flat) values ($1, 'Eeva', $2, 'B', '12')",
			eeva,
			house,
		);
	});
	const minutesTo = async () => {
		const { dueAt, openedAt } = await ticket();
		return dueAt && (Date.parse(dueAt) - Date.parse(openedAt)) / 60_000;
	};

	test("changes with what was before and after", async () => {
		await change(
			{
				summary: "Hana vuotaa",
				labels: [" Takuu ", "takuu", "LVI"],
				costs: false,
			},
			{ reason: "soitti uudelleen" },
		);
		expect(await lastEntry()).toEqual({
			...{ actor: "Maija", action: "ticket-changed" },
			reason: "soitti uudelleen",
			before: { summary: null, labels: [], costs: null },
			after: { summary: "Hana vuotaa", labels: ["takuu", "lvi"], costs: false },
		});
	});

	test("and nothing is entered when nothing changes", async () => {
		await change({ summary: "Hana vuotaa" });
		const { revision } = await ticket();
		await change({ summary: "Hana vuotaa", urgency: "normal" });
		expect((await ticket()).revision).toBe(revision);
		expect(await entries()).toHaveLength(2);
	});

	test("a subject brings its urgency unless one is given, and with it the due time", async () => {
		await change({ subject: "water-leak" });
		expect(await ticket()).toMatchObject({ urgency: "emergency" });
		expect(await minutesTo()).toBe(60);
		await change({ subject: "heat-radiator-noise", urgency: "urgent" });
		expect(await ticket()).toMatchObject({ urgency: "urgent" });
		expect(await minutesTo()).toBe(1440);
	});

	test("a property brings its service class, and takes the old stairwell and flat away", async () => {
		await change({ stairwell: "A", flat: "1" });
		await change({ property: house, urgency: "urgent" });
		expect(await minutesTo()).toBe(240);
		expect((await ticket()).place).toMatchObject({
			...{ words: "Kiviparintie 2", stairwell: "", flat: "" },
		});
		await change({ property: null });
		expect(await minutesTo()).toBe(1440);
	});

	test("a due time by hand stays whatever follows, until it is taken away", async () => {
		const dueAt = work.network.now().plus({ minutes: 7 });
		await change({ urgency: "urgent", dueAt });
		await change({ urgency: "low", property: house });
		expect(await minutesTo()).toBe(7);
		await change({ dueAt: null });
		await change({ urgency: "emergency" });
		expect(await minutesTo()).toBe(30);
	});

	test("a tenant brings their home where there is no place yet", async () => {
		await change({ tenant: eeva });
		expect(await ticket()).toMatchObject({
			tenant: { id: eeva, name: "Eeva" },
			place: { words: "Kiviparintie 2 B 12" },
		});
		await change({ tenant: null, flat: "13" });
		await change({ tenant: eeva });
		expect((await ticket()).place.words).toBe("Kiviparintie 2 B 13");
	});

	test.each<[TicketDetails, string]>([
		[{ subject: "nothing-like-it" }, "no-such-subject"],
		[{ subject: "water-tap" }, "retired-subject"],
		[{ property: crypto.randomUUID() }, "no-such-property"],
		[{ tenant: crypto.randomUUID() }, "no-such-tenant"],
	])("%j is refused: %s", async (details, kind) => {
		await work.rows(
			"update subjects set retired_at = now() where id = 'water' returning id",
		);
		expect(await change({ ...details, summary: "x" })).toEqual({
			kind: "refused",
			because: { kind },
		});
		expect(await ticket()).toMatchObject({ summary: null, subject: null });
	});
});

test("merged it is closed with its alarm, is found from both sides, and reopening undoes it", async () => {
	await missedCall();
	await missedCall("+358401009002");
	const merge = (number: string, into: string) =>
		mergeTicket(work.ctx, { number, into, by: maija, reason: "sama vuoto" });
	await merge(second, first);
	expect(await ticket(second)).toMatchObject({
		...{ status: "closed", mergedInto: first, missedCallAt: null },
	});
	expect(await lastEntry(second)).toMatchObject({
		...{ action: "ticket-merged", reason: "sama vuoto" },
		after: { status: "closed", mergedInto: first },
	});
	expect(await lastEntry(first)).toMatchObject({
		...{ action: "ticket-merged-in", after: { merged: second } },
	});
	for (const [number, into, because] of [
		[first, first, { kind: "into-itself" }],
		[first, second, { kind: "into-merged", into: first }],
		[second, first, { kind: "merged", into: first }],
		[first, "2026-999999", { kind: "no-such-ticket", number: "2026-999999" }],
	] as const)
		expect(await merge(number, into)).toEqual({ kind: "refused", because });
	await reopenTicket(work.ctx, { number: second, by: maija, reason: "eri" });
	expect(await ticket(second)).toMatchObject({
		...{ status: "new", mergedInto: null },
	});
	expect(await lastEntry(second)).toMatchObject({
		before: { status: "closed", mergedInto: first },
	});
	expect(await lastEntry(first)).toMatchObject({
		...{ action: "ticket-separated", before: { merged: second } },
	});
});

test("two who merge two tickets into each other get one merge", async () => {
	await missedCall();
	await missedCall("+358401009002");
	const results = await Promise.all([
		mergeTicket(work.ctx, { number: first, into: second, by: maija }),
		mergeTicket(work.ctx, { number: second, into: first, by: maija }),
	]);
	expect(results.map(({ kind }) => kind).sort()).toEqual([
		"changed",
		"refused",
	]);
});

test("no ticket is merged away while its caller is on the line", async () => {
	await arrivedCall(work);
	await missedCall("+358401009002");
	expect(
		await mergeTicket(work.ctx, { number: first, into: second, by: maija }),
	).toEqual({ kind: "refused", because: { kind: "call-goes-on" } });
});

describe("split", () => {
	const split = (calls: string[], by = maija) =>
		splitTicket(work.ctx, { number: first, by, calls, summary: "Hissi" });

	test("the calls chosen go to a ticket of their own, and what both owe to their calls is worked out anew", async () => {
		const answered = await arrivedCall(work);
		await answered.record(
			ringEnded({ result: "human", talkSeconds: 9 }),
			callEnded,
		);
		await work.network.clock.passes({ minutes: 10 });
		const missed = await missedCall();
		expect(await ticket()).toMatchObject({
			...{ status: "acknowledged", outcome: "answered" },
			missedCallAt: "2026-03-03T00:10:00.000Z",
		});
		expect(await split([missed])).toMatchObject({ kind: "changed" });
		expect(await ticket(second)).toMatchObject({
			...{ status: "new", splitFrom: first, summary: "Hissi" },
			...{ outcome: "unanswered", answeredBy: null, assignee: null },
			openedAt: "2026-03-03T00:10:00.000Z",
			missedCallAt: "2026-03-03T00:10:00.000Z",
			calls: [{ sid: missed }],
		});
		expect(await ticket()).toMatchObject({
			...{ status: "acknowledged", missedCallAt: null },
			calls: [{ sid: answered.origin.call }],
		});
		expect(
			await work.rows(
				"select outcome, answered_by, last_call_at from tickets order by number",
			),
		).toEqual([
			{
				...{ outcome: "answered", answered_by: "kalle" },
				last_call_at: new Date("2026-03-03T00:00:00Z"),
			},
			{
				...{ outcome: "unanswered", answered_by: null },
				last_call_at: new Date("2026-03-03T00:10:00Z"),
			},
		]);
		expect(await lastEntry(first)).toMatchObject({
			...{ action: "ticket-split", after: { split: second, calls: 1 } },
		});
		expect(await entries(second)).toMatchObject([
			{ action: "ticket-split-off", after: { splitFrom: first } },
		]);
		const alarms = (await work.jobs()).filter(
			({ task }) => task === "raise-alarm",
		);
		expect(alarms).toMatchObject([{ payload: { ticket: second } }]);
	});

	test("at least one call stays and one goes, all of them the ticket's own and over", async () => {
		const one = await missedCall();
		const other = await missedCall();
		const going = await arrivedCall(work);
		for (const [calls, kind] of [
			[[], "no-call-goes"],
			[[one, other, going.origin.call], "no-call-stays"],
			[[one, `CA${"0".repeat(32)}`], "no-such-call"],
			[[going.origin.call], "call-goes-on"],
		] as const)
			expect(await split([...calls])).toEqual({
				kind: "refused",
				because: { kind },
			});
		expect(await work.rows("select number from tickets")).toHaveLength(1);
	});

	test("a ticket without calls is split by a summary alone", async () => {
		await work.rows(
			`insert into tickets (id, number, line, channel, status, language, opened_at)
			values (gen_random_uuid(), $1, 'fault-line', 'counter', 'new', 'fi', now()) returning number`,
			first,
		);
		await work.rows("select next_ticket_number(2026)");
		expect(await split([])).toMatchObject({ kind: "changed" });
		expect(await ticket(second)).toMatchObject({
			...{ channel: "counter", summary: "Hissi", missedCallAt: null },
			calls: [],
		});
	});
});

test("a note is kept, and the audit entry says only that it was written", async () => {
	await missedCall();
	await noteOnTicket(work.ctx, { number: first, by: kalle, body: "Ovikoodi" });
	const [note] = await work.rows<{ id: string }>(
		"select id, body from ticket_notes",
	);
	expect(note).toMatchObject({ body: "Ovikoodi" });
	expect(await lastEntry()).toMatchObject({
		...{ action: "ticket-noted", before: {}, after: { note: note?.id } },
	});
});
