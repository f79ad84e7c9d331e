import { acknowledgeTicket } from "../../src/actions/acknowledge-ticket.ts";
import { eventually } from "../support/eventually.ts";
import { type OpenLine, openLine } from "../support/open-line.ts";

let line: OpenLine;
afterEach(() => line.close());

/** Rings until nobody is left to ring, and hangs up at the tone. */
async function callsInVain({ tenant, clock }: OpenLine) {
	await tenant.dials();
	await clock.passes({ seconds: 40 });
	await tenant.hears(/leave a message/);
	await tenant.hangsUp();
	await clock.passes({ seconds: 5 });
}

test("a tenant who calls again within the hour joins the ticket, and whoever has it hears of it", async () => {
	line = await openLine({ closed: ["liisa"], fallback: ["liisa"] });
	const { kalle, liisa, clock, service, ticket } = line;
	await callsInVain(line);
	const toLiisa = await eventually(async () => {
		await clock.passes({ seconds: 1 });
		return liisa.inbox.length > 0 ? liisa.inbox.length : null;
	});
	await acknowledgeTicket(service.ctx, {
		number: "2026-000001",
		by: {
			name: "Kalle Korhonen",
			role: "technician",
			account: null,
			people: [{ line: "fault-line", person: "kalle" }],
		},
	});
	await clock.passes({ minutes: 50 });
	const toKalle = kalle.inbox.length;
	await callsInVain(line);
	await eventually(async () => {
		await clock.passes({ seconds: 1 });
		return kalle.inbox.length > toKalle && liisa.inbox.length > toLiisa
			? true
			: null;
	});
	expect(kalle.inbox.at(-1)?.body).toContain("2026-000001");
	const view = await ticket.view();
	expect(view).toMatchObject({
		...{ number: "2026-000001", status: "acknowledged" },
		assignee: { person: "kalle" },
		missedCallAt: view.calls[1]?.arrivedAt,
	});
	expect(view.calls).toHaveLength(2);
	expect(view.story).toContain("The caller called again");
	await clock.passes({ minutes: 61 });
	await callsInVain(line);
	expect(await line.tickets()).toHaveLength(2);
});

test("two calls during which the database was away are one ticket once the spool has brought them in", async () => {
	line = await openLine({ closed: ["kalle"], fallback: ["kalle"] });
	const { link, clock } = line;
	line.loseDatabase("cut");
	await callsInVain(line);
	await clock.passes({ minutes: 5 });
	await callsInVain(line);
	link.restore();
	const [ticket, ...others] = await eventually(async () => {
		const tickets = await line.tickets();
		const [first] = tickets;
		return first?.calls.length === 2 && first.endedAt ? tickets : null;
	});
	expect(others).toEqual([]);
	expect(ticket).toMatchObject({
		...{ status: "new", missedCallAt: ticket?.calls[0]?.arrivedAt },
	});
});
