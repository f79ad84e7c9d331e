import { DateTime } from "luxon";
import { QueryTypes } from "sequelize";
import { believableTickets } from "../../bench/tickets/believable.ts";
import { countTickets, findTickets } from "../../src/database/found-tickets.ts";
import {
	everyTicket,
	type LooksFor,
	type TicketsMeant,
} from "../../src/database/ticket-conditions.ts";
import { logRows, logSummary } from "../../src/database/ticket-log.ts";
import { openStatuses } from "../../src/domain/ticket/log-filter.ts";
import { type TestDatabase, testDatabase } from "../support/database.ts";

interface Row {
	readonly id: string;
	readonly number: string;
	readonly line: string;
	readonly channel: string;
	readonly status: string;
	readonly outcome: string | null;
	readonly urgency: string;
	readonly subject: string | null;
	readonly parent: string | null;
	readonly property: string | null;
	readonly stairwell: string;
	readonly caller: string | null;
	readonly openedAt: Date;
	readonly dueAt: Date | null;
	readonly missed: boolean;
	readonly taker: string | null;
	readonly person: string | null;
	readonly seconds: number | null;
	readonly labels: readonly string[];
	readonly costs: boolean | null;
}

const now = DateTime.fromISO("2026-03-03T12:00:00Z");

let cloned: TestDatabase;
/** Newest first. */
let all: readonly Row[];

beforeAll(async () => {
	cloned = await testDatabase(2);
	const { database } = cloned;
	await believableTickets(database, {
		...{ count: 300, until: now.toJSDate(), seed: 5 },
		lines: { "fault-line": 3, "heating-line": 1 },
	});
	// Among 300 over three years, few are young enough to be open.
	await database.query(
		`update tickets set status = (array['new', 'assigned', 'under-way', 'done'])[1 + abs(hashtext(number)) % 4],
			missed_call_at = case when outcome = 'voicemail' then opened_at end
		where abs(hashtext(number)) % 3 = 0`,
	);
	// Some of the same instant.
	await database.query(
		`update tickets set opened_at = date_trunc('month', opened_at) where abs(hashtext(number)) % 5 = 0`,
	);
	await database.query(
		"update ticket_search set opened_at = tickets.opened_at from tickets where id = ticket_id",
	);
	await database.query("truncate ticket_labels");
	await database.query(
		"select refresh_ticket_search(array_agg(id)) from tickets",
	);
	await database.query("update tickets set labels = array_append(labels, 'x')");
	all = await database.query<Row>(
		`select t.id, number, line, channel, status, outcome, t.urgency, subject, parent, property_id as property, stairwell,
			caller, opened_at as "openedAt", due_at as "dueAt", missed_call_at is not null as missed, answered_by as taker,
			assignee_person as person, answer_seconds as seconds, labels, costs
		from tickets t left join subjects s on s.id = t.subject order by opened_at desc, t.id desc`,
		{ type: QueryTypes.SELECT },
	);
}, 60_000);
afterAll(() => cloned.close());

/** Each filter as it is asked for, and as anybody would understand it. */
const filters: Readonly<
	Record<string, [Partial<TicketsMeant>, (row: Row) => boolean]>
> = {
	line: [{ line: "heating-line" }, ({ line }) => line === "heating-line"],
	span: [
		{ from: now.minus({ days: 400 }), to: now.minus({ days: 100 }) },
		({ openedAt }) =>
			openedAt >= now.minus({ days: 400 }).toJSDate() &&
			openedAt < now.minus({ days: 100 }).toJSDate(),
	],
	channel: [{ channel: ["phone"] }, ({ channel }) => channel === "phone"],
	channels: [
		{ channel: ["form", "email"] },
		({ channel }) => channel === "form" || channel === "email",
	],
	outcome: [
		{ outcome: ["abandoned", "voicemail"] },
		({ outcome }) => outcome === "abandoned" || outcome === "voicemail",
	],
	status: [{ status: ["closed"] }, ({ status }) => status === "closed"],
	open: [
		{ status: openStatuses },
		({ status }) => status !== "done" && status !== "closed",
	],
	urgency: [
		{ urgency: ["emergency", "urgent"] },
		({ urgency }) => urgency === "emergency" || urgency === "urgent",
	],
	subject: [
		{ subject: "heat-radiator-cold" },
		({ subject }) => subject === "heat-radiator-cold",
	],
	branch: [
		{ subject: "water" },
		({ subject, parent }) => subject === "water" || parent === "water",
	],
	person: [
		{ person: "kalle" },
		({ taker, person }) => taker === "kalle" || person === "kalle",
	],
	within: [
		{ answeredWithin: { how: "within", seconds: 20 } },
		({ seconds }) => seconds !== null && seconds <= 20,
	],
	later: [
		{ answeredWithin: { how: "later", seconds: 30 } },
		({ seconds }) => seconds !== null && seconds > 30,
	],
	not: [
		{ answeredWithin: { how: "not", seconds: 30 } },
		({ seconds, outcome }) =>
			seconds === null
				? ["abandoned", "unanswered", "voicemail"].includes(outcome ?? "")
				: seconds > 30,
	],
	overdue: [
		{ overdue: true },
		({ dueAt, status }) =>
			dueAt !== null &&
			dueAt < now.toJSDate() &&
			status !== "done" &&
			status !== "closed",
	],
	unacknowledged: [
		{ unacknowledged: true },
		({ status, missed }) => status === "new" || status === "assigned" || missed,
	],
	label: [{ label: "takuu" }, ({ labels }) => labels.includes("takuu")],
	costs: [{ costs: false }, ({ costs }) => costs === false],
};

const names = Object.keys(filters);

test.each(names)(
	"%s alone finds what it says, in pages that join",
	async (name) => {
		const [meant, holds] = known(name);
		const expected = all.filter(holds).map(({ number }) => number);
		expect(expected.length).toBeGreaterThan(0);
		expect(await foundIn(meant, 7)).toEqual(expected);
		const count = await countTickets(
			cloned.database,
			{ ...everyTicket, now, ...meant },
			1_000,
		);
		expect(count).toBe(expected.length);
	},
);

test("any two together find what both say", async () => {
	for (const [i, one] of names.entries())
		for (const other of names.slice(i + 1)) {
			const [[first, holds], [second, alsoHolds]] = [known(one), known(other)];
			if (Object.keys(first).some((key) => key in second)) continue;
			const expected = all
				.filter((row) => holds(row) && alsoHolds(row))
				.map(({ number }) => number);
			const found = await foundIn({ ...first, ...second }, 50);
			expect({ one, other, found }).toEqual({ one, other, found: expected });
		}
}, 60_000);

test("everything, a property and its stairwell", async () => {
	expect(await foundIn({}, 11)).toEqual(all.map(({ number }) => number));
	const row = all.find(({ property, stairwell }) => property && stairwell);
	const { property, stairwell } = row as Row & { property: string };
	const there = all.filter((each) => each.property === property);
	expect(await foundIn({ property }, 3)).toEqual(
		there.map(({ number }) => number),
	);
	expect(await foundIn({ property, stairwell }, 3)).toEqual(
		there
			.filter((each) => each.stairwell === stairwell)
			.map(({ number }) => number),
	);
});

test("numbers of tickets and parts of callers' numbers", async () => {
	const [one] = all.filter(({ caller }) => caller?.startsWith("+358"));
	const { number, caller } = one as Row & { caller: string };
	const lookFor = (what: Partial<LooksFor & { kind: "number" }>) =>
		foundIn({ looksFor: { ...noNumber, ...what } }, 5);
	const ofCaller = (holds: (caller: string) => boolean) =>
		all
			.filter((each) => each.caller !== null && holds(each.caller))
			.map((each) => each.number);
	expect(await lookFor({ whole: number })).toEqual([number]);
	expect(await lookFor({ running: String(Number(number.slice(5))) })).toEqual(
		all
			.filter((each) => each.number.slice(5) === number.slice(5))
			.map((each) => each.number),
	);
	expect(await lookFor({ beginnings: [caller.slice(0, 7)] })).toEqual(
		ofCaller((each) => each.startsWith(caller.slice(0, 7))),
	);
	expect(await lookFor({ end: caller.slice(-4) })).toEqual(
		ofCaller((each) => each.endsWith(caller.slice(-4))),
	);
	expect(await foundIn({ caller }, 5)).toEqual(
		ofCaller((each) => each === caller),
	);
});

test("the first line counts what waits", async () => {
	const count = (name: string) => all.filter(known(name)[1]).length;
	expect(await logSummary(cloned.database, { line: null, now })).toEqual({
		unacknowledged: count("unacknowledged"),
		open: count("open"),
		overdue: count("overdue"),
	});
});

const noNumber = {
	kind: "number",
	...{ whole: null, running: null, beginnings: [], end: null },
} as const;

function known(name: string): [Partial<TicketsMeant>, (row: Row) => boolean] {
	const found = filters[name];
	if (!found) throw new Error(`there is no filter ${name}`);
	return found;
}

/** Numbers of all that is found, page after page. */
async function foundIn(
	meant: Partial<TicketsMeant>,
	limit: number,
): Promise<string[]> {
	const { database } = cloned;
	const numbers: string[] = [];
	let cursor: string | null = null;
	do {
		const page: Awaited<ReturnType<typeof findTickets>> = await findTickets(
			database,
			{ ...everyTicket, now, ...meant },
			{ limit, cursor },
		);
		numbers.push(
			...(await logRows(database, page.ids)).map(({ number }) => number),
		);
		cursor = page.next;
	} while (cursor !== null);
	return numbers;
}
