import { askerOf } from "../support/api.ts";
import { eventually } from "../support/eventually.ts";
import { type OpenLine, openLine } from "../support/open-line.ts";

let line: OpenLine;
afterEach(() => line.close());

test("the whisper, the text message and the ticket say where a known tenant lives and which call of the night it is", async () => {
	line = await openLine({ closed: ["kalle"], line: { joinMinutes: 60 } });
	const { tenant, neighbour, kalle, ticket, clock } = line;
	const { agent } = await askerOf(line.service, "office");
	const property = await agent.post("/api/properties").send({
		...{ key: "1", address: "Kiviparintie 2", postalCode: null, city: null },
		...{ area: null, stairwells: [], serviceClass: null },
		flats: [
			{ stairwell: "B", number: "12" },
			{ stairwell: "B", number: "15" },
		],
		...{ latitude: null, longitude: null },
	});
	const lives = (name: string, number: string, flat: string) =>
		agent.post("/api/tenants").send({
			...{ key: null, name, numbers: [number], language: null },
			...{ property: property.body.id, stairwell: "B", flat },
		});
	await lives("Matti Meikäläinen", "040 100 9001", "12");

	await tenant.dials();
	await kalle.answers();
	await kalle.hears(/Kiviparintie 2 B 12\. The caller speaks/);
	await kalle.presses("2");
	await tenant.hangsUp();
	// The newest ticket is the neighbour's only if it came later.
	await clock.passes({ seconds: 5 });
	await neighbour.dials();
	await neighbour.hangsUp();
	await lives("Åsa Öberg", "040 100 9002", "15");
	expect(await ticket.view()).toMatchObject({
		caller: "+358401009002",
		place: { words: "Kiviparintie 2 B 15" },
		tenant: { name: "Åsa Öberg" },
	});

	await clock.passes({ minutes: 5 });
	await tenant.dials();
	await kalle.answers();
	await kalle.hears(
		/Kiviparintie 2 B 12, second call tonight\. .*One other from the same stairwell has called\. .*press 1/,
	);
	await kalle.presses("1");
	await tenant.isTalkingTo(kalle);
	await kalle.hangsUp();
	const tickets = await line.tickets();
	const theirs = tickets.find(({ caller }) => caller === "+358401009001");
	expect(theirs).toMatchObject({
		place: { words: "Kiviparintie 2 B 12" },
		tenant: { name: "Matti Meikäläinen" },
	});
	expect(theirs?.calls).toHaveLength(2);
	await clock.passes({ seconds: 10 });
	await eventually(async () =>
		kalle.inbox.some(({ body }) => body.includes("Kiviparintie 2 B 12"))
			? true
			: null,
	);
});
