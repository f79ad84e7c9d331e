import { askForReconciliation } from "../../src/actions/ask-for-proof.ts";
import {
	findingsOf,
	reconciliationsOf,
} from "../../src/database/reconciliations.ts";
import { eventually } from "../support/eventually.ts";
import { lineNumber, type OpenLine, openLine } from "../support/open-line.ts";

let line: OpenLine;
afterEach(() => line.close());

const days = { first: "2026-03-01", last: "2026-03-10" };

/** What the night's job has shown of the day before. */
async function compared(day: string) {
	const { database, clock } = line.service.ctx;
	await askForReconciliation(line.service.ctx, null);
	return eventually(async () => {
		const kept = await reconciliationsOf(database, days);
		return (
			kept.find(
				(each) =>
					each.day === day &&
					each.comparedAt?.toMillis() === clock.now().toMillis(),
			) ?? null
		);
	});
}

test("a call that came while the service was away is a ticket the next night, and the office is told", async () => {
	line = await openLine({ closed: ["kalle"] });
	const { tenant, neighbour, kalle, aino, clock, network, service } = line;
	await tenant.dials();
	await kalle.answers();
	await kalle.presses("1");
	await clock.passes({ seconds: 30 });
	await tenant.hangsUp();
	await clock.passes({ minutes: 5 });

	const nowhere = "http://127.0.0.1:9/twilio/voice";
	network.numbers.register({
		...{ number: lineNumber, voiceUrl: nowhere },
		...{ voiceFallbackUrl: nowhere, statusCallback: nowhere },
	});
	await neighbour.dials();
	await clock.passes({ minutes: 2 });
	line.leadsTo(service);
	expect(await line.tickets()).toHaveLength(1);

	network.clock.set(
		network.now().plus({ days: 1 }).set({ hour: 3, minute: 17 }),
	);
	expect(await compared("2026-03-03")).toMatchObject({
		...{ carrierCalls: 2, ourCalls: 2, error: null },
	});
	const [ticket] = (await line.tickets()).filter(
		({ caller }) => caller === neighbour.phone.number,
	);
	expect(ticket).toMatchObject({
		...{ status: "new", outcome: "unanswered", channel: "phone" },
		openedAt: "2026-03-03T00:05:30.000Z",
		missedCallAt: "2026-03-03T00:05:30.000Z",
		calls: [{ isRecovered: true }],
	});
	expect(ticket?.story[0]).toBe(
		"The call did not reach the service; it was found in the carrier's records",
	);
	expect(await findingsOf(service.ctx.database, days)).toMatchObject([
		{ kind: "missing-here", ticket: ticket?.number, day: "2026-03-03" },
	]);
	const told = await eventually(async () => {
		await clock.passes({ seconds: 2 });
		const text = aino.inbox.find(({ body }) =>
			body.includes(ticket?.number ?? ""),
		);
		return text?.body ?? null;
	});
	expect(told).toContain(neighbour.phone.number);

	// The same night again changes nothing.
	const before = (await line.tickets()).length;
	network.clock.set(network.now().plus({ hours: 3 }));
	await compared("2026-03-03");
	expect(await line.tickets()).toHaveLength(before);
});
