import readExcelFile from "read-excel-file/node";
import { QueryTypes } from "sequelize";
import {
	anyCall,
	type CallsFilter,
	callsFilterParts,
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
