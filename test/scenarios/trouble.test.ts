import { readdirSync } from "node:fs";
import { join } from "node:path";
import { signatureOf } from "../../src/telephony/twilio/signature.ts";
import { eventually } from "../support/eventually.ts";
import { type OpenLine, openLine } from "../support/open-line.ts";

let line: OpenLine;
afterEach(() => line.close());

test.each(["cut", "goDead"] as const)(
	"the database is gone in the middle of a call (%s): the caller notices nothing, and it is all on record later",
	async (how) => {
		line = await openLine({
			closed: ["kalle", "liisa"],
			databasePatienceMs: 1_500,
		});
		const { tenant, kalle, liisa, clock, ticket, link } = line;
		await tenant.dials();
		await kalle.rings();
		line.loseDatabase(how);
		await clock.passes({ seconds: 25 });
		await liisa.rings();
		await liisa.answers();
		await liisa.hears(/press 1/);
		await liisa.presses("1");
		await tenant.isTalkingTo(liisa);
		await clock.passes({ seconds: 30 });
		await liisa.hangsUp();
		expect(spooled(line)).not.toEqual([]);
		link.restore();
		const view = await eventually(async () => {
			const now = await ticket.view();
			return now.outcome === "answered" ? now : null;
		});
		expect(view).toMatchObject({
			number: "2026-000001",
			answeredBy: { person: "liisa" },
			talkSeconds: 30,
			story: ["Kalle Korhonen did not answer", "Liisa Lind accepted the call"],
		});
		await eventually(async () => (spooled(line).length === 0 ? true : null));
	},
);

test("the database is gone before the call arrives", async () => {
	line = await openLine({ closed: ["kalle"] });
	const { tenant, kalle, link, ticket } = line;
	line.loseDatabase("cut");
	await tenant.dials();
	await kalle.rings();
	await kalle.answers();
	await kalle.presses("1");
	await tenant.isTalkingTo(kalle);
	link.restore();
	await eventually(async () => ((await line.tickets())[0] ? true : null));
	expect((await ticket.view()).caller).toBe("+358401009001");
});

test("the Voice URL is out of order: the fallback URL rings the same people", async () => {
	line = await openLine({ closed: ["kalle", "liisa"] });
	const { tenant, kalle, ticket, network, service } = line;
	network.numbers.register({
		number: "+358942721234",
		voiceUrl: "http://127.0.0.1:9/out-of-order",
		voiceFallbackUrl: `${service.url}/twilio/voice/fallback`,
		statusCallback: `${service.url}/twilio/voice/status`,
		smsUrl: `${service.url}/twilio/messages`,
	});
	await tenant.dials();
	await kalle.rings({ withinSeconds: 30 });
	await kalle.answers();
	await kalle.presses("1");
	await tenant.isTalkingTo(kalle);
	const story = await eventually(async () => {
		const [newest] = await line.tickets();
		return newest && newest.ringing.length > 0 ? ticket.story() : null;
	});
	expect(story).toEqual([
		"Kalle Korhonen accepted the call",
		"The connection to the carrier was disturbed, and the call went by the fallback",
	]);
});

test("callbacks that come twice, late and out of order change nothing", async () => {
	line = await openLine({ closed: ["kalle", "liisa"] });
	const { tenant, kalle, liisa, clock, ticket, network } = line;
	network.misbehave.duplicate = "everything";
	network.misbehave.reorderCallbacks = true;
	network.misbehave.delayCallbacksSeconds = 40;
	await tenant.dials();
	await clock.passes({ seconds: 25 });
	await liisa.rings();
	await liisa.answers();
	await liisa.presses("1");
	await tenant.isTalkingTo(liisa);
	await clock.passes({ seconds: 10 });
	await liisa.hangsUp();
	await clock.passes({ seconds: 120 });
	expect(kalle.state).toBe("idle");
	expect(await ticket.view()).toMatchObject({
		outcome: "answered",
		talkSeconds: 10,
		ringing: [
			{ person: "kalle", outcome: "no-answer" },
			{ person: "liisa", outcome: "accepted" },
		],
	});
	expect(await line.tickets()).toHaveLength(1);
});

test("every webhook is answered the same when it is asked twice", async () => {
	line = await openLine({ closed: ["kalle"] });
	const { tenant, kalle, clock, network, ticket } = line;
	await tenant.dials();
	await kalle.answers();
	await kalle.presses("1");
	await clock.passes({ seconds: 5 });
	await kalle.hangsUp();
	const before = await ticket.view();
	const sent = [...network.requests];
	expect(sent.length).toBeGreaterThan(5);
	for (const request of sent) {
		const once = await asked(request);
		expect(once.status).toBe(request.outcome);
		expect(await asked(request)).toEqual(once);
	}
	expect(await ticket.view()).toEqual(before);
});

test("an answer that is lost on its way: the fallback URL goes on from there", async () => {
	line = await openLine({ closed: ["kalle", "liisa"] });
	const { tenant, kalle, liisa, clock, network, ticket } = line;
	await tenant.dials();
	await kalle.rings();
	// What becomes of the leg, then what to do next.
	network.misbehave.dropAfter = 2;
	await kalle.declines();
	await liisa.rings({ withinSeconds: 40 });
	expect(network.requests.map(({ url }) => new URL(url).pathname)).toContain(
		"/twilio/voice/fallback",
	);
	await liisa.answers();
	await liisa.presses("1");
	await tenant.isTalkingTo(liisa);
	await clock.passes({ seconds: 5 });
	await liisa.hangsUp();
	expect((await ticket.view()).answeredBy?.person).toBe("liisa");
});

async function asked({ url, params }: { url: string; params: object }) {
	const form = { ...params } as Record<string, string>;
	const response = await fetch(url, {
		method: "POST",
		body: new URLSearchParams(form),
		headers: {
			"x-twilio-signature": signatureOf(
				line.config.carrier.authToken,
				url,
				form,
			),
		},
	});
	return { status: response.status, body: await response.text() };
}

function spooled({ config }: OpenLine): string[] {
	try {
		return readdirSync(join(config.dataDir, "spool"));
	} catch {
		return [];
	}
}
