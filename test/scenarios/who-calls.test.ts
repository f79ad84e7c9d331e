import { type OpenLine, openLine } from "../support/open-line.ts";

let line: OpenLine;
afterEach(() => line.close());

test("a blocked caller is turned away without being answered", async () => {
	line = await openLine({ line: { blocked: ["+358401009001"] } });
	const { tenant, kalle, clock, ticket } = line;
	await tenant.dials();
	await clock.passes({ seconds: 30 });
	expect(tenant.phone.words).toEqual([]);
	expect(kalle.state).toBe("idle");
	expect(await ticket.view()).toMatchObject({
		outcome: "blocked",
		status: "closed",
		ringing: [],
		story: ["The caller is on the blocked list, so the call was turned away"],
	});
});

test.each(["anonymous", "Restricted", "+266696687", ""])(
	"a withheld caller (%j) is welcome",
	async (as) => {
		line = await openLine();
		const { tenant, kalle, ticket } = line;
		await tenant.dials({ as });
		await kalle.rings();
		expect(kalle.callerShown).toBe("+358942721234");
		await kalle.answers();
		await kalle.hears(/number is withheld/);
		await kalle.presses("1");
		await tenant.isTalkingTo(kalle);
		expect((await ticket.view()).caller).toBeNull();
	},
);

test("a caller with an odd number is welcome, and shown as it came", async () => {
	line = await openLine();
	const { tenant, kalle, ticket } = line;
	await tenant.dials({ as: "sip:1234@<example>&'\"" });
	await kalle.rings();
	await kalle.answers();
	await kalle.presses("1");
	await tenant.isTalkingTo(kalle);
	expect((await ticket.view()).caller).toBe("sip:1234@<example>&'\"");
});

test("a Swedish caller chooses once and is spoken to in Swedish from then on", async () => {
	line = await openLine({
		line: { language: "fi", languages: ["fi", "sv", "en"] },
	});
	const { tenant, kalle, clock, ticket } = line;
	await tenant.dials();
	await tenant.hears("Suomeksi, paina 1.");
	await tenant.hears("För svenska, tryck 2.");
	await tenant.hears("For English, press 3.");
	await tenant.presses("2");
	await tenant.hears(/Om någon är i livsfara, lägg på och ring 1 1 2/);
	await kalle.rings();
	await kalle.answers();
	await kalle.hears(/The caller speaks Swedish/);
	await tenant.hangsUp();
	expect((await ticket.view()).language).toBe("sv");
	await clock.passes({ seconds: 60 });
	await tenant.dials();
	await tenant.hears(/Vänta ett ögonblick/);
	expect(tenant.phone.words.join()).not.toContain("tryck 2");
	await kalle.rings();
	await kalle.answers();
	await kalle.hears(/Second call tonight/);
});

test("who presses nothing in the menu is spoken to in the line's own language", async () => {
	line = await openLine({
		line: { language: "fi", languages: ["fi", "sv", "en"] },
	});
	const { tenant, kalle, clock, ticket } = line;
	await tenant.dials();
	await clock.passes({ seconds: 7 });
	await tenant.hears(/soita 1 1 2/);
	await kalle.rings();
	expect((await ticket.view()).language).toBe("fi");
});

test("two lines have their own words, numbers and tickets", async () => {
	line = await openLine({
		lines: {
			"lift-line": {
				number: "+358942725678",
				name: { fi: "Hissilinja", sv: "Hissjouren", en: "the lift line" },
				language: "en",
			},
		},
	});
	const { tenant, neighbour, kalle, liisa, clock } = line;
	await tenant.dials({ number: "+358942725678" });
	await tenant.hears(/this is the lift line/);
	await kalle.rings();
	expect(kalle.callerShown).toBe("+358942725678");
	await clock.passes({ seconds: 1 });
	await neighbour.dials();
	await neighbour.hears(/this is Scenario line/);
	await liisa.rings({ withinSeconds: 1 });
	const tickets = await line.tickets();
	expect(tickets.map((each) => [each.number, each.line])).toEqual([
		["2026-000002", "fault-line"],
		["2026-000001", "lift-line"],
	]);
});
