import { DateTime } from "luxon";
import readExcelFile from "read-excel-file/node";
import { QueryTypes } from "sequelize";
import {
	anyCall,
	type CallsFilter,
	callsFilterParts,
	somebodyUnknown,
} from "../../src/domain/ticket/calls-filter.ts";
import type { Numbers } from "../../src/web/api/number-shapes.ts";
import { askerOf } from "../support/api.ts";
import { putCallsOnRecord } from "../support/calls-on-record.ts";
import { type OpenLine, openLine } from "../support/open-line.ts";

const kalle = ["kalle", "Kalle Korhonen"] as const;
const liisa = ["liisa", "Liisa Lind"] as const;

let line: OpenLine;
beforeAll(async () => {
	line = await openLine();
	await putCallsOnRecord(line.service.ctx.database, [
		// Monday 2 November, 23:30 in Helsinki.
		{
			at: "2026-11-02T21:30Z",
			outcome: "answered",
			by: kalle,
			answerSeconds: 10,
			talkSeconds: 60,
		},
		{
			at: "2026-11-02T21:45Z",
			outcome: "answered",
			by: kalle,
			answerSeconds: 30,
			talkSeconds: 30,
		},
		{
			at: "2026-11-03T08:00Z",
			outcome: "answered",
			by: liisa,
			answerSeconds: 31,
		},
		{ at: "2026-11-03T08:01Z", outcome: "abandoned" },
		{ at: "2026-11-03T08:02Z", outcome: "voicemail" },
		{ at: "2026-11-03T08:03Z", outcome: "blocked" },
		{ at: "2026-11-03T08:04Z", outcome: null },
		// The last minute of the month, and the first of the next.
		{ at: "2026-11-30T21:59Z", outcome: "unanswered" },
		{
			at: "2026-11-30T22:00Z",
			outcome: "answered",
			by: kalle,
			answerSeconds: 5,
		},
		{
			at: "2026-10-15T10:00Z",
			outcome: "answered",
			by: liisa,
			answerSeconds: 20,
		},
	]);
});
afterAll(() => line.close());

async function november(query = ""): Promise<Numbers> {
	const { agent } = await askerOf(line.service, "manager");
	const { status, body } = await agent.get(
		`/api/numbers?from=2026-11-01&to=2026-12-01${query}`,
	);
	expect(status).toBe(200);
	return body;
}

test("a month: outcomes, time to answer, and the month before it", async () => {
	const { all, before, zone } = await november();
	expect(zone).toBe("Europe/Helsinki");
	expect(all).toEqual({
		calls: 6,
		outcomes: {
			...{ answered: 3, abandoned: 1, voicemail: 1 },
			...{ unanswered: 1, failed: 0 },
		},
		blocked: 1,
		answerSeconds: { median: 30, ninetieth: 30.8 },
		within: [
			{ seconds: 10, calls: 1 },
			{ seconds: 20, calls: 1 },
			{ seconds: 30, calls: 2 },
			{ seconds: 60, calls: 3 },
			{ seconds: 120, calls: 3 },
		],
	});
	expect(before).toMatchObject({
		kind: "month",
		from: "2026-09-30T21:00:00Z",
		to: "2026-10-31T22:00:00Z",
		all: { calls: 1, outcomes: { answered: 1 } },
	});
});

test("hours and weekdays are those of the line's wall clock", async () => {
	const { hours } = await november();
	expect(hours).toEqual([
		{ weekday: 1, hour: 23, calls: 3, answered: 2 },
		{ weekday: 2, hour: 10, calls: 3, answered: 1 },
	]);
});

test("who answered, how often and how soon", async () => {
	const { people } = await november();
	expect(people).toEqual([
		{
			...{ line: "fault-line", person: "kalle", name: "Kalle Korhonen" },
			...{ calls: 2, talkSeconds: 90, median: 20, ninetieth: 28 },
		},
		{
			...{ line: "fault-line", person: "liisa", name: "Liisa Lind" },
			...{ calls: 1, talkSeconds: 0, median: 31, ninetieth: 31 },
		},
	]);
});

test("of one line only, and of none that is not there", async () => {
	expect((await november("&line=fault-line")).all.calls).toBe(6);
	const { agent } = await askerOf(line.service, "manager");
	const path = "/api/numbers?from=2026-11-01&to=2026-12-01&line=nowhere";
	const { status, body } = await agent.get(path);
	expect(status).toBe(404);
	expect(body.error).toContain("nowhere");
});

test.each([
	["from=2026-11-01"],
	["from=2026-11-02&to=2026-11-01"],
	["from=2020-01-01&to=2026-11-01"],
	["from=soon&to=2026-11-01"],
])("?%s is refused with words", async (query) => {
	const { agent } = await askerOf(line.service, "manager");
	const { status, body } = await agent.get(`/api/numbers?${query}`);
	expect(status).toBe(400);
	expect(body.problems[0].what).not.toBe("");
});

const ofNovember = {
	from: "2026-10-31T22:00:00Z",
	to: "2026-11-30T22:00:00Z",
};

test.each<[string, Partial<CallsFilter>, number]>([
	["all of them", {}, 6],
	["turned away", { outcome: "blocked" }, 1],
	["answered", { outcome: "answered" }, 3],
	["nobody answered", { isMissed: true }, 3],
	["within 30 seconds", { within: 30 }, 2],
	["Monday at 23", { weekday: 1, hour: 23 }, 3],
	[
		"Monday at 23, nobody answered",
		{ weekday: 1, hour: 23, isMissed: true },
		1,
	],
	["by Kalle", { outcome: "answered", person: "kalle" }, 2],
])("a number leads to its tickets: %s", async (_, counted, count) => {
	const { agent } = await askerOf(line.service, "manager");
	const parts = callsFilterParts({ ...anyCall, ...counted, ...ofNovember });
	for (const path of ["/api/tickets", "/api/ticket-log"]) {
		const { status, body } = await agent.get(
			`${path}?${new URLSearchParams(parts)}`,
		);
		expect([status, body]).toEqual([200, expect.anything()]);
		expect(body.tickets).toHaveLength(count);
	}
});

test.each([
	["25 hours", "2025-10-26", "2025-10-25T21:00:00Z", "2025-10-26T22:00:00Z"],
	["23 hours", "2026-03-29", "2026-03-28T22:00:00Z", "2026-03-29T21:00:00Z"],
])(
	"odd calls on a day of %s count once each, and lead to their tickets",
	async (_, day, from, to) => {
		const { database } = line.service.ctx;
		const at = DateTime.fromISO(day, { zone: "Europe/Helsinki" });
		const midnight = DateTime.fromISO(from);
		const end = DateTime.fromISO(to);
		const after = (start: DateTime, seconds: number) =>
			start.plus({ seconds }).toUTC().toISO() ?? "";
		const numbers = await putCallsOnRecord(database, [
			{ at: after(midnight, -1), outcome: "answered", by: liisa },
			// Talks on into the next day.
			{
				...{ at: after(end, -1), outcome: "answered", by: kalle },
				...{ answerSeconds: 8, talkSeconds: 9_000 },
			},
			{ at: after(end, 0), outcome: "answered", by: liisa },
			// An hour apart, around the change: one hour of the wall clock in autumn, two in spring.
			{ at: `${day}T00:30Z`, outcome: "abandoned" },
			{ at: `${day}T01:30Z`, outcome: "unanswered" },
			{ at: `${day}T10:00Z`, outcome: "answered", answerSeconds: 1 },
			{ at: `${day}T10:05Z`, outcome: "abandoned" },
			{ at: `${day}T10:06Z`, outcome: "blocked" },
			{ at: `${day}T10:07Z`, outcome: null },
		]);
		// The caller who hung up had called before about the same.
		await database.query(
			`update calls set ticket_id = (select id from tickets where number = $1)
		where ticket_id = (select id from tickets where number = $2)`,
			{ bind: [numbers[5], numbers[6]] },
		);
		const { agent } = await askerOf(line.service, "manager");
		const next = at.plus({ days: 1 }).toISODate();
		const { body } = await agent.get(`/api/numbers?from=${day}&to=${next}`);
		const shown: Numbers = body;
		expect(shown).toMatchObject({ from, to });
		expect(shown.all).toMatchObject({
			...{ calls: 5, blocked: 1 },
			outcomes: { answered: 2, abandoned: 2, unanswered: 1 },
		});
		expect(shown.people.map(({ person, calls }) => [person, calls])).toEqual(
			expect.arrayContaining([
				["kalle", 1],
				[null, 1],
			]),
		);
		const led = async (counted: Partial<CallsFilter>) => {
			const parts = callsFilterParts({ ...anyCall, ...counted, from, to });
			const { body: page } = await agent.get(
				`/api/ticket-log?${new URLSearchParams(parts)}`,
			);
			expect(page).toHaveProperty("tickets");
			return page.tickets.map(({ number }: { number: string }) => number);
		};
		// One of them was called about twice.
		expect(await led({})).toHaveLength(4);
		expect(await led({ outcome: "abandoned" })).toHaveLength(2);
		expect(await led({ person: somebodyUnknown, outcome: "answered" })).toEqual(
			[numbers[5]],
		);
		const twice = DateTime.fromISO(`${day}T10:00Z`, { zone: shown.zone });
		const inAll = shown.hours.reduce((sum, { calls }) => sum + calls, 0);
		expect(inAll).toBe(shown.all.calls);
		for (const { weekday, hour, calls } of shown.hours)
			expect([hour, (await led({ weekday, hour })).length]).toEqual([
				...[hour, hour === twice.hour ? calls - 1 : calls],
			]);
	},
);

test("an export opens as a spreadsheet, and is on record", async () => {
	const { agent, name } = await askerOf(line.service, "manager");
	const { body, headers } = await agent
		.get("/api/numbers/export?from=2026-11-01&to=2026-12-01&lang=en")
		.buffer()
		.parse((response, done) => {
			const chunks: Buffer[] = [];
			response.on("data", (chunk: Buffer) => chunks.push(chunk));
			response.on("end", () => done(null, Buffer.concat(chunks)));
		});
	expect(headers["content-disposition"]).toContain(
		"numbers-2026-11-01-2026-12-01.xlsx",
	);
	const sheets = await readExcelFile(body as Buffer);
	const rows = Object.fromEntries(
		sheets.flatMap(({ data }) => data.map((row) => [row[0], row.at(-1)])),
	);
	expect(rows.Calls).toBe(6);
	const entries = await line.service.ctx.database.query<{ after: object }>(
		"select after from audit_entries where action = 'numbers-exported' and actor = $1",
		{ bind: [name], type: QueryTypes.SELECT },
	);
	expect(entries).toEqual([
		{
			after: {
				from: "2026-10-31T22:00:00.000Z",
				to: "2026-11-30T22:00:00.000Z",
				format: "xlsx",
			},
		},
	]);
});
