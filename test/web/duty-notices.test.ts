import { changeDutyNotices } from "../../src/actions/change-duty-notices.ts";
import { seeToDuties } from "../../src/actions/see-to-duties.ts";
import { defaultSettings } from "../../src/domain/duty-notice/settings.ts";
import { signatureOf } from "../../src/telephony/twilio/signature.ts";
import { accountOf, askerOf, consoleOf } from "../support/api.ts";
import { eventually } from "../support/eventually.ts";
import { type OpenLine, openLine } from "../support/open-line.ts";

let line: OpenLine;
beforeAll(async () => {
	line = await openLine();
});
afterAll(() => line.close());

const path = "/api/rotas/fault-line/duty-notices";

test("a line tells everything but the call, until somebody says otherwise", async () => {
	const { agent } = await askerOf(line.service, "office");
	const { status, body } = await agent.get(path);
	expect(status).toBe(200);
	expect(body).toEqual({
		line: "fault-line",
		zone: "Europe/Helsinki",
		settings: defaultSettings,
		mailIsSet: false,
		next: null,
		confirmations: [],
		sent: [],
	});
});

test("a planner changes it; others may look or not even that", async () => {
	const planner = await askerOf(line.service, "planner");
	const settings = {
		...defaultSettings,
		dayBefore: { on: true, hours: 12 },
		digest: { ...defaultSettings.digest, to: ["Office@example.org"] },
	};
	const changed = await planner.agent.put(path).send(settings);
	expect(changed.status).toBe(200);
	expect(changed.body.settings).toEqual(settings);
	const office = await askerOf(line.service, "office");
	expect((await office.agent.get(path)).body.settings).toEqual(settings);
	expect((await office.agent.put(path).send(settings)).status).toBe(403);
	const technician = await askerOf(line.service, "technician");
	expect((await technician.agent.get(path)).status).toBe(403);
});

test.each([
	["digest.to.0", { digest: { ...defaultSettings.digest, to: ["nobody"] } }],
	["dayBefore.hours", { dayBefore: { on: true, hours: 0 } }],
	[
		"confirmCall.minutesBefore",
		{ confirmCall: { on: true, minutesBefore: 5 } },
	],
	["digest.time", { digest: { ...defaultSettings.digest, time: "24:00" } }],
	["quiet.to", { quiet: { from: "21:00", to: "7" } }],
	["", { surprise: true }],
])(
	"what makes no sense is refused with its place: %s",
	async (where, change) => {
		const { agent } = await askerOf(line.service, "planner");
		const wrong = { ...defaultSettings, ...change };
		const { status, body } = await agent.put(path).send(wrong);
		expect(status).toBe(400);
		expect(body.problems.map((one: { where: string }) => one.where)).toEqual([
			where,
		]);
	},
);

test("a line that is none of ours is 404", async () => {
	const { agent } = await askerOf(line.service, "planner");
	const other = "/api/rotas/nowhere/duty-notices";
	expect((await agent.get(other)).status).toBe(404);
	expect((await agent.put(other).send(defaultSettings)).status).toBe(404);
});

test("the alarm of a shift that nobody confirmed is ended once, by whoever sees to it", async () => {
	const { ctx } = line.service;
	await changeDutyNotices(ctx, {
		line: "fault-line",
		settings: {
			...defaultSettings,
			confirmCall: { on: true, minutesBefore: 30 },
		},
		by: "test",
	});
	const { agent } = await askerOf(line.service, "planner");
	const override = {
		duty: "technician",
		person: "liisa",
		start: "2026-03-03T02:20",
		end: "2026-03-03T06:00",
		why: "test",
	};
	const { status } = await agent
		.post("/api/rotas/fault-line/overrides")
		.send({ override });
	expect(status).toBe(200);
	await seeToDuties(ctx);
	await eventually(async () => (line.liisa.state === "ringing" ? true : null));
	await line.liisa.answers();
	await line.liisa.hears(/Press 1 if you have it/);
	await line.liisa.presses("2");
	const office = await askerOf(line.service, "office");
	const { body } = await office.agent.get(path);
	const [confirmation] = body.confirmations;
	expect(confirmation).toMatchObject({
		...{ name: "Liisa Lind", state: "declined", alarms: 1, isOpen: true },
	});
	expect(body.sent).toContainEqual(
		expect.objectContaining({
			...{ purpose: "alarm", to: "Aino Virtanen", channel: "sms" },
		}),
	);
	const acknowledge = `${path}/${confirmation.id}/acknowledge`;
	const ended = await office.agent.post(acknowledge);
	expect(ended.body.confirmations[0]).toMatchObject({
		...{ isOpen: false, acknowledgedBy: office.name },
	});
	expect((await office.agent.post(acknowledge)).status).toBe(409);
	const unknown = `${path}/00000000-0000-4000-8000-000000000000/acknowledge`;
	expect((await office.agent.post(unknown)).status).toBe(404);
	expect((await office.agent.post(`${path}/x/acknowledge`)).status).toBe(400);
});

test("everybody chooses for their own account how they are told", async () => {
	const { ctx } = line.service;
	const email = "Kalle@example.org";
	const account = await accountOf(ctx, { role: "technician", email });
	const kalle = await consoleOf(line.service, "technician", account);
	expect((await kalle.get("/api/my-notices")).body).toEqual({
		...{ channel: "sms", email: "kalle@example.org", mailIsSet: false },
	});
	const chosen = await kalle.put("/api/my-notices").send({ channel: "email" });
	expect(chosen.body.channel).toBe("email");
	const wrong = await kalle.put("/api/my-notices").send({ channel: "pigeon" });
	expect(wrong.status).toBe(400);
	const { agent } = await askerOf(line.service, "technician");
	const nobody = await agent.put("/api/my-notices").send({ channel: "sms" });
	expect(nobody.status).toBe(409);
	expect(nobody.body.error).toContain("your own account");
});

describe("the webhooks of the call that asks", () => {
	const query =
		"id=00000000-0000-4000-8000-000000000000&try=1&line=fault-line&duty=technician&start=1772500000000&zone=Europe%2FHelsinki&lang=sv";

	const asked = async (step: string, search: string, sign = true) => {
		const url = `${line.service.url}/twilio/duty/${step}?${search}`;
		const form = { CallSid: `CA${"1".repeat(32)}`, CallStatus: "completed" };
		const signature = signatureOf(line.config.carrier.authToken, url, form);
		const response = await fetch(url, {
			method: "POST",
			body: new URLSearchParams(form),
			headers: sign ? { "x-twilio-signature": signature } : {},
		});
		return { status: response.status, text: await response.text() };
	};

	test.each(["answered", "key", "ended"])(
		"%s is for the carrier only, and for our own URLs only",
		async (step) => {
			expect((await asked(step, query, false)).status).toBe(403);
			expect((await asked(step, "id=1")).status).toBe(400);
			const stranger = query.replace("fault-line", "nowhere");
			expect((await asked(step, stranger)).status).toBe(400);
			expect((await asked(step, query)).status).toBe(
				step === "ended" ? 204 : 200,
			);
		},
	);

	test("speaks the person's language and waits for a key", async () => {
		const { text } = await asked("answered", query);
		expect(text).toContain('language="sv-SE"');
		expect(text).toContain("Tryck 1 om du har jouren");
		expect(text).toContain("/twilio/duty/key?");
		expect(text).toMatch(/<Hangup\/><\/Response>$/);
	});
});
