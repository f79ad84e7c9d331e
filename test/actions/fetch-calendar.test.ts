import { DateTime } from "luxon";
import { fetchCalendar } from "../../src/actions/fetch-calendar.ts";
import { fetchCalendars } from "../../src/actions/fetch-calendars.ts";
import { publishRota } from "../../src/actions/publish-rota.ts";
import { rotaInputs } from "../../src/actions/rota-inputs.ts";
import { problemsIn } from "../../src/domain/rota/problems.ts";
import type { Rota } from "../../src/domain/rota/rota.ts";
import type { HeldRotas } from "../../src/published-rotas.ts";
import { type AtWork, atWork } from "../support/at-work.ts";
import {
	type CalendarServer,
	calendarOf,
	calendarServer,
} from "../support/calendar-server.ts";
import { rotaOf } from "../support/open-line.ts";

let work: AtWork;
let server: CalendarServer;
let rota: Rota;
let id: string;

beforeEach(async () => {
	work = await atWork();
	server = await calendarServer();
	server.answers(calendarOf("Liisa Lind 20260303T080000/20260304T080000"));
	rota = {
		...rotaOf("fault-line", {}),
		duties: { technician: [{ calendar: { url: server.url } }] },
	};
	await publishRota(work.ctx, { rota, by: "test", reason: "test" });
	await (work.ctx.rotas as HeldRotas).take({
		kind: "rota-published",
		line: "fault-line",
		version: 2,
	});
	const [calendar] = await work.rows<{ id: string }>(
		"select id from calendar_copies",
	);
	id = calendar?.id ?? "";
});
afterEach(async () => {
	await work.close();
	await server.close();
});

const read = async () => {
	await fetchCalendar(work.ctx, id);
	await (work.ctx.rotas as HeldRotas).take({
		kind: "calendar-read",
		line: "fault-line",
	});
};
const holder = () =>
	work.ctx.rotas
		.current("fault-line")
		?.answer(DateTime.fromISO("2026-03-03T12:00", { zone: rota.zone })).duties
		.technician?.person;
const problems = async () =>
	problemsIn(rota, await rotaInputs(work.ctx, rota))
		.filter(({ id }) => id.startsWith("calendar"))
		.map(({ id, what }) => `${id}: ${what}`);
const audited = async () =>
	(
		await work.rows<{ action: string; subject: string; reason: string | null }>(
			"select action, subject_id as subject, reason from audit_entries where subject_kind = 'calendar' order by id",
		)
	).map(({ action, subject, reason }) => [action, subject, reason]);
const messages = () =>
	work.rows<{ purpose: string; recipient: string; body: string }>(
		"select purpose, recipient, body from messages where purpose like 'calendar%' order by created_at, recipient",
	);

test("a publish has the calendar read, and its shifts are the duty's", async () => {
	expect((await work.jobs()).map(({ task }) => task)).toContain(
		"fetch-calendar",
	);
	expect(await problems()).toEqual([
		"calendar-without-copy: The calendar has not been read yet, so its shifts are missing.",
	]);
	expect(holder()).toBeNull();
	await read();
	expect(holder()).toBe("liisa");
	expect(await problems()).toEqual([]);
	const { host } = new URL(server.url);
	expect(await audited()).toEqual([
		["calendar-read", `fault-line: ${host}`, null],
	]);
	expect(await messages()).toEqual([]);
});

test("a change of the calendar changes the duty and has people told; the same again changes nothing", async () => {
	await read();
	const before = await work.jobs();
	await read();
	expect(await work.jobs()).toEqual(before);
	server.answers(calendarOf("Kalle Korhonen 20260303T080000/20260304T080000"));
	await read();
	expect(holder()).toBe("kalle");
	expect((await work.jobs()).map(({ task }) => task)).toContain(
		"tell-of-shift-changes",
	);
});

test("what has not changed is not sent again, and the copy stays", async () => {
	server.answers(calendarOf("Liisa Lind 20260303T080000/20260304T080000"), {
		ETag: '"7"',
	});
	await read();
	server.answers(304);
	await read();
	expect(server.asked.at(-1)?.["if-none-match"]).toBe('"7"');
	expect(holder()).toBe("liisa");
	expect(await problems()).toEqual([]);
});

test.each<[string, string | number, string, string]>([
	[
		"the server has it no longer",
		404,
		"status",
		"its server did not hand it out (404)",
	],
	[
		"a sign-in page comes instead",
		"<html>Sign in</html>",
		"not-a-calendar",
		"what came was no calendar, perhaps a sign-in page",
	],
	[
		"it breaks off",
		"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n",
		"cut-short",
		"it broke off half-way",
	],
])(
	"the last good copy stays when %s, and the rota says so",
	async (_, answer, fault, why) => {
		await read();
		server.answers(answer);
		await read();
		expect(holder()).toBe("liisa");
		const [problem] = await problems();
		expect(problem).toContain(
			`calendar-stale: The calendar cannot be read now: ${why}. Its shifts are those of the last good reading, Tue 3 Mar 2026 02:00`,
		);
		expect((await audited()).at(-1)).toEqual([
			"calendar-failed",
			expect.any(String),
			fault,
		]);
	},
);

test("the office is told once an outage, and when it is well again", async () => {
	await read();
	server.answers(500);
	await read();
	await read();
	expect(await messages()).toEqual([]);
	await read();
	await read();
	const told = await messages();
	expect(told.map(({ purpose, recipient }) => [purpose, recipient])).toEqual([
		["calendar-failing", "+358401000001"],
	]);
	expect(told[0]?.body).toContain(
		"ei saada luettua: palvelin ei antanut kalenteria (500)",
	);
	server.answers(calendarOf());
	await read();
	await read();
	expect((await messages()).map(({ purpose }) => purpose)).toEqual([
		"calendar-failing",
		"calendar-well",
	]);
	await work.network.clock.passes({ minutes: 15 });
	server.answers(500);
	for (const _ of [1, 2, 3]) await read();
	expect(await messages()).toHaveLength(3);
	expect((await audited()).map(([action]) => action)).toEqual([
		"calendar-read",
		"calendar-failed",
		"calendar-read",
		"calendar-failed",
	]);
});

test("a calendar that was never read is told at once, and its secret nowhere", async () => {
	server.answers(403);
	await read();
	const told = await messages();
	expect(told[0]?.body).toContain("Sen vuorot puuttuvat");
	expect(await problems()).toEqual([
		"calendar-without-copy: The calendar could not be read, so its shifts are missing: its server did not hand it out (403).",
	]);
	const everything = JSON.stringify([
		told,
		await audited(),
		work.logged,
		await work.jobs(),
	]);
	expect(everything).not.toContain("secret-key");
});

test("an event that is nobody's is a warning until it is over", async () => {
	server.answers(
		calendarOf(
			"Lunch 20260304T120000/20260304T130000",
			"Lunch 20260301T120000/20260301T130000",
			"Kalle and Liisa 20260305T120000/20260305T130000",
			"Pekka 20260306T120000/20260306T120000",
		),
	);
	await read();
	expect(await problems()).toEqual([
		`calendar-event: The calendar's event "Lunch", Wed 4 Mar 2026 12:00 – Wed 4 Mar 2026 13:00 (1 h), is nobody's shift: it names nobody of the rota.`,
		`calendar-event: The calendar's event "Kalle and Liisa", Thu 5 Mar 2026 12:00 – Thu 5 Mar 2026 13:00 (1 h), is nobody's shift: it names more than one person.`,
		`calendar-event: The calendar's event "Pekka", 20260306T120000, is nobody's shift: it has no length.`,
	]);
});

test("the copy reaches further ahead as time goes on, also when nothing new comes", async () => {
	server.answers(
		calendarOf("Kalle 20240101T000000/20240102T000000").replace(
			"DTEND",
			"RRULE:FREQ=DAILY\r\nDTEND",
		),
	);
	await read();
	const last = async () =>
		(
			await work.rows<{ last: string }>(
				"select entries->-1->>'start' as last from calendar_copies",
			)
		)[0]?.last;
	const first = await last();
	server.answers(304);
	await work.network.clock.passes({ days: 3 });
	await read();
	const second = await last();
	server.answers(404);
	await work.network.clock.passes({ days: 3 });
	await read();
	const day = 86_400_000;
	expect(
		[second, await last()].map(
			(each) => (Date.parse(`${each}Z`) - Date.parse(`${first}Z`)) / day,
		),
	).toEqual([3, 6]);
});

test("every quarter of an hour the calendars of published rotas are enqueued, and long unwanted ones forgotten", async () => {
	await work.rows(
		"insert into calendar_copies (line, url, wanted_at) values ('fault-line', 'https://old.example.org/', '2026-01-01')",
	);
	await fetchCalendars(work.ctx);
	const waiting = (await work.jobs()).filter(
		({ task }) => task === "fetch-calendar",
	);
	expect(waiting).toEqual([
		expect.objectContaining({ payload: { calendar: id } }),
	]);
	expect(await work.rows("select url from calendar_copies")).toEqual([
		{ url: server.url },
	]);
});
