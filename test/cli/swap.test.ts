import { join } from "node:path";
import { DateTime } from "luxon";
import { publishRota } from "../../src/actions/publish-rota.ts";
import { loadInstallation } from "../../src/config.ts";
import { newestRota } from "../../src/database/rotas.ts";
import { faultline } from "../support/command.ts";
import { type TestDatabase, testDatabase } from "../support/database.ts";
import { swapRota } from "../support/swap-rota.ts";

let opened: TestDatabase;

const zone = "Europe/Helsinki";
const inWeeks = (weeks: number) =>
	DateTime.now()
		.setZone(zone)
		.plus({ weeks })
		.startOf("week")
		.toFormat("yyyy-MM-dd'T'08:00");

/** The command line lives in the present: Kalle has the week in two weeks, Liisa the one after. */
beforeAll(async () => {
	opened = await testDatabase();
	process.env.DATABASE_URL = opened.url;
	process.env.CONFIG_DIR = join(import.meta.dirname, "../../config");
	const shift = (person: string, week: number) => ({
		...{ person, start: inWeeks(week), end: inWeeks(week + 1) },
	});
	await publishRota(
		{
			database: opened.database,
			clock: { now: () => DateTime.now() },
			config: loadInstallation({ CONFIG_DIR: process.env.CONFIG_DIR }),
		},
		{
			rota: swapRota({
				duties: {
					technician: [{ shifts: [shift("kalle", 2), shift("liisa", 4)] }],
				},
			}),
			by: "test",
			reason: "test",
		},
	);
});
afterAll(() => opened.close());

const offer = [
	...["swap", "offer", "fault-line", "--duty", "technician"],
	...["--from", inWeeks(2), "--to", inWeeks(3), "--giver", "kalle"],
];

test("a swap from the offer to its undoing", async () => {
	const offered = await faultline(...offer, "--ask", "pekka", "--json");
	expect(offered.exitCode).toBe(0);
	const swap = JSON.parse(offered.said);
	expect(swap).toMatchObject({ state: "offered", giver: "kalle" });
	const again = await faultline(...offer);
	expect([again.exitCode, again.said]).toEqual([
		1,
		expect.stringContaining("already on offer"),
	]);
	const accepted = await faultline("swap", "accept", swap.id);
	expect(accepted.said).toMatch(/done .*Kalle Korhonen → Pekka Nieminen/);
	const listed = await faultline("swap", "list", "fault-line", "--json");
	expect(JSON.parse(listed.said)).toMatchObject([
		{ id: swap.id, state: "done", taker: "pekka" },
	]);
	const silent = await faultline("swap", "undo", swap.id);
	expect(silent.exitCode).toBe(2);
	const undone = await faultline("swap", "undo", swap.id, "--reason", "test");
	expect(undone.said).toContain("undone");
	const rota = (await newestRota(opened.database, "fault-line"))?.rota;
	expect(rota?.overrides).toBeUndefined();
});

test("a time that is none is wrong usage; an id or a line that is none is answered in a sentence", async () => {
	const odd = await faultline(
		...["swap", "offer", "fault-line", "--duty", "technician"],
		...["--from", "monday", "--to", inWeeks(3), "--giver", "kalle"],
	);
	expect(odd.exitCode).toBe(2);
	const nothing = await faultline("swap", "approve", "x");
	expect([nothing.exitCode, nothing.said]).toEqual([
		1,
		expect.stringContaining("There is no such swap"),
	]);
	expect((await faultline("swap", "list", "nowhere")).exitCode).toBe(1);
});

test("an absence is added, listed and removed", async () => {
	const from = inWeeks(2).slice(0, 10);
	const added = await faultline(
		...["absence", "add", "fault-line", "pekka", "--from", from],
		...["--kind", "holiday", "--json"],
	);
	const [{ id }] = JSON.parse(added.said);
	const listed = await faultline("absence", "list", "fault-line");
	expect(listed.said).toContain(`${id}  pekka  ${from} – ${from}  holiday`);
	expect((await faultline("absence", "remove", id)).said).toBe("Removed.\n");
	expect((await faultline("absence", "remove", id)).exitCode).toBe(1);
	const odd = await faultline(
		...["absence", "add", "fault-line", "matti", "--from", from],
	);
	expect([odd.exitCode, odd.said]).toEqual([
		1,
		expect.stringContaining("not on the rota"),
	]);
});

test("a person is replaced in all places, which are listed", async () => {
	const usage = await faultline("rota", "replace", "fault-line", "kalle");
	expect(usage.exitCode).toBe(2);
	const unknown = await faultline(
		...["rota", "replace", "fault-line", "matti", "--by", "liisa"],
	);
	expect(unknown.exitCode).toBe(1);
	const { said, exitCode } = await faultline(
		...["rota", "replace", "fault-line", "kalle", "--by", "pekka"],
		...["--reason", "Kalle retires"],
	);
	expect([exitCode, said]).toEqual([
		0,
		expect.stringMatching(/shifts\[0\].*fallback.*Published version/s),
	]);
	const rota = (await newestRota(opened.database, "fault-line"))?.rota;
	expect(JSON.stringify(rota)).not.toContain("kalle");
});
