import { type OpenLine, openLine } from "../support/open-line.ts";

let line: OpenLine;
afterEach(() => line.close());

test("by day the office answers, connected at once", async () => {
	line = await openLine({ at: "2026-03-03T10:00", open: ["aino"] });
	const { tenant, aino, ticket } = line;
	await tenant.dials();
	await aino.rings();
	expect(aino.callerShown).toBe("+358942721234");
	await aino.answers();
	await tenant.isTalkingTo(aino);
	expect(await ticket.story()).toEqual(["Aino Virtanen answered the call"]);
});

test("a voicemail that takes the call is no human: the next one is rung", async () => {
	line = await openLine({ closed: ["kalle", "liisa"] });
	const { tenant, kalle, liisa, clock, ticket } = line;
	kalle.behaviour = { kind: "voicemail", afterSeconds: 12 };
	await tenant.dials();
	await clock.passes({ seconds: 12 });
	await liisa.rings({ withinSeconds: 30 });
	await liisa.answers();
	await liisa.presses("1");
	await tenant.isTalkingTo(liisa);
	expect(await ticket.story()).toEqual([
		"Kalle Korhonen's phone was answered, but nobody pressed 1",
		"Liisa Lind accepted the call",
	]);
});

test("one who declines, one who is busy and one who is switched off are passed by at once", async () => {
	line = await openLine({
		closed: ["kalle", "liisa", "pekka"],
		fallback: ["aino"],
	});
	const { tenant, kalle, liisa, pekka, aino, ticket } = line;
	liisa.behaviour = { kind: "busy" };
	pekka.behaviour = { kind: "switched-off" };
	await tenant.dials();
	await kalle.answers();
	await kalle.presses("2");
	await aino.rings({ withinSeconds: 10 });
	await aino.answers();
	await tenant.isTalkingTo(aino);
	expect(await ticket.story()).toEqual([
		"Kalle Korhonen declined the call",
		"Liisa Lind's line was busy",
		"Pekka Nieminen could not be reached",
		"Aino Virtanen answered the call",
	]);
});

test("two who ring together: whoever presses 1 has the call, the other phone stops", async () => {
	line = await openLine({ closed: [["kalle", "liisa"]] });
	const { tenant, kalle, liisa, ticket } = line;
	await tenant.dials();
	await kalle.rings();
	await liisa.rings();
	await liisa.answers();
	await liisa.presses("1");
	await tenant.isTalkingTo(liisa);
	expect(kalle.state).toBe("idle");
	expect((await ticket.view()).answeredBy?.person).toBe("liisa");
	await liisa.hangsUp();
	expect((await ticket.view()).ringing).toMatchObject([
		{ person: "kalle", outcome: "cancelled" },
		{ person: "liisa", outcome: "accepted" },
	]);
});

test("a voicemail that swallows the call of two: the other one is rung once more, without it", async () => {
	line = await openLine({ closed: [["kalle", "liisa"], "pekka"] });
	const { tenant, kalle, liisa, pekka, clock, ticket } = line;
	kalle.behaviour = { kind: "voicemail", afterSeconds: 3 };
	await tenant.dials();
	await clock.passes({ seconds: 3 });
	expect(liisa.state).toBe("idle");
	await liisa.rings({ withinSeconds: 40 });
	expect(kalle.state).toBe("idle");
	expect(pekka.state).toBe("idle");
	await liisa.answers();
	await liisa.presses("1");
	await tenant.isTalkingTo(liisa);
	expect((await ticket.view()).ringing).toMatchObject([
		{ person: "kalle", outcome: "voicemail-or-silence", step: 0 },
		{ person: "liisa", outcome: "cancelled", step: 0 },
		{ person: "liisa", outcome: "accepted", step: 0 },
	]);
});

test("one who talks already is rung only after the others", async () => {
	line = await openLine({ closed: ["kalle", "liisa"] });
	const { tenant, neighbour, kalle, liisa, clock } = line;
	await tenant.dials();
	await kalle.answers();
	await kalle.presses("1");
	await tenant.isTalkingTo(kalle);
	await clock.passes({ seconds: 1 });
	await neighbour.dials();
	await liisa.rings();
	await liisa.answers();
	await liisa.presses("1");
	await neighbour.isTalkingTo(liisa);
	const [second, first] = await line.tickets();
	expect(first?.ringing.map(({ person }) => person)).toEqual(["kalle"]);
	expect(second?.ringing.map(({ person }) => person)).toEqual(["liisa"]);
});

test("a caller's own number is never rung, nor the line's", async () => {
	line = await openLine({ closed: ["kalle", "liisa"] });
	const { kalle, liisa } = line;
	await kalle.dials("+358942721234");
	await liisa.rings();
});

test("a second call is put through to the first technician again once they are free", async () => {
	line = await openLine({ closed: ["kalle", "liisa"] });
	const { tenant, neighbour, kalle } = line;
	await tenant.dials();
	await kalle.answers();
	await kalle.presses("1");
	await kalle.hangsUp();
	await neighbour.dials();
	await kalle.rings();
});

test("three desk phones that ring together: whichever is picked up has the call", async () => {
	line = await openLine({
		at: "2026-03-03T10:00",
		open: [["aino", "kalle", "liisa"]],
		answers: "directly",
	});
	const { tenant, aino, kalle, liisa, ticket } = line;
	await tenant.dials();
	await liisa.answers();
	await tenant.isTalkingTo(liisa);
	expect([aino.state, kalle.state]).toEqual(["idle", "idle"]);
	await tenant.hangsUp();
	expect(await ticket.view()).toMatchObject({
		outcome: "answered",
		answeredBy: { person: "liisa" },
		ringing: [
			{ outcome: "cancelled" },
			{ outcome: "cancelled" },
			{ outcome: "accepted" },
		],
	});
});
