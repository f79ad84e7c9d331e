import { DateTime } from "luxon";
import { NetworkClock } from "../../src/telephony/emulator/clock.ts";

const start = DateTime.fromISO("2026-03-28T23:00:00Z");
const still = () =>
	new NetworkClock({ start, pace: 0, settled: async () => {} });

test("stands until it is moved, then what is due happens in order", async () => {
	const clock = still();
	const happened: string[] = [];
	const note = (what: string) => () =>
		happened.push(`${what} at ${clock.now().toISOTime()}`);
	clock.after(5000, note("late"));
	clock.after(1000, note("early"));
	clock.after(1000, () => {
		note("early too")();
		clock.after(2000, note("caused"));
	});
	clock.after(9000, note("never"))();
	await clock.passes({ seconds: 4 });
	expect(happened).toEqual([
		"early at 23:00:01.000Z",
		"early too at 23:00:01.000Z",
		"caused at 23:00:03.000Z",
	]);
	await clock.passes({ hours: 1 });
	expect(happened.at(-1)).toBe("late at 23:00:05.000Z");
	expect(clock.now().toISO()).toBe("2026-03-29T00:00:04.000Z");
});

test("set to another time, nothing falls due and what was due stays due", async () => {
	const clock = still();
	let rang = 0;
	clock.after(1000, () => rang++);
	clock.set(start.plus({ days: 3 }));
	expect(clock.now().toISO()).toBe("2026-03-31T23:00:00.000Z");
	clock.set(start.minus({ days: 3 }));
	expect(rang).toBe(0);
	await clock.passes({ seconds: 1 });
	expect(rang).toBe(1);
});

test("moved twice at once, one move comes after the other", async () => {
	const clock = still();
	await Promise.all([
		clock.passes({ seconds: 1 }),
		clock.passes({ seconds: 2 }),
	]);
	expect(clock.now().diff(start).as("seconds")).toBe(3);
});

test("at a pace it runs by itself", async () => {
	const clock = still();
	const rang = new Promise<void>((resolve) => clock.after(3_600_000, resolve));
	clock.setPace(3_600_000);
	await rang;
	expect(clock.now().diff(start).as("hours")).toBeGreaterThanOrEqual(1);
	clock.stop();
});
