import { publishRota } from "../../src/actions/publish-rota.ts";
import { type OpenLine, openLine, rotaOf } from "../support/open-line.ts";

let line: OpenLine;
afterEach(() => line.close());

test("a call goes on at another instance", async () => {
	line = await openLine({ closed: [["kalle", "liisa"], "pekka"] });
	const { tenant, kalle, liisa, clock, ticket } = line;
	const second = await line.secondInstance();
	kalle.behaviour = { kind: "voicemail", afterSeconds: 3 };
	await tenant.dials();
	await clock.passes({ seconds: 4 });
	line.leadsTo(second);
	await liisa.rings({ withinSeconds: 40 });
	await liisa.answers();
	await liisa.presses("1");
	await tenant.isTalkingTo(liisa);
	expect((await ticket.view()).ringing.map(({ outcome }) => outcome)).toEqual([
		"voicemail-or-silence",
		"cancelled",
		"accepted",
	]);
});

test("who talks on one instance is busy for the other", async () => {
	line = await openLine({ closed: ["kalle", "liisa"] });
	const { tenant, neighbour, kalle, liisa } = line;
	const second = await line.secondInstance();
	await tenant.dials();
	await kalle.answers();
	await kalle.presses("1");
	await tenant.isTalkingTo(kalle);
	await heardBy(second);
	line.leadsTo(second);
	await neighbour.dials();
	await liisa.rings();
});

test("a language chosen at one instance is known to the other", async () => {
	line = await openLine({
		line: { languages: ["fi", "sv", "en"], language: "fi" },
	});
	const { tenant } = line;
	const second = await line.secondInstance();
	await tenant.dials();
	await tenant.presses("2");
	await tenant.hears(/Hej, du har kommit till/);
	await tenant.hangsUp();
	await heardBy(second);
	line.leadsTo(second);
	await tenant.dials();
	await tenant.hears(/Hej, du har kommit till/);
	expect(tenant.phone.words.join()).not.toContain("tryck 2");
});

test("a rota published during a call changes the next call, not this one", async () => {
	line = await openLine({ closed: ["kalle", "liisa"] });
	const { tenant, neighbour, kalle, liisa, pekka, clock, service } = line;
	await tenant.dials();
	await kalle.rings();
	const rota = rotaOf("fault-line", { closed: ["pekka"], fallback: ["pekka"] });
	await publishRota(service.ctx, {
		rota,
		by: "Planner",
		reason: "a test",
	});
	await heardBy(
		service,
		() => service.ctx.rotas.current("fault-line")?.version === 2,
	);
	await clock.passes({ seconds: 25 });
	await liisa.rings();
	await neighbour.dials();
	await pekka.rings();
	const [newer, older] = await line.tickets();
	expect([older?.rotaVersion, newer?.rotaVersion]).toEqual([1, 2]);
});

/** Resolves once the instance has taken in all that was notified until now. */
async function heardBy(
	{ ctx }: OpenLine["service"],
	isTrue: () => boolean = () => true,
): Promise<void> {
	await new Promise<void>((resolve) => {
		const mark = `mark-${Math.random()}`;
		const stop = ctx.changes.subscribe((change) => {
			if (change.kind === "person-free" && change.call === mark) {
				stop();
				resolve();
			}
		});
		ctx.changes.publish({ kind: "person-free", call: mark, isOver: true });
	});
	while (!isTrue()) await new Promise(setImmediate);
}
