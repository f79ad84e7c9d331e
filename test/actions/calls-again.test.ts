import { DateTime } from "luxon";
import { QueryTypes } from "sequelize";
import { type CallEntry, recordEntries } from "../../src/database/records.ts";
import { outcomeRanks } from "../../src/domain/call/facts.ts";
import type { CallOutcome } from "../../src/domain/ticket/ticket.ts";
import { newCallSid } from "../support/calls.ts";
import { type TestDatabase, testDatabase } from "../support/database.ts";
import { eventually } from "../support/eventually.ts";

let test_: TestDatabase;
beforeAll(async () => {
	test_ = await testDatabase(4);
});
beforeEach(() => rows("truncate tickets, properties, audit_entries cascade"));
afterAll(() => test_.close());

const start = DateTime.fromISO("2026-03-03T00:00:00Z", { zone: "utc" });
const tenant = "+358401009001";

let told = 0;

/** What a webhook learnt of a call that arrived so many minutes after the start. */
function entry(
	minutes: number,
	{ outcome, ...more }: Partial<CallEntry> & { outcome?: CallOutcome } = {},
): CallEntry {
	told += 1;
	const arrivedAt = start.plus({ minutes }).toISO() ?? "";
	return {
		record: "call",
		call: newCallSid(),
		line: "fault-line",
		caller: tenant,
		called: "+358942721234",
		language: "en",
		rotaVersion: 1,
		arrivedAt,
		year: 2026,
		busy: [],
		joinMinutes: 60,
		facts: [
			{ key: `fact:${told}`, kind: "call-arrived", at: arrivedAt, data: {} },
		],
		...(outcome && { outcome, outcomeRank: outcomeRanks[outcome] }),
		...more,
	};
}

const record = (...entries: CallEntry[]) =>
	recordEntries(test_.database, entries);

const rows = <T extends object>(sql: string) =>
	test_.database.query<T>(sql, { type: QueryTypes.SELECT });

/** How many calls each ticket has, in the order of the tickets' numbers. */
const callsByTicket = async () =>
	(
		await rows<{ calls: number }>(
			`select (select count(*)::int from calls where ticket_id = tickets.id) as calls from tickets order by number`,
		)
	).map(({ calls }) => calls);

test.each<[string, CallEntry[], number[]]>([
	["within the window", [entry(0), entry(60)], [2]],
	["after the window", [entry(0), entry(60.1)], [1, 1]],
	[
		"within the window of the newest call",
		[entry(0), entry(50), entry(100)],
		[3],
	],
	[
		"from another number",
		[entry(0), entry(1, { caller: "+358401009002" })],
		[1, 1],
	],
	["to another line", [entry(0), entry(1, { line: "other-line" })], [1, 1]],
	[
		"withheld",
		[entry(0, { caller: null }), entry(1, { caller: null })],
		[1, 1],
	],
	[
		"from what is no number",
		[entry(0, { caller: "266696687" }), entry(1, { caller: "266696687" })],
		[1, 1],
	],
	[
		"to a line that joins nothing",
		[entry(0), entry(1, { joinMinutes: 0 })],
		[1, 1],
	],
	[
		"as an older release spooled it",
		[entry(0), entry(1, { joinMinutes: undefined as never })],
		[1, 1],
	],
	["that came first and is recorded last", [entry(30), entry(0)], [2]],
	["that came long before and is recorded last", [entry(90), entry(0)], [1, 1]],
])("a call %s", async (_, entries, expected) => {
	for (const each of entries) await record(each);
	expect(await callsByTicket()).toEqual(expected);
	const [{ held } = { held: 0 }] = await rows<{ held: number }>(
		"select count(*)::int as held from calls",
	);
	expect(held).toBe(entries.length);
});

test("calls of one list join each other as they would one by one", async () => {
	const [first, second, third] = [entry(0), entry(59), entry(118)];
	const late = entry(200);
	const other = entry(1, { caller: "+358401009002" });
	await record(third, late, other, first, second, first);
	expect((await callsByTicket()).sort()).toEqual([1, 1, 3]);
	const [ticket] = await rows(
		`select last_call_at as "lastCallAt", opened_at as "openedAt" from tickets where caller = '${tenant}' order by opened_at`,
	);
	expect(ticket).toEqual({
		openedAt: start.toJSDate(),
		lastCallAt: start.plus({ minutes: 118 }).toJSDate(),
	});
});

test("two calls at the same instant, told to two instances again and again, are one ticket", async () => {
	const entries = [entry(0), entry(0), entry(0)];
	await Promise.all(
		[...entries, ...entries].map((each) =>
			recordEntries(test_.database, [each]),
		),
	);
	expect(await callsByTicket()).toEqual([3]);
	await record(...entries.reverse());
	expect(await callsByTicket()).toEqual([3]);
	expect(
		await rows("select action from audit_entries order by action"),
	).toEqual([
		{ action: "ticket-called-again" },
		{ action: "ticket-called-again" },
		{ action: "ticket-opened" },
	]);
});

test.each(["done", "closed"])(
	"a ticket that is %s is not joined, nor is one that somebody makes so just then",
	async (status) => {
		await record(entry(0));
		const transaction = await test_.database.transaction();
		await test_.database.query(`update tickets set status = '${status}'`, {
			transaction,
		});
		const waiting = record(entry(1));
		await eventually(async () => ((await isAnybodyWaiting()) ? true : null));
		await transaction.commit();
		await waiting;
		expect(await callsByTicket()).toEqual([1, 1]);
		await record(entry(2));
		expect(await callsByTicket()).toEqual([1, 2]);
	},
);

/** For somebody else's lock in this database. */
async function isAnybodyWaiting(): Promise<boolean> {
	const waiting = await rows(
		"select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
	);
	return waiting.length > 0;
}

test("a caller who is turned away joins nothing, and closes nobody's ticket", async () => {
	await record(entry(0, { outcome: "unanswered" }));
	await record(entry(1, { outcome: "blocked" }));
	await record(entry(2, { outcome: "abandoned" }));
	expect(
		await rows(
			"select status, outcome, missed_call_at is not null as missed from tickets order by number",
		),
	).toEqual([
		{ status: "new", outcome: "unanswered", missed: true },
		{ status: "closed", outcome: "blocked", missed: false },
	]);
	expect(await callsByTicket()).toEqual([2, 1]);
});

test("a second call that nobody takes is an alarm again, whoever has the ticket", async () => {
	await record(entry(0, { outcome: "unanswered" }));
	await rows(
		"update tickets set status = 'acknowledged', missed_call_at = null, assignee_name = 'Kalle' returning id",
	);
	const again = entry(10);
	await record(again);
	await record({ ...entry(10, { outcome: "voicemail" }), call: again.call });
	expect(
		await rows("select status, outcome, missed_call_at from tickets"),
	).toEqual([
		{
			status: "acknowledged",
			outcome: "voicemail",
			missed_call_at: start.plus({ minutes: 10 }).toJSDate(),
		},
	]);
});

test("whoever closes the ticket while its caller calls again does not close that call: nobody took it, so it is open again", async () => {
	await record(entry(0));
	const again = entry(10);
	await record(again);
	await rows(
		"update tickets set status = 'closed', closed_at = now(), assignee_name = 'Kalle' returning id",
	);
	await record({ ...entry(10, { outcome: "unanswered" }), call: again.call });
	expect(
		await rows(
			"select status, closed_at, missed_call_at is not null as missed from tickets",
		),
	).toEqual([{ status: "assigned", closed_at: null, missed: true }]);
	expect(
		await rows(
			"select actor, before, after from audit_entries where action = 'ticket-reopened'",
		),
	).toEqual([
		{
			actor: "line:fault-line",
			before: { status: "closed" },
			after: { status: "assigned" },
		},
	]);
});

const taken = (minutes: number, more: Partial<CallEntry> = {}) =>
	entry(minutes, {
		outcome: "answered",
		takenBy: "Kalle Korhonen",
		takenByPerson: "kalle",
		takenAt: start.plus({ minutes: minutes + 1 }).toISO() ?? "",
		talkSeconds: 30,
		...more,
	});

test("a later call that is answered ends the alarm; it does not when it came before the one that was missed", async () => {
	const missed =
		"select status, missed_call_at is not null as missed from tickets";
	await record(entry(0, { outcome: "unanswered" }));
	await record(taken(5));
	expect(await rows(missed)).toEqual([
		{ status: "acknowledged", missed: false },
	]);
	await record(entry(20, { outcome: "unanswered" }));
	await record(taken(10));
	expect(await rows(missed)).toEqual([
		{ status: "acknowledged", missed: true },
	]);
});

test("a missed call that is recorded late, after the caller has been answered, wakes nobody", async () => {
	await record(taken(10));
	await record(entry(5, { outcome: "unanswered" }));
	expect(await rows("select missed_call_at from tickets")).toEqual([
		{ missed_call_at: null },
	]);
});

test("who was given the ticket has acknowledged it when they take its caller's call; somebody else has not", async () => {
	await record(entry(0));
	await rows(
		"update tickets set status = 'assigned', assignee_person = 'liisa', assignee_name = 'Liisa Lind' returning id",
	);
	await record(taken(5));
	expect(await rows("select status, assignee_name from tickets")).toEqual([
		{ status: "assigned", assignee_name: "Liisa Lind" },
	]);
	await record(taken(10, { takenBy: "Liisa Lind", takenByPerson: "liisa" }));
	expect(await rows("select status, answered_by from tickets")).toEqual([
		{ status: "acknowledged", answered_by: "kalle" },
	]);
});

test("what the line itself did is entered with before and after", async () => {
	const first = entry(0);
	const second = taken(10);
	await record(first);
	await record(second);
	expect(
		await rows(
			"select actor, action, reason, before, after, origin from audit_entries order by id",
		),
	).toEqual([
		{
			actor: "line:fault-line",
			action: "ticket-opened",
			reason: "a call arrived",
			before: null,
			after: { status: "new", call: first.call },
			origin: "phone",
		},
		{
			actor: "line:fault-line",
			action: "ticket-called-again",
			reason: "a call of the same number arrived",
			before: { lastCallAt: "2026-03-03T00:00:00+00:00" },
			after: { lastCallAt: "2026-03-03T00:10:00+00:00", call: second.call },
			origin: "phone",
		},
		{
			actor: "Kalle Korhonen",
			action: "ticket-acknowledged",
			reason: "took the call",
			before: { status: "new", assignee: null },
			after: { status: "acknowledged", assignee: "Kalle Korhonen" },
			origin: "phone",
		},
	]);
});

test("the ticket of a tenant who is known has their home, and is due by its service class", async () => {
	await rows(`with house as (
			insert into properties (id, key, address, service_class)
				values (gen_random_uuid(), 'k2', 'Kiviparintie 2', 'quick') returning id
		), home as (
			insert into tenants (id, name, property_id, stairwell, flat)
				select gen_random_uuid(), 'Eeva', id, 'B', '12' from house returning id
		) insert into tenant_numbers (number, tenant_id) select '${tenant}', id from home returning number`);
	await record(entry(0));
	const minutes = (
		await rows<{ minutes: { normal: number } }>(
			"select minutes from service_classes where id = 'quick'",
		)
	)[0]?.minutes.normal;
	expect(await rows("select stairwell, flat, due_at from tickets")).toEqual([
		{
			stairwell: "B",
			flat: "12",
			due_at: start.plus({ minutes: minutes ?? 0 }).toJSDate(),
		},
	]);
});
