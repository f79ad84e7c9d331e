import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import readExcelFile from "read-excel-file/node";
import { publishRota } from "../../src/actions/publish-rota.ts";
import { realClock } from "../../src/clock.ts";
import { loadInstallation } from "../../src/config.ts";
import { writeRota } from "../../src/rota-document/write-rota.ts";
import { rotaWith } from "../domain/rota/rotas.ts";
import { faultline } from "../support/command.ts";
import { type TestDatabase, testDatabase } from "../support/database.ts";

const folder = mkdtempSync(join(tmpdir(), "what-if-"));
const rota = rotaWith({
	people: {
		...rotaWith().people,
		aino: { name: "Aino Virtanen", phone: "+46701740699" },
		sanna: { name: "Sanna Heikkinen", phone: "+46701740608" },
	},
});
let opened: TestDatabase;

beforeAll(async () => {
	opened = await testDatabase();
	process.env.DATABASE_URL = opened.url;
	process.env.CONFIG_DIR = join(import.meta.dirname, "../../config");
	const config = loadInstallation(process.env);
	const ctx = { database: opened.database, clock: realClock, config };
	await publishRota(ctx, { rota, by: "test", reason: "test" });
});

afterAll(async () => {
	await opened.close();
	rmSync(folder, { recursive: true });
});

const eve = "2026-12-24T17:05";
const firstLine =
	"24 December 2026 17:05: Liisa Lind, then Sanna Heikkinen after 25 seconds, then Aino Virtanen after 30 seconds, then the message box.";

describe("rota what-if", () => {
	test("asks a line's published rota and tells the call in words", async () => {
		const { said, exitCode } = await faultline(
			...["rota", "what-if", "fault-line", "--at", eve],
			...["--taken-by", "sanna"],
		);
		expect(exitCode).toBe(0);
		expect(said).toContain(firstLine);
		expect(said).toContain("  1. Liisa Lind (25 s): Liisa Lind has the turn");
		expect(said).toContain("Caller: Sanna Heikkinen is on the line.");
	});

	test("asks a file without any database, as JSON", async () => {
		const file = join(folder, "rota.yaml");
		writeFileSync(file, writeRota(rota));
		const { said } = await faultline(
			...["rota", "what-if", file, "--at", eve, "--json"],
			...["--caller", "+46701740608"],
		);
		const told = JSON.parse(said);
		expect(told.at).toBe("2026-12-24T15:05:00Z");
		expect(
			told.steps.map(({ people }: { people: { id: string }[] }) =>
				people.map(({ id }) => id),
			),
		).toEqual([["liisa"], ["aino"]]);
	});

	test("says that a line is not there, and what time is none", async () => {
		const nowhere = await faultline(
			...["rota", "what-if", "nowhere", "--at", eve],
		);
		expect([nowhere.exitCode, nowhere.said]).toEqual([
			1,
			expect.stringContaining("There is no file nowhere"),
		]);
		const never = await faultline(
			...["rota", "what-if", "fault-line", "--at", "soon"],
		);
		expect(never.exitCode).toBe(2);
	});
});

const span = ["--from", "2027-01-01", "--to", "2027-01-29"];

describe("fairness and pay", () => {
	test("tell what is planned, and that nothing of the future was held", async () => {
		const words = await faultline("fairness", "fault-line", ...span);
		expect(words.said).toContain("Planned: ");
		expect(words.said).toContain("Kalle Korhonen: 336 h, even 336 h (even)");
		expect(words.said).toContain("Held until now: Nobody has a duty");
		const { said } = await faultline(
			...["fairness", "fault-line", ...span],
			...["--duty", "technician", "--json"],
		);
		const { planned, held } = JSON.parse(said);
		expect(held.people).toEqual([]);
		expect(planned.gapHours).toBe(0);
		expect(planned.people).toHaveLength(4);
	});

	test("write the pay into files", async () => {
		const [csv, xlsx] = ["pay.csv", "pay.xlsx"].map((name) =>
			join(folder, name),
		) as [string, string];
		const { said, exitCode } = await faultline(
			...["pay", "fault-line", "--from", "2020-01-01", "--to", "2021-01-01"],
			...["--csv", csv, "--xlsx", xlsx],
		);
		expect([exitCode, said]).toEqual([0, expect.stringContaining("Wrote")]);
		expect(parse(readFileSync(csv), { bom: true })).toEqual([
			expect.arrayContaining(["Name", "Hours"]),
		]);
		expect(JSON.stringify(await readExcelFile(readFileSync(xlsx)))).toContain(
			"Standby",
		);
	});

	test.each([
		[["pay", "fault-line", ...span], "Say where to"],
		[["fairness", "fault-line", ...span, "--night", "22-6"], "22:00-06:00"],
		[["fairness", "fault-line", "--from", "2027-01-01"], "--to"],
	])("%j is wrong usage", async (words, says) => {
		const { said, exitCode } = await faultline(...words);
		expect([exitCode, said]).toEqual([2, expect.stringContaining(says)]);
	});

	test("a line without a rota says so", async () => {
		const { said, exitCode } = await faultline("fairness", "nowhere", ...span);
		expect([exitCode, said]).toEqual([
			1,
			expect.stringContaining("has no published rota"),
		]);
	});
});
