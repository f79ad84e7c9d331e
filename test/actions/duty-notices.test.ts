import { DateTime } from "luxon";
import { acknowledgeDutyAlarm } from "../../src/actions/acknowledge-duty-alarm.ts";
import {
	changeDutyNotices,
	chooseNoticeChannel,
} from "../../src/actions/change-duty-notices.ts";
import type { DutyCall } from "../../src/actions/duty-call.ts";
import { endDutyCall } from "../../src/actions/end-duty-call.ts";
import { publishRota } from "../../src/actions/publish-rota.ts";
import { seeToDuties } from "../../src/actions/see-to-duties.ts";
import { takeDutyReply } from "../../src/actions/take-duty-reply.ts";
import { openConfirmations } from "../../src/database/duty-confirmations.ts";
import { dutyNoticeSettings } from "../../src/database/duty-notices.ts";
import {
	type DutyNoticeSettings,
	defaultSettings,
} from "../../src/domain/duty-notice/settings.ts";
import type { Override, Rota } from "../../src/domain/rota/rota.ts";
import { type AtWork, atWork } from "../support/at-work.ts";
import { rotaOf } from "../support/open-line.ts";

let work: AtWork;
beforeEach(async () => {
	work = await atWork();
});
afterEach(() => work.close());

/** Kalle and Liisa take turns, a week each, from Friday to Friday. */
function turns(overrides: readonly Override[] = []): Rota {
	return {
		...rotaOf("fault-line", {}),
		duties: {
			technician: [
				{
					rotation: {
						people: ["kalle", "liisa"],
						start: "2026-01-02T15:00",
						rrule: "FREQ=WEEKLY;BYDAY=FR",
					},
				},
			],
		},
		overrides,
	};
}

function override(start: string, end: string, person = "pekka"): Override {
	return { duty: "technician", start, end, person };
}

const publish = (rota: Rota) =>
	publishRota(work.ctx, { rota, by: "Paula Planner", reason: "test" });

const goTo = (local: string) =>
	work.network.clock.set(DateTime.fromISO(local, { zone: "Europe/Helsinki" }));

/** Purpose, receiver and words of all that was written about duties, oldest first. */
const written = () =>
	work.rows<{ purpose: string; recipient: string; body: string }>(
		"select purpose, recipient, body from messages where purpose like 'duty-%' order by created_at, recipient, purpose",
	);

const settings = (changes: Partial<DutyNoticeSettings>) =>
	changeDutyNotices(work.ctx, {
		line: "fault-line",
		settings: { ...defaultSettings, ...changes },
		by: "Paula Planner",
	});

const kalle = "+358401000002";
const liisa = "+358401000003";
const pekka = "+358401000004";
const aino = "+358401000001";

describe("told of changes", () => {
	beforeEach(async () => {
		goTo("2026-03-03T10:00");
		await publish(turns());
		await work.runJobs();
	});

	test("nobody hears of the first look; of a change, those whom it is about, once", async () => {
		expect(await written()).toEqual([]);
		await publish(turns([override("2026-03-18T08:00", "2026-03-18T20:00")]));
		await work.runJobs();
		const told = [
			{
				purpose: "duty-changes",
				recipient: kalle,
				body: "Fault line: your shifts have changed. You no longer have: the duty Wed 18 Mar 08:00-20:00. http://127.0.0.1:9/my-duty",
			},
			{
				purpose: "duty-changes",
				recipient: pekka,
				body: "Vikanumero: vuorosi muuttuivat. Sait: päivystys ke 18.3. klo 8.00-20.00. http://127.0.0.1:9/my-duty",
			},
		];
		expect(await written()).toEqual(told);
		await publish({
			...turns(),
			name: "Renamed",
			overrides:
				turns([override("2026-03-18T08:00", "2026-03-18T20:00")]).overrides ??
				[],
		});
		await work.runJobs();
		await seeToDuties(work.ctx);
		expect(await written()).toEqual(told);
	});

	test("a burst of publishes waits for some minutes and is told as one; what was undone in it is not told", async () => {
		await publish(turns([override("2026-03-18T08:00", "2026-03-18T20:00")]));
		await publish(
			turns([
				override("2026-03-18T08:00", "2026-03-18T20:00"),
				override("2026-03-19T08:00", "2026-03-19T20:00", "liisa"),
			]),
		);
		await publish(
			turns([override("2026-03-19T08:00", "2026-03-19T20:00", "liisa")]),
		);
		const news = (await work.jobs()).filter(
			({ task }) => task === "tell-of-shift-changes",
		);
		expect(news).toEqual([
			{
				task: "tell-of-shift-changes",
				payload: { line: "fault-line" },
				minutes: 3,
			},
		]);
		await work.runJobs();
		expect((await written()).map(({ recipient }) => recipient)).toEqual([
			kalle,
			liisa,
		]);
	});

	test("in a quiet night only what is near is told; the rest comes in the morning", async () => {
		goTo("2026-03-03T23:00");
		await publish(
			turns([
				override("2026-03-04T06:00", "2026-03-04T07:30"),
				override("2026-03-11T08:00", "2026-03-11T20:00", "aino"),
			]),
		);
		await work.runJobs();
		const near = await written();
		expect(near.map(({ recipient }) => recipient)).toEqual([kalle, pekka]);
		goTo("2026-03-04T07:00");
		await work.runJobs();
		const all = await written();
		expect(all.map(({ recipient }) => recipient)).toEqual([
			kalle,
			pekka,
			liisa,
		]);
	});

	test("weeks that come into sight are no change, and what happens beyond them waits for its turn", async () => {
		goTo("2026-04-20T10:00");
		await seeToDuties(work.ctx);
		expect(await written()).toEqual([]);
		await publish(turns([override("2026-06-20T08:00", "2026-06-20T20:00")]));
		await work.runJobs();
		expect(await written()).toEqual([]);
	});

	test("who wants e-mail gets it where there is a mail server, and nobody hears anything where the line says so", async () => {
		const rota = turns([override("2026-03-18T08:00", "2026-03-18T20:00")]);
		const email = "pekka@example.org";
		const person = { ...rota.people.pekka, email: "Pekka@Example.org" };
		await chooseNoticeChannel(work.ctx, {
			email,
			channel: "email",
			by: "Pekka",
		});
		const people = { ...rota.people, pekka: person } as Rota["people"];
		const sent: string[] = [];
		Object.assign(work.ctx, {
			mail: {
				isSet: true,
				send: async ({ to, subject }: { to: string; subject: string }) =>
					sent.push(`${to}: ${subject}`),
			},
		});
		await publish({ ...rota, people });
		await work.runJobs();
		expect(sent).toEqual(["Pekka@Example.org: Vikanumero: vuorosi muuttuivat"]);
		await settings({ tellChanges: false });
		await publish(turns());
		await work.runJobs();
		expect(await written()).toHaveLength(2);
		await settings({});
		await publish({ ...turns(), name: "Renamed" });
		await work.runJobs();
		expect(await written()).toHaveLength(2);
	});
});

describe("told in time", () => {
	beforeEach(async () => {
		goTo("2026-03-03T10:00");
		await publish(turns());
		await work.runJobs();
	});

	test("a day before and at the handoff, once each, however often it is looked", async () => {
		goTo("2026-03-05T15:00");
		await seeToDuties(work.ctx);
		await seeToDuties(work.ctx);
		goTo("2026-03-06T15:01");
		await Promise.all([seeToDuties(work.ctx), seeToDuties(work.ctx)]);
		expect(
			(await written()).map(({ purpose, recipient }) => [purpose, recipient]),
		).toEqual([
			["duty-reminder", liisa],
			["duty-over", kalle],
			["duty-begins", liisa],
		]);
	});

	test("after a pause what still matters is caught up with", async () => {
		goTo("2026-03-06T16:30");
		await seeToDuties(work.ctx);
		expect(await written()).toEqual([]);
		goTo("2026-03-13T10:00");
		await seeToDuties(work.ctx);
		expect((await written()).map(({ purpose }) => purpose)).toEqual([
			"duty-reminder",
		]);
	});

	test("who has just heard that they got the shift is not reminded of it as well", async () => {
		goTo("2026-03-06T07:30");
		await seeToDuties(work.ctx);
		await publish(turns([override("2026-03-06T15:00", "2026-03-07T18:00")]));
		await seeToDuties(work.ctx);
		expect(
			(await written()).map(({ purpose, recipient }) => [purpose, recipient]),
		).toEqual([["duty-reminder", liisa]]);
		await work.runJobs();
		await seeToDuties(work.ctx);
		expect(
			(await written()).map(({ purpose, recipient }) => [purpose, recipient]),
		).toEqual([
			["duty-changes", liisa],
			["duty-reminder", liisa],
			["duty-changes", pekka],
		]);
	});

	test("a shift that is gone is not reminded of", async () => {
		goTo("2026-03-05T10:00");
		await publish(
			turns([override("2026-03-06T15:00", "2026-03-20T15:00", "kalle")]),
		);
		await work.runJobs();
		goTo("2026-03-05T16:00");
		await seeToDuties(work.ctx);
		expect((await written()).map(({ purpose }) => purpose)).toEqual([
			"duty-changes",
			"duty-changes",
		]);
	});

	test("nobody takes over: the office hears it even on a desk phone", async () => {
		await publish(
			turns([override("2026-03-06T15:00", "2026-03-06T18:00", "nobody")]),
		);
		await work.runJobs();
		const rota = turns();
		await publish({
			...rota,
			duties: {
				technician: [
					{
						shifts: [
							{
								person: "kalle",
								start: "2026-03-01T00:00",
								end: "2026-03-06T15:00",
							},
						],
					},
				],
			},
		});
		await work.runJobs();
		goTo("2026-03-06T15:02");
		await seeToDuties(work.ctx);
		const alarm = (await written()).find(
			({ purpose }) => purpose === "duty-gap",
		);
		expect(alarm?.recipient).toBe(aino);
		expect(alarm?.body).toContain("kukaan ei ole nyt vuorossa");
	});
});

describe("asked by phone", () => {
	beforeEach(async () => {
		goTo("2026-03-03T10:00");
		await publish(turns());
		await settings({ confirmCall: { on: true, minutesBefore: 30 } });
		await work.runJobs();
		goTo("2026-03-06T14:30");
		await seeToDuties(work.ctx);
	});

	const open = async () => {
		const [found] = await openConfirmations(work.ctx.database, "fault-line");
		return found;
	};

	const call = async (): Promise<DutyCall> => {
		const asked = await open();
		if (!asked) throw new Error("nobody is asked");
		const start = DateTime.fromJSDate(asked.startsAt);
		return {
			...{ id: asked.id, tries: asked.tries, line: "fault-line" },
			...{ duty: "technician", start, end: null, language: "en" },
		};
	};

	const alarms = async () =>
		(await written()).filter(({ purpose }) => purpose.startsWith("duty-alarm"));

	const ended = async (status: string) =>
		endDutyCall(work.ctx, await call(), {
			callSid: `CA${"0".repeat(32)}`,
			status,
		});

	test("one job rings, and asking again rings nobody twice", async () => {
		await seeToDuties(work.ctx);
		const rings = (await work.jobs()).filter(
			({ task }) => task === "ring-for-duty",
		);
		expect(rings).toHaveLength(1);
		expect(await open()).toMatchObject({ person: "liisa", tries: 1 });
	});

	test("pressing 1 is on record, once", async () => {
		const asked = await call();
		await takeDutyReply(work.ctx, asked, "1");
		await takeDutyReply(work.ctx, asked, "1");
		await takeDutyReply(work.ctx, asked, "2");
		expect(await open()).toBeUndefined();
		expect(
			await work.rows(
				"select actor, action from audit_entries where subject_kind = 'duty'",
			),
		).toEqual([{ actor: "Liisa Lind", action: "duty-confirmed" }]);
		expect(await alarms()).toEqual([]);
	});

	test("pressing 2 alarms the office at once, again and again, until somebody sees to it", async () => {
		await takeDutyReply(work.ctx, await call(), "2");
		expect(await alarms()).toMatchObject([
			{
				recipient: aino,
				body: expect.stringContaining("Liisa Lind ei pääse vuoroon"),
			},
		]);
		goTo("2026-03-06T14:39");
		await seeToDuties(work.ctx);
		expect(await alarms()).toHaveLength(1);
		goTo("2026-03-06T14:41");
		await seeToDuties(work.ctx);
		expect(await alarms()).toHaveLength(2);
		const id = (await open())?.id ?? "";
		const acknowledge = () =>
			acknowledgeDutyAlarm(work.ctx, { line: "fault-line", id, by: "Aino" });
		expect(await acknowledge()).toEqual({ kind: "acknowledged" });
		expect(await acknowledge()).toMatchObject({ because: "already-settled" });
		goTo("2026-03-06T15:00");
		await seeToDuties(work.ctx);
		expect(await alarms()).toHaveLength(2);
	});

	test("no answer twice: rung once more after five minutes, then the office is alarmed; a late yes ends it", async () => {
		await ended("no-answer");
		await ended("no-answer");
		expect(await alarms()).toEqual([]);
		goTo("2026-03-06T14:34");
		await seeToDuties(work.ctx);
		expect((await open())?.tries).toBe(1);
		goTo("2026-03-06T14:35");
		await seeToDuties(work.ctx);
		const second = await call();
		expect(second.tries).toBe(2);
		await ended("busy");
		expect(await open()).toMatchObject({ state: "unanswered", alarmRound: 1 });
		await takeDutyReply(work.ctx, second, "1");
		expect((await alarms()).map(({ purpose }) => purpose)).toEqual([
			"duty-alarm",
			"duty-alarm-over",
		]);
		goTo("2026-03-06T15:10");
		await seeToDuties(work.ctx);
		expect(await alarms()).toHaveLength(2);
	});

	test("the end of a call that nobody told of counts as no answer", async () => {
		for (const time of ["14:35", "14:40"]) {
			goTo(`2026-03-06T${time}`);
			await seeToDuties(work.ctx);
		}
		expect(await open()).toMatchObject({ state: "unanswered" });
		expect(await alarms()).toHaveLength(1);
	});

	test("another person was put in meanwhile: nobody is asked or alarmed any more", async () => {
		await takeDutyReply(work.ctx, await call(), "2");
		await publish(turns([override("2026-03-06T15:00", "2026-03-13T15:00")]));
		goTo("2026-03-06T14:45");
		await seeToDuties(work.ctx);
		expect(await alarms()).toHaveLength(1);
		expect((await open())?.person).toBe("pekka");
		await publish(turns());
		goTo("2026-03-06T14:46");
		await seeToDuties(work.ctx);
		expect(await open()).toMatchObject({ person: "liisa", tries: 1 });
	});

	test("a carrier that does not place the call is an alarm by itself", async () => {
		const { lines } = work.ctx.config;
		const line = lines["fault-line"];
		Object.assign(lines, {
			"fault-line": { ...line, number: "+358942729999" },
		});
		await work.runJobs();
		expect(await alarms()).toMatchObject([
			{
				body: expect.stringContaining("linjalta ei voitu soittaa: Liisa Lind"),
			},
		]);
		expect(await open()).toMatchObject({ state: "asked" });
		expect(work.logged.join()).toContain("did not place a call");
	});
});

test("what a line tells is kept with who changed it", async () => {
	await settings({ atHandoff: false });
	const { database } = work.ctx;
	expect(await dutyNoticeSettings(database, "fault-line")).toEqual({
		...defaultSettings,
		atHandoff: false,
	});
	expect(await dutyNoticeSettings(database, "another")).toEqual(
		defaultSettings,
	);
	expect(
		await work.rows(
			"select actor, action, before->'atHandoff' as before, after->'atHandoff' as after from audit_entries where action = 'duty-notices-changed'",
		),
	).toEqual([
		{
			actor: "Paula Planner",
			action: "duty-notices-changed",
			before: true,
			after: false,
		},
	]);
});

describe("the weekly digest", () => {
	const to = ["office@example.org", "+358401000009"];

	beforeEach(async () => {
		Object.assign(work.ctx, { mail: { isSet: true, send: async () => {} } });
		await publish(turns());
		await settings({ digest: { ...defaultSettings.digest, to } });
	});

	test("comes once on Monday morning, long to an address and short to a number", async () => {
		goTo("2026-03-09T07:59");
		await seeToDuties(work.ctx);
		expect(await digests()).toEqual([]);
		goTo("2026-03-16T08:00");
		await seeToDuties(work.ctx);
		await seeToDuties(work.ctx);
		const [text, mail, ...more] = await digests();
		expect(text?.body).toBe(
			"Fault line: On duty: Kalle Korhonen, Liisa Lind. No gaps. http://127.0.0.1:9/rota/fault-line",
		);
		expect(mail?.body).toContain("This week: the duty");
		expect(more).toEqual([]);
	});

	test("tells what was published since the one before", async () => {
		goTo("2026-03-09T08:00");
		await seeToDuties(work.ctx);
		goTo("2026-03-11T12:00");
		await publish(turns([override("2026-03-18T08:00", "2026-03-18T20:00")]));
		goTo("2026-03-16T08:00");
		await seeToDuties(work.ctx);
		const body = (await digests()).at(-1)?.body ?? "";
		expect(body).toContain(
			'Wed 11 Mar 12:00: version 3, Paula Planner, "test"',
		);
		expect(body).not.toContain("version 2");
	});

	test("not more than a day late", async () => {
		goTo("2026-03-10T08:01");
		await seeToDuties(work.ctx);
		expect(await digests()).toEqual([]);
	});

	const digests = async () =>
		(await written()).filter(({ purpose }) => purpose === "duty-digest");
});
