import { callTenant } from "../../src/actions/call-tenant.ts";
import type { Phone } from "../../src/telephony/emulator/phone.ts";
import { eventually } from "../support/eventually.ts";
import { lineNumber, type OpenLine, openLine } from "../support/open-line.ts";

let line: OpenLine;
beforeEach(async () => {
	line = await openLine({ line: { joinMinutes: 60 } });
	const { tenant, kalle } = line;
	await tenant.dials();
	await kalle.rings();
	await kalle.answers();
	await kalle.presses("1");
	await tenant.hangsUp();
});
afterEach(() => line.close());

const isRung = (phone: Phone) =>
	eventually(async () => (phone.state === "ringing" ? true : null));

async function kalleCalls() {
	const { number } = await line.ticket.view();
	return callTenant(line.service.ctx, {
		number,
		by: "Kalle Korhonen",
		person: { line: "fault-line", person: "kalle" },
	});
}

const outcomes = async () => {
	await line.network.settled();
	const [rows] = await line.database.database.query(
		"select outcome, talk_seconds from tenant_calls order by started_at",
	);
	return rows as { outcome: string | null; talk_seconds: number | null }[];
};

const entries = async () => {
	const [rows] = await line.database.database.query(
		"select action, actor, after from audit_entries where action like 'tenant-call-%' order by id",
	);
	return rows as { action: string; actor: string; after: unknown }[];
};

test("the technician is put through to the tenant, and neither sees the other's number", async () => {
	const { tenant, kalle, clock, network } = line;
	expect(await kalleCalls()).toMatchObject({ kind: "ringing" });
	await isRung(kalle);
	expect(kalle.callerShown).toBe(lineNumber);
	await kalle.answers();
	await kalle.hears(/I connect you to the tenant/);
	await kalle.hears(/Press 1/);
	expect(tenant.phone.state).toBe("idle");
	await kalle.presses("1");
	await isRung(tenant.phone);
	expect(tenant.phone.callerShown).toBe(lineNumber);
	await tenant.phone.answers();
	await kalle.isTalkingTo(tenant.phone);
	await clock.passes({ seconds: 90 });
	await tenant.hangsUp();
	expect(kalle.state).toBe("idle");
	expect(await outcomes()).toEqual([{ outcome: "talked", talk_seconds: 90 }]);
	expect(await entries()).toEqual([
		{ action: "tenant-call-started", actor: "Kalle Korhonen", after: null },
		{
			action: "tenant-call-ended",
			actor: "Kalle Korhonen",
			after: { outcome: "talked", talkSeconds: 90 },
		},
	]);
	const sent = network.requests.filter(({ url }) =>
		url.includes("/tenant-call/"),
	);
	expect(sent.length).toBeGreaterThan(3);
	for (const { url } of sent)
		expect(decodeURIComponent(url)).not.toContain(tenant.phone.number);
});

test("a tenant who does not answer sees the line's number, calls back, and joins the ticket however late it is", async () => {
	const { tenant, kalle, clock } = line;
	const { number } = await line.ticket.view();
	await clock.passes({ minutes: 180 });
	await kalleCalls();
	await isRung(kalle);
	await kalle.answers();
	await kalle.presses("1");
	await isRung(tenant.phone);
	await clock.passes({ seconds: 41 });
	await kalle.hears(/did not answer/);
	expect(kalle.state).toBe("idle");
	expect(await outcomes()).toEqual([
		{ outcome: "tenant-no-answer", talk_seconds: null },
	]);
	await clock.passes({ minutes: 5 });
	await tenant.dials();
	await kalle.rings();
	await tenant.hangsUp();
	const tickets = await line.tickets();
	expect(tickets).toHaveLength(1);
	expect(tickets[0]?.number).toBe(number);
	expect(tickets[0]?.calls).toHaveLength(2);
});

test("a tenant who is busy, and a technician who never picks up or presses nothing", async () => {
	const { tenant, kalle, clock } = line;
	await kalleCalls();
	await isRung(kalle);
	await clock.passes({ seconds: 30 });
	await eventually(async () => (kalle.state === "idle" ? true : null));

	await eventually(async () =>
		(await kalleCalls()).kind === "ringing" ? true : null,
	);
	await isRung(kalle);
	await kalle.answers();
	await kalle.hears(/will not ring them/, { withinSeconds: 40 });

	await eventually(async () =>
		(await kalleCalls()).kind === "ringing" ? true : null,
	);
	await isRung(kalle);
	await kalle.answers();
	tenant.phone.behaviour = { kind: "busy" };
	await kalle.presses("1");
	await kalle.hears(/busy/);
	expect((await outcomes()).map(({ outcome }) => outcome)).toEqual([
		"not-taken",
		"not-taken",
		"tenant-busy",
	]);
});

test("a second such call is refused while one goes on, and a withheld caller cannot be called", async () => {
	const { neighbour, kalle, clock } = line;
	expect((await kalleCalls()).kind).toBe("ringing");
	expect(await kalleCalls()).toEqual({
		kind: "refused",
		because: "under-way",
	});
	await isRung(kalle);
	await kalle.declines();
	// The newest ticket is the neighbour's only if it came later.
	await clock.passes({ seconds: 5 });
	await neighbour.dials({ as: "anonymous" });
	await neighbour.hangsUp();
	await eventually(async () =>
		(await line.tickets()).length === 2 ? true : null,
	);
	expect(await kalleCalls()).toEqual({ kind: "refused", because: "no-number" });
});
