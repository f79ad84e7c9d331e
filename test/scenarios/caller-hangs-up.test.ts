import { eventually } from "../support/eventually.ts";
import { type OpenLine, openLine } from "../support/open-line.ts";

let line: OpenLine;
afterEach(() => line.close());

test("while a phone rings: whoever would have answered is told", async () => {
	line = await openLine({ closed: ["kalle", "liisa"] });
	const { tenant, kalle, liisa, clock, ticket } = line;
	await tenant.dials();
	await kalle.rings();
	await tenant.hangsUp();
	expect(kalle.state).toBe("idle");
	await clock.passes({ seconds: 60 });
	expect(liisa.state).toBe("idle");
	expect(await ticket.view()).toMatchObject({
		outcome: "abandoned",
		status: "new",
		ringing: [{ person: "kalle", outcome: "cancelled" }],
		story: [
			"Kalle Korhonen's phone stopped ringing",
			"The caller hung up before anybody answered",
		],
	});
	const text = await eventually(async () => {
		await clock.passes({ seconds: 1 });
		return kalle.inbox[0]?.body ?? null;
	});
	expect(text).toContain("+358401009001 hung up at 02:00");
	expect(liisa.inbox).toEqual([]);
});

test("in the language menu", async () => {
	line = await openLine({ line: { languages: ["fi", "sv", "en"] } });
	const { tenant, clock, kalle, ticket } = line;
	await tenant.dials();
	await tenant.hears(/press 3/);
	await tenant.hangsUp();
	await clock.passes({ seconds: 60 });
	expect(kalle.state).toBe("idle");
	expect(await ticket.view()).toMatchObject({
		outcome: "abandoned",
		ringing: [],
	});
});

test("while the technician hears the whisper", async () => {
	line = await openLine({ closed: ["kalle", "liisa"] });
	const { tenant, kalle, liisa, clock, ticket } = line;
	await tenant.dials();
	await kalle.answers();
	await tenant.hangsUp();
	expect(kalle.state).toBe("idle");
	await clock.passes({ seconds: 60 });
	expect(liisa.state).toBe("idle");
	expect(await ticket.view()).toMatchObject({
		outcome: "abandoned",
		ringing: [{ person: "kalle", outcome: "cancelled" }],
	});
});

test("in the middle of the talk: it was answered all the same", async () => {
	line = await openLine({ closed: ["kalle"] });
	const { tenant, kalle, clock, ticket } = line;
	await tenant.dials();
	await kalle.answers();
	await kalle.presses("1");
	await clock.passes({ seconds: 17 });
	await tenant.hangsUp();
	expect(kalle.state).toBe("idle");
	expect(await ticket.view()).toMatchObject({
		outcome: "answered",
		talkSeconds: 17,
	});
});

test("in the middle of the message: what was said is kept", async () => {
	line = await openLine({ closed: ["kalle"], fallback: ["kalle"] });
	const { tenant, clock, ticket } = line;
	await tenant.dials();
	await clock.passes({ seconds: 40 });
	await tenant.hears(/leave a message/);
	await tenant.phone.speaks("The lift is stuck");
	await clock.passes({ seconds: 5 });
	await tenant.hangsUp();
	await clock.passes({ seconds: 10 });
	expect((await ticket.view()).outcome).toBe("voicemail");
});
