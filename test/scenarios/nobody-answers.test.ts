import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { eventually } from "../support/eventually.ts";
import { type OpenLine, openLine } from "../support/open-line.ts";

let line: OpenLine;
afterEach(() => line.close());

test("everybody is silent: the caller leaves a message, which is kept, and everybody responsible is told", async () => {
	line = await openLine({ closed: ["kalle", "liisa"] });
	const { tenant, kalle, aino, clock, ticket, config } = line;
	await tenant.dials();
	await clock.passes({ seconds: 90 });
	await tenant.hears(/leave a message/);
	await tenant.phone.speaks("Water everywhere");
	await clock.passes({ seconds: 9 });
	await tenant.presses("#");
	await tenant.hears(/message has been received/);
	await clock.passes({ seconds: 10 });
	expect(await ticket.story()).toEqual([
		"Kalle Korhonen did not answer",
		"Liisa Lind did not answer",
		"Aino Virtanen did not answer",
		expect.stringMatching(/^The caller left a message \(\d+ s\)$/),
	]);
	const kept = await eventually(async () => {
		const view = await ticket.view();
		return view.recordings[0]?.state === "kept" ? view : null;
	});
	expect(kept).toMatchObject({ outcome: "voicemail", status: "new" });
	const [recording] = kept.recordings;
	const file = join(config.dataDir, "recordings", `${recording?.sid}.wav`);
	expect(existsSync(file)).toBe(true);
	expect(statSync(file).mode & 0o777).toBe(0o600);
	const texts = await eventually(async () => {
		await clock.passes({ seconds: 1 });
		return kalle.inbox.length > 0 && aino.inbox.length > 0
			? [kalle.inbox[0]?.body, aino.inbox[0]?.body]
			: null;
	});
	expect(texts[0]).toContain("new voice message at 02:00");
	expect(texts[0]).toContain("2026-000001");
	expect(texts[1]).toContain("uusi viesti klo 2.00");
});

test("a caller who leaves no message is an alarm too", async () => {
	line = await openLine({ closed: ["kalle"], fallback: ["kalle"] });
	const { tenant, kalle, clock, ticket } = line;
	await tenant.dials();
	await clock.passes({ seconds: 40 });
	await tenant.hears(/leave a message/);
	await tenant.hangsUp();
	await clock.passes({ seconds: 5 });
	const view = await ticket.view();
	expect(["unanswered", "voicemail"]).toContain(view.outcome);
	expect(view.status).toBe("new");
	const [text] = await eventually(async () => {
		await clock.passes({ seconds: 1 });
		return kalle.inbox.length > 0 ? kalle.inbox : null;
	});
	expect(text?.body).toMatch(/^2026-000001: .* reply OK\./);
	await kalle.sendsText("+358942721234", "OK");
	await eventually(async () =>
		(await ticket.view()).status === "acknowledged" ? true : null,
	);
	expect((await ticket.view()).acknowledgedBy).toBe("Kalle Korhonen");
});

test("a line without a message box says so and raises the alarm", async () => {
	line = await openLine({
		closed: ["kalle"],
		fallback: ["kalle"],
		line: { voicemail: { enabled: false } },
	});
	const { tenant, clock, ticket } = line;
	await tenant.dials();
	await clock.passes({ seconds: 40 });
	await tenant.hears(/Nobody can come to the phone/);
	expect(tenant.phone.state).toBe("idle");
	expect((await ticket.view()).outcome).toBe("unanswered");
});
