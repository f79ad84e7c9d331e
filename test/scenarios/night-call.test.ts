import { type OpenLine, openLine } from "../support/open-line.ts";

let line: OpenLine;
afterEach(() => line.close());

test("a tenant reaches the second technician when the first one lets it ring", async () => {
	line = await openLine({ closed: ["kalle", "liisa"] });
	const { tenant, kalle, liisa, clock, ticket } = line;
	await tenant.dials();
	await kalle.rings();
	await clock.passes({ seconds: 30 });
	await liisa.answers();
	await liisa.hears(/press 1/);
	await liisa.presses("1");
	await tenant.isTalkingTo(liisa);
	expect(await ticket.story()).toEqual([
		"Kalle Korhonen did not answer",
		"Liisa Lind accepted the call",
	]);
	await clock.passes({ seconds: 42 });
	await liisa.hangsUp();
	expect(await ticket.view()).toMatchObject({
		number: "2026-000001",
		outcome: "answered",
		status: "acknowledged",
		acknowledgedBy: "Liisa Lind",
		answeredBy: { person: "liisa", name: "Liisa Lind" },
		talkSeconds: 42,
		ringing: [
			{ person: "kalle", outcome: "no-answer", ringSeconds: 20, step: 0 },
			{ person: "liisa", outcome: "accepted", ringSeconds: 10, step: 1 },
		],
	});
});
